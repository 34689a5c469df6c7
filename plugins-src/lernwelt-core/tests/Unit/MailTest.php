<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use Closure;
use Lernwelt\Core\Address;
use Lernwelt\Core\InvalidMail;
use Lernwelt\Core\Mail;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MailTest extends TestCase {

	/**
	 * @param string  $reason Expected reason.
	 * @param Closure $build  Builds the refused value.
	 */
	#[DataProvider( 'refused' )]
	public function test_refuses_at_birth( string $reason, Closure $build ): void {
		try {
			$build();
			self::fail( 'no exception' );
		} catch ( InvalidMail $refused ) {
			self::assertSame( $reason, $refused->reason );
		}
	}

	/**
	 * @return array<string, array{string, Closure}>
	 */
	public static function refused(): array {
		$to = [ new Address( 'a@example.org' ) ];
		return [
			'no at sign'            => [ 'address', static fn () => new Address( 'example.org' ) ],
			'empty'                 => [ 'address', static fn () => new Address( '' ) ],
			'two addresses'         => [ 'address', static fn () => new Address( 'a@example.org, b@example.org' ) ],
			'break in the address'  => [ 'line_break', static fn () => new Address( "a@example.org\nBcc: b@example.org" ) ],
			'return in the address' => [ 'line_break', static fn () => new Address( "a@example.org\r" ) ],
			'break in the name'     => [ 'line_break', static fn () => new Address( 'a@example.org', "A\r\nBcc: b@example.org" ) ],
			'zero in the name'      => [ 'line_break', static fn () => new Address( 'a@example.org', "A\0" ) ],
			'break in the subject'  => [ 'line_break', static fn () => new Mail( $to, "Hallo\nBcc: b@example.org", 'Text' ) ],
			'break in the locale'   => [ 'line_break', static fn () => new Mail( $to, 'Hallo', 'Text', null, "de\nBcc: b@example.org" ) ],
			'nobody'                => [ 'no_recipient', static fn () => new Mail( [], 'Hallo', 'Text' ) ],
			'no subject'            => [ 'no_subject', static fn () => new Mail( $to, ' ', 'Text' ) ],
			'no text'               => [ 'no_text', static fn () => new Mail( $to, 'Hallo', "\n" ) ],
		];
	}

	public function test_survives_the_queue(): void {
		$mail = new Mail( [ new Address( 'a@example.org', 'Zoë' ) ], 'Grüße \\ "x"', "Zeile 1\r\nZeile 2 😀", new Address( 'b@example.org' ), 'de_DE' );
		self::assertEquals( $mail, Mail::from_json( $mail->to_json() ) );
	}

	public function test_broken_characters_do_not_stop_a_mail(): void {
		$mail = new Mail( [ new Address( 'a@example.org' ) ], 'Hallo', "Gr\xFC\xDFe" );
		self::assertStringContainsString( 'Gr', Mail::from_json( $mail->to_json() )->text );
	}
}

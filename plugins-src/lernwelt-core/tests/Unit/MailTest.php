<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use Closure;
use Lernwelt\Core\Address;
use Lernwelt\Core\Attachment;
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
			'an address as topic'   => [ 'topic', static fn () => new Mail( $to, 'Hallo', 'Text', topic: 'zoe@example.org' ) ],
			'a name as topic'       => [ 'topic', static fn () => new Mail( $to, 'Hallo', 'Text', topic: 'Zoë' ) ],
			'a topic with a break'  => [ 'topic', static fn () => new Mail( $to, 'Hallo', 'Text', topic: "booking:17\n" ) ],
			'a topic of 61'         => [ 'topic', static fn () => new Mail( $to, 'Hallo', 'Text', topic: str_repeat( 'a', 61 ) ) ],
			'two invitations'       => [ 'two_calendars', static fn () => new Mail( $to, 'Hallo', 'Text', attachments: [ self::file( type: 'text/calendar' ), self::file( type: 'text/calendar; method=CANCEL' ) ] ) ],
			'too much together'     => [ 'attachment_size', static fn () => new Mail( $to, 'Hallo', 'Text', attachments: [ self::file( content: str_repeat( 'a', 1_500_000 ) ), self::file( content: str_repeat( 'a', 1_500_001 ) ) ] ) ],
			'a file too large'      => [ 'attachment_size', static fn () => self::file( content: str_repeat( 'a', 3_000_001 ) ) ],
			'an empty file'         => [ 'attachment_empty', static fn () => self::file( content: '' ) ],
			'a file without name'   => [ 'attachment_name', static fn () => self::file( name: ' ' ) ],
			'a path as name'        => [ 'attachment_name', static fn () => self::file( name: '../invite.ics' ) ],
			'break in a file name'  => [ 'attachment_name', static fn () => self::file( name: "a\r\nX: b" ) ],
			'a file name of 121'    => [ 'attachment_name', static fn () => self::file( name: str_repeat( 'ä', 121 ) ) ],
			'a header as type'      => [ 'attachment_type', static fn () => self::file( type: "text/plain\r\nX: b" ) ],
			'a word as type'        => [ 'attachment_type', static fn () => self::file( type: 'pdf' ) ],
		];
	}

	public function test_survives_the_queue(): void {
		$mail = new Mail( [ new Address( 'a@example.org', 'Zoë' ) ], 'Grüße \\ "x"', "Zeile 1\r\nZeile 2 😀", new Address( 'b@example.org' ), 'de_DE' );
		self::assertEquals( $mail, Mail::from_json( $mail->to_json() ) );
	}

	public function test_survives_the_queue_with_its_files_and_topic(): void {
		$mail = new Mail( [ new Address( 'a@example.org' ) ], 'Hallo', 'Text', attachments: [ self::file( name: 'Größe.pdf', content: "\xFF\x00\xFE" ), self::file( type: 'text/calendar; method=REQUEST; charset=UTF-8' ) ], topic: 'booking:17' );
		$read = Mail::from_json( $mail->to_json() );
		self::assertEquals( $mail, $read );
		self::assertSame( $mail->attachments[1]->type, $read->calendar()?->type );
	}

	public function test_reads_what_was_queued_before_there_were_files(): void {
		$mail = Mail::from_json( '{"to":[{"email":"a@example.org","name":""}],"subject":"Hallo","text":"Text","reply_to":null,"locale":null}' );
		self::assertEquals( new Mail( [ new Address( 'a@example.org' ) ], 'Hallo', 'Text' ), $mail );
		self::assertNull( $mail->calendar() );
	}

	public function test_a_damaged_file_is_no_mail(): void {
		$this->expectException( InvalidMail::class );
		Mail::from_json( '{"to":[{"email":"a@example.org","name":""}],"subject":"Hallo","text":"Text","reply_to":null,"locale":null,"attachments":[{"name":"a","type":"text/plain","base64":"%%%"}],"topic":""}' );
	}

	public function test_broken_characters_do_not_stop_a_mail(): void {
		$mail = new Mail( [ new Address( 'a@example.org' ) ], 'Hallo', "Gr\xFC\xDFe" );
		self::assertStringContainsString( 'Gr', Mail::from_json( $mail->to_json() )->text );
	}

	private static function file( string $name = 'a.txt', string $type = 'text/plain', string $content = 'a' ): Attachment {
		return new Attachment( $name, $type, $content );
	}
}

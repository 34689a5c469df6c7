<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use Lernwelt\Portal\Domain\Form\InvalidMessage;
use Lernwelt\Portal\Domain\Form\Kind;
use Lernwelt\Portal\Domain\Form\Message;
use Lernwelt\Portal\Domain\Form\Problem;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MessageTest extends TestCase {
	private const GOOD = [
		'name'  => 'Zoë Müller-Straße',
		'email' => 'zoe@example.org',
		'text'  => "Guten Tag,\n<b>eine Frage</b> 😀",
	];

	public function test_takes_what_people_write(): void {
		$message = Message::from( Kind::Contact, self::GOOD );
		self::assertSame( self::GOOD, [ 'name' => $message->name, 'email' => $message->email, 'text' => $message->text ] );
		self::assertSame( '', $message->page );
	}

	public function test_white_space_around_and_foreign_line_breaks_do_not_matter(): void {
		$message = Message::from( Kind::Contact, [ ...self::GOOD, 'name' => "  Zoë \t", 'text' => "\r\nEins\r\nZwei\rDrei\vVier\fFünf\n\n" ] );
		self::assertSame( 'Zoë', $message->name );
		self::assertSame( "Eins\nZwei\nDrei\nVier\nFünf", $message->text );
	}

	public function test_fields_of_another_form_are_left_out(): void {
		self::assertSame( '', Message::from( Kind::Contact, [ ...self::GOOD, 'page' => '/x/' ] )->page );
	}

	public function test_a_barrier_can_be_reported_without_a_name(): void {
		$message = Message::from( Kind::Barrier, [ 'text' => 'Der Kontrast ist zu gering.' ] );
		self::assertSame( [ '', '', '' ], [ $message->name, $message->email, $message->page ] );
	}

	/**
	 * @param Kind                   $kind     Form.
	 * @param array<string, string>  $values   What differs from a good message.
	 * @param array<string, Problem> $problems Expected, in the order of the form.
	 */
	#[DataProvider( 'bad' )]
	public function test_refuses( Kind $kind, array $values, array $problems ): void {
		try {
			Message::from( $kind, [ ...self::GOOD, ...$values ] );
			self::fail( 'was accepted' );
		} catch ( InvalidMessage $invalid ) {
			self::assertSame( $problems, $invalid->problems );
		}
	}

	/**
	 * @return iterable<string, array{Kind, array<string, string>, array<string, Problem>}>
	 */
	public static function bad(): iterable {
		$everything = [ 'name' => Problem::Missing, 'email' => Problem::Missing, 'text' => Problem::Missing ];
		yield 'nothing' => [ Kind::Contact, [ 'name' => '', 'email' => ' ', 'text' => "\n\t" ], $everything ];
		yield 'a barrier without words' => [ Kind::Barrier, [ 'text' => '' ], [ 'text' => Problem::Missing ] ];
		yield 'long text' => [ Kind::Contact, [ 'text' => str_repeat( 'ä', 5001 ) ], [ 'text' => Problem::TooLong ] ];
		yield 'long name' => [ Kind::Contact, [ 'name' => str_repeat( 'ä', 101 ) ], [ 'name' => Problem::TooLong ] ];
		yield 'header in the name' => [ Kind::Contact, [ 'name' => "Zoë\r\nBcc: all@example.org" ], [ 'name' => Problem::LineBreak ] ];
		yield 'header in the address' => [ Kind::Contact, [ 'email' => "zoe@example.org\nBcc: all@example.org" ], [ 'email' => Problem::LineBreak ] ];
		yield 'Unicode line separator in the name' => [ Kind::Contact, [ 'name' => "Zoë\u{2028}Bcc" ], [ 'name' => Problem::LineBreak ] ];
		yield 'null byte in the text' => [ Kind::Contact, [ 'text' => "a\0b" ], [ 'text' => Problem::ControlCharacters ] ];
		yield 'null byte in the address' => [ Kind::Contact, [ 'email' => "zoe@example.org\0" ], [ 'email' => Problem::ControlCharacters ] ];
		yield 'escape sequence in the name' => [ Kind::Contact, [ 'name' => "\e[31mZoë" ], [ 'name' => Problem::ControlCharacters ] ];
		yield 'no address' => [ Kind::Contact, [ 'email' => 'zoe' ], [ 'email' => Problem::NoEmail ] ];
		yield 'two addresses' => [ Kind::Contact, [ 'email' => 'a@example.org, b@example.org' ], [ 'email' => Problem::NoEmail ] ];
		yield 'optional, but wrong' => [ Kind::Barrier, [ 'email' => 'zoe@' ], [ 'email' => Problem::NoEmail ] ];
		yield 'everything at once' => [ Kind::Contact, [ 'name' => '', 'email' => 'x', 'text' => '' ], [ 'name' => Problem::Missing, 'email' => Problem::NoEmail, 'text' => Problem::Missing ] ];
	}

	public function test_exactly_the_limit_passes(): void {
		self::assertSame( 5000, mb_strlen( Message::from( Kind::Contact, [ ...self::GOOD, 'text' => str_repeat( '😀', 5000 ) ] )->text ) );
	}

	public function test_broken_utf_8_is_made_readable(): void {
		self::assertSame( 'a?b', Message::from( Kind::Contact, [ ...self::GOOD, 'text' => "a\xC3b" ] )->text );
	}

	public function test_what_goes_back_into_the_form_has_lost_only_what_nobody_typed(): void {
		self::assertSame( "a<b>\n\tc 😀", Message::shown( "a\0<b>\r\n\tc\e 😀" ) );
		self::assertSame( str_repeat( 'x', 10000 ), Message::shown( str_repeat( 'x', 10000 ) ) );
	}

	public function test_a_fingerprint_tells_messages_apart_by_every_field(): void {
		$prints = array_map(
			static fn ( array $change ): string => Message::from( Kind::Barrier, [ ...self::GOOD, 'page' => '/a/', ...$change ] )->fingerprint(),
			[ [], [ 'name' => 'A' ], [ 'email' => 'b@example.org' ], [ 'page' => '/b/' ], [ 'text' => 'B' ] ]
		);
		self::assertCount( 5, array_unique( $prints ) );
		self::assertSame( $prints[0], Message::from( Kind::Barrier, [ ...self::GOOD, 'page' => ' /a/ ' ] )->fingerprint() );
	}
}

<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use Lernwelt\Booking\Domain\EventDetails;
use Lernwelt\Booking\Domain\EventState;
use Lernwelt\Booking\Domain\EventSummary;
use Lernwelt\Booking\Domain\InvalidInput;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class EventDetailsTest extends TestCase {

	private const GIVEN = [
		'format'        => 'hybrid',
		'contact_name'  => 'Jörg <Muster> & Söhne',
		'contact_email' => 'joerg@example.org',
		'contact_phone' => '0345 2042-0',
		'materials'     => [
			[ 'title' => 'Plan 🙂', 'url' => 'https://example.org/plan.pdf?a=1&b=2#s' ],
			[ 'title' => 'Datei', 'url' => '/wp-content/uploads/sites/4/2026/11/datei.pdf' ],
		],
	];

	public function test_what_is_stored_is_what_was_given(): void {
		self::assertSame( self::GIVEN, EventDetails::from_array( self::GIVEN )->to_array() );
		self::assertSame( [ 'format' => 'onsite' ], EventDetails::from_array( [ 'format' => '', 'contact_name' => '  ', 'contact_phone' => null ] )->to_array() );
	}

	public function test_everything_wrong_is_said_at_once_and_what_is_stored_is_read_all_the_same(): void {
		$wrong = [
			'format'        => 'phone',
			'contact_name'  => "Anna\nBcc: x@example.org",
			'contact_email' => 'anna@localhost..',
			'contact_phone' => [],
			'evil'          => 'x',
			'materials'     => [ self::GIVEN['materials'][0], [ 'title' => '', 'url' => 'javascript:alert(1)' ], 7 ],
		];
		try {
			EventDetails::from_array( $wrong );
			self::fail( 'It was taken.' );
		} catch ( InvalidInput $refused ) {
			$errors = $refused->errors;
			ksort( $errors );
			self::assertSame( [ 'contact_email' => 'email', 'contact_name' => 'line_break', 'contact_phone' => 'type', 'evil' => 'unknown_field', 'format' => 'not_allowed', 'materials.1.title' => 'required', 'materials.1.url' => 'uri', 'materials.2.title' => 'required', 'materials.2.url' => 'required' ], $errors );
		}
		self::assertSame( [ 'format' => 'onsite', 'materials' => [ self::GIVEN['materials'][0] ] ], EventDetails::stored( $wrong )->to_array() );
		self::assertSame( 'onsite', EventDetails::stored( 'broken' )->format );
	}

	/**
	 * @param array<string, mixed> $given  One field.
	 * @param string               $reason Why not.
	 */
	#[DataProvider( 'refusals' )]
	public function test_a_wrong_field( array $given, string $reason ): void {
		$this->expectExceptionMessage( $reason );
		$this->expectException( InvalidInput::class );
		EventDetails::from_array( $given );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, string}>
	 */
	public static function refusals(): iterable {
		$material = static fn ( string $url ): array => [ [ 'materials' => [ [ 'title' => 'a', 'url' => $url ] ] ], 'uri' ];
		yield 'long name' => [ [ 'contact_name' => str_repeat( 'ä', 101 ) ], 'too_long' ];
		yield 'long e-mail' => [ [ 'contact_email' => str_repeat( 'a', 100 ) . '@example.org' ], 'too_long' ];
		yield 'no number' => [ [ 'contact_phone' => 'rufen Sie an' ], 'phone' ];
		yield 'text as list' => [ [ 'materials' => 'alle' ], 'type' ];
		yield 'too many' => [ [ 'materials' => array_fill( 0, 21, self::GIVEN['materials'][0] ) ], 'too_many' ];
		yield 'http' => $material( 'http://example.org/' );
		yield 'another host by two slashes' => $material( '//example.org/x' );
		yield 'another host by a backslash' => $material( '/\\example.org' );
		yield 'password' => $material( 'https://a:b@example.org/' );
		yield 'quotes' => $material( 'https://example.org/"onclick=' );
		yield 'blank' => $material( 'https://example.org/a b' );
		yield 'data' => $material( 'data:text/html,x' );
	}

	public function test_how_an_event_stands(): void {
		$now   = new EventSummary( 2, 2, 1 );
		$off   = new EventSummary( 2, 0, 0 );
		$past  = new EventSummary( 2, 1, 0 );
		$empty = new EventSummary();
		self::assertSame( [ EventState::Published, EventState::Cancelled, EventState::Over, EventState::Published ], array_map( static fn ( EventSummary $one ): EventState => $one->state( true, false ), [ $now, $off, $past, $empty ] ) );
		self::assertSame( [ EventState::Draft, EventState::Scheduled ], [ $off->state( false, false ), $now->state( false, true ) ] );
	}
}

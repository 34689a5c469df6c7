<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use Closure;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What values refuse at birth. */
final class InputTest extends TestCase {

	/**
	 * @param array<string, mixed>  $changes Parameters of DateFacts.
	 * @param array<string, string> $errors  Field → reason.
	 */
	#[DataProvider( 'facts' )]
	public function test_dates( array $changes, array $errors ): void {
		self::assertSame( $errors, self::errors( static fn () => Facts::date_facts( $changes ) ) );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function facts(): iterable {
		yield 'fine' => [ [], [] ];
		yield 'the most seats' => [ [ 'capacity' => 10_000 ], [] ];
		yield 'no seat' => [ [ 'capacity' => 0 ], [ 'capacity' => 'out_of_range' ] ];
		yield 'less than none, and the minimum falls with it' => [ [ 'capacity' => -1 ], [ 'capacity' => 'out_of_range', 'minimum' => 'out_of_range' ] ];
		yield 'a thousand million' => [ [ 'capacity' => 1_000_000_000 ], [ 'capacity' => 'out_of_range' ] ];
		yield 'more needed than there are seats' => [ [ 'minimum' => 21 ], [ 'minimum' => 'out_of_range' ] ];
		yield 'neither place nor link' => [ [ 'place' => '' ], [ 'place' => 'required' ] ];
		yield 'online only' => [ [ 'place' => '', 'link' => 'https://konferenz.example.org/raum' ], [] ];
		yield 'a link that is none' => [ [ 'link' => 'javascript:alert(1)' ], [ 'link' => 'uri' ] ];
		yield 'without protection' => [ [ 'link' => 'http://konferenz.example.org/' ], [ 'link' => 'uri' ] ];
		yield 'a long place' => [ [ 'place' => str_repeat( 'ä', 201 ) ], [ 'place' => 'too_long' ] ];
		yield 'booked after it began' => [ [ 'closes_at' => Facts::instant( '2026-12-03 13:00:01' ) ], [ 'closes_at' => 'after_start' ] ];
		yield 'opens when it closes' => [ [ 'opens_at' => Facts::instant( '2026-12-02 12:00' ) ], [ 'opens_at' => 'after_close' ] ];
		yield 'cancelled after it began' => [ [ 'cancel_until' => Facts::instant( '2026-12-04 00:00' ) ], [ 'cancel_until' => 'after_start' ] ];
	}

	/**
	 * @param list<mixed>           $parameters Of Question.
	 * @param array<string, string> $errors     Field → reason.
	 */
	#[DataProvider( 'questions' )]
	public function test_questions( array $parameters, array $errors ): void {
		self::assertSame( $errors, self::errors( static fn () => new Question( ...$parameters ) ) );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function questions(): iterable {
		yield 'one of two' => [ [ 'workshop', 'Welcher Workshop?', 'one', [ 'Lesen', 'Schreiben' ] ], [] ];
		yield 'free text' => [ [ 'wunsch', 'Ihr Wunsch?', 'text' ], [] ];
		yield 'nothing said' => [ [ '', ' ', 'one', [] ], [ 'id' => 'invalid', 'label' => 'required', 'choices' => 'too_few' ] ];
		yield 'another type' => [ [ 'a', 'A?', 'number', [ 'x', 'y' ] ], [ 'type' => 'not_allowed' ] ];
		yield 'one choice' => [ [ 'a', 'A?', 'one', [ 'x' ] ], [ 'choices' => 'too_few' ] ];
		yield 'the same twice' => [ [ 'a', 'A?', 'several', [ 'x', 'x' ] ], [ 'choices' => 'repeated' ] ];
		yield 'choices for a text' => [ [ 'a', 'A?', 'text', [ 'x', 'y' ] ], [ 'choices' => 'not_allowed' ] ];
	}

	public function test_questions_that_do_not_fit_into_their_row(): void {
		// What the database cuts off can't be read again.
		$choices = array_map( static fn ( int $number ): string => str_repeat( '🧀', 98 ) . sprintf( '%02d', $number ), range( 1, 20 ) );
		self::assertSame( [ 'questions' => 'too_many' ], self::errors( static fn () => new Questions( array_map( static fn ( int $number ): Question => new Question( "frage-$number", 'Was?', 'several', $choices ), range( 1, 10 ) ) ) ) );
		self::assertSame( [ 'choices' => 'invalid' ], self::errors( static fn () => new Question( 'a', 'A?', 'one', [ "x\n", 'y' ] ) ) );
	}

	/**
	 * @param array<string, mixed>                        $given    Answers as they come in.
	 * @param array<string, string|list<string>>          $taken    What is kept.
	 * @param array<string, string>                       $errors   Field → reason.
	 */
	#[DataProvider( 'answers' )]
	public function test_answers( array $given, array $taken, array $errors = [] ): void {
		$questions = Questions::from_json(
			( new Questions(
				[
					new Question( 'workshop', 'Welcher Workshop?', 'one', [ 'Lesen', 'Schreiben' ], true ),
					new Question( 'tage', 'An welchen Tagen?', 'several', [ 'Montag', 'Dienstag' ] ),
					new Question( 'wunsch', 'Ihr Wunsch?', 'text' ),
				]
			) )->to_json()
		);
		$kept      = [];
		self::assertSame(
			$errors,
			self::errors(
				static function () use ( $questions, $given, &$kept ): void {
					$kept = $questions->answers( $given );
				}
			)
		);
		self::assertSame( $taken, $kept );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function answers(): iterable {
		yield 'all' => [ [ 'workshop' => 'Lesen', 'tage' => [ 'Montag', 'Dienstag' ], 'wunsch' => ' Käffchen ☕ ' ], [ 'workshop' => 'Lesen', 'tage' => [ 'Montag', 'Dienstag' ], 'wunsch' => 'Käffchen ☕' ] ];
		yield 'one day as text' => [ [ 'workshop' => 'Lesen', 'tage' => 'Montag' ], [ 'workshop' => 'Lesen', 'tage' => [ 'Montag' ] ] ];
		yield 'only what must be' => [ [ 'workshop' => 'Lesen', 'tage' => [], 'wunsch' => '' ], [ 'workshop' => 'Lesen' ] ];
		yield 'nothing' => [ [], [], [ 'answers.workshop' => 'required' ] ];
		yield 'another choice' => [ [ 'workshop' => 'Rechnen' ], [], [ 'answers.workshop' => 'not_allowed' ] ];
		yield 'two of one' => [ [ 'workshop' => [ 'Lesen', 'Schreiben' ] ], [], [ 'answers.workshop' => 'type' ] ];
		yield 'a number' => [ [ 'workshop' => 'Lesen', 'wunsch' => 7 ], [], [ 'answers.wunsch' => 'type' ] ];
		yield 'a tree' => [ [ 'workshop' => 'Lesen', 'tage' => [ [ 'Montag' ] ] ], [], [ 'answers.tage' => 'type' ] ];
		yield 'too long' => [ [ 'workshop' => 'Lesen', 'wunsch' => str_repeat( 'x', 501 ) ], [], [ 'answers.wunsch' => 'too_long' ] ];
		yield 'one day a thousand times' => [ [ 'workshop' => 'Lesen', 'tage' => array_fill( 0, 1_000, 'Montag' ) ], [ 'workshop' => 'Lesen', 'tage' => [ 'Montag' ] ] ];
		yield 'signs that are no text' => [ [ 'workshop' => 'Lesen', 'wunsch' => "K\xFFse\0\r\nund Brot\x07" ], [ 'workshop' => 'Lesen', 'wunsch' => "K?se\nund Brot" ] ];
		yield 'a choice that is no text' => [ [ 'workshop' => "Lesen\xFF" ], [], [ 'answers.workshop' => 'not_allowed' ] ];
		yield 'nobody asked' => [ [ 'workshop' => 'Lesen', 'religion' => 'x' ], [], [ 'answers.religion' => 'unknown' ] ];
	}

	public function test_audiences(): void {
		self::assertSame( [ 'roles' => 'invalid', 'schools' => 'invalid' ], self::errors( static fn () => new Audience( [ "x'; DROP" ], [ '1 2' ] ) ) );
		self::assertSame( [ 'schools' => 'too_many' ], self::errors( static fn () => new Audience( [], array_map( strval( ... ), range( 1, 201 ) ) ) ) );
		$audience = new Audience( [ 'lernwelt_teacher' ], [ '900101' ], true );
		self::assertEquals( $audience, Audience::from_json( $audience->to_json() ) );
	}

	public function test_numbers_of_bookings(): void {
		$number = BookingNumber::random();
		self::assertMatchesRegularExpression( '/^[0-9A-HJKMNP-TV-Z]{10}$/', $number );
		self::assertNotSame( $number, BookingNumber::random() );
		self::assertSame( '701KQ2MXP4', BookingNumber::typed( ' 7oi kq-2mxp4 ' ) );
		foreach ( [ '', '7KQ2MXP4T', '7KQ2MXP4TC1', '7KQ2MXP4T!', 'UUUUUUUUUU' ] as $typed ) {
			self::assertSame( '', BookingNumber::typed( $typed ) );
		}
	}

	/**
	 * @param Closure(): mixed $birth Makes a value.
	 * @return array<string, string>
	 */
	private static function errors( Closure $birth ): array {
		try {
			$birth();
		} catch ( InvalidInput $refused ) {
			return $refused->errors;
		}
		return [];
	}
}

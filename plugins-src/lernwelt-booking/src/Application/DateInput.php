<?php
/**
 * Dates as editors send them.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;

/** Reads what a form sends, with times as people read them, and says everything that is wrong at once. */
final class DateInput {

	/** @var array<string, string> Field → reason. */
	private array $errors = [];

	/**
	 * @param array<string, mixed> $given Fields of the schema `event-date-input`, types as it says.
	 * @param DateTimeZone         $zone  Zone of the portal.
	 */
	private function __construct( private readonly array $given, private readonly DateTimeZone $zone ) {}

	/**
	 * Facts of a date.
	 *
	 * @param array<string, mixed> $given Fields of the schema `event-date-input`, types as it says.
	 * @param DateTimeZone         $zone  Zone of the portal.
	 * @throws InvalidInput With everything that is wrong: its fields are those of the schema, `questions.0.label` for a part.
	 */
	public static function facts( array $given, DateTimeZone $zone ): DateFacts {
		return ( new self( $given, $zone ) )->read();
	}

	/**
	 * What a form shows of a date: the way {@see facts()} reads it.
	 *
	 * @param DateFacts $facts Facts.
	 * @return array<string, mixed>
	 */
	public static function of( DateFacts $facts ): array {
		$local = static fn ( ?DateTimeImmutable $instant ): string => null === $instant ? '' : $instant->setTimezone( $facts->period->zone )->format( 'Y-m-d H:i' );
		return [
			'start'             => $facts->period->all_day ? $facts->period->first_day() : $local( $facts->period->start ),
			'end'               => $facts->period->all_day ? $facts->period->last_day() : $local( $facts->period->end ),
			'all_day'           => $facts->period->all_day,
			'place'             => $facts->place,
			'link'              => $facts->link,
			'capacity'          => $facts->capacity,
			'minimum'           => $facts->minimum,
			'opens_at'          => $local( $facts->opens_at ),
			'closes_at'         => $local( $facts->closes_at ),
			'cancel_until'      => $local( $facts->cancel_until ),
			'roles'             => $facts->audience->roles,
			'schools'           => $facts->audience->schools,
			'startchancen_only' => $facts->audience->startchancen_only,
			'questions'         => array_map( get_object_vars( ... ), $facts->questions->all ),
		];
	}

	private function read(): DateFacts {
		$period    = $this->part( fn (): Period => Period::typed( $this->text( 'start' ), $this->text( 'end' ), $this->zone, true === ( $this->given['all_day'] ?? false ) ) );
		$audience  = $this->part( fn (): Audience => new Audience( $this->texts( 'roles' ), $this->texts( 'schools' ), true === ( $this->given['startchancen_only'] ?? false ) ) );
		$questions = $this->questions();
		$opens     = $this->instant( 'opens_at' );
		$closes    = $this->instant( 'closes_at' );
		$cancel    = $this->instant( 'cancel_until' );
		// Without a period the rest is checked against one far away, so that everything is said at once.
		$whole = $period ?? new Period( new DateTimeImmutable( '2099-01-01' ), new DateTimeImmutable( '2099-01-02' ), $this->zone );
		$facts = $this->part(
			fn (): DateFacts => new DateFacts(
				$whole,
				$this->text( 'place' ),
				$this->text( 'link' ),
				$this->number( 'capacity' ),
				$this->number( 'minimum' ),
				$opens,
				$closes ?? $whole->start,
				$cancel ?? $closes ?? $whole->start,
				$audience ?? new Audience(),
				$questions ?? new Questions()
			)
		);
		if ( [] !== $this->errors || null === $facts ) {
			throw new InvalidInput( [] === $this->errors ? [ 'start' => 'date' ] : $this->errors );
		}
		return $facts;
	}

	private function questions(): ?Questions {
		$all  = [];
		$list = is_array( $this->given['questions'] ?? null ) ? array_values( $this->given['questions'] ) : [];
		foreach ( $list as $place => $one ) {
			$one   = is_array( $one ) ? $one : [];
			$text  = static fn ( string $name ): string => self::clean( $one[ $name ] ?? null );
			$id    = '' === $text( 'id' ) ? sprintf( 'frage-%d', $place + 1 ) : $text( 'id' );
			$all[] = $this->part( static fn (): Question => new Question( $id, $text( 'label' ), $text( 'type' ), self::strings( $one['choices'] ?? [] ), true === ( $one['required'] ?? false ) ), "questions.$place." );
		}
		$fine = array_values( array_filter( $all, static fn ( ?Question $one ): bool => null !== $one ) );
		return $this->part( static fn (): Questions => new Questions( $fine ) );
	}

	/**
	 * Tries to make a value and keeps its errors.
	 *
	 * @template T of object
	 * @param Closure(): T $birth  Makes it.
	 * @param string       $prefix In front of its fields.
	 * @return ?T
	 */
	private function part( Closure $birth, string $prefix = '' ): ?object {
		try {
			return $birth();
		} catch ( InvalidInput $refused ) {
			foreach ( $refused->errors as $field => $reason ) {
				$this->errors += [ $prefix . $field => $reason ];
			}
			return null;
		}
	}

	private function instant( string $field ): ?DateTimeImmutable {
		$typed = $this->text( $field );
		return '' === $typed ? null : Period::instant( $typed, $this->zone, $field, $this->errors );
	}

	private function text( string $field ): string {
		return self::clean( $this->given[ $field ] ?? null );
	}

	private function number( string $field ): int {
		return is_int( $this->given[ $field ] ?? null ) ? $this->given[ $field ] : 0;
	}

	/** @return list<string> */
	private function texts( string $field ): array {
		return self::strings( $this->given[ $field ] ?? [] );
	}

	/** @return list<string> */
	private static function strings( mixed $values ): array {
		return is_array( $values ) ? array_values( array_map( self::clean( ... ), array_filter( $values, is_string( ... ) ) ) ) : [];
	}

	/** Bytes that are no text can't be stored. */
	private static function clean( mixed $value ): string {
		return is_string( $value ) ? trim( mb_scrub( $value, 'UTF-8' ) ) : '';
	}
}

<?php
/**
 * How values of fields read.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use DateTimeImmutable;
use Lernwelt\Core\Data\CalendarFields;
use Lernwelt\Core\Data\CalendarSpan;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Moment;
use Lernwelt\Core\Data\Record;

/** Turns typed values into words; remembers the words of terms for the page. */
final class ValueFormat {

	/** @var array<string, array<string, string>> Field id → value → word. */
	private array $words = [];

	/**
	 * @param ?CalendarFields $calendar Fields that say when a record is; null for a source without a calendar.
	 */
	public function __construct( private readonly ?CalendarFields $calendar = null ) {}

	/**
	 * The values of a field of a record. Where whole days count, begin and end are days.
	 *
	 * @param Field  $field  The field.
	 * @param Record $record The record.
	 * @return list<Value>
	 */
	public function of_record( Field $field, Record $record ): array {
		$value    = $record->values[ $field->id ] ?? null;
		$calendar = $this->calendar;
		if ( null === $calendar || ! in_array( $field->id, [ $calendar->start, $calendar->end ], true ) || true !== ( $record->values[ $calendar->all_day ] ?? false ) ) {
			return $this->of( $field, $value );
		}
		$start = Moment::parse( $record->values[ $calendar->start ] ?? null );
		if ( null === $start ) {
			return $this->of( $field, $value );
		}
		$span = new CalendarSpan( $start, Moment::parse( $record->values[ $calendar->end ] ?? null ), wp_timezone() );
		return [ self::day( $field->id === $calendar->start ? $span->first_day() : $span->last_day(), self::day_format() ) ];
	}

	/**
	 * The values of a field; those of another type than the field says are left out.
	 *
	 * @param Field $field The field.
	 * @param mixed $value Its value in a record.
	 * @return list<Value>
	 */
	public function of( Field $field, mixed $value ): array {
		return match ( $field->type ) {
			FieldType::Boolean => true === $value ? [ new Value( __( 'Yes', 'lernwelt-dataview' ) ) ] : [],
			FieldType::Terms   => $this->terms( $field, $value ),
			FieldType::Number  => is_int( $value ) || is_float( $value ) ? [ new Value( self::number( $value ) ) ] : [],
			default            => is_string( $value ) && '' !== trim( $value ) ? [ self::text( $field->type, trim( $value ) ) ] : [],
		};
	}

	/**
	 * @param Field $field The field.
	 * @param mixed $value Its value in a record.
	 * @return list<Value>
	 */
	private function terms( Field $field, mixed $value ): array {
		$words = $this->words[ $field->id ] ??= $field->choices();
		$found = array_map( static fn ( mixed $one ): string => is_string( $one ) ? ( $words[ $one ] ?? '' ) : '', is_array( $value ) ? $value : [] );
		return array_map( static fn ( string $word ): Value => new Value( $word ), array_values( array_filter( $found, static fn ( string $word ): bool => '' !== $word ) ) );
	}

	private static function number( int|float $number ): string {
		$decimals = is_int( $number ) || floor( $number ) === $number ? 0 : 2;
		return number_format_i18n( (float) $number, $decimals );
	}

	private static function text( FieldType $type, string $text ): Value {
		return match ( $type ) {
			FieldType::Date   => self::day( $text, (string) get_option( 'date_format' ) ),
			FieldType::Moment => self::moment( $text ),
			FieldType::Link   => new Value( (string) preg_replace( '~^https?://(www\.)?|/$~', '', $text ), $text ),
			FieldType::Email  => new Value( $text, 'mailto:' . $text ),
			default           => new Value( $text ),
		};
	}

	/**
	 * @param string $text   `YYYY-MM-DD`; anything else is printed as it is.
	 * @param string $format Format of dates.
	 */
	private static function day( string $text, string $format ): Value {
		$day  = DateTimeImmutable::createFromFormat( '!Y-m-d', $text, wp_timezone() );
		$word = false === $day ? false : wp_date( $format, $day->getTimestamp() );
		return false === $word ? new Value( $text ) : new Value( $word, '', $text );
	}

	private static function moment( string $text ): Value {
		$instant = Moment::parse( $text );
		/* translators: date and time, see https://www.php.net/manual/datetime.format.php */
		$word = null === $instant ? false : wp_date( _x( 'D, j F Y, H:i', 'day and time', 'lernwelt-dataview' ), $instant->getTimestamp() );
		return false === $word ? new Value( $text ) : new Value( $word, '', $text );
	}

	private static function day_format(): string {
		/* translators: date, see https://www.php.net/manual/datetime.format.php */
		return _x( 'D, j F Y', 'day', 'lernwelt-dataview' );
	}
}

<?php
/**
 * How values of fields read.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use DateTimeImmutable;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;

/** Turns typed values into words; remembers the words of terms for the page. */
final class ValueFormat {

	/** @var array<string, array<string, string>> Field id → value → word. */
	private array $words = [];

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
		if ( FieldType::Date === $type ) {
			$day  = DateTimeImmutable::createFromFormat( '!Y-m-d', $text, wp_timezone() );
			$word = false === $day ? false : wp_date( (string) get_option( 'date_format' ), $day->getTimestamp() );
			return false === $word ? new Value( $text ) : new Value( $word, '', $text );
		}
		return match ( $type ) {
			FieldType::Link  => new Value( (string) preg_replace( '~^https?://(www\.)?|/$~', '', $text ), $text ),
			FieldType::Email => new Value( $text, 'mailto:' . $text ),
			default          => new Value( $text ),
		};
	}
}

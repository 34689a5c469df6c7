<?php
/**
 * Values of one field on their way from the source.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use DateTimeImmutable;

/** Takes values out of a row and applies the steps of a rule. */
final readonly class FieldValues {

	/** Values of one field at most: a list of thousands would fill the report. */
	public const MAX = 100;

	private const YES = [ '1', 'ja', 'j', 'yes', 'y', 'true', 'wahr', 'x', '✓', '✔' ];
	private const NO  = [ '0', 'nein', 'n', 'no', 'false', 'falsch', '-', '–' ];

	/**
	 * @param Decimal $decimal Notation of numbers.
	 */
	public function __construct( private Decimal $decimal ) {}

	/**
	 * The values of a field.
	 *
	 * @param FieldRule $rule    Rule.
	 * @param Row       $row     Row.
	 * @param string    $field   Field of the place, for remarks.
	 * @param Remarks   $remarks Where to note what is wrong.
	 * @return list<string|bool> Without empty ones.
	 */
	public function of( FieldRule $rule, Row $row, string $field, Remarks $remarks ): array {
		$values = [] === $rule->from ? [ $rule->value ] : [];
		foreach ( $rule->from as $name ) {
			array_push( $values, ...self::simple( Fields::get( $row->values, $name ), $field, $remarks ) );
		}
		foreach ( $rule->transforms as $transform ) {
			$values = $this->apply( $transform, $values, $field, $remarks );
		}
		$values = array_values( array_filter( $values, static fn ( string|bool $value ): bool => is_bool( $value ) || '' !== trim( $value ) ) );
		if ( count( $values ) > self::MAX ) {
			$remarks->add( FindingCode::TooManyValues, $field, implode( ', ', array_map( self::text( ... ), array_slice( $values, 0, self::MAX ) ) ) );
			$values = array_slice( $values, 0, self::MAX );
		}
		return $values;
	}

	/**
	 * What words mean as yes or no.
	 *
	 * @param string|bool  $value Value.
	 * @param list<string> $yes   Further words for yes.
	 * @return ?bool Null when it is neither.
	 */
	public static function boolean( string|bool $value, array $yes = [] ): ?bool {
		if ( is_bool( $value ) ) {
			return $value;
		}
		$word = Terms::fold( $value );
		return match ( true ) {
			in_array( $word, self::YES, true ), in_array( $word, array_map( Terms::fold( ... ), $yes ), true ) => true,
			in_array( $word, self::NO, true ) => false,
			default                           => null,
		};
	}

	/**
	 * A value as text.
	 *
	 * @param mixed $value Value.
	 */
	public static function text( mixed $value ): string {
		return match ( true ) {
			is_string( $value )                     => $value,
			is_bool( $value )                       => $value ? '1' : '0',
			is_int( $value ), is_float( $value )    => (string) json_encode( $value ),
			null === $value                         => '',
			default                                 => (string) json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR ),
		};
	}

	/**
	 * @return list<string|bool>
	 */
	private static function simple( mixed $value, string $field, Remarks $remarks ): array {
		$values = is_array( $value ) && array_is_list( $value ) ? $value : [ $value ];
		$simple = [];
		foreach ( array_slice( $values, 0, self::MAX + 1 ) as $one ) {
			if ( is_array( $one ) ) {
				$remarks->add( FindingCode::NotText, $field, self::text( $one ) );
			} elseif ( null !== $one ) {
				$simple[] = is_bool( $one ) ? $one : self::text( $one );
			}
		}
		return $simple;
	}

	/**
	 * @param list<string|bool> $values Values.
	 * @return list<string|bool>
	 */
	private function apply( Transform $transform, array $values, string $field, Remarks $remarks ): array {
		if ( TransformKind::Join === $transform->kind ) {
			$texts = array_filter( array_map( static fn ( string|bool $value ): string => trim( self::text( $value ) ), $values ), static fn ( string $text ): bool => '' !== $text );
			return [] === $texts ? [] : [ implode( $transform->by, $texts ) ];
		}
		$results = [];
		foreach ( $values as $value ) {
			if ( TransformKind::Split === $transform->kind && is_string( $value ) && '' !== $transform->by ) {
				array_push( $results, ...array_map( trim( ... ), array_slice( explode( $transform->by, $value ), 0, self::MAX + 1 ) ) );
				continue;
			}
			$result = is_bool( $value ) ? $value : $this->one( $transform, $value, $field, $remarks );
			if ( null !== $result ) {
				$results[] = $result;
			}
		}
		return $results;
	}

	/** Applies a step to one text; null leaves it out. */
	private function one( Transform $transform, string $value, string $field, Remarks $remarks ): string|bool|null {
		if ( '' === trim( $value ) ) {
			return null;
		}
		[ $result, $code ] = match ( $transform->kind ) {
			TransformKind::Trim    => [ PlainText::line( $value ), FindingCode::NotText ],
			TransformKind::Lookup  => [ $transform->table[ Terms::fold( $value ) ] ?? ( $transform->drop ? null : $value ), FindingCode::NotInTable ],
			TransformKind::Date    => [ self::date( $value, $transform ), FindingCode::BadDate ],
			TransformKind::Url     => [ self::url( $value ), FindingCode::BadUrl ],
			TransformKind::Number  => [ self::number( $value, $this->decimal ), FindingCode::BadNumber ],
			TransformKind::Boolean => [ self::boolean( $value, $transform->yes ), FindingCode::BadBoolean ],
			default                => [ $value, FindingCode::NotText ],
		};
		if ( null === $result ) {
			$remarks->add( $code, $field, $value );
		}
		return $result;
	}

	private static function date( string $value, Transform $transform ): ?string {
		$date   = DateTimeImmutable::createFromFormat( "!$transform->format", trim( $value ) );
		$errors = DateTimeImmutable::getLastErrors();
		// 31.02. is a date to PHP, with a warning.
		return false === $date || ( false !== $errors && $errors['warning_count'] > 0 ) ? null : $date->format( $transform->to );
	}

	/**
	 * Completes a web address.
	 *
	 * @param string $value What the source says.
	 * @return ?string Null when it can't be one.
	 */
	public static function url( string $value ): ?string {
		$value = trim( $value );
		if ( 1 === preg_match( '~^https?://[^\s/]~i', $value ) ) {
			return $value;
		}
		return 1 === preg_match( '~^(?://)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#].*)?)$~Du', $value, $parts ) ? "https://$parts[1]" : null;
	}

	private static function number( string $value, Decimal $decimal ): ?string {
		$number = Numbers::read( $value, $decimal );
		return null === $number ? null : Numbers::plain( $number );
	}
}

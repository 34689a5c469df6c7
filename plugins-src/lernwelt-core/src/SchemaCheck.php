<?php
/**
 * Values against JSON schemas.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use WP_Error;

/** Checks values with WordPress's own schema code and speaks in reason codes instead of sentences. */
final class SchemaCheck {

	/** WordPress's error code → reason code. Everything else is `invalid`. */
	private const REASONS = [
		'rest_missing_callback_param'          => 'required',
		'rest_property_required'               => 'required',
		'rest_additional_properties_forbidden' => 'unknown',
		'rest_invalid_type'                    => 'type',
		'rest_invalid_pattern'                 => 'pattern',
		'rest_invalid_email'                   => 'email',
		'rest_invalid_uri'                     => 'uri',
		'rest_invalid_hex_color'               => 'color',
		'rest_invalid_date'                    => 'date',
		'rest_not_in_enum'                     => 'not_allowed',
		'rest_too_short'                       => 'too_short',
		'rest_too_long'                        => 'too_long',
		'rest_too_few_items'                   => 'too_few',
		'rest_too_many_items'                  => 'too_many',
		'rest_out_of_bounds'                   => 'out_of_range',
	];

	/**
	 * What is wrong with an object's fields.
	 *
	 * @param array<string, mixed> $schema JSON schema of type object.
	 * @param array<string, mixed> $values Field → value.
	 * @return array<string, string> Field → reason code: required, unknown, type, pattern, email, uri, color, date,
	 *                               not_allowed, too_short, too_long, too_few, too_many, out_of_range, line_break, invalid.
	 */
	public function violations( array $schema, array $values ): array {
		$fields = $schema['properties'] ?? [];
		$errors = [];
		foreach ( $schema['required'] ?? [] as $name ) {
			if ( ! array_key_exists( $name, $values ) ) {
				$errors[ $name ] = 'required';
			}
		}
		foreach ( $values as $name => $value ) {
			if ( ! isset( $fields[ $name ] ) ) {
				if ( false === ( $schema['additionalProperties'] ?? true ) ) {
					$errors[ $name ] = 'unknown';
				}
				continue;
			}
			$result = rest_validate_value_from_schema( $value, $fields[ $name ], $name );
			if ( is_wp_error( $result ) ) {
				$errors[ $name ] = self::reason( $result->get_error_code() );
			} elseif ( is_string( $value ) && self::breaks_line( $value, $fields[ $name ] ) ) {
				$errors[ $name ] = 'line_break';
			}
		}
		return $errors;
	}

	/**
	 * The values in the schema's types: the check lets "5" pass as a number, as a form sends it.
	 *
	 * @param array<string, mixed> $schema JSON schema of type object.
	 * @param array<string, mixed> $values Values that passed violations().
	 * @return array<string, mixed>
	 */
	public function typed( array $schema, array $values ): array {
		foreach ( array_intersect_key( $values, $schema['properties'] ?? [] ) as $name => $value ) {
			$values[ $name ] = rest_sanitize_value_from_schema( $value, $schema['properties'][ $name ], $name );
		}
		return $values;
	}

	/**
	 * Turns the refusal of a request's parameters by the REST server into reason codes.
	 *
	 * @param WP_Error $error Error with code rest_invalid_param or rest_missing_callback_param.
	 * @return array<string, string> Field → reason code.
	 */
	public static function fields_of( WP_Error $error ): array {
		$data   = $error->get_error_data();
		$fields = [];
		foreach ( is_array( $data ) ? (array) ( $data['params'] ?? [] ) : [] as $name => $value ) {
			if ( is_int( $name ) ) {
				$fields[ (string) $value ] = self::reason( $error->get_error_code() );
			} else {
				$fields[ $name ] = self::reason( $data['details'][ $name ]['code'] ?? '' );
			}
		}
		return $fields;
	}

	/**
	 * Fields are one line unless their format is WordPress's `textarea-field`; a pattern's `$` would let a break pass.
	 *
	 * @param string               $value Text.
	 * @param array<string, mixed> $field Schema of the field.
	 */
	private static function breaks_line( string $value, array $field ): bool {
		return 1 === preg_match( 'textarea-field' === ( $field['format'] ?? '' ) ? '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/' : '/[\x00-\x1F\x7F]/', $value );
	}

	private static function reason( int|string $code ): string {
		return self::REASONS[ $code ] ?? 'invalid';
	}
}

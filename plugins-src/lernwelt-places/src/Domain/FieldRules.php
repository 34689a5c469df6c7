<?php
/**
 * Rules of single fields.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Says what is wrong with one text, so that forms and imports can speak about one field without building a place. */
final class FieldRules {

	/**
	 * What is wrong with a text.
	 *
	 * @param PlaceField $field Field of text.
	 * @param string     $value Text; '' is always fine but for the title.
	 */
	public static function problem( PlaceField $field, string $value ): ?PlaceProblem {
		if ( '' === $value ) {
			return PlaceField::Title === $field ? PlaceProblem::Missing : null;
		}
		if ( ! mb_check_encoding( $value, 'UTF-8' ) ) {
			return PlaceProblem::Encoding;
		}
		if ( PlaceField::Title === $field && '' === trim( $value ) ) {
			return PlaceProblem::Missing;
		}
		if ( 1 === preg_match( $field->has_lines() ? '/[\x00-\x08\x0B-\x1F\x7F]/' : '/[\x00-\x1F\x7F]|\x{2028}|\x{2029}/u', $value ) ) {
			return PlaceProblem::LineBreak;
		}
		if ( mb_strlen( $value ) > ( $field->max_length() ?? 0 ) ) {
			return PlaceField::Postcode === $field ? PlaceProblem::Postcode : PlaceProblem::TooLong;
		}
		return match ( $field ) {
			PlaceField::Postcode => 1 === preg_match( '/^\d{5}$/D', $value ) ? null : PlaceProblem::Postcode,
			PlaceField::Phone    => preg_match_all( '/\d/', $value ) >= 3 ? null : PlaceProblem::Phone,
			PlaceField::Email    => self::is_email( $value ) ? null : PlaceProblem::Email,
			PlaceField::Website  => self::is_url( $value ) ? null : PlaceProblem::Url,
			default              => null,
		};
	}

	private static function is_email( string $address ): bool {
		$at = strrpos( $address, '@' );
		return false !== $at && ! str_contains( $address, '"' ) && self::is_host( substr( $address, $at + 1 ) )
			&& false !== filter_var( substr( $address, 0, $at ) . '@example.org', FILTER_VALIDATE_EMAIL );
	}

	/** Whether it is an address that browsers open: http or https, a host with a dot, no password, nothing that needs quoting. */
	private static function is_url( string $url ): bool {
		return 1 === preg_match( '~^https?://([^\s/?#@:]+)(?::\d{1,5})?(?:[/?#][^\s<>"\\\\^`{|}]*)?$~Diu', $url, $parts ) && self::is_host( $parts[1] );
	}

	private static function is_host( string $host ): bool {
		$ascii = '' === $host ? false : idn_to_ascii( $host, IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 );
		return false !== $ascii && 1 === preg_match( '/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/Di', $ascii );
	}
}

<?php
/**
 * Makes a field's text fit for a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Places\Domain\FieldRules;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\PlaceProblem;

/** Cleans, shortens or leaves out; every change is remarked. */
final class TextCleaner {

	/** Characters that are looked at; longer than any field. */
	private const LOOKS_AT = 200_000;

	/**
	 * The text of a field.
	 *
	 * @param PlaceField        $field   Field of text.
	 * @param list<string|bool> $values  Values, several are put together.
	 * @param Remarks           $remarks Where to note what was done.
	 * @return string A text that the place accepts, '' when there is none.
	 */
	public static function text( PlaceField $field, array $values, Remarks $remarks ): string {
		$raw            = implode( PlaceField::Description === $field ? "\n\n" : ( $field->has_lines() ? "\n" : ', ' ), array_map( FieldValues::text( ... ), $values ) );
		[ $text, $had ] = PlainText::of( mb_substr( $raw, 0, self::LOOKS_AT ) );
		$text           = self::shape( $field, $text, $remarks, $raw );
		if ( $had ) {
			$remarks->add( FindingCode::HtmlRemoved, $field->value, $raw );
		}
		$max = $field->max_length() ?? 0;
		if ( mb_strlen( $text ) > $max && ! in_array( $field, [ PlaceField::Postcode, PlaceField::Phone, PlaceField::Email, PlaceField::Website ], true ) ) {
			$remarks->add( FindingCode::TooLong, $field->value, $raw );
			$text = rtrim( mb_substr( $text, 0, $max - 1 ) ) . '…';
		}
		$problem = '' === $text ? null : FieldRules::problem( $field, $text );
		if ( null === $problem ) {
			return $text;
		}
		$remarks->add( self::code( $problem, $field ), $field->value, $raw );
		return '';
	}

	/** What many sources write differently and everybody understands. */
	private static function shape( PlaceField $field, string $text, Remarks $remarks, string $raw ): string {
		if ( ! $field->has_lines() ) {
			$text = PlainText::line( $text );
		}
		switch ( $field ) {
			case PlaceField::Postcode:
				$text = (string) preg_replace( '/^D[\s-]*(?=\d)/', '', $text );
				if ( 1 === preg_match( '/^\d{4}$/D', $text ) ) {
					$remarks->add( FindingCode::PostcodePadded, $field->value, $raw );
					$text = "0$text";
				}
				return $text;
			case PlaceField::Email:
				return (string) preg_replace( '/^mailto:\s*/i', '', $text );
			case PlaceField::Website:
				return FieldValues::url( $text ) ?? $text;
			default:
				return $text;
		}
	}

	private static function code( PlaceProblem $problem, PlaceField $field ): FindingCode {
		return match ( $field ) {
			PlaceField::Postcode => FindingCode::BadPostcode,
			PlaceField::Phone    => FindingCode::BadPhone,
			PlaceField::Email    => FindingCode::BadEmail,
			PlaceField::Website  => FindingCode::BadUrl,
			default              => PlaceProblem::TooLong === $problem ? FindingCode::TooLong : FindingCode::NotText,
		};
	}
}

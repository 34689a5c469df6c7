<?php
/**
 * Words for what is wrong with a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Places\Domain\PlaceProblem;

/** Sentences for people. */
final class ProblemWords {

	/**
	 * One sentence about one field.
	 *
	 * @param string       $field   Name of the field.
	 * @param PlaceProblem $problem What is wrong.
	 */
	public static function sentence( string $field, PlaceProblem $problem ): string {
		$what = match ( $problem ) {
			PlaceProblem::Missing    => __( 'This must not be empty.', 'lernwelt-places' ),
			PlaceProblem::TooLong    => __( 'This text is too long. Please shorten it.', 'lernwelt-places' ),
			PlaceProblem::LineBreak  => __( 'This must be one line.', 'lernwelt-places' ),
			PlaceProblem::Postcode   => __( 'A postcode has five digits, for example 39104.', 'lernwelt-places' ),
			PlaceProblem::Phone      => __( 'Please enter a telephone number.', 'lernwelt-places' ),
			PlaceProblem::Email      => __( 'Please check the e-mail address. It looks like this: name@example.org', 'lernwelt-places' ),
			PlaceProblem::Url        => __( 'Please check the web address. It begins with https:// or http://', 'lernwelt-places' ),
			PlaceProblem::Incomplete => __( 'Latitude and longitude belong together. Please enter both or none.', 'lernwelt-places' ),
			PlaceProblem::OutOfRange => __( 'Latitude and longitude are no place on earth.', 'lernwelt-places' ),
			PlaceProblem::Type, PlaceProblem::Encoding, PlaceProblem::Unknown => __( 'Please check this entry.', 'lernwelt-places' ),
		};
		return self::label( $field ) . ': ' . $what;
	}

	/**
	 * Name of a field.
	 *
	 * @param string $field Name in code.
	 */
	public static function label( string $field ): string {
		return match ( $field ) {
			'title'             => __( 'Name', 'lernwelt-places' ),
			'summary'           => __( 'In one sentence', 'lernwelt-places' ),
			'description'       => __( 'Description', 'lernwelt-places' ),
			'region'            => __( 'Region', 'lernwelt-places' ),
			'subject'           => __( 'Subjects', 'lernwelt-places' ),
			'audience'          => __( 'For whom', 'lernwelt-places' ),
			'kind'              => __( 'Kind of place', 'lernwelt-places' ),
			'offers'            => __( 'Offers for classes', 'lernwelt-places' ),
			'street'            => __( 'Street and number', 'lernwelt-places' ),
			'postcode'          => __( 'Postcode', 'lernwelt-places' ),
			'city'              => __( 'Town', 'lernwelt-places' ),
			'phone'             => __( 'Telephone', 'lernwelt-places' ),
			'email'             => __( 'E-mail', 'lernwelt-places' ),
			'website'           => __( 'Website', 'lernwelt-places' ),
			'opening_hours'     => __( 'Opening hours', 'lernwelt-places' ),
			'accessibility'     => __( 'Accessibility', 'lernwelt-places' ),
			'prices'            => __( 'Prices', 'lernwelt-places' ),
			'free'              => __( 'Free of charge for classes', 'lernwelt-places' ),
			'accessible'        => __( 'Barrier-free', 'lernwelt-places' ),
			'coordinates',
			'lat', 'lng'        => __( 'Place on the map', 'lernwelt-places' ),
			'note'              => __( 'Internal note', 'lernwelt-places' ),
			'editorial'         => __( 'Kept by editors', 'lernwelt-places' ),
			default             => $field,
		};
	}
}

<?php
/**
 * Words of the statistics.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Core\Data\German;
use Lernwelt\Core\Geo\District;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Schools\SchoolType;

/** Names of what is counted, of the dimensions and of their values. */
final class StatisticsWords {

	/**
	 * What is counted, in the order of the columns.
	 *
	 * @return array<string, string> Name in code → heading.
	 */
	public static function measures(): array {
		return [
			'events'     => __( 'Events', 'lernwelt-booking' ),
			'dates'      => __( 'Dates held', 'lernwelt-booking' ),
			'called_off' => __( 'Dates called off', 'lernwelt-booking' ),
			'seats'      => __( 'Seats offered', 'lernwelt-booking' ),
			'booked'     => __( 'Seats booked', 'lernwelt-booking' ),
			'attended'   => __( 'People who came', 'lernwelt-booking' ),
			'cancelled'  => __( 'Bookings cancelled', 'lernwelt-booking' ),
		];
	}

	/**
	 * Name of a dimension.
	 *
	 * @param string $id One of Statistics::DIMENSIONS.
	 */
	public static function dimension( string $id ): string {
		return match ( $id ) {
			'month'        => __( 'By month', 'lernwelt-booking' ),
			'district'     => __( 'By district of the school', 'lernwelt-booking' ),
			'school_type'  => __( 'By type of school', 'lernwelt-booking' ),
			'startchancen' => __( 'By Startchancen school', 'lernwelt-booking' ),
			'audience'     => __( 'By target group of the event', 'lernwelt-booking' ),
			default        => $id,
		};
	}

	/**
	 * What has to be known about its numbers.
	 *
	 * @param string $id One of Statistics::DIMENSIONS.
	 * @return string '' for nothing.
	 */
	public static function note( string $id ): string {
		return match ( $id ) {
			'month'        => __( 'The month in which a date begins.', 'lernwelt-booking' ),
			'district', 'school_type', 'startchancen' => __( 'As the school register said when the booking was made.', 'lernwelt-booking' ),
			'audience'     => __( 'An event for several target groups counts for each of them: the sum may be larger than the total.', 'lernwelt-booking' ),
			default        => '',
		};
	}

	/**
	 * Values that are always listed.
	 *
	 * @param string $id One of Statistics::DIMENSIONS but `month`.
	 * @return array<string, string> Value → name.
	 */
	public static function values( string $id ): array {
		return match ( $id ) {
			'district'     => self::districts(),
			'school_type'  => array_combine( array_column( SchoolType::cases(), 'value' ), array_map( static fn ( SchoolType $type ): string => $type->label(), SchoolType::cases() ) ),
			'startchancen' => [
				'yes' => __( 'Startchancen school', 'lernwelt-booking' ),
				'no'  => __( 'other school', 'lernwelt-booking' ),
			],
			'audience'     => array_map( static fn ( string $name ): string => html_entity_decode( $name, ENT_QUOTES | ENT_HTML5, 'UTF-8' ), EventTaxonomies::all( EventTaxonomies::AUDIENCE ) ),
			default        => [],
		};
	}

	/**
	 * The name of what isn't known.
	 *
	 * @param string $id One of Statistics::DIMENSIONS.
	 */
	public static function unknown( string $id ): string {
		return 'audience' === $id ? __( 'without target group', 'lernwelt-booking' ) : __( 'unknown', 'lernwelt-booking' );
	}

	/**
	 * @return array<string, string>
	 */
	private static function districts(): array {
		$all = Districts::shipped()->all;
		usort( $all, static fn ( District $one, District $other ): int => German::sort_key( $one->name ) <=> German::sort_key( $other->name ) );
		return array_column( $all, 'name', 'slug' );
	}
}

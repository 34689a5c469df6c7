<?php
/**
 * Where the list of school holidays is kept.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

use RuntimeException;
use UnexpectedValueException;

/** The shipped list and the network's changes to it, one option of the network. */
final class HolidaySetting {

	/** The file. */
	public const FILE = __DIR__ . '/../../data/school-holidays.json';

	/** Option of the network. */
	public const OPTION = 'lernwelt_school_holidays';

	private static ?HolidayList $shipped = null;

	/**
	 * The list as it counts now.
	 *
	 * @throws UnexpectedValueException When the shipped file is broken.
	 * @throws InvalidHoliday           When what is stored is no holiday.
	 */
	public static function list(): HolidayList {
		$stored  = get_site_option( self::OPTION, [] );
		$stored  = is_array( $stored ) ? $stored : [];
		$added   = is_array( $stored['added'] ?? null ) ? $stored['added'] : [];
		$removed = is_array( $stored['removed'] ?? null ) ? $stored['removed'] : [];
		$shipped = self::shipped();
		return new HolidayList( $shipped->shipped, self::holidays( $added ), array_values( array_filter( $removed, is_string( ... ) ) ), $shipped->complete_until );
	}

	/**
	 * Keeps a changed list.
	 *
	 * @param HolidayList $list List.
	 * @throws RuntimeException When the database refuses.
	 */
	public static function keep( HolidayList $list ): void {
		$value = [
			'added'   => array_map( static fn ( Holiday $one ): array => [ 'name' => $one->name, 'first' => $one->first, 'last' => $one->last ], $list->added ),
			'removed' => $list->removed,
		];
		// WordPress answers "not written" for an unchanged value too.
		if ( ! update_site_option( self::OPTION, $value ) && get_site_option( self::OPTION ) !== $value ) {
			throw new RuntimeException( 'The database refused the list of school holidays.' );
		}
	}

	/** Goes back to the shipped list. */
	public static function reset(): void {
		delete_site_option( self::OPTION );
	}

	/**
	 * The list as the plugin ships it.
	 *
	 * @throws UnexpectedValueException When the file is broken.
	 */
	public static function shipped(): HolidayList {
		if ( null === self::$shipped ) {
			$file = json_decode( (string) file_get_contents( self::FILE ), true );
			if ( ! is_array( $file ) || ! is_array( $file['holidays'] ?? null ) || ! is_string( $file['complete_until'] ?? null ) ) {
				throw new UnexpectedValueException( 'The file of the school holidays is missing or broken.' );
			}
			self::$shipped = new HolidayList( self::holidays( $file['holidays'] ), complete_until: $file['complete_until'] );
		}
		return self::$shipped;
	}

	/**
	 * @param array<mixed> $entries Entries with name, first and last day.
	 * @return list<Holiday>
	 */
	private static function holidays( array $entries ): array {
		$holidays = [];
		foreach ( $entries as $entry ) {
			$holidays[] = new Holiday( (string) ( $entry['name'] ?? '' ), (string) ( $entry['first'] ?? '' ), (string) ( $entry['last'] ?? '' ) );
		}
		return $holidays;
	}
}

<?php
/**
 * The list of school holidays.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

/** What this plugin ships and what the network added or took out. Where both have something for a day, the network's counts. */
final readonly class HolidayList {

	/**
	 * @param list<Holiday> $shipped        Those of the plugin.
	 * @param list<Holiday> $added          The network's own.
	 * @param list<string>  $removed        Keys of shipped ones that the network took out.
	 * @param string        $complete_until Last day up to which the plugin's have no gap, `YYYY-MM-DD`; '' when nobody says.
	 */
	public function __construct(
		public array $shipped,
		public array $added = [],
		public array $removed = [],
		public string $complete_until = '',
	) {}

	/**
	 * What counts, in the order of the calendar.
	 *
	 * @return list<Holiday>
	 */
	public function all(): array {
		$all = [ ...$this->added, ...array_filter( $this->shipped, fn ( Holiday $one ): bool => ! in_array( self::key( $one ), $this->removed, true ) && [] === self::touching( $this->added, $one ) ) ];
		usort( $all, static fn ( Holiday $one, Holiday $other ): int => $one->first <=> $other->first );
		return $all;
	}

	/**
	 * Name of an entry in forms and addresses.
	 *
	 * @param Holiday $holiday Entry.
	 */
	public static function key( Holiday $holiday ): string {
		return substr( hash( 'sha256', "$holiday->first/$holiday->last/$holiday->name" ), 0, 32 );
	}

	/**
	 * Whether an entry comes with the plugin.
	 *
	 * @param Holiday $holiday Entry.
	 */
	public function ships( Holiday $holiday ): bool {
		return in_array( self::key( $holiday ), array_map( self::key( ... ), $this->shipped ), true );
	}

	/** Whether the network added or took out anything. */
	public function is_changed(): bool {
		return [] !== $this->added || [] !== $this->removed;
	}

	/**
	 * The list with one more entry.
	 *
	 * @param Holiday $holiday Entry.
	 * @throws InvalidHoliday When it has a day in common with another.
	 */
	public function with( Holiday $holiday ): self {
		if ( [] !== self::touching( $this->all(), $holiday ) ) {
			throw new InvalidHoliday( HolidayProblem::Overlaps );
		}
		return $this->ships( $holiday )
			? $this->changed( $this->added, array_values( array_diff( $this->removed, [ self::key( $holiday ) ] ) ) )
			: $this->changed( [ ...$this->added, $holiday ], $this->removed );
	}

	/**
	 * The list without an entry.
	 *
	 * @param string $key Its key; one that isn't there changes nothing.
	 */
	public function without( string $key ): self {
		$added   = array_values( array_filter( $this->added, static fn ( Holiday $one ): bool => self::key( $one ) !== $key ) );
		$shipped = in_array( $key, array_map( self::key( ... ), $this->shipped ), true );
		return $this->changed( $added, $shipped ? array_values( array_unique( [ ...$this->removed, $key ] ) ) : $this->removed );
	}

	/**
	 * Until when one may rely on the list: who plans beyond must say that holidays may be missing.
	 *
	 * @return string Last day, `YYYY-MM-DD`; the end of the network's own entries when that is later, '' when nobody knows.
	 */
	public function known_until(): string {
		return array_reduce( $this->added, static fn ( string $last, Holiday $one ): string => max( $last, $one->last ), $this->complete_until );
	}

	/**
	 * @param list<Holiday> $added   The network's own.
	 * @param list<string>  $removed Keys.
	 */
	private function changed( array $added, array $removed ): self {
		return new self( $this->shipped, $added, $removed, $this->complete_until );
	}

	/**
	 * @param list<Holiday> $holidays Entries.
	 * @param Holiday       $other    Another.
	 * @return list<Holiday>
	 */
	private static function touching( array $holidays, Holiday $other ): array {
		return array_values( array_filter( $holidays, static fn ( Holiday $one ): bool => $one->touches( $other->first, $other->last ) ) );
	}
}

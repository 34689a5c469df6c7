<?php
/**
 * Statistics as people read them.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use DateTimeImmutable;
use Lernwelt\Booking\Application\Statistics;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Tally;

/**
 * One report for the screen, the files and the command: all values of a dimension in a fixed order, with their names, also
 * those with nothing to count. Numbers by measure; those that a dimension doesn't have are missing there.
 *
 * @phpstan-type Dimension array{id: string, label: string, note: string, measures: list<string>, rows: list<array{value: string, label: string, numbers: array<string, int>}>}
 * @phpstan-type Report array{first: string, last: string, measures: array<string, string>, total: array<string, int>, dimensions: list<Dimension>}
 */
final readonly class StatisticsReport {

	/** What can be counted by a school: it offers no seats. */
	private const OF_SCHOOLS = [ 'booked', 'attended', 'cancelled' ];

	private const BY_SCHOOL = [ 'district', 'school_type', 'startchancen' ];

	/**
	 * @param Statistics $statistics Counts.
	 */
	public function __construct( private Statistics $statistics ) {}

	/**
	 * The report about some days.
	 *
	 * @param string $first First day, `YYYY-MM-DD`.
	 * @param string $last  Last day.
	 * @return Report
	 * @throws InvalidInput With fields `first`, `last`.
	 */
	public function between( string $first, string $last ): array {
		$found = $this->statistics->between( $first, $last );
		return [
			'first'      => $first,
			'last'       => $last,
			'measures'   => StatisticsWords::measures(),
			'total'      => $found['total'],
			'dimensions' => array_map( static fn ( string $id ): array => self::dimension( $id, $found[ $id ], self::expected( $id, $first, $last ) ), Statistics::DIMENSIONS ),
		];
	}

	/**
	 * @param string                            $id       Dimension.
	 * @param array<string, array<string, int>> $found    Value → numbers.
	 * @param array<string, string>             $expected Value → name, in their order.
	 * @return Dimension
	 */
	private static function dimension( string $id, array $found, array $expected ): array {
		$measures = in_array( $id, self::BY_SCHOOL, true ) ? self::OF_SCHOOLS : array_keys( StatisticsWords::measures() );
		$more     = array_map( strval( ... ), array_keys( array_diff_key( $found, $expected, [ '' => true ] ) ) );
		sort( $more );
		$labels = $expected + array_combine( $more, $more );
		if ( isset( $found[''] ) ) {
			$labels[''] = StatisticsWords::unknown( $id );
		}
		$nothing = ( new Tally() )->numbers();
		$rows    = [];
		foreach ( $labels as $value => $label ) {
			$rows[] = [
				'value'   => (string) $value,
				'label'   => $label,
				'numbers' => array_intersect_key( $found[ $value ] ?? $nothing, array_flip( $measures ) ),
			];
		}
		return [
			'id'       => $id,
			'label'    => StatisticsWords::dimension( $id ),
			'note'     => StatisticsWords::note( $id ),
			'measures' => $measures,
			'rows'     => $rows,
		];
	}

	/**
	 * @return array<string, string>
	 */
	private static function expected( string $id, string $first, string $last ): array {
		return 'month' === $id ? self::months( $first, $last ) : StatisticsWords::values( $id );
	}

	/**
	 * @return array<string, string>
	 */
	private static function months( string $first, string $last ): array {
		$months = [];
		$until  = substr( $last, 0, 7 );
		$day    = new DateTimeImmutable( substr( $first, 0, 7 ) . '-15 12:00 UTC' );
		do {
			$month            = $day->format( 'Y-m' );
			$months[ $month ] = (string) wp_date( 'F Y', $day->getTimestamp() );
			$day              = $day->modify( '+1 month' );
		} while ( $month < $until );
		return $months;
	}
}

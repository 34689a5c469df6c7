<?php
/**
 * Statistics as a file.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

/**
 * Lines of a table: the total, then every value of every dimension. What a dimension doesn't count stays empty.
 *
 * @phpstan-import-type Report from StatisticsReport
 */
final class StatisticsFile {

	/**
	 * The table.
	 *
	 * @param Report $report What StatisticsReport gives.
	 * @return list<list<string|int>> Rows, the headings first.
	 */
	public static function rows( array $report ): array {
		$measures = array_keys( $report['measures'] );
		$line     = static fn ( string $dimension, string $label, array $numbers ): array => [ $dimension, $label, ...array_map( static fn ( string $measure ): string|int => $numbers[ $measure ] ?? '', $measures ) ];
		$rows     = [
			[ __( 'Breakdown', 'lernwelt-booking' ), __( 'Value', 'lernwelt-booking' ), ...array_values( $report['measures'] ) ],
			$line( __( 'Total', 'lernwelt-booking' ), '', $report['total'] ),
		];
		foreach ( $report['dimensions'] as $dimension ) {
			foreach ( $dimension['rows'] as $row ) {
				$rows[] = $line( $dimension['label'], $row['label'], $row['numbers'] );
			}
		}
		return $rows;
	}
}

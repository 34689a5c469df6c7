<?php
/**
 * Backups as numbers.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Metrics;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Domain\Notes\NoteKind;

/** What backup and drill reported: always the last that went well. */
final readonly class NoteMetrics {

	/**
	 * @param Notes $notes What tools reported.
	 * @param Clock $clock Time.
	 */
	public function __construct( private Notes $notes, private Clock $clock ) {}

	/**
	 * Reads the notes.
	 *
	 * @return iterable<Metric>
	 */
	public function collect(): iterable {
		$now   = $this->clock->now();
		$ages  = [];
		$bytes = [];
		foreach ( $this->notes->last_ok( NoteKind::Backup ) as $repository => $note ) {
			$ages[] = new Sample( $note->age( $now ), [ 'repository' => $repository ] );
			if ( isset( $note->values['bytes'] ) ) {
				$bytes[] = new Sample( (int) $note->values['bytes'], [ 'repository' => $repository ] );
			}
		}
		yield new Metric( 'lernwelt_backup_age_seconds', 'Seconds since the last good backup into a repository ended.', MetricType::Gauge, $ages );
		yield new Metric( 'lernwelt_backup_bytes', 'Size of the last good backup in a repository.', MetricType::Gauge, $bytes );

		$drill = $this->notes->last_ok( NoteKind::Drill )[''] ?? null;
		$value = static fn ( string $field ): array => null !== $drill && is_numeric( $drill->values[ $field ] ?? null ) ? [ new Sample( 0 + $drill->values[ $field ] ) ] : [];
		yield new Metric( 'lernwelt_backup_drill_age_seconds', 'Seconds since a backup was last restored into a scratch place and found whole.', MetricType::Gauge, null === $drill ? [] : [ new Sample( $drill->age( $now ) ) ] );
		yield new Metric( 'lernwelt_backup_drill_rto_seconds', 'Seconds that the last good drill took.', MetricType::Gauge, $value( 'rto_seconds' ) );
		yield new Metric( 'lernwelt_backup_drill_rpo_seconds', 'Seconds of work that would have been lost at the last good drill.', MetricType::Gauge, $value( 'rpo_seconds' ) );
	}
}

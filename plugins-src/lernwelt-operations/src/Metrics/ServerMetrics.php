<?php
/**
 * The installation as numbers.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Metrics;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Operations\Application\ObjectCache;
use Lernwelt\Operations\Application\Release;
use Lernwelt\Operations\Application\Volumes;
use Lernwelt\Operations\Health\RetentionCheck;
use Lernwelt\Operations\Persistence\CounterTable;

/** Disk, release, object cache, retention, and how often each kind of event was recorded. */
final readonly class ServerMetrics {

	/**
	 * @param Volumes      $volumes  Folders.
	 * @param Release      $release  Release.
	 * @param ObjectCache  $cache    Object cache.
	 * @param CounterTable $counters Events counted.
	 * @param Clock        $clock    Time.
	 */
	public function __construct( private Volumes $volumes, private Release $release, private ObjectCache $cache, private CounterTable $counters, private Clock $clock ) {}

	/**
	 * Free space and release.
	 *
	 * @return iterable<Metric>
	 */
	public function server(): iterable {
		$free = [];
		foreach ( array_filter( $this->volumes->free(), is_float( ... ) ) as $volume => $ratio ) {
			$free[] = new Sample( $ratio, [ 'volume' => $volume ] );
		}
		yield new Metric( 'lernwelt_disk_free_ratio', 'Free share of the volume that a folder is on.', MetricType::Gauge, $free );
		yield new Metric( 'lernwelt_release_info', 'Which release runs; always 1.', MetricType::Gauge, [ new Sample( 1, [ 'version' => $this->release->version(), 'wordpress' => wp_get_wp_version() ] ) ] );
		$state = $this->cache->state();
		yield new Metric( 'lernwelt_object_cache_up', 'Whether the object cache answers; missing where none is set up.', MetricType::Gauge, ObjectCache::NONE === $state ? [] : [ new Sample( ObjectCache::UP === $state ? 1 : 0 ) ] );
	}

	/**
	 * What the database keeps for the network.
	 *
	 * @return iterable<Metric>
	 */
	public function network(): iterable {
		$age = RetentionCheck::age( $this->clock );
		yield new Metric( 'lernwelt_retention_age_seconds', 'Seconds since the rules of retention were last applied on all portals without a failure.', MetricType::Gauge, null === $age ? [] : [ new Sample( $age ) ] );
		$events = [];
		foreach ( $this->counters->all() as $event => $count ) {
			$events[] = new Sample( $count, [ 'event' => $event ] );
		}
		yield new Metric( 'lernwelt_audit_events_total', 'Events recorded in the audit log, by area and action, on all portals.', MetricType::Counter, $events );
	}
}

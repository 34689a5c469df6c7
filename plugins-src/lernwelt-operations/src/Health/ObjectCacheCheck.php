<?php
/**
 * The object cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Operations\Application\ObjectCache;

/** Whether Redis answers. It fails open: pages are slower without it, and that is all. */
final readonly class ObjectCacheCheck implements HealthCheck {

	/**
	 * @param ObjectCache $cache The cache.
	 */
	public function __construct( private ObjectCache $cache ) {}

	public function label(): string {
		return __( 'Object cache', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Keeps what WordPress reads again and again, so that pages of people who are logged in are fast.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Look at Redis: does it run, does the password in config.php fit, is there memory left? The portals work without it, more slowly.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		return match ( $this->cache->state() ) {
			ObjectCache::UP     => HealthResult::ok( __( 'The object cache answers.', 'lernwelt-operations' ) ),
			ObjectCache::DOWN   => HealthResult::warning( __( 'The object cache does not answer. Pages of people who are logged in are slower now.', 'lernwelt-operations' ), [ 'problem' => $this->cache->problem ] ),
			ObjectCache::UNUSED => HealthResult::warning( __( 'Redis is set up in config.php, but WordPress does not use it: wp-content/object-cache.php is missing or could not begin.', 'lernwelt-operations' ) ),
			default             => HealthResult::ok( __( 'No object cache is set up; the portals work without one.', 'lernwelt-operations' ) ),
		};
	}
}

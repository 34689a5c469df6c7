<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use InvalidArgumentException;
use Lernwelt\Core\Persistence\RateLimitTable;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;

final class RateLimiterTest extends IntegrationTestCase {

	private FrozenClock $clock;

	private RateLimiter $limiter;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->clock   = new FrozenClock( '2026-03-02 08:00:00' );
		$this->limiter = new RateLimiter( new RateLimitTable( $wpdb ), $this->clock, 'secret' );
	}

	public function test_the_limit_passes_and_the_next_is_refused(): void {
		self::assertSame( [ true, true, true, false, false ], $this->hits( 5 ) );
	}

	public function test_after_the_window_it_starts_again(): void {
		$this->hits( 4 );
		$this->clock->advance( '+59 seconds' );
		self::assertSame( [ false ], $this->hits( 1 ) );
		$this->clock->advance( '+1 second' );
		self::assertSame( [ true ], $this->hits( 1 ) );
	}

	public function test_subjects_and_buckets_count_apart(): void {
		$this->hits( 4 );
		self::assertTrue( $this->limiter->hit( 'form', '192.0.2.2', 3, 60 ) );
		self::assertTrue( $this->limiter->hit( 'login', '192.0.2.1', 3, 60 ) );
	}

	public function test_portals_count_together(): void {
		$this->hits( 3 );
		$this->go_to_portal( 'lernorte' );
		self::assertSame( [ false ], $this->hits( 1 ) );
	}

	public function test_the_address_is_stored_only_as_a_key_that_changes_with_the_day(): void {
		$this->clock = new FrozenClock( '2026-03-02 23:59:00' );
		$limiter     = new RateLimiter( new RateLimitTable( $GLOBALS['wpdb'] ), $this->clock, 'secret' );
		foreach ( [ '+0 seconds', '+59 seconds', '+1 second' ] as $step ) {
			$this->clock->advance( $step );
			// A window of 50,000 seconds goes over this midnight.
			$limiter->hit( 'form', '192.0.2.1', 3, 50000 );
		}
		self::assertCount( 2, self::rows(), 'one for each day' );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{64}$/', self::rows()[0] );
	}

	public function test_purge_deletes_only_what_is_over(): void {
		$this->limiter->hit( 'form', 'a', 3, 60 );
		$this->limiter->hit( 'form', 'b', 3, 3600 );
		$this->clock->advance( '+2 minutes' );
		$this->limiter->purge();
		self::assertCount( 1, self::rows() );
	}

	public function test_windows_longer_than_a_day_are_refused(): void {
		$this->expectException( InvalidArgumentException::class );
		$this->limiter->hit( 'form', 'a', 3, 86401 );
	}

	public function test_exactly_the_limit_passes_under_parallel_processes(): void {
		$this->work_without_rollback();
		$results = Processes::run(
			4,
			'$limiter = \Lernwelt\Core\Core::services()->rate_limiter;
			for ( $i = 0; $i < 25; ++$i ) { echo $limiter->hit( "parallel", "192.0.2.9", 30, 86400 ) ? "y" : "n"; }'
		);
		$answers = implode( '', $results );
		self::assertSame( [ 30, 70 ], [ substr_count( $answers, 'y' ), substr_count( $answers, 'n' ) ], implode( ' ', $results ) );
	}

	/**
	 * @return list<bool>
	 */
	private function hits( int $count ): array {
		$results = [];
		for ( $i = 0; $i < $count; ++$i ) {
			$results[] = $this->limiter->hit( 'form', '192.0.2.1', 3, 60 );
		}
		return $results;
	}

	/**
	 * @return list<string>
	 */
	private static function rows(): array {
		global $wpdb;
		return $wpdb->get_col( "SELECT rate_key FROM {$wpdb->base_prefix}lw_rate_limit" );
	}
}

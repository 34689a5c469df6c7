<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use InvalidArgumentException;
use Lernwelt\Core\Locks;
use Lernwelt\Core\Persistence\LockTable;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;

final class LocksTest extends IntegrationTestCase {

	private FrozenClock $clock;

	private Locks $locks;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->clock = new FrozenClock();
		$this->locks = new Locks( new LockTable( $wpdb ), $this->clock );
	}

	public function test_one_holds_it_until_it_is_given_back(): void {
		$lease = $this->locks->acquire( 'import', 60 );
		self::assertNotNull( $lease );
		self::assertNull( $this->locks->acquire( 'import', 60 ) );
		self::assertNotNull( $this->locks->acquire( 'another', 60 ) );
		$lease->release();
		self::assertNotNull( $this->locks->acquire( 'import', 60 ) );
	}

	public function test_it_runs_out_unless_it_is_renewed(): void {
		$lease = $this->locks->acquire( 'import', 60 );
		$this->clock->advance( '+50 seconds' );
		self::assertTrue( $lease?->renew() );
		self::assertTrue( $lease->renew(), 'twice in the same second' );
		$this->clock->advance( '+59 seconds' );
		self::assertNull( $this->locks->acquire( 'import', 60 ) );
		$this->clock->advance( '+1 second' );
		self::assertNotNull( $this->locks->acquire( 'import', 60 ) );
	}

	public function test_who_lost_it_can_neither_renew_nor_release_it(): void {
		$first = $this->locks->acquire( 'import', 60 );
		$this->clock->advance( '+61 seconds' );
		$second = $this->locks->acquire( 'import', 60 );
		self::assertNotNull( $second );
		self::assertFalse( $first?->renew() );
		$first->release();
		self::assertTrue( $second->renew() );
	}

	public function test_who_was_late_but_alone_goes_on(): void {
		$lease = $this->locks->acquire( 'import', 60 );
		$this->clock->advance( '+61 seconds' );
		self::assertTrue( $lease?->renew() );
		self::assertNull( $this->locks->acquire( 'import', 60 ) );
	}

	public function test_portals_have_their_own(): void {
		$this->locks->acquire( 'import', 60 );
		$this->go_to_portal( 'lernorte' );
		self::assertNotNull( $this->locks->acquire( 'import', 60 ) );
	}

	public function test_odd_names_are_refused(): void {
		foreach ( [ '', 'Import', 'a b', str_repeat( 'a', 65 ) ] as $name ) {
			try {
				$this->locks->acquire( $name, 60 );
				self::fail( "\"$name\" was taken" );
			} catch ( InvalidArgumentException $refused ) {
				self::assertStringContainsString( 'lock', $refused->getMessage() );
			}
		}
	}

	public function test_exactly_one_of_many_processes_gets_it_each_time(): void {
		$this->work_without_rollback();
		$results = Processes::run(
			4,
			'global $wpdb;
			$locks = \Lernwelt\Core\Core::services()->locks;
			$got   = 0;
			while ( $got < 10 ) {
				$lease = $locks->acquire( "parallel", 60 );
				if ( null === $lease ) { usleep( 500 ); continue; }
				++$got;
				// Whoever isn\'t alone here loses an increment.
				$value = (int) $wpdb->get_var( "SELECT meta_value FROM $wpdb->sitemeta WHERE meta_key = \'lw_parallel\'" );
				usleep( 1000 );
				$wpdb->query( "DELETE FROM $wpdb->sitemeta WHERE meta_key = \'lw_parallel\'" );
				$wpdb->query( $wpdb->prepare( "INSERT INTO $wpdb->sitemeta (site_id, meta_key, meta_value) VALUES (1, %s, %d)", "lw_parallel", $value + 1 ) );
				$lease->release();
			}
			echo $got;'
		);
		global $wpdb;
		self::assertSame( [ '10', '10', '10', '10' ], $results );
		self::assertSame( '40', $wpdb->get_var( "SELECT meta_value FROM $wpdb->sitemeta WHERE meta_key = 'lw_parallel'" ) );
	}
}

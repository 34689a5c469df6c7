<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use ArrayObject;
use Closure;
use Lernwelt\Core\MigrationFailed;
use Lernwelt\Core\Migrations;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\PendingMigration;
use Lernwelt\Core\Persistence\Ledger;
use Lernwelt\Core\Table;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use LogicException;
use RuntimeException;
use wpdb;

final class MigrationsTest extends IntegrationTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
	}

	public function test_network_scope_runs_once_for_all_portals(): void {
		$runs       = new ArrayObject();
		$migrations = self::migrations( self::step( 'M0001_count', MigrationScope::Network, static fn () => $runs->append( 1 ) ) );

		self::assertCount( 1, $migrations->run( $this->blog_id( 'lernorte' ) ) );
		self::assertSame( [], $migrations->run( $this->blog_id( 'startchancen' ) ) );
		self::assertCount( 1, $runs );
		self::assertSame( [ [ 'demo', 'M0001_count', '0', '2026-03-02 08:00:00' ] ], self::ledger() );
	}

	public function test_portal_scope_runs_on_each_portal_with_its_prefix(): void {
		global $wpdb;
		$migrations = self::migrations( self::table_step( 'M0001_create_demo', 'demo' ) );
		$lernorte   = $this->blog_id( 'lernorte' );

		$migrations->run( $lernorte );
		self::assertSame( [ "{$wpdb->base_prefix}{$lernorte}_lw_demo" ], self::tables( 'lw_demo' ) );
		self::assertCount( 1, $migrations->pending( $this->blog_id( 'startchancen' ) ) );
		self::assertSame( $wpdb->base_prefix, $wpdb->prefix, 'the current portal is the one before' );
	}

	public function test_dry_run_changes_nothing(): void {
		$migrations = self::migrations( self::table_step( 'M0001_create_demo', 'demo' ) );
		$pending    = $migrations->pending( 1 );

		self::assertSame( [ 'M0001_create_demo' ], array_map( static fn ( PendingMigration $step ): string => $step->migration->id(), $pending ) );
		self::assertSame( [], self::tables( 'lw_demo' ) );
		self::assertSame( [], self::ledger() );
	}

	public function test_dry_run_works_before_the_first_migration_ever(): void {
		global $wpdb;
		$wpdb->query( "DROP TABLE {$wpdb->base_prefix}lw_migrations" );

		self::assertCount( 1, self::migrations( self::table_step( 'M0001_create_demo', 'demo' ) )->pending( 1 ) );
		self::assertSame( [], self::tables( 'lw_migrations' ) );
	}

	public function test_a_refused_statement_stops_with_a_clear_sentence_and_no_line_in_the_ledger(): void {
		$migrations = self::migrations(
			self::table_step( 'M0001_create_demo', 'demo' ),
			self::step( 'M0002_break', MigrationScope::Portal, function ( wpdb $db ): void {
				$db->insert( $db->prefix . 'lw_missing', [ 'id' => 1 ] );
				$db->query( 'SELECT 1' );
			} ),
			self::table_step( 'M0003_create_more', 'more' )
		);

		try {
			$migrations->run( 2 );
			self::fail( 'no exception' );
		} catch ( MigrationFailed $failure ) {
			self::assertStringStartsWith( 'Migration M0002_break of demo failed on portal 2: ', $failure->getMessage() );
			self::assertMatchesRegularExpression( '/ failed on portal 2: [^<>\n]*lw_missing[^<>\n]* The steps before it/', $failure->getMessage(), 'one sentence, on SQLite too' );
			self::assertStringEndsWith( 'run "wp lernwelt migrate" again.', $failure->getMessage() );
		}
		self::assertSame( [ 'M0001_create_demo' ], array_column( self::ledger(), 1 ) );
		self::assertSame( [], self::tables( 'lw_more' ), 'later steps wait' );
		self::assertSame( 1, get_current_blog_id() );
	}

	public function test_an_exception_stops_as_well(): void {
		$migrations = self::migrations( self::step( 'M0001_throw', MigrationScope::Network, static fn () => throw new RuntimeException( 'No mapping.' ) ) );

		$this->expectExceptionMessage( 'Migration M0001_throw of demo failed for the network: No mapping. The steps' );
		$migrations->run( 1 );
	}

	public function test_an_interrupted_run_goes_on_where_it_stopped(): void {
		$log = new ArrayObject();
		try {
			self::interrupted( $log, false )->run( 1 );
			self::fail( 'no exception' );
		} catch ( MigrationFailed ) {
			self::assertCount( 1, self::tables( 'lw_half' ), 'half of the step is done' );
		}
		self::assertCount( 1, self::interrupted( $log, true )->run( 1 ) );
		self::assertSame( [ 'first', 'half' ], $log->getArrayCopy() );
	}

	/**
	 * @param ArrayObject<int, string> $log   Gets the name of each finished step.
	 * @param bool                     $power Whether the second step reaches its end.
	 */
	private static function interrupted( ArrayObject $log, bool $power ): Migrations {
		return self::migrations(
			self::step( 'M0001_first', MigrationScope::Portal, static fn () => $log->append( 'first' ) ),
			self::step(
				'M0002_half',
				MigrationScope::Portal,
				static function ( wpdb $db ) use ( $log, $power ): void {
					Table::create( $db, $db->prefix . 'lw_half', 'id bigint(20) NOT NULL, PRIMARY KEY (id)' );
					if ( ! $power ) {
						throw new RuntimeException( 'The power failed.' );
					}
					$log->append( 'half' );
				}
			)
		);
	}

	public function test_dbdelta_may_ask_for_tables_that_do_not_exist(): void {
		$migrations = self::migrations( self::step( 'M0001_delta', MigrationScope::Portal, function ( wpdb $db ): void {
			require_once ABSPATH . 'wp-admin/includes/upgrade.php';
			dbDelta( "CREATE TABLE {$db->prefix}lw_demo (\n  id bigint(20) NOT NULL,\n  PRIMARY KEY  (id)\n) {$db->get_charset_collate()};" );
		} ) );
		self::assertCount( 1, $migrations->run( 1 ) );
		self::assertCount( 1, self::tables( 'lw_demo' ) );
	}

	public function test_only_the_named_components_run(): void {
		$migrations = self::migrations( self::table_step( 'M0001_create_demo', 'demo' ) );
		self::assertSame( [], $migrations->run( 1, [ 'another' ] ) );
		self::assertSame( [], self::tables( 'lw_demo' ) );
	}

	public function test_ids_are_checked(): void {
		$this->expectException( LogicException::class );
		self::migrations( self::table_step( 'create_demo', 'demo' ) );
	}

	private static function migrations( FakeMigration ...$steps ): Migrations {
		global $wpdb;
		$migrations = new Migrations( new Ledger( $wpdb ), new FrozenClock() );
		$migrations->register( 'demo', ...$steps );
		return $migrations;
	}

	/**
	 * @param string               $id    Name in the ledger.
	 * @param MigrationScope       $scope Where it runs.
	 * @param Closure(wpdb): mixed $up    What it does.
	 */
	private static function step( string $id, MigrationScope $scope, Closure $up ): FakeMigration {
		return new FakeMigration( $id, $scope, $up );
	}

	private static function table_step( string $id, string $table ): FakeMigration {
		return self::step( $id, MigrationScope::Portal, static fn ( wpdb $db ) => Table::create( $db, "{$db->prefix}lw_$table", 'id bigint(20) NOT NULL, PRIMARY KEY (id)' ) );
	}

	/**
	 * @return array<list<string>>
	 */
	private static function ledger(): array {
		global $wpdb;
		return array_map( static fn ( array $row ): array => array_map( strval( ... ), array_values( $row ) ), $wpdb->get_results( "SELECT component, migration, blog_id, ran_at FROM {$wpdb->base_prefix}lw_migrations WHERE component = 'demo' ORDER BY migration", ARRAY_A ) );
	}

	/**
	 * @return list<string>
	 */
	private static function tables( string $name ): array {
		global $wpdb;
		return $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->base_prefix ) . '%' . $wpdb->esc_like( $name ) ) );
	}
}

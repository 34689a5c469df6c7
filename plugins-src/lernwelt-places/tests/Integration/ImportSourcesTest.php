<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Places\Application\Sources\ImportSources;

/** Saved mappings and schedules. */
final class ImportSourcesTest extends ImportScreenTestCase {
	private const SOURCE = [ 'label' => 'Museumsverband', 'url' => '', 'interval' => 'never', 'mapping' => self::MAPPING ];

	public function test_keeps_a_source_and_forgets_it(): void {
		$this->log_in_as( 'editor' );
		$table = [ 'do' => 'lookup', 'table' => [ '0' => 'Harz', '1' => 'Börde' ] ];
		$value = [ ...self::SOURCE, 'mapping' => [ ...self::MAPPING, 'fields' => [ 'title' => [ 'from' => 'Name' ], 'region' => [ 'from' => 'Kreis', 'transforms' => [ $table ] ] ] ] ];
		$saved = $this->rest( 'PUT', self::ROOT . '/sources/museen', $value );
		$this->assert_answer( $saved, self::SCHEMAS . 'import-source.json' );
		self::assert_matches_schema( self::SCHEMAS . 'mapping.json', $saved->get_data()['mapping'] );
		$list = $this->rest( 'GET', self::ROOT . '/sources' );
		$this->assert_answer( $list, self::SCHEMAS . 'import-sources.json' );
		self::assertSame( [ 'museen' ], array_column( $list->get_data()['items'], 'source' ) );

		$this->assert_answer( $this->rest( 'DELETE', self::ROOT . '/sources/museen' ), self::SCHEMAS . 'import-source.json' );
		$this->assert_problem( $this->rest( 'GET', self::ROOT . '/sources/museen' ), Problems::NOT_FOUND, 404 );
	}

	public function test_refuses_what_could_not_be_imported(): void {
		Core::services()->settings->update( 'lernwelt_places_import', [ 'hosts' => [ 'daten.example.org' ] ] );
		$this->log_in_as( 'editor' );
		$cases = [
			[ [ 'mapping' => [ ...self::MAPPING, 'shell' => 'x' ] ], [ 'mapping.shell' => 'unknown' ] ],
			[ [ 'mapping' => [ ...self::MAPPING, 'format' => 'table' ] ], [ 'mapping.format' => 'not_allowed' ] ],
			[ [ 'url' => '/etc/passwd' ], [ 'url' => 'bad_address' ] ],
			[ [ 'url' => 'mysql://a:b@c/d?table=e' ], [ 'url' => 'bad_address' ] ],
			[ [ 'url' => 'http://10.0.0.1/orte.csv' ], [ 'url' => 'host_not_allowed' ] ],
			[ [ 'interval' => 'daily' ], [ 'url' => 'required' ] ],
			[ [ 'interval' => 'minutely' ], [ 'interval' => 'not_allowed' ] ],
			[ [ 'label' => ' ' ], [ 'label' => 'required' ] ],
		];
		foreach ( $cases as [ $values, $fields ] ) {
			$this->assert_problem( $this->rest( 'PUT', self::ROOT . '/sources/museen', [ ...self::SOURCE, ...$values ] ), Problems::INVALID, 422, $fields );
		}
		self::assertSame( [], ( new ImportSources() )->all() );
	}

	public function test_says_when_a_source_comes_next(): void {
		Core::services()->settings->update( 'lernwelt_places_import', [ 'hosts' => [ 'daten.example.org' ] ] );
		$this->log_in_as( 'editor' );
		$saved = $this->rest( 'PUT', self::ROOT . '/sources/museen', [ ...self::SOURCE, 'url' => 'https://daten.example.org/orte.csv', 'interval' => 'daily' ] );
		$this->assert_answer( $saved, self::SCHEMAS . 'import-source.json' );
		self::assertNotNull( $saved->get_data()['next_run_at'] );
	}

	public function test_portals_do_not_share_sources(): void {
		$this->log_in_as( 'editor' );
		$this->rest( 'PUT', self::ROOT . '/sources/museen', self::SOURCE );
		$this->go_to_portal( 'startchancen' );
		self::assertSame( [], ( new ImportSources() )->all() );
	}
}

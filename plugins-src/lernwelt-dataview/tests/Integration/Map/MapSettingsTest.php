<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration\Map;

use Lernwelt\Core\Core;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use WP_REST_Response;

final class MapSettingsTest extends IntegrationTestCase {
	use RestRequests;

	private const SCHEMA = __DIR__ . '/../../../schemas/map-settings.json';
	private const VALUES = [
		'base'     => 'tiles',
		'tiles'    => 'https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0/de_basemapde_web_raster_grau/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png',
		'credit'   => '© GeoBasis-DE / BKG (basemap.de), CC BY 4.0',
		'max_zoom' => 17,
	];

	public function test_guests_may_neither_read_nor_write(): void {
		$this->assert_problem( $this->read(), Problems::UNAUTHENTICATED, 401 );
		$this->assert_problem( $this->write( self::VALUES ), Problems::UNAUTHENTICATED, 401 );
	}

	#[TestWith( [ 'editor' ] )]
	#[TestWith( [ 'author' ] )]
	#[TestWith( [ 'subscriber' ] )]
	public function test_other_roles_may_neither_read_nor_write( string $role ): void {
		$this->log_in_as( $role );
		$this->assert_problem( $this->read(), Problems::FORBIDDEN, 403 );
		$this->assert_problem( $this->write( self::VALUES ), Problems::FORBIDDEN, 403 );
	}

	public function test_administrators_of_another_portal_may_neither_read_nor_write(): void {
		$this->log_in_as( 'administrator', 'startchancen' );
		$this->assert_problem( $this->read(), Problems::FORBIDDEN, 403 );
		$this->assert_problem( $this->write( self::VALUES ), Problems::FORBIDDEN, 403 );
	}

	public function test_administrators_choose_a_map_server_for_their_portal_only(): void {
		$base = new BaseLayer( Core::services()->settings );
		self::assertSame( 'districts', self::config()['kind'] );
		self::assertSame( Districts::shipped()->attribution, $base->credit() );
		self::assertStringContainsString( 'BKG', $base->credit() );

		$this->log_in_as( 'administrator' );
		$this->assert_answer( $this->write( self::VALUES ), self::SCHEMA );
		self::assertSame( self::VALUES, $this->read()->get_data() );
		$tiles = [
			'kind'    => 'tiles',
			'url'     => rest_url( 'lernwelt/v1/map-tiles/' ) . '{z}/{x}/{y}',
			'maxZoom' => 17,
		];
		self::assertEquals( $tiles, self::config(), 'visitors ask the portal, not the server' );
		self::assertSame( self::VALUES['credit'], $base->credit() );

		$this->go_to_portal( 'lernorte' );
		self::assertSame( 'districts', self::config()['kind'] );
	}

	/**
	 * @param array<string, mixed>  $values Values that differ from good ones.
	 * @param array<string, string> $fields Expected field → reason code.
	 */
	#[DataProvider( 'refused' )]
	public function test_refuses_with_a_reason_and_stores_nothing( array $values, array $fields ): void {
		$this->log_in_as( 'administrator' );
		$this->assert_problem( $this->write( [ ...self::VALUES, ...$values ] ), Problems::INVALID, 422, $fields );
		self::assertSame( MapSettings::DEFAULTS, Core::services()->settings->get( MapSettings::KEY ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function refused(): iterable {
		yield 'OpenStreetMap' => [ [ 'tiles' => 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' ], [ 'tiles' => 'openstreetmap' ] ];
		yield 'another host' => [ [ 'tiles' => 'https://example.org/{z}/{x}/{y}.png' ], [ 'tiles' => 'server' ] ];
		yield 'this machine' => [ [ 'tiles' => 'http://127.0.0.1:8000/{z}/{x}/{y}.png' ], [ 'tiles' => 'server' ] ];
		yield 'no places for numbers' => [ [ 'tiles' => 'https://sgx.geodatenzentrum.de/x.png' ], [ 'tiles' => 'placeholders' ] ];
		yield 'script' => [ [ 'tiles' => 'javascript:alert(1)' ], [ 'tiles' => 'uri' ] ];
		yield 'no source' => [ [ 'credit' => '' ], [ 'credit' => 'required' ] ];
		yield 'zoom' => [ [ 'max_zoom' => 30 ], [ 'max_zoom' => 'out_of_range' ] ];
		yield 'unknown layer' => [ [ 'base' => 'satellite' ], [ 'base' => 'not_allowed' ] ];
	}

	public function test_a_server_that_is_not_allowed_any_more_gives_way_to_the_districts(): void {
		update_option( MapSettings::KEY, [ ...self::VALUES, 'tiles' => 'https://example.org/{z}/{x}/{y}.png' ] );
		$base = new BaseLayer( Core::services()->settings );
		self::assertNull( $base->tiles() );
		self::assertSame( 'districts', $base->config()['kind'] );
		self::assertStringContainsString( 'BKG', $base->credit() );
	}

	/** @return array<string, mixed> */
	private static function config(): array {
		return ( new BaseLayer( Core::services()->settings ) )->config();
	}

	private function read(): WP_REST_Response {
		return $this->rest( 'GET', '/lernwelt/v1/map-settings' );
	}

	/**
	 * @param array<string, mixed> $values Body.
	 */
	private function write( array $values ): WP_REST_Response {
		return $this->rest( 'PUT', '/lernwelt/v1/map-settings', $values );
	}
}

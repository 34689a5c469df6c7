<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration\Map;

use FilesystemIterator;
use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Application\Map\TileCache;
use Lernwelt\Dataview\Application\Map\Tiles;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use Lernwelt\Dataview\Rest\ImageResponse;
use Lernwelt\Dataview\Rest\TilesController;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\TestWith;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;
use WP_REST_Response;

/** The tile proxy against a server of this machine. */
final class TilesTest extends IntegrationTestCase {
	use RestRequests;

	private const TILE = '/lernwelt/v1/map-tiles/8/136/84';

	private string $directory;

	private string $origin;

	/** @var resource */
	private $server;

	private FrozenClock $clock;

	protected function setUp(): void {
		parent::setUp();
		$this->directory = sys_get_temp_dir() . '/lernwelt-tiles-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->directory );
		$this->clock = new FrozenClock();
		$this->start_server();
		add_filter( 'lernwelt_map_servers', fn (): array => [ $this->origin ] );
		$routes = new TilesController( new Schemas( __DIR__ . '/../../../schemas' ), new BaseLayer( Core::services()->settings ), new Tiles( $this->cache() ), Core::services()->rate_limiter );
		// In place of the plugin's own, which has another folder and another clock.
		add_action( 'rest_api_init', $routes->register_routes( ... ), 99 );
		add_filter( 'rest_endpoints', self::without_the_first( ... ) );
	}

	protected function tearDown(): void {
		proc_terminate( $this->server );
		proc_close( $this->server );
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $this->directory, FilesystemIterator::SKIP_DOTS ), RecursiveIteratorIterator::CHILD_FIRST ) as $file ) {
			if ( $file instanceof SplFileInfo ) {
				$file->isDir() ? rmdir( $file->getPathname() ) : unlink( $file->getPathname() );
			}
		}
		rmdir( $this->directory );
		parent::tearDown();
	}

	public function test_a_portal_that_shows_districts_has_no_tiles(): void {
		delete_option( MapSettings::KEY );
		$this->assert_problem( $this->rest( 'GET', self::TILE ), Problems::NOT_FOUND, 404 );
		self::assertSame( [], $this->asked() );
	}

	public function test_guests_get_a_tile_that_the_server_is_asked_for_once(): void {
		$this->choose( 'good' );
		$answer = $this->rest( 'GET', self::TILE );
		self::assertInstanceOf( ImageResponse::class, $answer, (string) wp_json_encode( $answer->get_data() ) );
		self::assertStringStartsWith( "\x89PNG", $answer->image->bytes );
		self::assertSame( 'image/png', $answer->get_headers()['Content-Type'] );
		self::assertStringStartsWith( 'public, max-age=', $answer->get_headers()['Cache-Control'] );

		self::assertInstanceOf( ImageResponse::class, $this->rest( 'GET', self::TILE ) );
		self::assertSame( [ '/good/8/136/84' ], $this->asked() );

		ob_start();
		self::assertTrue( ImageResponse::send( false, $answer ) );
		self::assertSame( $answer->image->bytes, ob_get_clean() );
		self::assertFalse( ImageResponse::send( false, new WP_REST_Response() ) );
	}

	#[TestWith( [ '/lernwelt/v1/map-tiles/5/17/10' ] )]
	#[TestWith( [ '/lernwelt/v1/map-tiles/19/279065/172742' ] )]
	#[TestWith( [ '/lernwelt/v1/map-tiles/8/0/0' ] )]
	#[TestWith( [ '/lernwelt/v1/map-tiles/8/136/84/more' ] )]
	#[TestWith( [ '/lernwelt/v1/map-tiles/8/136/-84' ] )]
	#[TestWith( [ '/lernwelt/v1/map-tiles/8/136/..' ] )]
	public function test_other_zooms_and_places_are_not_fetched( string $path ): void {
		$this->choose( 'good' );
		self::assertSame( 404, $this->rest( 'GET', $path )->get_status() );
		self::assertSame( [], $this->asked() );
	}

	#[TestWith( [ 'html' ] )]
	#[TestWith( [ 'lying' ] )]
	#[TestWith( [ 'svg' ] )]
	#[TestWith( [ 'large' ] )]
	#[TestWith( [ 'redirect' ] )]
	public function test_what_is_no_picture_is_not_passed_on( string $behaviour ): void {
		$this->choose( $behaviour );
		$this->assert_problem( $this->rest( 'GET', self::TILE ), Problems::NOT_FOUND, 404 );
		self::assertSame( [], $this->files() );
	}

	public function test_a_tile_the_server_does_not_have_stops_no_other(): void {
		$this->choose( 'patchy' );
		$this->assert_problem( $this->rest( 'GET', self::TILE ), Problems::NOT_FOUND, 404 );
		self::assertInstanceOf( ImageResponse::class, $this->rest( 'GET', '/lernwelt/v1/map-tiles/8/136/83' ) );
	}

	public function test_zooms_beyond_those_of_the_server_are_not_fetched(): void {
		$this->choose( 'good', 10 );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/map-tiles/11/1090/674' ), Problems::NOT_FOUND, 404 );
		self::assertSame( [], $this->asked() );
		self::assertInstanceOf( ImageResponse::class, $this->rest( 'GET', '/lernwelt/v1/map-tiles/10/545/337' ) );
	}

	public function test_a_server_that_fails_is_left_alone(): void {
		$this->choose( 'broken' );
		$this->assert_problem( $this->rest( 'GET', self::TILE ), Problems::NOT_FOUND, 404 );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/map-tiles/8/136/83' ), Problems::NOT_FOUND, 404 );
		self::assertCount( 1, $this->asked(), 'a server that fails is asked again later, not at once' );

		$this->clock->advance( '+31 seconds' );
		$this->rest( 'GET', self::TILE );
		self::assertCount( 2, $this->asked() );
	}

	public function test_an_old_tile_is_better_than_none(): void {
		$this->choose( 'good' );
		$this->rest( 'GET', self::TILE );
		$this->clock->advance( '+' . ( TileCache::FRESH + 1 ) . ' seconds' );
		proc_terminate( $this->server );
		proc_close( $this->server );
		self::assertInstanceOf( ImageResponse::class, $this->rest( 'GET', self::TILE ) );
		$this->start_server( (int) parse_url( $this->origin, PHP_URL_PORT ) );
	}

	public function test_nobody_makes_the_portal_fetch_without_end(): void {
		$this->choose( 'good' );
		$limiter = Core::services()->rate_limiter;
		for ( $fetched = 0; $fetched < 600; $fetched++ ) {
			$limiter->hit( 'map-tiles', (string) ( $_SERVER['REMOTE_ADDR'] ?? '' ), 600, 300 );
		}
		$this->assert_problem( $this->rest( 'GET', self::TILE ), Problems::TOO_MANY, 429 );
		self::assertSame( [], $this->asked() );
	}

	public function test_tidying_takes_what_is_old(): void {
		$this->choose( 'good' );
		$this->rest( 'GET', self::TILE );
		$this->cache()->tidy();
		self::assertCount( 1, $this->files() );
		$this->clock->advance( '+' . ( TileCache::FRESH + 1 ) . ' seconds' );
		$this->cache()->tidy();
		self::assertCount( 0, $this->files() );
	}

	/**
	 * @param array<string, array<int|string, mixed>> $endpoints
	 * @return array<string, array<int|string, mixed>>
	 */
	private static function without_the_first( array $endpoints ): array {
		foreach ( array_keys( $endpoints ) as $route ) {
			if ( str_starts_with( $route, '/lernwelt/v1/map-tiles/' ) ) {
				unset( $endpoints[ $route ][0] );
			}
		}
		return $endpoints;
	}

	private function cache(): TileCache {
		return new TileCache( $this->directory . '/cache', $this->clock );
	}

	/**
	 * @param string $behaviour What the server does.
	 * @param int    $max_zoom  Deepest zoom it has.
	 */
	private function choose( string $behaviour, int $max_zoom = 18 ): void {
		Core::services()->settings->update(
			MapSettings::KEY,
			[
				'base'     => 'tiles',
				'tiles'    => "$this->origin/$behaviour/{z}/{x}/{y}",
				'credit'   => 'Test',
				'max_zoom' => $max_zoom,
			]
		);
	}

	/** @return list<string> */
	private function asked(): array {
		$log = $this->directory . '/asked';
		return is_file( $log ) ? explode( "\n", trim( (string) file_get_contents( $log ) ) ) : [];
	}

	/** @return list<string> */
	private function files(): array {
		$found = [];
		if ( ! is_dir( $this->directory . '/cache' ) ) {
			return $found;
		}
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $this->directory . '/cache', FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			$found[] = $file instanceof SplFileInfo ? $file->getFilename() : '';
		}
		return $found;
	}

	private function start_server( int $port = 0 ): void {
		for ( $tries = 0; $tries < 5; $tries++ ) {
			$at     = 0 === $port ? random_int( 20000, 40000 ) : $port;
			$server = proc_open( [ PHP_BINARY, '-S', "localhost:$at", __DIR__ . '/tile-server.php' ], [ [ 'file', '/dev/null', 'r' ], [ 'file', '/dev/null', 'w' ], [ 'file', '/dev/null', 'w' ] ], $pipes, null, [ 'TILE_LOG' => $this->directory . '/asked' ] );
			if ( ! is_resource( $server ) ) {
				continue;
			}
			for ( $waited = 0; $waited < 100; $waited++ ) {
				usleep( 20000 );
				if ( ! proc_get_status( $server )['running'] ) {
					break;
				}
				set_error_handler( static fn (): bool => true );
				$socket = fsockopen( 'localhost', $at );
				restore_error_handler();
				if ( is_resource( $socket ) ) {
					fclose( $socket );
					$this->server = $server;
					$this->origin = "http://localhost:$at";
					return;
				}
			}
			proc_terminate( $server );
			proc_close( $server );
		}
		throw new RuntimeException( 'The map server of the test did not start.' );
	}
}

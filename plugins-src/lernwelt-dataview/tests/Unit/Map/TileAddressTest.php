<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit\Map;

use Lernwelt\Dataview\Domain\Map\InvalidTileAddress;
use Lernwelt\Dataview\Domain\Map\Tile;
use Lernwelt\Dataview\Domain\Map\TileAddress;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class TileAddressTest extends TestCase {
	private const BASEMAP = 'https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0/de_basemapde_web_raster_farbe/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png';
	private const SURVEY  = 'https://www.geodatenportal.sachsen-anhalt.de/wss/service/any/guest?SERVICE=WMS&CRS=EPSG:3857&WIDTH=256&HEIGHT=256&BBOX={bbox}';

	public function test_puts_the_numbers_of_a_tile_into_the_address(): void {
		$tile = Tile::of( 8, 136, 84 );
		self::assertNotNull( $tile );
		self::assertStringEndsWith( '/GLOBAL_WEBMERCATOR/8/84/136.png', TileAddress::from( self::BASEMAP, TileAddress::SERVERS )->of( $tile ) );
	}

	public function test_gives_services_the_corners_they_want(): void {
		$tile = Tile::of( 8, 136, 84 );
		self::assertNotNull( $tile );
		self::assertStringEndsWith( 'BBOX=1252344.27,6731350.46,1408887.31,6887893.49', TileAddress::from( self::SURVEY, TileAddress::SERVERS )->of( $tile ) );
	}

	#[TestWith( [ 'https://tile.openstreetmap.org/{z}/{x}/{y}.png', InvalidTileAddress::OPENSTREETMAP ] )]
	#[TestWith( [ 'https://a.tile.openstreetmap.de/{z}/{x}/{y}.png', InvalidTileAddress::OPENSTREETMAP ] )]
	#[TestWith( [ 'https://example.org/{z}/{x}/{y}.png', InvalidTileAddress::SERVER ] )]
	#[TestWith( [ 'http://sgx.geodatenzentrum.de/{z}/{x}/{y}.png', InvalidTileAddress::SERVER ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de:8443/{z}/{x}/{y}.png', InvalidTileAddress::SERVER ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de.example.org/{z}/{x}/{y}.png', InvalidTileAddress::SERVER ] )]
	#[TestWith( [ 'http://127.0.0.1/{z}/{x}/{y}.png', InvalidTileAddress::SERVER ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de@example.org/{z}/{x}/{y}.png', InvalidTileAddress::MALFORMED ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de\\@example.org/{z}/{x}/{y}.png', InvalidTileAddress::MALFORMED ] )]
	#[TestWith( [ 'file:///etc/passwd?{z}{x}{y}', InvalidTileAddress::MALFORMED ] )]
	#[TestWith( [ "https://sgx.geodatenzentrum.de/{z}/{x}/{y}.png\r\nX: y", InvalidTileAddress::MALFORMED ] )]
	#[TestWith( [ '', InvalidTileAddress::MALFORMED ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de/{z}/{x}.png', InvalidTileAddress::PLACEHOLDERS ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de/{z}/{x}/{y}/{s}.png', InvalidTileAddress::PLACEHOLDERS ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de/{z}/{x}/{y}/{.png', InvalidTileAddress::PLACEHOLDERS ] )]
	#[TestWith( [ 'https://sgx.geodatenzentrum.de/one.png', InvalidTileAddress::PLACEHOLDERS ] )]
	public function test_refuses_everything_else_with_a_reason( string $template, string $reason ): void {
		try {
			TileAddress::from( $template, TileAddress::SERVERS );
		} catch ( InvalidTileAddress $refused ) {
			self::assertSame( $reason, $refused->reason );
			return;
		}
		self::fail( "$template was accepted." );
	}

	public function test_refuses_an_address_longer_than_the_setting(): void {
		$this->expectException( InvalidTileAddress::class );
		TileAddress::from( self::BASEMAP . '?' . str_repeat( 'x', 500 ), TileAddress::SERVERS );
	}

	public function test_different_addresses_are_kept_apart(): void {
		$hashes = array_map( static fn ( string $template ): string => TileAddress::from( $template, TileAddress::SERVERS )->hash(), [ self::BASEMAP, self::SURVEY ] );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{16}$/', $hashes[0] );
		self::assertNotSame( $hashes[0], $hashes[1] );
	}
}

<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit\Map;

use Lernwelt\Core\Data\Marker;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use Lernwelt\Dataview\Domain\Map\PackedPoints;
use Lernwelt\Dataview\Domain\Map\TileAddress;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MapSettingsTest extends TestCase {

	/**
	 * @param array<string, mixed>  $values   Values that differ from the defaults.
	 * @param array<string, string> $problems Expected field → reason code.
	 */
	#[DataProvider( 'cases' )]
	public function test_says_what_is_wrong( array $values, array $problems ): void {
		self::assertSame( $problems, MapSettings::problems( [ ...MapSettings::DEFAULTS, ...$values ], TileAddress::SERVERS ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function cases(): iterable {
		$server = 'https://sgx.geodatenzentrum.de/{z}/{y}/{x}.png';
		yield 'defaults' => [ [], [] ];
		yield 'tiles' => [ [ 'base' => 'tiles', 'tiles' => $server, 'credit' => '© basemap.de / BKG' ], [] ];
		yield 'tiles without anything' => [ [ 'base' => 'tiles' ], [ 'tiles' => 'required', 'credit' => 'required' ] ];
		yield 'tiles of a server that forbids it' => [ [ 'base' => 'tiles', 'tiles' => 'https://tile.openstreetmap.org/{z}/{x}/{y}.png', 'credit' => 'x' ], [ 'tiles' => 'openstreetmap' ] ];
		yield 'an address for later is looked at too' => [ [ 'tiles' => 'https://example.org/{z}/{x}/{y}' ], [ 'tiles' => 'server' ] ];
	}

	public function test_packs_points_in_the_order_of_their_ids_as_differences(): void {
		$packed = PackedPoints::of( [ new Marker( 9, 'Zweiter', 51.5, 11.5 ), new Marker( 4, 'Erster', 52.123456, 11.0 ) ] );
		self::assertSame(
			[
				'ids'    => [ 4, 5 ],
				'lat'    => [ 5212346, -62346 ],
				'lng'    => [ 1100000, 50000 ],
				'titles' => [ 'Erster', 'Zweiter' ],
			],
			$packed
		);
	}

	public function test_nothing_found_are_empty_lists(): void {
		self::assertSame( [ 'ids' => [], 'lat' => [], 'lng' => [], 'titles' => [] ], PackedPoints::of( [] ) );
	}
}

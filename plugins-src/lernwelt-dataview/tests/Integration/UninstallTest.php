<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Application\Map\TileCache;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use Lernwelt\Dataview\Domain\Map\Tile;
use Lernwelt\Dataview\Domain\Map\TileAddress;
use Lernwelt\Dataview\Domain\Map\TileImage;

final class UninstallTest extends DataViewTestCase {
	public function test_settings_index_and_tiles_go_and_articles_stay(): void {
		$article = self::meeting( 'Alpha' );
		$index   = Core::services()->index;
		Core::services()->data_sources->get( 'articles' )?->query( new Query(), Viewer::guest() );
		update_option( MapSettings::KEY, MapSettings::DEFAULTS );
		self::assertTrue( $index->is_built( 'articles' ) );
		$cache   = new TileCache( TileCache::folder(), Core::services()->clock );
		$address = TileAddress::from( 'https://sgx.geodatenzentrum.de/{z}/{x}/{y}', TileAddress::SERVERS );
		$tile    = Tile::of( 8, 136, 84 );
		self::assertNotNull( $tile );
		$cache->put( $address, $tile, new TileImage( 'image/png', "\x89PNG\r\n\x1A\nrest" ) );
		$cache->failed( $address );
		self::assertNotNull( $cache->get( $address, $tile ) );

		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'lernwelt-dataview/lernwelt-dataview.php' );
		require dirname( __DIR__, 2 ) . '/uninstall.php';

		self::assertFalse( get_option( MapSettings::KEY ) );
		self::assertDirectoryDoesNotExist( TileCache::folder() );
		self::assertFalse( $index->is_built( 'articles' ) );
		self::assertNotNull( get_post( $article ) );
		self::assertSame( 1, Core::services()->data_sources->get( 'articles' )?->query( new Query(), Viewer::guest() )->total, 'a plugin that comes back has its articles' );
	}
}

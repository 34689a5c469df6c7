<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit\Map;

use InvalidArgumentException;
use Lernwelt\Dataview\Domain\Map\Tile;
use Lernwelt\Dataview\Domain\Map\TileImage;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class TileTest extends TestCase {

	#[TestWith( [ 6, 34, 20 ] )]
	#[TestWith( [ 8, 136, 84 ] )]
	#[TestWith( [ 18, 139533, 86371 ] )]
	public function test_offers_tiles_of_the_state( int $z, int $x, int $y ): void {
		self::assertNotNull( Tile::of( $z, $x, $y ) );
	}

	#[TestWith( [ 5, 17, 10 ] )]
	#[TestWith( [ 19, 278000, 172700 ] )]
	#[TestWith( [ 8, 128, 84 ] )]
	#[TestWith( [ 8, 136, 90 ] )]
	#[TestWith( [ 8, 0, 0 ] )]
	#[TestWith( [ 8, 999999, 84 ] )]
	#[TestWith( [ 8, -1, 84 ] )]
	public function test_offers_nothing_else( int $z, int $x, int $y ): void {
		self::assertNull( Tile::of( $z, $x, $y ) );
	}

	public function test_offers_no_zoom_the_server_does_not_have(): void {
		self::assertNotNull( Tile::of( 10, 545, 337, 10 ) );
		self::assertNull( Tile::of( 11, 1090, 674, 10 ) );
		self::assertNull( Tile::of( 19, 279065, 172742, 25 ), 'nor one deeper than those offered' );
	}

	public function test_knows_a_picture_by_its_beginning(): void {
		self::assertSame( 'image/png', TileImage::from_bytes( "\x89PNG\r\n\x1A\nrest" )->type );
		self::assertSame( 'image/jpeg', TileImage::from_bytes( "\xFF\xD8\xFFrest" )->type );
	}

	#[TestWith( [ 'image/png', '<html>' ] )]
	#[TestWith( [ 'image/svg+xml', '<svg>' ] )]
	#[TestWith( [ 'text/html', "\x89PNG\r\n\x1A\n" ] )]
	public function test_takes_nothing_else_for_a_picture( string $type, string $bytes ): void {
		$this->expectException( InvalidArgumentException::class );
		new TileImage( $type, $bytes );
	}

	public function test_refuses_a_picture_that_is_too_large(): void {
		$this->expectException( InvalidArgumentException::class );
		new TileImage( 'image/jpeg', "\xFF\xD8\xFF" . str_repeat( 'x', TileImage::MAX_BYTES ) );
	}
}

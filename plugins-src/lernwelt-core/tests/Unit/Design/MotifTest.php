<?php
/**
 * The motif.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Design;

use DOMDocument;
use Lernwelt\Core\Design\Color;
use Lernwelt\Core\Design\Motif;
use Lernwelt\Core\Design\MotifGrid;
use Lernwelt\Core\Design\MotifShape;
use Lernwelt\Core\Design\MotifSvg;
use Lernwelt\Core\Design\MotifTrail;
use Lernwelt\Core\Design\Palette;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The learning path: always the same, always complete, small. */
final class MotifTest extends TestCase {

	public function test_the_same_seed_draws_the_same_picture(): void {
		self::assertEquals( Motif::grow( 'arche-nebra', MotifShape::Card ), Motif::grow( 'arche-nebra', MotifShape::Card ) );
	}

	public function test_a_picture_stays_as_it_is_in_later_versions(): void {
		// Whoever changes the generator changes every picture of every portal: then, and only then, renew this.
		$motif = Motif::grow( 'lernwelt', MotifShape::Card );
		self::assertSame( '14c7a029bfcafd9e', hash( 'xxh64', MotifSvg::for_page( $motif ) ) );
	}

	public function test_other_seeds_and_shapes_draw_others(): void {
		$card = Motif::grow( 'arche-nebra', MotifShape::Card );
		self::assertNotSame( $card->path, Motif::grow( 'bauhaus-dessau', MotifShape::Card )->path );
		self::assertNotSame( $card->path, Motif::grow( 'arche-nebra', MotifShape::Band )->path );
	}

	/**
	 * All formats.
	 *
	 * @return array<string, array{MotifShape}>
	 */
	public static function shapes(): array {
		$shapes = [];
		foreach ( MotifShape::cases() as $shape ) {
			$shapes[ $shape->value ] = [ $shape ];
		}
		return $shapes;
	}

	#[DataProvider( 'shapes' )]
	public function test_marks_lie_inside_and_apart( MotifShape $shape ): void {
		for ( $i = 0; $i < 40; $i++ ) {
			$motif = Motif::grow( "seed $i", $shape );
			$marks = null === $motif->spark ? $motif->stations : [ ...$motif->stations, $motif->spark ];
			self::assertNotEmpty( $marks );
			foreach ( $marks as $at => list( $x, $y ) ) {
				self::assertTrue( $x >= 1 && $y >= 1 && $x <= $motif->width - 1 && $y <= $motif->height - 1 );
				foreach ( array_slice( $marks, $at + 1 ) as list( $other_x, $other_y ) ) {
					self::assertGreaterThan( 2.0, hypot( $x - $other_x, $y - $other_y ) );
				}
			}
		}
	}

	public function test_every_tile_has_its_two_arcs_once(): void {
		$trails = ( new MotifGrid( 6, 4, "\x5a\xc3\x0f" ) )->trails();
		$arcs   = array_sum( array_map( static fn( MotifTrail $trail ): int => count( $trail->points ) - 1, $trails ) );
		self::assertSame( 2 * 6 * 4, $arcs );
	}

	public function test_open_trails_end_at_the_edge_and_loops_where_they_began(): void {
		foreach ( ( new MotifGrid( 6, 4, "\x5a\xc3\x0f" ) )->trails() as $trail ) {
			$first = $trail->points[0];
			$last  = $trail->points[ count( $trail->points ) - 1 ];
			if ( $trail->is_open ) {
				foreach ( [ $first, $last ] as list( $x, $y ) ) {
					self::assertTrue( 0 === $x || 12 === $x || 0 === $y || 8 === $y );
				}
			} else {
				self::assertSame( $first, $last );
			}
		}
	}

	#[DataProvider( 'shapes' )]
	public function test_is_well_formed_and_small( MotifShape $shape ): void {
		$motif = Motif::grow( 'größe', $shape );
		$page  = MotifSvg::for_page( $motif, 'a"><script>' );
		$file  = MotifSvg::for_file( $motif, Palette::of( Color::from_hex( '#3F6B2A' ) ) );
		foreach ( [ $page, $file ] as $svg ) {
			$document = new DOMDocument();
			self::assertTrue( $document->loadXML( $svg ) );
			self::assertSame( 'svg', $document->documentElement?->localName );
			self::assertLessThan( 700, strlen( (string) gzencode( $svg, 6 ) ) );
		}
		self::assertStringNotContainsString( '<script', $page );
		self::assertStringNotContainsString( '#', $page );
		self::assertStringContainsString( '#3F6B2A', $file );
	}
}

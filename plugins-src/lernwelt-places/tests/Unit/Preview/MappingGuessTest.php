<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Preview;

use Lernwelt\Places\Application\Preview\MappingGuess;
use Lernwelt\Places\Domain\Import\Format;
use PHPUnit\Framework\TestCase;

final class MappingGuessTest extends TestCase {

	public function test_columns_are_found_by_any_of_their_names(): void {
		$guess = MappingGuess::of(
			Format::Json,
			[
				'Objekt-ID'       => [ '7' ],
				'text'            => [ 'a' ],
				'Beschreibung'    => [ 'b' ],
				'properties.NAME' => [ 'c' ],
				'name'            => [ 'd' ],
				'E-Mail'          => [ 'e@example.org' ],
				'geo_lat'         => [ '51.5' ],
				'geo-lng'         => [ '11.9' ],
			]
		);
		self::assertSame( [ 'from' => 'Objekt-ID' ], $guess['id'] );
		// The better name wins, of the same name the first column.
		self::assertSame( [ 'title' => [ 'from' => 'properties.NAME' ], 'description' => [ 'from' => 'Beschreibung' ], 'email' => [ 'from' => 'E-Mail' ] ], $guess['fields'] );
		self::assertSame( [ 'crs' => 'EPSG:4326', 'north' => 'geo_lat', 'east' => 'geo-lng' ], $guess['coordinates'] );
	}

	/** Folding each column for each name would take minutes. */
	public function test_many_columns_are_looked_at_once(): void {
		$samples = [];
		for ( $number = 1; $number <= 300_000; $number++ ) {
			$samples[ "Spalte_$number" ] = [];
		}
		$samples['Kennung'] = [ '1' ];
		$guess              = MappingGuess::of( Format::Json, $samples );
		self::assertSame( [ [ 'from' => 'Kennung' ], [] ], [ $guess['id'], $guess['fields'] ] );
	}
}

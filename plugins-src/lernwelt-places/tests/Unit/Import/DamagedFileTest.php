<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Import;

use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Reading\Inputs;
use PHPUnit\Framework\TestCase;

/** A file with every kind of bad row: each row becomes a place or is told, none gets lost. */
final class DamagedFileTest extends TestCase {
	private const FILES = __DIR__ . '/../../files/';

	/** Line → id, whether there is a place, findings. Lines that are missing here are empty or a part of the record before. */
	private const EXPECTED = [
		2  => [ 'G-1', true, [] ],
		5  => [ 'B-01', false, [ FindingCode::InvalidUtf8 ] ],
		6  => [ 'B-02', false, [ FindingCode::Binary ] ],
		7  => [ 'B-03', false, [ FindingCode::BadQuotes ] ],
		8  => [ 'B-04', false, [ FindingCode::TooFewColumns ] ],
		9  => [ 'B-05', false, [ FindingCode::TooManyColumns ] ],
		10 => [ '', false, [ FindingCode::MissingId ] ],
		11 => [ '', false, [ FindingCode::BadId ] ],
		12 => [ 'G-1', false, [ FindingCode::DuplicateId ] ],
		13 => [ 'B-08', false, [ FindingCode::MissingTitle ] ],
		14 => [ 'B-09', false, [ FindingCode::OutsideArea ] ],
		15 => [ 'M-01', true, [ FindingCode::SwappedCoordinates ] ],
		16 => [ 'M-02', true, [ FindingCode::HtmlRemoved, FindingCode::HtmlRemoved ] ],
		17 => [ 'M-03', true, [ FindingCode::TooLong ] ],
		18 => [ 'M-04', true, [ FindingCode::PostcodePadded ] ],
		19 => [ 'L-01', true, [ FindingCode::BadCoordinates ] ],
		20 => [ 'L-02', true, [ FindingCode::BadCoordinates ] ],
		21 => [ 'L-03', true, [ FindingCode::BadCoordinates ] ],
		22 => [ 'L-04', true, [ FindingCode::UnknownTerm ] ],
		23 => [ 'L-05', true, [ FindingCode::NotInTable ] ],
		24 => [ 'L-06', true, [ FindingCode::BadDate ] ],
		25 => [ 'L-07', true, [ FindingCode::BadUrl ] ],
		26 => [ 'L-08', true, [ FindingCode::BadEmail ] ],
		27 => [ 'L-09', true, [ FindingCode::BadNumber ] ],
		28 => [ 'L-10', true, [ FindingCode::BadBoolean ] ],
		29 => [ 'L-11', true, [ FindingCode::BadPostcode ] ],
		30 => [ 'L-12', true, [ FindingCode::BadPhone ] ],
		31 => [ 'L-13', true, [ FindingCode::TooManyValues ] ],
		32 => [ 'L-14', true, [ FindingCode::RegionMismatch ] ],
		33 => [ 'G-2', true, [] ],
		36 => [ 'G-3', true, [] ],
		37 => [ 'B-10', false, [ FindingCode::Truncated ] ],
	];

	public function test_every_row_is_accounted_for(): void {
		$found = [];
		foreach ( self::mapped( 'damaged.csv', 'damaged.mapping.json' ) as $row ) {
			$found[ $row->row ] = [ $row->external_id, null !== $row->place, array_map( static fn ( Finding $finding ): FindingCode => $finding->code, $row->findings ) ];
		}
		self::assertSame( self::EXPECTED, $found );
	}

	/** What isn't in the CSV file can't be: JSON has its own file, a record of 1 MB and a place that refuses have their own tests. */
	public function test_every_kind_of_finding_is_shown(): void {
		$codes = [];
		foreach ( [ ...self::mapped( 'damaged.csv', 'damaged.mapping.json' ), ...self::mapped( 'damaged.json', 'damaged-json.mapping.json' ) ] as $row ) {
			foreach ( $row->findings as $finding ) {
				$codes[ $finding->code->value ] = true;
				self::assertNotSame( '', $finding->raw, $finding->code->value );
			}
		}
		$missing = array_diff( array_column( FindingCode::cases(), 'value' ), array_keys( $codes ) );
		self::assertSame( [ 'record_too_large', 'invalid_place' ], array_values( $missing ) );
	}

	/** A spreadsheet's formula is a text like any other here; whoever writes a table of findings has to defuse it. */
	public function test_cells_that_look_like_formulas_are_texts(): void {
		$places = array_filter( self::mapped( 'damaged.csv', 'damaged.mapping.json' ), static fn ( MappedRow $row ): bool => 'G-2' === $row->external_id );
		$place  = array_values( $places )[0]->place;
		self::assertSame( [ '=HYPERLINK("http://example.org")', '@SUM(1+1)', [ '-1+1|cmd' ] ], [ $place?->title, $place?->summary, $place?->description ] );
	}

	public function test_nothing_of_html_is_left(): void {
		$places = array_filter( self::mapped( 'damaged.csv', 'damaged.mapping.json' ), static fn ( MappedRow $row ): bool => 'M-02' === $row->external_id );
		$row    = array_values( $places )[0];
		self::assertSame( [ 'Haus mit HTML', [ 'Ein & zwei', 'drei' ] ], [ $row->place?->title, $row->place?->description ] );
		self::assertStringContainsString( '<script>', $row->findings[1]->raw );
	}

	/**
	 * @return list<MappedRow>
	 */
	private static function mapped( string $file, string $mapping ): array {
		$json = json_decode( (string) file_get_contents( self::FILES . $mapping ), true, 32, JSON_THROW_ON_ERROR );
		self::assertIsArray( $json );
		$lists = json_decode( (string) file_get_contents( __DIR__ . '/../../../data/terms.json' ), true, 8, JSON_THROW_ON_ERROR );
		self::assertIsArray( $lists );
		$terms   = array_map( static fn ( array $list ): array => array_column( $list, 'name', 'slug' ), $lists );
		$mapping = Mapping::from( $json );
		$mapper  = new RowMapper( $mapping, $terms, Districts::shipped() );
		$mapped  = [];
		foreach ( Inputs::files( [ self::FILES . $file ], $mapping )->rows() as $row ) {
			$mapped[] = $mapper->map( $row );
		}
		return $mapped;
	}
}

<?php
/**
 * Invented places for tests and measurements.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Sample;

use InvalidArgumentException;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\District;
use Lernwelt\Core\Geo\Districts;
use Random\Engine\Mt19937;
use Random\Randomizer;

/** Rows in the columns of the shipped list; the same seed gives the same rows, a longer list begins with the shorter one. */
final readonly class SamplePlaces {

	/** Columns, as in data/lernorte.csv. */
	public const COLUMNS = [
		'Kennung', 'Name', 'Kurztext', 'Beschreibung', 'Angebote für Klassen', 'Straße', 'PLZ', 'Ort', 'Landkreis', 'Breitengrad', 'Längengrad', 'Fächer',
		'Schulformen', 'Art', 'Telefon', 'E-Mail', 'Internet', 'Öffnungszeiten', 'Barrierefreiheit', 'Preise', 'Kostenfrei', 'Barrierefrei', 'Quelle', 'Stand',
	];

	/** How the columns call the types of school. */
	private const SCHOOLS = [ 'KITA', 'GS', 'SEK', 'GMS', 'IGS', 'GYM', 'FÖS', 'BBS' ];

	/** @var non-empty-list<District> */
	private array $districts;

	/**
	 * @param Districts $districts Districts, at least one.
	 */
	public function __construct( Districts $districts ) {
		$this->districts = [] === $districts->all ? throw new InvalidArgumentException( 'Places need a district to lie in.' ) : $districts->all;
	}

	/**
	 * Makes rows, one at a time.
	 *
	 * @param int $count Rows, from 0.
	 * @param int $seed  Start of the random numbers.
	 * @return iterable<array<value-of<self::COLUMNS>, string>> Column → text in UTF-8.
	 */
	public function rows( int $count, int $seed = 1 ): iterable {
		$random = new Randomizer( new Mt19937( $seed ) );
		for ( $number = 1; $number <= $count; $number++ ) {
			yield $this->row( $number, $random );
		}
	}

	/**
	 * @param int        $number Number of the row, from 1.
	 * @param Randomizer $random Random numbers.
	 * @return array<value-of<self::COLUMNS>, string>
	 */
	private function row( int $number, Randomizer $random ): array {
		[ $word, $kind, $subjects ] = self::one( SampleWords::KINDS, $random );
		$district = self::one( $this->districts, $random );
		$point    = self::point( $district, $random );
		$village  = self::one( SampleWords::VILLAGES, $random ) . self::one( SampleWords::ENDINGS, $random );
		$name     = self::one( SampleWords::NAMES, $random );
		$theme    = self::one( SampleWords::THEMES, $random );
		$activity = self::one( SampleWords::ACTIVITIES, $random );
		$free     = $random->getInt( 1, 10 ) <= 3;
		$schools  = self::some( self::SCHOOLS, $random );
		return array_combine(
			self::COLUMNS,
			[
				sprintf( 'TEST-%06d', $number ),
				"$word $name $village",
				ucfirst( $activity ) . ": $theme in $village.",
				"Im Mittelpunkt steht $theme. Klassen können hier $activity.\n\nDer Ort ist erfunden und dient nur zum Testen.",
				1 === $random->getInt( 0, 1 ) ? ucfirst( $activity ) . ', zwei bis vier Stunden.' : '',
				self::one( [ 'Dorfstraße', 'Am Ring', 'Lindenallee', 'Mühlweg', 'Schulplatz' ], $random ) . ' ' . $random->getInt( 1, 120 ),
				sprintf( '%05d', $random->getInt( 1, 9 ) <= 4 ? $random->getInt( 6100, 6999 ) : $random->getInt( 38800, 39649 ) ),
				$village,
				$district->name,
				self::decimal( $point->lat ),
				self::decimal( $point->lng ),
				implode( ', ', self::some( $subjects, $random ) ),
				implode( ', ', $schools ),
				$kind,
				sprintf( '(0%d) 5550 %03d', $random->getInt( 340, 399 ), $number % 1000 ),
				"ort$number@example.org",
				"https://ort$number.example.org/",
				$random->getInt( 0, 2 ) > 0 ? "Montag bis Freitag 9 bis 16 Uhr\nnach Anmeldung" : '',
				$random->getInt( 0, 3 ) > 2 ? 'Eingang und WC stufenlos.' : '',
				$free ? 'Der Eintritt ist frei.' : $random->getInt( 1, 8 ) . ',50 Euro je Kind',
				$free ? 'ja' : '',
				$random->getInt( 1, 10 ) <= 4 ? 'ja' : '',
				'https://example.org/',
				'22.11.2026',
			]
		);
	}

	/**
	 * A point inside a district.
	 *
	 * @param District   $district District.
	 * @param Randomizer $random   Random numbers.
	 */
	private static function point( District $district, Randomizer $random ): Coordinates {
		[ $west, $south, $east, $north ] = $district->bounds;
		do {
			// Rounded first, so that the point that is written down is the one that was checked.
			$point = new Coordinates(
				$random->getInt( (int) round( $south * 1e5 ), (int) round( $north * 1e5 ) ) / 1e5,
				$random->getInt( (int) round( $west * 1e5 ), (int) round( $east * 1e5 ) ) / 1e5
			);
		} while ( ! $district->contains( $point ) );
		return $point;
	}

	private static function decimal( float $degrees ): string {
		return str_replace( '.', ',', sprintf( '%.5F', $degrees ) );
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $list   Values.
	 * @param Randomizer        $random Random numbers.
	 * @return T
	 */
	private static function one( array $list, Randomizer $random ): mixed {
		return $list[ $random->getInt( 0, count( $list ) - 1 ) ];
	}

	/**
	 * One to three values, in their order.
	 *
	 * @param non-empty-list<string> $list   Values.
	 * @param Randomizer             $random Random numbers.
	 * @return list<string>
	 */
	private static function some( array $list, Randomizer $random ): array {
		$keys = $random->pickArrayKeys( $list, $random->getInt( 1, min( 3, count( $list ) ) ) );
		return array_values( array_intersect_key( $list, array_flip( $keys ) ) );
	}
}

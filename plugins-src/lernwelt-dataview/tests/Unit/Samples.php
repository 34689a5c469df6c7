<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\FilterLogic;

/** Fields as a source of learning places has them. */
trait Samples {

	/** @return list<Field> */
	protected static function fields(): array {
		return [
			new Field( 'region', 'Region', FieldType::Terms, filter: true, sort: true, choices: self::regions( ... ) ),
			new Field( 'subject', 'Fach', FieldType::Terms, filter: true, parameter: 'fach', choices: static fn (): array => [ 'kunst' => 'Kunst' ] ),
			new Field( 'features', 'Besonders', FieldType::Terms, filter: true, logic: FilterLogic::All, parameter: 'besonders', choices: static fn (): array => [ 'frei' => 'Kostenfrei', 'eben' => 'Barrierefrei' ] ),
			new Field( 'open', 'Offen', FieldType::Boolean, filter: true, parameter: 'offen' ),
			new Field( 'summary', 'Beschreibung', FieldType::LongText ),
			new Field( 'city', 'Ort', sort: true, parameter: 'ort' ),
			new Field( 'website', 'Website', FieldType::Link ),
			new Field( 'note', 'Notiz', sort: true, capability: 'edit_others_posts' ),
		];
	}

	/** The months of a calendar. */
	protected static function months(): Field {
		return new Field( 'month', 'Monat', FieldType::Terms, filter: true, parameter: 'monat', choices: static fn (): array => [ '2026-12' => 'Dezember 2026', '2027-01' => 'Januar 2027' ] );
	}

	/**
	 * One value looks like a number: PHP makes a number of such a key.
	 *
	 * @return array<string, string>
	 */
	private static function regions(): array {
		/** @var array<string, string> $words */
		$words = [ 'harz' => 'Harz', 'halle' => 'Halle (Saale)', '2' => 'Zwei' ];
		return $words;
	}
}

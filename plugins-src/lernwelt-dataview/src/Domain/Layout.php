<?php
/**
 * Ways to show records.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain;

/** What results look like. */
enum Layout: string {
	case List  = 'list';
	case Cards = 'cards';
	case Table = 'table';

	/** The map above the list: whoever can't use the map finds the same records below it. */
	case Map = 'map';

	/** A month with its days. */
	case Calendar = 'calendar';

	/** Numbers instead of records: a table with bars. */
	case Chart = 'chart';

	/** The word in addresses. */
	public function parameter(): string {
		return match ( $this ) {
			self::List     => 'liste',
			self::Cards    => 'kacheln',
			self::Table    => 'tabelle',
			self::Map      => 'karte',
			self::Calendar => 'kalender',
			self::Chart    => 'diagramm',
		};
	}

	/** Whether it shows records page by page. */
	public function has_pages(): bool {
		return self::Calendar !== $this && self::Chart !== $this;
	}

	/**
	 * The layout of a word in an address.
	 *
	 * @param string $parameter The word.
	 */
	public static function from_parameter( string $parameter ): ?self {
		foreach ( self::cases() as $layout ) {
			if ( $layout->parameter() === $parameter ) {
				return $layout;
			}
		}
		return null;
	}
}

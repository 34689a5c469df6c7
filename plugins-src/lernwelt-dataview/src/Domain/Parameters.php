<?php
/**
 * Names in addresses.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain;

use Lernwelt\Core\Data\Field;

/** How the parameters of one data view are called. A key keeps two views on a page apart. */
final readonly class Parameters {
	private const SEARCH = 'suche';
	private const SORT   = 'sortierung';
	private const LAYOUT = 'ansicht';
	private const PAGE   = 'seite';

	/** In front of a field's name that means something else already. */
	private const EVASION = 'feld-';

	/**
	 * @param string       $key      Key of the view, '' for none.
	 * @param list<string> $reserved Names that WordPress reads itself: a page would be not found.
	 */
	public function __construct( private string $key = '', private array $reserved = [] ) {}

	/** Words to look for. */
	public function search(): string {
		return $this->named( self::SEARCH );
	}

	/** Order. */
	public function sort(): string {
		return $this->named( self::SORT );
	}

	/** Layout. */
	public function layout(): string {
		return $this->named( self::LAYOUT );
	}

	/** Page. */
	public function page(): string {
		return $this->named( self::PAGE );
	}

	/**
	 * Values of a filter.
	 *
	 * @param Field $field The filter.
	 */
	public function field( Field $field ): string {
		return $this->named( $this->field_word( $field ) );
	}

	/**
	 * A field as the order names it.
	 *
	 * @param Field $field The field.
	 */
	public function field_word( Field $field ): string {
		$word  = (string) preg_replace( '/[^a-z0-9_-]+/', '-', strtolower( $field->parameter ) );
		$taken = in_array( $word, [ self::SEARCH, self::SORT, self::LAYOUT, self::PAGE, ViewState::TITLE_PARAMETER ], true )
			|| in_array( $this->named( $word ), $this->reserved, true );
		return $taken ? self::EVASION . $word : $word;
	}

	/**
	 * All names of the view.
	 *
	 * @param list<Field> $fields Its filters.
	 * @return list<string>
	 */
	public function all( array $fields ): array {
		return [ $this->search(), ...array_map( $this->field( ... ), $fields ), $this->sort(), $this->layout(), $this->page() ];
	}

	private function named( string $word ): string {
		return '' === $this->key ? $word : $this->key . '-' . $word;
	}
}

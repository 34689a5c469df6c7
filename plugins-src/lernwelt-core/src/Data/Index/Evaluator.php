<?php
/**
 * Finds, counts and sorts.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\FilterLogic;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;

/**
 * Answers one question of one viewer from a catalogue; plain PHP. A field that the viewer may not see doesn't exist
 * here: it filters, counts and sorts nothing, so that nothing can be learned about it; fixed by a scope it finds nothing.
 */
final class Evaluator {

	/** @var array<string, Field> Fields the viewer may see. */
	private array $fields = [];

	/** @var array<string, list<string>> Field id → chosen values that exist. */
	private array $chosen = [];

	/** @var array<string, array<int|string, string>> Field id → value → word, as far as it was asked for. */
	private array $choices = [];

	/** Records the viewer may see, within the scope and the search. */
	private string $base;

	/**
	 * @param Catalogue   $catalogue All records.
	 * @param list<Field> $fields    All fields of the source.
	 * @param Query       $query     What to find.
	 * @param Viewer      $viewer    Who looks.
	 * @param ?list<int>  $matching  Ids that the search found; null when nothing is searched.
	 */
	public function __construct(
		private readonly Catalogue $catalogue,
		array $fields,
		private readonly Query $query,
		Viewer $viewer,
		?array $matching = null,
	) {
		foreach ( $fields as $field ) {
			if ( $field->visible_to( $viewer ) ) {
				$this->fields[ $field->id ] = $field;
			}
		}
		$this->base = $this->visible_to( $viewer );
		foreach ( $query->scope as $id => $values ) {
			$field = $this->countable( $id );
			if ( [] !== $values ) {
				// Whoever fixed a field wanted less than everything, also when it is gone or hidden.
				$this->base &= null === $field ? Bits::none( $catalogue->size ) : $this->with( $field, $values );
			}
		}
		if ( null !== $matching ) {
			$this->base &= $catalogue->of_ids( $matching );
		}
		foreach ( $query->filters as $id => $values ) {
			$field = $this->filterable( $id );
			$known = null === $field ? [] : $this->known( $field, $values );
			if ( [] !== $known ) {
				$this->chosen[ $id ] = $known;
			}
		}
	}

	/** The page and its counts. */
	public function hits(): Hits {
		$found = $this->found();
		$total = Bits::count( $found );
		if ( $this->query->per_page < 1 ) {
			return new Hits( $total, [], $this->facets( $found ), 1, 1 );
		}
		$pages = max( 1, intdiv( $total + $this->query->per_page - 1, $this->query->per_page ) );
		$page  = $this->query->page < 1 || $this->query->page > $pages ? 1 : $this->query->page;
		$slice = array_slice( $this->sorted( $found ), ( $page - 1 ) * $this->query->per_page, $this->query->per_page );

		return new Hits( $total, array_map( $this->catalogue->id( ... ), $slice ), $this->facets( $found ), $page, $pages );
	}

	/**
	 * Everything found, in the order of titles.
	 *
	 * @return list<int> Ids.
	 */
	public function ids(): array {
		return array_map( $this->catalogue->id( ... ), Bits::numbers( $this->found() ) );
	}

	/**
	 * @param ?string $but Field whose choice doesn't count.
	 */
	private function found( ?string $but = null ): string {
		$found = $this->base;
		foreach ( $this->chosen as $id => $values ) {
			if ( $id !== $but ) {
				$found &= $this->with( $this->fields[ $id ], $values );
			}
		}
		return $found;
	}

	/**
	 * @param string $found Set.
	 * @return list<int> Numbers.
	 */
	private function sorted( string $found ): array {
		$numbers = Bits::numbers( $found );
		$field   = $this->fields[ $this->query->sort ] ?? null;
		$ranks   = null !== $field && $field->sort ? $this->catalogue->ranks( $field->id ) : null;
		if ( null === $ranks ) {
			// A field that no record has a value of leaves the order of titles.
			return null === $field && $this->query->descending ? array_reverse( $numbers ) : $numbers;
		}
		$valued = [];
		$empty  = [];
		foreach ( $numbers as $number ) {
			if ( '0' === $ranks[ $number ] ) {
				$empty[] = $number;
			} else {
				$valued[ $number ] = (int) $ranks[ $number ];
			}
		}
		// Both keep the order of titles among equals.
		if ( $this->query->descending ) {
			arsort( $valued, SORT_NUMERIC );
		} else {
			asort( $valued, SORT_NUMERIC );
		}
		return [ ...array_keys( $valued ), ...$empty ];
	}

	/**
	 * @param string $found Everything found.
	 * @return list<Facet>
	 */
	private function facets( string $found ): array {
		$facets = [];
		foreach ( array_unique( $this->query->facets ) as $id ) {
			$field = $this->filterable( $id );
			if ( null !== $field ) {
				$facets[] = $this->facet( $field, $found );
			}
		}
		return $facets;
	}

	private function facet( Field $field, string $found ): Facet {
		$chosen = $this->chosen[ $field->id ] ?? [];
		$others = [] === $chosen || FilterLogic::All === $field->logic ? $found : $this->found( $field->id );
		$values = [];
		foreach ( $this->choices( $field ) as $value => $label ) {
			$value    = (string) $value;
			$selected = in_array( $value, $chosen, true );
			if ( ! $selected && ! $this->catalogue->has( $field->id, $value ) ) {
				continue;
			}
			$with  = $this->catalogue->with( $field->id, $value );
			$count = Bits::count( $others & $with );
			if ( 0 < $count || $selected || 0 < Bits::count( $this->base & $with ) ) {
				$values[] = new FacetValue( $value, $label, $count, $selected );
			}
		}
		return new Facet( $field, $values );
	}

	/**
	 * @param list<string> $values Values.
	 */
	private function with( Field $field, array $values ): string {
		$set = null;
		foreach ( $values as $value ) {
			$with = $this->catalogue->with( $field->id, $value );
			$set  = match ( true ) {
				null === $set => $with,
				FilterLogic::All === $field->logic => $set & $with,
				default => $set | $with,
			};
		}
		return $set ?? $this->base;
	}

	private function visible_to( Viewer $viewer ): string {
		$visible = Bits::none( $this->catalogue->size );
		foreach ( $this->catalogue->capabilities() as $capability => $set ) {
			if ( '' === $capability || $viewer->can( (string) $capability ) ) {
				$visible |= $set;
			}
		}
		return $visible;
	}

	private function countable( string $id ): ?Field {
		$field = $this->fields[ $id ] ?? null;
		return null !== $field && in_array( $field->type, [ FieldType::Terms, FieldType::Boolean ], true ) ? $field : null;
	}

	private function filterable( string $id ): ?Field {
		$field = $this->countable( $id );
		return null !== $field && $field->filter ? $field : null;
	}

	/**
	 * @param list<string> $values Values.
	 * @return list<string> Those that exist.
	 */
	private function known( Field $field, array $values ): array {
		return array_values( array_unique( array_filter( $values, fn ( string $value ): bool => isset( $this->choices( $field )[ $value ] ) ) ) );
	}

	/**
	 * @return array<int|string, string>
	 */
	private function choices( Field $field ): array {
		$choices = $this->choices[ $field->id ] ??= $field->choices();
		return [] === $choices && FieldType::Boolean === $field->type ? [ '1' => $field->label ] : $choices;
	}
}

<?php
/**
 * What an editor chose for a data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;

/** Attributes of the block, read so that a hand-edited or outdated block still gives a view. */
final readonly class ViewOptions {

	/** Fields shown while the editor has chosen none. */
	private const USUAL_COLUMNS = 5;

	private const PER_PAGE     = 20;
	private const MAX_PER_PAGE = 100;

	/**
	 * @param string                      $source     Id of the data source, '' while none is chosen.
	 * @param non-empty-list<Layout>      $layouts    Layouts visitors choose from, the first one is shown at first.
	 * @param bool                        $map        Whether the map stands above list and cards.
	 * @param ?list<string>               $filters    Field ids; null for all the source offers.
	 * @param ?list<string>               $columns    Field ids; null for the first ones of the source.
	 * @param string                      $sort       Field id or {@see ViewState::TITLE}; '' for the source's own order.
	 * @param bool                        $descending Whether the order is reversed.
	 * @param int<1, 100>                 $per_page   Records per page.
	 * @param bool                        $search     Whether there is a text search.
	 * @param array<string, list<string>> $scope      Field id → values that are fixed.
	 * @param string                      $key        Prefix of parameters and ids, '' for none.
	 * @param string                      $chart      Field id whose values a chart counts; '' for the first filter.
	 * @param bool                        $paged      Whether visitors turn pages; else the first one is all there is.
	 */
	private function __construct(
		public string $source,
		public array $layouts,
		public bool $map,
		public ?array $filters,
		public ?array $columns,
		public string $sort,
		public bool $descending,
		public int $per_page,
		public bool $search,
		public array $scope,
		public string $key,
		public string $chart,
		public bool $paged
	) {}

	/**
	 * Reads the attributes of a block.
	 *
	 * @param array<mixed> $attributes Attributes.
	 */
	public static function from( array $attributes ): self {
		$layouts  = array_filter( array_map( Layout::tryFrom( ... ), Input::texts( $attributes['layouts'] ?? [] ) ) );
		$per_page = is_numeric( $attributes['perPage'] ?? null ) ? (int) $attributes['perPage'] : self::PER_PAGE;
		$key      = Input::text( $attributes['key'] ?? '' );
		return new self(
			Input::text( $attributes['source'] ?? '' ),
			[] === $layouts ? [ Layout::List ] : array_values( $layouts ),
			true === ( $attributes['map'] ?? false ),
			is_array( $attributes['filters'] ?? null ) ? Input::texts( $attributes['filters'] ) : null,
			is_array( $attributes['columns'] ?? null ) ? Input::texts( $attributes['columns'] ) : null,
			Input::text( $attributes['sort'] ?? '' ),
			true === ( $attributes['descending'] ?? false ),
			max( 1, min( self::MAX_PER_PAGE, $per_page ) ),
			false !== ( $attributes['search'] ?? true ),
			self::scope( $attributes['scope'] ?? [] ),
			1 === preg_match( '/^[a-z][a-z0-9]{0,19}$/', $key ) ? $key : '',
			Input::text( $attributes['chart'] ?? '' ),
			false !== ( $attributes['paged'] ?? true )
		);
	}

	/**
	 * The same with another key.
	 *
	 * @param string $key Prefix of parameters and ids.
	 */
	public function with_key( string $key ): self {
		return new self( $this->source, $this->layouts, $this->map, $this->filters, $this->columns, $this->sort, $this->descending, $this->per_page, $this->search, $this->scope, $key, $this->chart, $this->paged );
	}

	/**
	 * The same for a source that can't be shown in every layout.
	 *
	 * @param Layout ...$impossible Layouts that have nothing to show.
	 */
	public function without( Layout ...$impossible ): self {
		$layouts = array_values( array_filter( $this->layouts, static fn ( Layout $layout ): bool => ! in_array( $layout, $impossible, true ) ) );
		$map     = $this->map && ! in_array( Layout::Map, $impossible, true );
		return new self( $this->source, [] === $layouts ? [ Layout::List ] : $layouts, $map, $this->filters, $this->columns, $this->sort, $this->descending, $this->per_page, $this->search, $this->scope, $this->key, $this->chart, $this->paged );
	}

	/** Whether there is nothing to choose and no page to turn: a short list that needs no script. */
	public function is_teaser(): bool {
		return ! $this->paged && ! $this->search && [] === $this->filters && ! $this->map && in_array( $this->layouts, [ [ Layout::List ], [ Layout::Cards ] ], true );
	}

	/**
	 * The field whose values a chart counts.
	 *
	 * @param list<Field> $fields Fields the viewer may see.
	 * @return ?Field Null when there is no filter at all.
	 */
	public function chart_of( array $fields ): ?Field {
		$filters = array_values( array_filter( $fields, static fn ( Field $field ): bool => $field->filter ) );
		return self::chosen( $filters, [ $this->chart ] )[0] ?? $this->filters_of( $fields )[0] ?? $filters[0] ?? null;
	}

	/**
	 * The fields visitors filter by, in the editor's order.
	 *
	 * @param list<Field> $fields Fields the viewer may see.
	 * @return list<Field>
	 */
	public function filters_of( array $fields ): array {
		return self::chosen( array_values( array_filter( $fields, static fn ( Field $field ): bool => $field->filter ) ), $this->filters );
	}

	/**
	 * The fields that are shown, in the editor's order.
	 *
	 * @param list<Field> $fields Fields the viewer may see.
	 * @return list<Field>
	 */
	public function columns_of( array $fields ): array {
		if ( null !== $this->columns ) {
			return self::chosen( $fields, $this->columns );
		}
		$open = array_filter( $fields, static fn ( Field $field ): bool => null === $field->capability && ! in_array( $field->type, [ FieldType::Link, FieldType::Email ], true ) );
		return array_slice( array_values( $open ), 0, self::USUAL_COLUMNS );
	}

	/**
	 * @param list<Field>   $fields Fields.
	 * @param ?list<string> $ids    Which of them; null for all.
	 * @return list<Field>
	 */
	private static function chosen( array $fields, ?array $ids ): array {
		if ( null === $ids ) {
			return $fields;
		}
		$by_id = array_column( array_map( static fn ( Field $field ): array => [ $field->id, $field ], $fields ), 1, 0 );
		return array_values( array_filter( array_map( static fn ( string $id ): ?Field => $by_id[ $id ] ?? null, $ids ) ) );
	}

	/**
	 * @param mixed $scope Field id → values.
	 * @return array<string, list<string>>
	 */
	private static function scope( mixed $scope ): array {
		$fixed = [];
		foreach ( is_array( $scope ) ? $scope : [] as $field => $values ) {
			$texts = Input::texts( $values );
			if ( is_string( $field ) && [] !== $texts ) {
				$fixed[ $field ] = $texts;
			}
		}
		return $fixed;
	}
}

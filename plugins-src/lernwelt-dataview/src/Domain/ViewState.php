<?php
/**
 * Where a visitor stands in a data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Query;

/** What an address says: search, chosen filters, order, layout, page. Everything it doesn't say is the editor's default. */
final readonly class ViewState {

	/** Order by title, as {@see Query::$sort} names it. */
	public const TITLE = 'title';

	/** Order by title, as addresses name it. */
	public const TITLE_PARAMETER = 'titel';

	/**
	 * @param string                      $search     Words that must occur.
	 * @param array<string, list<string>> $filters    Field id → chosen values, without empty lists.
	 * @param string                      $sort       Field id or {@see self::TITLE}; '' for the view's own order.
	 * @param bool                        $descending Whether the chosen order is reversed.
	 * @param ?Layout                     $layout     Layout; null for the view's first one.
	 * @param positive-int                $page       Page.
	 */
	public function __construct(
		public string $search = '',
		public array $filters = [],
		public string $sort = '',
		public bool $descending = false,
		public ?Layout $layout = null,
		public int $page = 1
	) {}

	/**
	 * Reads an address. Unknown, hidden or malformed parameters count as not given.
	 *
	 * @param array<mixed> $query   Parameters, e.g. $_GET without slashes.
	 * @param Parameters   $names   How they are called.
	 * @param ViewOptions  $options What the editor offers.
	 * @param list<Field>  $fields  Fields the viewer may see.
	 */
	public static function read( array $query, Parameters $names, ViewOptions $options, array $fields ): self {
		$filters = [];
		foreach ( $options->filters_of( $fields ) as $field ) {
			$known  = FieldType::Boolean === $field->type ? [ '1' ] : array_map( strval( ... ), array_keys( $field->choices() ) );
			$chosen = array_values( array_intersect( Input::texts( $query[ $names->field( $field ) ] ?? [] ), $known ) );
			if ( [] !== $chosen ) {
				$filters[ $field->id ] = $chosen;
			}
		}
		$order  = Input::text( $query[ $names->sort() ] ?? '' );
		$sort   = self::sort_of( ltrim( $order, '-' ), $names, $fields );
		$layout = Layout::from_parameter( Input::text( $query[ $names->layout() ] ?? '' ) );
		$page   = Input::text( $query[ $names->page() ] ?? '' );
		return new self(
			$options->search ? Input::text( $query[ $names->search() ] ?? '' ) : '',
			$filters,
			$sort,
			'' !== $sort && str_starts_with( $order, '-' ),
			in_array( $layout, array_slice( $options->layouts, 1 ), true ) ? $layout : null,
			1 === preg_match( '/^[1-9][0-9]{0,5}$/', $page ) ? max( 1, (int) $page ) : 1
		);
	}

	/**
	 * The question this state asks.
	 *
	 * @param ViewOptions  $options What the editor fixed.
	 * @param list<string> $facets  Field ids to count.
	 */
	public function query( ViewOptions $options, array $facets = [] ): Query {
		return new Query(
			$this->search,
			$this->filters,
			$options->scope,
			'' === $this->sort ? $options->sort : $this->sort,
			'' === $this->sort ? $options->descending : $this->descending,
			$this->page,
			$options->per_page,
			$facets
		);
	}

	/** Whether search or filters leave something out. */
	public function narrows(): bool {
		return '' !== $this->search || [] !== $this->filters;
	}

	/**
	 * The same, another page.
	 *
	 * @param positive-int $page Page.
	 */
	public function on_page( int $page ): self {
		return new self( $this->search, $this->filters, $this->sort, $this->descending, $this->layout, $page );
	}

	/**
	 * The first page in another order.
	 *
	 * @param string $sort       Field id or {@see self::TITLE}.
	 * @param bool   $descending Whether it is reversed.
	 */
	public function sorted( string $sort, bool $descending ): self {
		return new self( $this->search, $this->filters, $sort, $descending, $this->layout );
	}

	/**
	 * The same records in another layout.
	 *
	 * @param ?Layout $layout Layout; null for the view's first one.
	 */
	public function shown_as( ?Layout $layout ): self {
		return new self( $this->search, $this->filters, $this->sort, $this->descending, $layout, $this->page );
	}

	/**
	 * Without one chosen value.
	 *
	 * @param string $field Field id.
	 * @param string $value Value.
	 */
	public function without( string $field, string $value ): self {
		$filters           = $this->filters;
		$filters[ $field ] = array_values( array_diff( $filters[ $field ] ?? [], [ $value ] ) );
		$filters           = array_filter( $filters, static fn ( array $values ): bool => [] !== $values );
		return new self( $this->search, $filters, $this->sort, $this->descending, $this->layout );
	}

	/** Without filters; the words to look for stay. */
	public function without_filters(): self {
		return new self( $this->search, [], $this->sort, $this->descending, $this->layout );
	}

	/** Without filters and search. */
	public function reset(): self {
		return new self( '', [], $this->sort, $this->descending, $this->layout );
	}

	/**
	 * @param string      $word   Field as the address names it.
	 * @param Parameters  $names  How parameters are called.
	 * @param list<Field> $fields Fields the viewer may see.
	 */
	private static function sort_of( string $word, Parameters $names, array $fields ): string {
		if ( self::TITLE_PARAMETER === $word ) {
			return self::TITLE;
		}
		foreach ( $fields as $field ) {
			if ( $field->sort && '' !== $word && $names->field_word( $field ) === $word ) {
				return $field->id;
			}
		}
		return '';
	}
}

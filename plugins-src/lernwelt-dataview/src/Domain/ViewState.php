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
use Lernwelt\Dataview\Domain\Calendar\Month;

/** What an address says: search, chosen filters, order, layout, page, month of a calendar. Everything it doesn't say is the editor's default. */
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
	 * @param ?Month                      $month      Month that a calendar shows; null for the current one and in other layouts.
	 */
	public function __construct(
		public string $search = '',
		public array $filters = [],
		public string $sort = '',
		public bool $descending = false,
		public ?Layout $layout = null,
		public int $page = 1,
		public ?Month $month = null
	) {}

	/**
	 * Reads an address. Unknown, hidden or malformed parameters count as not given.
	 *
	 * @param array<mixed> $query   Parameters, e.g. $_GET without slashes.
	 * @param Parameters   $names   How they are called.
	 * @param ViewOptions  $options What the editor offers.
	 * @param list<Field>  $fields  Fields the viewer may see.
	 * @param ?Field       $month   The field of a calendar's months; null without a calendar.
	 */
	public static function read( array $query, Parameters $names, ViewOptions $options, array $fields, ?Field $month = null ): self {
		$layout   = Layout::from_parameter( Input::text( $query[ $names->layout() ] ?? '' ) );
		$layout   = in_array( $layout, array_slice( $options->layouts, 1 ), true ) ? $layout : null;
		$shown    = $layout ?? $options->layouts[0];
		$calendar = Layout::Calendar === $shown ? $month : null;
		$filters  = [];
		foreach ( $options->filters_of( $fields ) as $field ) {
			if ( $field->id === $calendar?->id ) {
				continue;
			}
			$known  = FieldType::Boolean === $field->type ? [ '1' ] : array_map( strval( ... ), array_keys( $field->choices() ) );
			$chosen = array_values( array_intersect( Input::texts( $query[ $names->field( $field ) ] ?? [] ), $known ) );
			if ( [] !== $chosen ) {
				$filters[ $field->id ] = $chosen;
			}
		}
		$order = Input::text( $query[ $names->sort() ] ?? '' );
		$sort  = self::sort_of( ltrim( $order, '-' ), $names, $fields );
		$page  = Input::text( $query[ $names->page() ] ?? '' );
		return new self(
			$options->search ? Input::text( $query[ $names->search() ] ?? '' ) : '',
			$filters,
			$sort,
			'' !== $sort && str_starts_with( $order, '-' ),
			$layout,
			$shown->has_pages() && 1 === preg_match( '/^[1-9][0-9]{0,5}$/', $page ) ? max( 1, (int) $page ) : 1,
			// A list may have chosen several months; a calendar shows the first.
			null === $calendar ? null : Month::parse( Input::texts( $query[ $names->field( $calendar ) ] ?? [] )[0] ?? '' )
		);
	}

	/**
	 * The question this state asks.
	 *
	 * @param ViewOptions  $options What the editor fixed.
	 * @param list<string> $facets  Field ids to count.
	 * @param bool         $records Whether records are wanted, not only numbers.
	 */
	public function query( ViewOptions $options, array $facets = [], bool $records = true ): Query {
		return new Query(
			$this->search,
			$this->filters,
			$options->scope,
			'' === $this->sort ? $options->sort : $this->sort,
			'' === $this->sort ? $options->descending : $this->descending,
			$this->page,
			$records ? $options->per_page : 0,
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
		return new self( $this->search, $this->filters, $this->sort, $this->descending, $this->layout, $page, $this->month );
	}

	/**
	 * The first page in another order.
	 *
	 * @param string $sort       Field id or {@see self::TITLE}.
	 * @param bool   $descending Whether it is reversed.
	 */
	public function sorted( string $sort, bool $descending ): self {
		return new self( $this->search, $this->filters, $sort, $descending, $this->layout, 1, $this->month );
	}

	/**
	 * The same records in another layout.
	 *
	 * @param ?Layout $layout Layout; null for the view's first one.
	 */
	public function shown_as( ?Layout $layout ): self {
		return new self( $this->search, $this->filters, $this->sort, $this->descending, $layout, $this->page, $this->month );
	}

	/**
	 * Another month of the calendar.
	 *
	 * @param ?Month $month Month; null for the current one.
	 */
	public function in_month( ?Month $month ): self {
		return new self( $this->search, $this->filters, $this->sort, $this->descending, $this->layout, $this->page, $month );
	}

	/**
	 * With exactly these values of a filter.
	 *
	 * @param string       $field  Field id.
	 * @param list<string> $values Values; none takes the filter away.
	 */
	public function with( string $field, array $values ): self {
		$filters = array_filter( [ ...$this->filters, $field => $values ], static fn ( array $chosen ): bool => [] !== $chosen );
		return new self( $this->search, $filters, $this->sort, $this->descending, $this->layout, 1, $this->month );
	}

	/**
	 * Without one chosen value.
	 *
	 * @param string $field Field id.
	 * @param string $value Value.
	 */
	public function without( string $field, string $value ): self {
		return $this->with( $field, array_values( array_diff( $this->filters[ $field ] ?? [], [ $value ] ) ) );
	}

	/** Without filters; the words to look for stay. */
	public function without_filters(): self {
		return new self( $this->search, [], $this->sort, $this->descending, $this->layout, 1, $this->month );
	}

	/** Without filters and search. */
	public function reset(): self {
		return new self( '', [], $this->sort, $this->descending, $this->layout, 1, $this->month );
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

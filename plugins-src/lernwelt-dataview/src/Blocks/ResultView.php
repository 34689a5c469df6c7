<?php
/**
 * Puts a data view together.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use DateTimeImmutable;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\HasCalendar;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Domain\Address;
use Lernwelt\Dataview\Domain\Calendar\Month;
use Lernwelt\Dataview\Domain\Calendar\VisibleCalendar;
use Lernwelt\Dataview\Domain\Layout;
use Lernwelt\Dataview\Domain\Parameters;
use Lernwelt\Dataview\Domain\ViewOptions;
use Lernwelt\Dataview\Domain\ViewState;

/** One source, one state, one viewer: asks once and prepares what is printed. */
final readonly class ResultView {
	private string $id;
	private Address $address;
	private ViewState $state;
	private Layout $layout;

	/** The field of a calendar's months; null for sources without a calendar. */
	private ?Field $month;

	/** What a calendar asks; null in other layouts. */
	private ?MonthRecords $asked;

	/**
	 * @param DataSource  $source  Where records come from.
	 * @param ViewOptions $options What the editor chose.
	 * @param list<Field> $fields  Fields the viewer may see.
	 * @param Viewer      $viewer  Who looks.
	 * @param Page        $page    The page.
	 * @param BaseLayer   $base    What lies under the markers of a map.
	 * @param DateTimeImmutable $now Now, in the portal's zone.
	 */
	public function __construct( private DataSource $source, private ViewOptions $options, private array $fields, private Viewer $viewer, Page $page, private BaseLayer $base, DateTimeImmutable $now ) {
		$names         = $page->names( $options->key );
		$calendar      = VisibleCalendar::of( $source, $fields );
		$this->id      = Ids::root( $options->key );
		$this->month   = $calendar?->month;
		$state         = ViewState::read( $page->query(), $names, $options, $fields, $this->month );
		$this->state   = $options->paged ? $state : $state->on_page( 1 );
		$this->layout  = $this->state->layout ?? $options->layouts[0];
		$this->address = new Address( $names, $fields, $page->path(), $this->id . '-main', $page->others( $options->key, $viewer ), $this->month );
		$this->asked   = null === $calendar || Layout::Calendar !== $this->layout ? null : new MonthRecords( $source, $calendar, $options, $this->state, $viewer, $now );
	}

	/** The view. */
	public function view(): DataView {
		$filters = array_map( static fn ( Field $field ): string => $field->id, $this->options->filters_of( $this->fields ) );
		$counted = Layout::Chart === $this->layout ? $this->options->chart_of( $this->fields ) : null;
		$asked   = $this->ask( null === $counted ? $filters : array_values( array_unique( [ ...$filters, $counted->id ] ) ) );
		$result  = new Result( $asked->total, $asked->records, array_values( array_filter( $asked->facets, static fn ( Facet $facet ): bool => in_array( $facet->field->id, $filters, true ) ) ), $asked->page, $asked->pages );
		$month   = null === $this->asked ? null : $this->calendar( $this->asked, $result );
		$columns = $this->options->columns_of( $this->fields );
		$reset   = new Link( $this->id . '-reset', __( 'Show everything again', 'lernwelt-dataview' ), $this->address->of( $this->state->reset() ) );
		return new DataView(
			$this->id,
			$this->source->label(),
			'',
			$this->form( $result ),
			$this->source->counted( $result->total ),
			( null === $month ? '' : Words::in_month( $month->title ) ) . Words::chosen( $this->state, $result->facets ) . ( $this->options->paged ? Words::page_of( $result->page, $result->pages ) : '' ),
			$this->chips( $result->facets ),
			[] === $this->state->filters ? null : new Link( $this->id . '-clear', __( 'Remove all filters', 'lernwelt-dataview' ), $this->address->of( $this->state->without_filters() ) ),
			$this->layouts(),
			$this->layout,
			$this->map( $columns ),
			$this->records( $result, $columns ),
			Layout::Table === $this->layout ? $this->columns( $columns ) : [],
			PageLinks::of( $result->page, $this->options->paged ? $result->pages : 1, fn ( int $page ): string => $this->address->of( $this->state->on_page( max( 1, $page ) ) ), $this->id . '-page' ),
			0 === $result->total && null === $month?->nearest ? Words::nothing( $this->state, $reset, $this->source->id() ) : null,
			str_replace( number_format_i18n( 2 ), '%d', $this->source->counted( 2 ) ),
			$month,
			null === $counted ? null : $this->chart( $counted, $asked ),
			$this->options->is_teaser()
		);
	}

	/**
	 * @param list<string> $facets Field ids to count.
	 */
	private function ask( array $facets ): Result {
		return null === $this->asked
			? $this->source->query( $this->state->query( $this->options, $facets, Layout::Chart !== $this->layout ), $this->viewer )
			: $this->asked->result( $facets );
	}

	private function calendar( MonthRecords $asked, Result $result ): MonthView {
		$url = fn ( ?Month $month ): string => $this->address->of( $this->state->in_month( $month ) );
		return ( new MonthCalendar( $this->id, $this->source->label(), $this->source->counted( ... ), $asked, $url ) )->view( $result );
	}

	/**
	 * @param Field  $counted Whose values are counted.
	 * @param Result $result  Numbers.
	 */
	private function chart( Field $counted, Result $result ): ChartView {
		$facet   = array_values( array_filter( $result->facets, static fn ( Facet $one ): bool => $one->field->id === $counted->id ) )[0] ?? new Facet( $counted, [] );
		$offered = in_array( $counted, $this->options->filters_of( $this->fields ), true );
		$layout  = array_values( array_filter( $this->options->layouts, static fn ( Layout $one ): bool => $one->has_pages() ) )[0] ?? null;
		$url     = fn ( FacetValue $value ): string => null === $layout || ! $offered ? '' : $this->address->of( $this->switched( $layout )->with( $counted->id, [ $value->value ] ) );
		return ( new Chart( $this->id, $this->source->label(), $counted->id === $this->month?->id, $url ) )->view( $facet, $result->total );
	}

	private function form( Result $result ): ?FormView {
		$facets = [];
		foreach ( $result->facets as $facet ) {
			$name = $this->address->names->field( $facet->field );
			if ( [] !== $facet->values ) {
				$facets[] = new FacetView( Ids::below( $this->id, $facet->field->id ), $name, $facet, $this->source->counted( ... ) );
			}
		}
		if ( [] === $facets && ! $this->options->search ) {
			return null;
		}
		return new FormView(
			$this->address->page . '#' . $this->address->fragment,
			$this->options->search ? $this->address->names->search() : '',
			$this->state->search,
			$facets,
			$this->address->carried( $this->state ),
			count( $this->state->filters, COUNT_RECURSIVE ) - count( $this->state->filters )
		);
	}

	/**
	 * @param list<Facet> $facets Filters.
	 * @return list<Link>
	 */
	private function chips( array $facets ): array {
		$chips = [];
		foreach ( $facets as $facet ) {
			foreach ( $facet->values as $value ) {
				if ( $value->selected ) {
					$chips[] = new Link(
						Ids::below( $this->id . '-chip-' . $facet->field->id, $value->value ),
						$value->label,
						$this->address->of( $this->state->without( $facet->field->id, $value->value ) ),
						/* translators: %s: a chosen value. */
						sprintf( __( 'Remove filter %s', 'lernwelt-dataview' ), $value->label )
					);
				}
			}
		}
		return $chips;
	}

	/** @return list<Link> */
	private function layouts(): array {
		$links = [];
		foreach ( 1 < count( $this->options->layouts ) ? $this->options->layouts : [] as $layout ) {
			$links[] = new Link(
				$this->id . '-layout-' . $layout->value,
				Words::layout( $layout, $this->options->map ),
				$this->address->of( $this->switched( $layout ) ),
				'',
				$layout === $this->layout
			);
		}
		return $links;
	}

	/** The state in another layout: the month of a calendar is a filter of the others, as far as the view has it. */
	private function switched( Layout $layout ): ViewState {
		$state = $this->state->shown_as( $layout === $this->options->layouts[0] ? null : $layout );
		if ( null === $this->month || $layout === $this->layout ) {
			return $state;
		}
		if ( Layout::Calendar === $layout ) {
			return $state->with( $this->month->id, [] )->in_month( Month::parse( $state->filters[ $this->month->id ][0] ?? '' ) );
		}
		$carried = null !== $state->month && in_array( $this->month, $this->options->filters_of( $this->fields ), true );
		return $carried ? $state->with( $this->month->id, [ $state->month->text() ] )->in_month( null ) : $state->in_month( null );
	}

	/**
	 * @param list<Field> $columns What is shown of a record.
	 */
	private function map( array $columns ): ?MapView {
		if ( Layout::Map !== $this->layout && ( ! $this->options->map || ! in_array( $this->layout, [ Layout::List, Layout::Cards ], true ) ) ) {
			return null;
		}
		$route = rest_url( 'lernwelt/v1/data-views/' . $this->source->id() );
		$scope = [];
		foreach ( $this->options->scope as $field => $values ) {
			$scope[ "scope[$field]" ] = $values;
		}
		$found  = ( new Address( new Parameters(), $this->fields ) )->parameters( new ViewState( $this->state->search, $this->state->filters ) );
		$points = Address::encode( [ ...$found, ...$scope ] );
		$shown  = Address::encode( [ 'columns' => array_map( static fn ( Field $field ): string => $field->id, $columns ) ] );
		return new MapView(
			$this->id . '-map',
			/* translators: %s: name of what is shown, e.g. "Places". */
			sprintf( __( 'Map: %s', 'lernwelt-dataview' ), $this->source->label() ),
			$route . '/points' . ( '' === $points ? '' : '?' . $points ),
			$route . '/records' . ( '' === $shown ? '' : '?' . $shown ),
			$this->id . '-results',
			$this->base->credit()
		);
	}

	/**
	 * @param Result      $result  Answer of the source.
	 * @param list<Field> $columns What is shown of a record.
	 * @return list<RecordView>
	 */
	private function records( Result $result, array $columns ): array {
		$format = new ValueFormat( $this->source instanceof HasCalendar ? $this->source->calendar() : null );
		$card   = Layout::Cards === $this->layout;
		return array_map( fn ( Record $record ): RecordView => new RecordView( $record, $columns, $format, $card, $this->id . '-record-' . $record->id ), $result->records );
	}

	/**
	 * @param list<Field> $columns What is shown of a record.
	 * @return list<ColumnView>
	 */
	private function columns( array $columns ): array {
		$heads = [ $this->column( ViewState::TITLE, __( 'Title', 'lernwelt-dataview' ), true ) ];
		foreach ( $columns as $field ) {
			$heads[] = $this->column( $field->id, $field->label, $field->sort );
		}
		return $heads;
	}

	private function column( string $field, string $label, bool $sortable ): ColumnView {
		$sort       = '' === $this->state->sort ? $this->options->sort : $this->state->sort;
		$descending = '' === $this->state->sort ? $this->options->descending : $this->state->descending;
		$id         = Ids::below( $this->id . '-head', $field );
		if ( ! $sortable ) {
			return new ColumnView( $id, $label );
		}
		$sorted = $field === $sort;
		$url    = $this->address->of( $this->state->sorted( $field, $sorted && ! $descending ) );
		return new ColumnView( $id, $label, $url, $sorted ? ( $descending ? 'descending' : 'ascending' ) : '' );
	}
}

<?php
/**
 * Asks for the records of a month.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use DateTimeImmutable;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Calendar\Month;
use Lernwelt\Dataview\Domain\Calendar\VisibleCalendar;
use Lernwelt\Dataview\Domain\ViewOptions;
use Lernwelt\Dataview\Domain\ViewState;

/** What a calendar asks its source: everything of one month, whatever the filters leave of it. */
final readonly class MonthRecords {
	private const AT_ONCE = 200;

	/** More than this on one page helps nobody. */
	private const MOST = 1000;

	/** The month that is shown. */
	public Month $month;

	/**
	 * @param DataSource        $source   Where records come from.
	 * @param VisibleCalendar   $calendar Its calendar.
	 * @param ViewOptions       $options  What the editor fixed.
	 * @param ViewState         $state    Where the visitor stands.
	 * @param Viewer            $viewer   Who looks.
	 * @param DateTimeImmutable $now      Now, in the portal's zone.
	 */
	public function __construct( private DataSource $source, public VisibleCalendar $calendar, private ViewOptions $options, private ViewState $state, private Viewer $viewer, public DateTimeImmutable $now ) {
		$this->month = $state->month ?? Month::of( $now );
	}

	/**
	 * The records of the month in the order of their beginning, the first 1,000 of them, as one page. Filters keep all
	 * their values, also those that no record of the month has.
	 *
	 * @param list<string> $facets Field ids to count.
	 */
	public function result( array $facets ): Result {
		$field  = $this->calendar->month;
		$facets = array_values( array_diff( $facets, [ $field->id ] ) );
		if ( ! array_key_exists( $this->month->text(), $field->choices() ) ) {
			// Sources ignore values they don't know: everything would be found.
			return new Result( 0, [], array_map( self::without_counts( ... ), $this->ask( [], 0, 1, $facets )->facets ), 1, 1 );
		}
		$month = [ $field->id => [ $this->month->text() ] ];
		$first = $this->ask( $month, self::AT_ONCE, 1, $facets );
		$all   = $first->records;
		$pages = min( $first->pages, intdiv( self::MOST, self::AT_ONCE ) );
		for ( $page = 2; $page <= $pages; $page++ ) {
			array_push( $all, ...$this->ask( $month, self::AT_ONCE, $page, [] )->records );
		}
		return new Result( $first->total, $all, $first->facets, 1, 1 );
	}

	/**
	 * The next month that has something, or else the last one that had.
	 *
	 * @return ?Month Null when there is none.
	 */
	public function nearest(): ?Month {
		$counted = $this->ask( [], 0, 1, [ $this->calendar->month->id ] )->facets[0] ?? null;
		$months  = [];
		foreach ( null === $counted ? [] : $counted->values as $value ) {
			if ( 0 < $value->count ) {
				$months[] = $value->value;
			}
		}
		sort( $months );
		$later = array_values( array_filter( $months, fn ( string $month ): bool => $month > $this->month->text() ) );
		return Month::parse( $later[0] ?? $months[ count( $months ) - 1 ] ?? '' );
	}

	/**
	 * @param array<string, list<string>> $month    Filter by month; none for all months.
	 * @param int<0, 200>                 $per_page Records, 0 to count only.
	 * @param int                         $page     Page.
	 * @param list<string>                $facets   Field ids to count.
	 */
	private function ask( array $month, int $per_page, int $page, array $facets ): Result {
		return $this->source->query( new Query( $this->state->search, [ ...$this->state->filters, ...$month ], $this->options->scope, $this->calendar->fields->start, false, $page, $per_page, $facets ), $this->viewer );
	}

	private static function without_counts( Facet $facet ): Facet {
		return new Facet( $facet->field, array_map( static fn ( FacetValue $value ): FacetValue => new FacetValue( $value->value, $value->label, 0, $value->selected ), $facet->values ) );
	}
}

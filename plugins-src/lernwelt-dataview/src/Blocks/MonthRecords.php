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
	 * The records of the month in the order of their beginning, the first 1,000 of them, as one page.
	 *
	 * @param list<string> $facets Field ids to count.
	 */
	public function result( array $facets ): Result {
		$id     = $this->calendar->month->id;
		$fixed  = $this->options->scope[ $id ] ?? [];
		$months = [] === $fixed || in_array( $this->month->text(), $fixed, true ) ? [ $this->month->text() ] : [ '' ];
		$scope  = [ ...$this->options->scope, $id => $months ];
		$facets = array_values( array_diff( $facets, [ $id ] ) );
		$first  = $this->ask( $scope, self::AT_ONCE, 1, $facets );
		$all    = $first->records;
		$pages  = min( $first->pages, intdiv( self::MOST, self::AT_ONCE ) );
		for ( $page = 2; $page <= $pages; $page++ ) {
			array_push( $all, ...$this->ask( $scope, self::AT_ONCE, $page, [] )->records );
		}
		return new Result( $first->total, $all, $first->facets, 1, 1 );
	}

	/**
	 * The next month that has something, or else the last one that had.
	 *
	 * @return ?Month Null when there is none.
	 */
	public function nearest(): ?Month {
		$counted = $this->ask( $this->options->scope, 0, 1, [ $this->calendar->month->id ] )->facets[0] ?? null;
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
	 * @param array<string, list<string>> $scope    Field id → values.
	 * @param int<0, 200>                 $per_page Records, 0 to count only.
	 * @param int                         $page     Page.
	 * @param list<string>                $facets   Field ids to count.
	 */
	private function ask( array $scope, int $per_page, int $page, array $facets ): Result {
		return $this->source->query( new Query( $this->state->search, $this->state->filters, $scope, $this->calendar->fields->start, false, $page, $per_page, $facets ), $this->viewer );
	}
}

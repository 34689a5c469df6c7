<?php
/**
 * The data view, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Dataview\Domain\Layout;

/** Everything render.php prints. */
final readonly class DataView {

	/**
	 * @param string            $id       Id of the root; those inside begin with it.
	 * @param string            $label    Name of the section.
	 * @param string            $hint     Instead of everything else: why there is nothing to show, for editors; '' when all is well.
	 * @param ?FormView         $form     Search and filters; null when there are none.
	 * @param string            $counted  "48 places".
	 * @param string            $chosen   " for “Werkstatt” in Harz", '' without search and filters.
	 * @param list<Link>        $chips    Chosen values, each link removes one.
	 * @param ?Link             $clear    Removes them all; null when there is none.
	 * @param list<Link>        $layouts  Layouts to choose from; none when there is one only.
	 * @param Layout            $layout   Layout that is shown.
	 * @param ?MapView          $map      The map.
	 * @param list<RecordView>  $records  Records of this page.
	 * @param list<ColumnView>  $columns  Heads of the table, the first one is the title's.
	 * @param list<Link>        $pages    Pages; none when there is one only.
	 * @param ?EmptyView        $empty    What stands there instead of records.
	 * @param string            $plural   "%d places", for numbers scripts fill in.
	 * @param ?MonthView        $month    The month of a calendar; null in other layouts.
	 * @param ?ChartView        $chart    The chart; null in other layouts.
	 * @param bool              $teaser   Whether there is nothing to choose: records alone, without a script.
	 */
	public function __construct(
		public string $id,
		public string $label = '',
		public string $hint = '',
		public ?FormView $form = null,
		public string $counted = '',
		public string $chosen = '',
		public array $chips = [],
		public ?Link $clear = null,
		public array $layouts = [],
		public Layout $layout = Layout::List,
		public ?MapView $map = null,
		public array $records = [],
		public array $columns = [],
		public array $pages = [],
		public ?EmptyView $empty = null,
		public string $plural = '',
		public ?MonthView $month = null,
		public ?ChartView $chart = null,
		public bool $teaser = false
	) {}

	/** What was found, as HTML: the records in their layout, or why there are none. */
	public function results(): string {
		return match ( true ) {
			null !== $this->empty => Part::html( 'empty', $this->empty ),
			null !== $this->month => Part::html( 'calendar', $this->month ),
			null !== $this->chart => Part::html( 'chart', $this->chart ),
			[] !== $this->columns => Part::html( 'table', $this ),
			default               => Part::html( 'list', $this ),
		};
	}
}

<?php
/**
 * The screen Events → Statistics.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Admin;

use Closure;
use DateTimeZone;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\SchoolYear;
use Lernwelt\Core\AdminScreen;
use Lernwelt\Core\Clock;

/** An empty page for the React screen in admin/statistics. */
final readonly class StatisticsScreen extends AdminScreen {
	public const SLUG = 'lernwelt-booking-statistics';

	/** School years to choose from besides the next one. */
	private const YEARS = 5;

	/**
	 * @param string                   $file  Main file of the plugin.
	 * @param Clock                    $clock Time.
	 * @param Closure(): DateTimeZone $zone  Zone of the portal.
	 */
	public function __construct( string $file, private Clock $clock, private Closure $zone ) {
		parent::__construct( $file, self::SLUG );
	}

	/** Action `admin_menu`. Who can't open the menu of events, because they only read numbers, gets an entry of their own. */
	public function add(): void {
		$title = __( 'Booking statistics', 'lernwelt-booking' );
		$print = fn () => $this->print(
			[
				'years'  => $this->years(),
				'portal' => get_bloginfo( 'name' ),
			]
		);
		if ( current_user_can( BookingCapabilities::EDIT ) ) {
			add_submenu_page( 'edit.php?post_type=' . Event::TYPE, $title, __( 'Statistics', 'lernwelt-booking' ), BookingCapabilities::STATISTICS, self::SLUG, $print );
		} else {
			add_menu_page( $title, $title, BookingCapabilities::STATISTICS, self::SLUG, $print, 'dashicons-chart-bar', 22 );
		}
	}

	/**
	 * The next school year, the running one and those before.
	 *
	 * @return list<array{name: string, first: string, last: string, running: bool}>
	 */
	private function years(): array {
		$running = SchoolYear::running( $this->clock->now(), ( $this->zone )() );
		$years   = [ $running->after() ];
		for ( $year = $running; count( $years ) <= self::YEARS; $year = $year->before() ) { // phpcs:ignore Generic.CodeAnalysis.ForLoopWithTestFunctionCall.NotAllowed -- six rounds.
			$years[] = $year;
		}
		return array_map(
			static fn ( SchoolYear $year ): array => [
				'name'    => $year->name,
				'first'   => $year->first,
				'last'    => $year->last,
				'running' => $year->begins === $running->begins,
			],
			$years
		);
	}
}

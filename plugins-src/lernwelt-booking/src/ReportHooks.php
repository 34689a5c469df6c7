<?php
/**
 * Numbers, and what is forgotten.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Admin\StatisticsScreen;
use Lernwelt\Booking\Application\Statistics;
use Lernwelt\Booking\Cli\BookingCommand;
use Lernwelt\Booking\Cli\CliRows;
use Lernwelt\Booking\Cli\GenerateCommand;
use Lernwelt\Booking\Content\BookingPersonalData;
use Lernwelt\Booking\Content\EventAudiences;
use Lernwelt\Booking\Content\LostAccountsRule;
use Lernwelt\Booking\Content\PastBookingsRule;
use Lernwelt\Booking\Content\StatisticsReport;
use Lernwelt\Booking\Domain\Sample\SampleBookings;
use Lernwelt\Booking\Persistence\FigureQueries;
use Lernwelt\Booking\Persistence\PersonalBookingTable;
use Lernwelt\Booking\Persistence\SampleTables;
use Lernwelt\Booking\Rest\StatisticsController;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Schemas;
use WP_CLI;

/** Statistics, commands, retention, requests of people about their data. */
final readonly class ReportHooks {

	/**
	 * @param string $file  Main file of the plugin.
	 * @param Parts  $parts Shared objects of this plugin.
	 */
	public function __construct( private string $file, private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->register_forgetting();
		$screen = new StatisticsScreen( $this->file, $this->parts->services->clock, wp_timezone( ... ) );
		add_action( 'admin_menu', $screen->add( ... ), 20 );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
		add_action( 'rest_api_init', fn () => ( new StatisticsController( new Schemas( dirname( $this->file ) . '/schemas' ), $this->report(), $this->parts->services->clock, wp_timezone( ... ) ) )->register_routes() );
		add_filter( 'lernwelt_audit_words', static fn ( array $words, string $kind ): array => $words + ( 'values' === $kind ? [ 'via/cli' => __( 'command line', 'lernwelt-booking' ) ] : [] ), 10, 2 );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			$this->register_commands();
		}
	}

	/** Retention, and requests of people about their data. */
	private function register_forgetting(): void {
		global $wpdb;
		$services = $this->parts->services;
		$personal = new PersonalBookingTable( $wpdb );
		$forget   = $this->parts->forget_people( $personal );
		$services->retention->register( new PastBookingsRule( $personal, $forget, $services->transaction ) );
		$services->retention->register( new LostAccountsRule( $personal, $forget, $services->transaction ) );
		$services->personal_data->register( new BookingPersonalData( $personal, $this->parts->dates(), $this->parts->events(), $forget ) );
	}

	private function register_commands(): void {
		$parts    = $this->parts;
		$services = $parts->services;
		WP_CLI::add_command( 'lernwelt booking', new BookingCommand( $parts->dates(), $parts->bookings(), $parts->cancel_booking(), $this->report(), new CliRows( $parts->events() ), $services->audit, $services->clock ) );
		WP_CLI::add_command( 'lernwelt booking generate', new GenerateCommand( $this->fill( ... ), $services->data_sources, $services->transaction ) );
	}

	/**
	 * @param int                 $seed     Start of the random numbers.
	 * @param non-empty-list<int> $events   Posts.
	 * @param int                 $dates    How many dates.
	 * @param int                 $bookings How many bookings.
	 */
	private function fill( int $seed, array $events, int $dates, int $bookings ): void {
		global $wpdb;
		$sample = new SampleBookings( array_column( Districts::shipped()->all, 'slug' ), $seed );
		( new SampleTables( $wpdb, $sample ) )->fill( $events, $dates, $bookings, $this->parts->services->clock->now() );
	}

	private function report(): StatisticsReport {
		global $wpdb;
		return new StatisticsReport( new Statistics( new FigureQueries( $wpdb ), EventAudiences::of( ... ), wp_timezone() ) );
	}
}

<?php
/**
 * Bookings on the command line.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Cli;

use Lernwelt\Booking\Application\CancelBooking;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Content\StatisticsFile;
use Lernwelt\Booking\Content\StatisticsReport;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\SchoolYear;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;
use Lernwelt\Core\CsvLine;
use WP_CLI;

/** Lists dates and bookings, exports and cancels bookings, counts them. */
final readonly class BookingCommand {

	/** Most dates of a list. */
	private const DATES = 1000;

	/**
	 * @param EventDates       $dates    Dates.
	 * @param Bookings         $bookings Bookings.
	 * @param CancelBooking    $cancel   Cancels.
	 * @param StatisticsReport $report   Counts.
	 * @param CliRows          $rows     Dates and bookings as lines.
	 * @param AuditLog         $audit    Log.
	 * @param Clock            $clock    Time.
	 */
	public function __construct( private EventDates $dates, private Bookings $bookings, private CancelBooking $cancel, private StatisticsReport $report, private CliRows $rows, private AuditLog $audit, private Clock $clock ) {}

	/**
	 * Lists the dates of the running school year and later, or the bookings of one date.
	 *
	 * ## OPTIONS
	 *
	 * [--date=<id>]
	 * : Lists the bookings of this date.
	 *
	 * [--format=<format>]
	 * : table, json, csv or count.
	 * ---
	 * default: table
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt booking list --url=https://startchancen-lsa.de
	 *     wp lernwelt booking list --date=17 --format=json
	 *
	 * @param list<string>                                             $args    Unused.
	 * @param array{date?: string, format: 'table'|'json'|'csv'|'count'} $options Options.
	 */
	public function list( array $args, array $options ): void {
		if ( isset( $options['date'] ) ) {
			$bookings = $this->bookings->of_date( $this->date( $options['date'] )->id, true );
			$this->note( 'people', 'read', (int) $options['date'], count( $bookings ) );
			WP_CLI\Utils\format_items( $options['format'], array_map( $this->rows->booking( ... ), $bookings ), CliRows::BOOKING );
			return;
		}
		$year  = SchoolYear::running( $this->clock->now(), wp_timezone() );
		$dates = $this->dates->between( new \DateTimeImmutable( $year->first, wp_timezone() ), $this->clock->now()->modify( '+10 years' ), self::DATES );
		WP_CLI\Utils\format_items( $options['format'], array_map( $this->rows->date( ... ), $dates ), CliRows::DATE );
	}

	/**
	 * Writes the bookings of a date as a CSV file for Excel. What it writes names people: keep it safe, delete it soon.
	 *
	 * ## OPTIONS
	 *
	 * --date=<id>
	 * : The date.
	 *
	 * [--file=<path>]
	 * : File to write; by default it is printed.
	 *
	 * @param list<string>                       $args    Unused.
	 * @param array{date: string, file?: string} $options Options.
	 */
	public function export( array $args, array $options ): void {
		$date     = $this->date( $options['date'] );
		$bookings = $this->bookings->of_date( $date->id, true );
		$file     = $options['file'] ?? 'php://stdout';
		$out      = 'php://stdout' === $file || is_writable( is_file( $file ) ? $file : dirname( $file ) ) ? fopen( $file, 'wb' ) : false;
		if ( false === $out ) {
			/* translators: %s: path of a file. */
			WP_CLI::error( sprintf( __( 'The file “%s” can’t be written.', 'lernwelt-booking' ), $file ) );
		}
		$this->note( 'export', 'downloaded', $date->id, count( $bookings ) );
		foreach ( CsvLine::file( $this->rows->file( $date, $bookings ) ) as $part ) {
			if ( strlen( $part ) !== fwrite( $out, $part ) ) {
				/* translators: %s: path of a file. */
				WP_CLI::error( sprintf( __( 'The file “%s” can’t be written.', 'lernwelt-booking' ), $file ) );
			}
		}
		fclose( $out );
		if ( isset( $options['file'] ) ) {
			/* translators: 1: number of bookings, 2: path of a file. */
			WP_CLI::success( sprintf( __( '%1$d bookings written to %2$s.', 'lernwelt-booking' ), count( $bookings ), $file ) );
		}
	}

	/**
	 * Cancels a booking, whatever the deadline was; the person gets a mail unless the date is over.
	 *
	 * ## OPTIONS
	 *
	 * <number>
	 * : Number of the booking.
	 *
	 * [--message=<text>]
	 * : Words to the person.
	 *
	 * @param array{0: string}        $args    Number.
	 * @param array{message?: string} $options Options.
	 */
	public function cancel( array $args, array $options ): void {
		$number  = BookingNumber::typed( (string) $args[0] );
		$booking = '' === $number ? null : $this->bookings->find( $number );
		if ( null === $booking ) {
			/* translators: %s: number of a booking. */
			WP_CLI::error( sprintf( __( 'There is no booking %s on this portal.', 'lernwelt-booking' ), $args[0] ) );
		}
		try {
			$this->cancel->cancel( $booking, CancelledBy::Organiser, trim( $options['message'] ?? '' ) );
		} catch ( BookingRefused $refused ) {
			WP_CLI::error( RefusalWords::of( $refused->reason ) );
		}
		/* translators: %s: number of a booking. */
		WP_CLI::success( sprintf( __( 'Booking %s is cancelled.', 'lernwelt-booking' ), $number ) );
	}

	/**
	 * Counts events, dates, seats and bookings.
	 *
	 * ## OPTIONS
	 *
	 * [--first=<day>]
	 * : First day, YYYY-MM-DD; by default that of the running school year.
	 *
	 * [--last=<day>]
	 * : Last day; by default that of the running school year.
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 * ---
	 *
	 * @param list<string>                                                        $args    Unused.
	 * @param array{first?: string, last?: string, format: 'table'|'json'|'csv'} $options Options.
	 */
	public function stats( array $args, array $options ): void {
		$year = SchoolYear::running( $this->clock->now(), wp_timezone() );
		try {
			$report = $this->report->between( $options['first'] ?? $year->first, $options['last'] ?? $year->last );
		} catch ( InvalidInput $refused ) {
			/* translators: %s: reason codes. */
			WP_CLI::error( sprintf( __( 'Please give the days as 2026-08-01, at most five years, the first before the last (%s).', 'lernwelt-booking' ), $refused->getMessage() ) );
		}
		if ( 'json' === $options['format'] ) {
			WP_CLI::line( (string) wp_json_encode( $report, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR ) );
			return;
		}
		$rows     = StatisticsFile::rows( $report );
		$headings = array_map( strval( ... ), $rows[0] );
		WP_CLI\Utils\format_items( $options['format'], array_map( static fn ( array $row ): array => array_combine( $headings, $row ), array_slice( $rows, 1 ) ), $headings );
	}

	private function date( string $id ): EventDate {
		$date = $this->dates->find( (int) $id );
		if ( null === $date ) {
			/* translators: %s: number of a date. */
			WP_CLI::error( sprintf( __( 'There is no date %s on this portal.', 'lernwelt-booking' ), $id ) );
		}
		return $date;
	}

	/** Whoever reads names leaves a line in the audit log. */
	private function note( string $area, string $action, int $date_id, int $rows ): void {
		$this->audit->record( new AuditEvent( $area, $action, object: "date:$date_id", details: [ 'rows' => $rows, 'via' => 'cli' ] ) );
	}
}

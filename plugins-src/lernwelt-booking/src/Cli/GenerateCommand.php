<?php
/**
 * `wp lernwelt booking generate`.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Cli;

use Closure;
use Lernwelt\Booking\Content\EventDatesSource;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\IndexedSource;
use Lernwelt\Core\Transaction;
use WP_CLI;

/** Fills a portal with invented events, dates and bookings, for tests and measurements. */
final readonly class GenerateCommand {

	/**
	 * @param Closure(int $seed, non-empty-list<int> $events, int $dates, int $bookings): void $fill  Writes dates and bookings.
	 * @param DataSources $sources     Their index is built anew.
	 * @param Transaction $transaction All or nothing.
	 */
	public function __construct( private Closure $fill, private DataSources $sources, private Transaction $transaction ) {}

	/**
	 * Adds invented events with dates and bookings to this portal. Only in a local environment: nothing takes them out again.
	 *
	 * ## OPTIONS
	 *
	 * [--events=<number>]
	 * : How many events, at most 1000.
	 * ---
	 * default: 20
	 * ---
	 *
	 * [--dates=<number>]
	 * : How many dates, at most 100000; half of them lie behind.
	 * ---
	 * default: 100
	 * ---
	 *
	 * [--bookings=<number>]
	 * : How many bookings, at most 1000000, evenly on all dates.
	 * ---
	 * default: 1000
	 * ---
	 *
	 * [--seed=<number>]
	 * : Start of the random numbers.
	 * ---
	 * default: 1
	 * ---
	 *
	 * @param list<string>          $args    Unused.
	 * @param array<string, string> $options Options.
	 */
	public function __invoke( array $args, array $options ): void {
		if ( ! in_array( wp_get_environment_type(), [ 'local', 'development' ], true ) ) {
			WP_CLI::error( 'Invented bookings belong into a local environment only.' );
		}
		[ $events, $dates, $bookings, $seed ] = [ self::number( $options, 'events', 1, 1000 ), self::number( $options, 'dates', 1, 100_000 ), self::number( $options, 'bookings', 0, 1_000_000 ), self::number( $options, 'seed', 0, 999_999_999 ) ];
		if ( $bookings > $dates * 10_000 ) {
			WP_CLI::error( 'A date has at most 10000 seats.' );
		}
		$since = hrtime( true );
		$this->transaction->run(
			function () use ( $events, $dates, $bookings, $seed ): void {
				( $this->fill )( $seed, $this->events( $events ), $dates, $bookings );
			}
		);
		$source = $this->sources->get( EventDatesSource::ID );
		if ( $source instanceof IndexedSource && null === $source->rebuild() ) {
			WP_CLI::warning( 'Another process is building the index at this moment.' );
		}
		WP_CLI::success( sprintf( '%d events, %d dates, %d bookings written, %.1f s.', $events, $dates, $bookings, ( hrtime( true ) - $since ) / 1e9 ) );
	}

	/**
	 * @return non-empty-list<int> Posts.
	 */
	private function events( int $count ): array {
		$groups = array_keys( EventTaxonomies::all( EventTaxonomies::AUDIENCE ) );
		$posts  = [];
		foreach ( range( 1, max( 1, $count ) ) as $number ) {
			$post = wp_insert_post(
				[
					'post_type'    => Event::TYPE,
					'post_status'  => 'publish',
					'post_title'   => "Fortbildung $number",
					'post_excerpt' => 'Eine erfundene Fortbildung.',
					'post_content' => '<!-- wp:lernwelt/event-dates /-->',
				],
				true
			);
			if ( is_wp_error( $post ) ) {
				WP_CLI::error( 'An event could not be written: ' . $post->get_error_message() );
			}
			if ( [] !== $groups ) {
				wp_set_object_terms( $post, [ $groups[ $number % count( $groups ) ], $groups[ intdiv( $number, 3 ) % count( $groups ) ] ], EventTaxonomies::AUDIENCE );
			}
			$posts[] = $post;
		}
		return $posts;
	}

	/**
	 * @param array<string, string> $options Options.
	 */
	private static function number( array $options, string $name, int $least, int $most ): int {
		$number = filter_var( $options[ $name ] ?? '', FILTER_VALIDATE_INT, [ 'options' => [ 'min_range' => $least, 'max_range' => $most ] ] );
		if ( false === $number ) {
			WP_CLI::error( "--$name must be a number from $least to $most." );
		}
		return $number;
	}
}

<?php
/**
 * Dates in data views.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Content\EventDatesSource;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Core\Sweep;
use WP_Post;

/** The data source and what keeps it fresh. */
final readonly class SourceHooks {

	/** Option: until when dates that ended are noted as over, seconds since 1970. */
	private const NOTED = 'lw_event_dates_noted';

	/**
	 * @param Parts $parts Shared objects of this plugin.
	 */
	public function __construct( private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		$services = $this->parts->services;
		$services->data_sources->register( EventDatesSource::ID, fn (): EventDatesSource => $this->source() );
		add_action( Parts::DATE_CHANGED, fn ( int $date_id ) => $this->refresh( [ $date_id ] ) );
		add_action(
			'wp_after_insert_post',
			function ( int $post_id, WP_Post $post ): void {
				if ( Event::TYPE === $post->post_type ) {
					$this->refresh( $this->dates_of( $post_id ) );
				}
			},
			10,
			2
		);
		// After the dates that go with it are gone: those that were booked stay, and nobody shall find them.
		add_action( 'after_delete_post', fn ( int $post_id, WP_Post $post ) => $this->refresh( Event::TYPE === $post->post_type ? $this->dates_of( $post_id ) : [] ), 20, 2 );
		add_action( 'set_object_terms', fn ( int $post_id, array $terms, array $ids, string $taxonomy ) => $this->refresh( self::is_ours( $taxonomy ) ? $this->dates_of( $post_id ) : [] ), 10, 4 );
		add_action( 'edited_term', fn ( int $term, int $term_taxonomy, string $taxonomy ) => $this->touch( $taxonomy ), 10, 3 );
		add_action( 'delete_term', fn ( int $term, int $term_taxonomy, string $taxonomy ) => $this->touch( $taxonomy ), 10, 3 );
		add_action( Sweep::HOOK, fn () => $this->note_what_is_over(), 30 );
	}

	private function source(): EventDatesSource {
		return new EventDatesSource( $this->parts->services->index, $this->parts->dates(), $this->parts->services->clock );
	}

	/**
	 * @param list<int> $ids Dates.
	 */
	private function refresh( array $ids ): void {
		// The first question builds what was never built.
		if ( [] !== $ids && $this->parts->services->index->is_built( EventDatesSource::ID ) ) {
			$this->source()->refresh( $ids );
		}
	}

	private function touch( string $taxonomy ): void {
		if ( self::is_ours( $taxonomy ) && $this->parts->services->index->is_built( EventDatesSource::ID ) ) {
			$this->source()->refresh( $this->parts->dates()->ids() );
			$this->parts->services->index->touch( EventDatesSource::ID );
		}
	}

	private static function is_ours( string $taxonomy ): bool {
		return in_array( $taxonomy, [ EventTaxonomies::AUDIENCE, EventTaxonomies::SUBJECT ], true );
	}

	/** Time changes records, too: what ended since the last look is over. */
	private function note_what_is_over(): void {
		$now   = $this->parts->services->clock->now();
		$since = (int) get_option( self::NOTED, 0 );
		$this->refresh( $this->parts->dates()->ended( $now->setTimestamp( $since ), $now ) );
		update_option( self::NOTED, $now->getTimestamp(), false );
	}

	/** @return list<int> */
	private function dates_of( int $event_id ): array {
		return array_map( static fn ( EventDate $date ): int => $date->id, $this->parts->dates()->of_event( $event_id ) );
	}
}

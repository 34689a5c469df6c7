<?php
/**
 * What an event is in short.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Content\EventFormats;
use Lernwelt\Booking\Content\EventMeta;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\EventDetails;

/** Prepared for blocks/event-dates/render.php. */
final readonly class EventFactsView {

	/**
	 * @param array<string, string> $facts   Label → words.
	 * @param EventDetails          $details Contact and materials.
	 */
	private function __construct( public array $facts, public EventDetails $details ) {}

	/**
	 * The facts of an event.
	 *
	 * @param int $event_id Event.
	 */
	public static function of( int $event_id ): self {
		$facts = [
			__( 'On site or online', 'lernwelt-booking' ) => EventFormats::words()[ EventFormats::of( $event_id ) ] ?? '',
			__( 'Target groups', 'lernwelt-booking' )     => implode( ', ', EventTaxonomies::of( $event_id, EventTaxonomies::AUDIENCE ) ),
			__( 'Subjects', 'lernwelt-booking' )          => implode( ', ', EventTaxonomies::of( $event_id, EventTaxonomies::SUBJECT ) ),
		];
		return new self( array_filter( $facts, static fn ( string $words ): bool => '' !== $words ), EventMeta::details( $event_id ) );
	}

	/** Whether somebody is named whom people can ask. */
	public function has_contact(): bool {
		return '' !== $this->details->contact_name . $this->details->contact_email . $this->details->contact_phone;
	}
}

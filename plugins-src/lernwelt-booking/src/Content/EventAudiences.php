<?php
/**
 * Target groups of many events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use RuntimeException;

/** Reads them for the statistics: one statement for hundreds of events. */
final class EventAudiences {

	/** Events of one statement. */
	private const PORTION = 500;

	/**
	 * Target groups of events.
	 *
	 * @param list<int> $events Posts.
	 * @return array<int, list<string>> Event → slugs; events without any are missing.
	 * @throws RuntimeException When WordPress doesn't know the taxonomy.
	 */
	public static function of( array $events ): array {
		$groups = [];
		foreach ( array_chunk( $events, self::PORTION ) as $portion ) {
			$terms = wp_get_object_terms( $portion, EventTaxonomies::AUDIENCE, [ 'fields' => 'all_with_object_id' ] );
			if ( is_wp_error( $terms ) ) {
				throw new RuntimeException( 'Target groups can\'t be read: ' . $terms->get_error_message() );
			}
			foreach ( $terms as $term ) {
				$groups[ (int) $term->to_array()['object_id'] ][] = $term->slug;
			}
		}
		return $groups;
	}
}

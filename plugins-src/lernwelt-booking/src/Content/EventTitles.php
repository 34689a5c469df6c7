<?php
/**
 * Searching events by their titles.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Core\Data\German;
use WP_Post;

/** "mueller" finds "Müller" on every database. */
final class EventTitles {

	/**
	 * Events whose title has all words.
	 *
	 * @param string $search Words.
	 * @return list<int> Posts; drafts as well.
	 */
	public static function matching( string $search ): array {
		$found = get_posts(
			[
				'post_type'              => Event::TYPE,
				'post_status'            => 'any',
				'numberposts'            => -1,
				'update_post_meta_cache' => false,
				'update_post_term_cache' => false,
			]
		);
		$ids   = [];
		foreach ( $found as $post ) {
			if ( $post instanceof WP_Post && self::has( $post->post_title, $search ) ) {
				$ids[] = $post->ID;
			}
		}
		return $ids;
	}

	/**
	 * Whether a text has all words.
	 *
	 * @param string $text   Text.
	 * @param string $search Words.
	 */
	public static function has( string $text, string $search ): bool {
		$folded = German::index_text( $text );
		foreach ( explode( ' ', German::fold( $search ) ) as $word ) {
			if ( ! str_contains( $folded, $word ) ) {
				return false;
			}
		}
		return true;
	}
}

<?php
/**
 * Makes cards.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

use WP_Post;
use WP_Term;

/**
 * Turns posts into cards without running their content through filters.
 */
final class CardFactory {

	private const WORDS = 26;
	private const TAGS  = 3;

	/**
	 * The card of one post.
	 *
	 * @param WP_Post $post The post.
	 * @param string  $note A word on why it is shown.
	 */
	public function of( WP_Post $post, string $note = '' ): Card {
		$is_article = 'post' === $post->post_type;
		$type       = get_post_type_object( $post->post_type );
		return new Card(
			wp_strip_all_tags( get_the_title( $post ) ),
			(string) get_permalink( $post ),
			$this->text( $post ),
			$is_article ? (string) get_the_date( 'Y-m-d', $post ) : '',
			$is_article ? (string) get_the_date( '', $post ) : '',
			null === $type ? '' : $type->labels->singular_name,
			$this->tags( $post ),
			(int) get_post_thumbnail_id( $post ),
			$post->post_name,
			$note
		);
	}

	/**
	 * The cards of several posts; their pictures are fetched together.
	 *
	 * @param array<WP_Post> $posts The posts.
	 * @return list<Card>
	 */
	public function all( array $posts ): array {
		return $this->with_notes( array_map( static fn( WP_Post $post ): array => [ 'post' => $post, 'note' => '' ], array_values( $posts ) ) ); // phpcs:ignore
	}

	/**
	 * The cards of several posts with a word on each.
	 *
	 * @param list<array{post: WP_Post, note: string}> $entries Posts and notes.
	 * @return list<Card>
	 */
	public function with_notes( array $entries ): array {
		$posts  = array_column( $entries, 'post' );
		$images = array_diff( array_map( static fn( WP_Post $post ): int => (int) get_post_thumbnail_id( $post ), $posts ), [ 0 ] );
		if ( [] !== $images ) {
			_prime_post_caches( array_values( $images ), false, true );
		}
		return array_map( fn( array $entry ): Card => $this->of( $entry['post'], $entry['note'] ), $entries );
	}

	/**
	 * The excerpt an editor wrote, or the beginning of the text; nothing of what a password protects.
	 *
	 * @param WP_Post $post The post.
	 */
	public function text( WP_Post $post ): string {
		$text = Excerpt::of( $post );
		if ( '' !== $text || post_password_required( $post ) ) {
			return $text;
		}
		// The first paragraph that is one; headings and labels make no sentence.
		if ( 1 === preg_match( '~<p(?:\s(?![^>]*is-style-meta)[^>]*)?>(.{40,}?)</p>~s', $post->post_content, $found ) ) {
			return wp_trim_words( $found[1], self::WORDS, ' …' );
		}
		return '';
	}

	/**
	 * Category and tags, without the category every article has. Plugins name the words of their own types by the
	 * filter `lernwelt_card_tags`.
	 *
	 * @param WP_Post $post The post.
	 * @return list<string>
	 */
	private function tags( WP_Post $post ): array {
		$names   = [];
		$default = (int) get_option( 'default_category' );
		foreach ( [ 'category', 'post_tag' ] as $taxonomy ) {
			$terms = is_object_in_taxonomy( $post->post_type, $taxonomy ) ? get_the_terms( $post, $taxonomy ) : false;
			foreach ( is_array( $terms ) ? $terms : [] as $term ) {
				if ( $term instanceof WP_Term && ( 'category' !== $taxonomy || $term->term_id !== $default ) ) {
					$names[] = $term->name;
				}
			}
		}
		$names = apply_filters( 'lernwelt_card_tags', $names, $post );
		return array_slice( is_array( $names ) ? array_values( array_filter( $names, 'is_string' ) ) : [], 0, self::TAGS );
	}
}

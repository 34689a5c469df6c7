<?php
/**
 * Lists of cards.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

use WP_Post;
use WP_Query;

/**
 * Finds the posts for the teasers block and the list templates.
 */
final class Teasers {

	private const MOST = 24;

	/**
	 * Takes what makes cards.
	 *
	 * @param CardFactory $cards Card factory.
	 */
	public function __construct( private readonly CardFactory $cards ) {}

	/**
	 * The cards of a teasers block.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 * @param int                  $here       Post the block stands in; never listed itself.
	 * @return list<Card>
	 */
	public function for_block( array $attributes, int $here ): array {
		$count  = max( 1, min( self::MOST, is_numeric( $attributes['count'] ?? null ) ? (int) $attributes['count'] : 3 ) );
		$parent = is_numeric( $attributes['parent'] ?? null ) ? (int) $attributes['parent'] : 0;
		return match ( $attributes['source'] ?? 'latest' ) {
			'children' => $this->children( $parent > 0 ? $parent : $here, $count ),
			'ids'      => $this->chosen( Ids::of( $attributes['ids'] ?? [] ) ),
			default    => $this->latest( $count, $here ),
		};
	}

	/**
	 * The latest articles.
	 *
	 * @param int $count   How many.
	 * @param int $exclude Post to leave out.
	 * @return list<Card>
	 */
	public function latest( int $count, int $exclude = 0 ): array {
		return $this->cards->all( $this->articles( $count, [ $exclude ] ) );
	}

	/**
	 * Articles of the same categories, newest first; filled up with other articles.
	 *
	 * @param int $post_id The article.
	 * @param int $count   How many.
	 * @return list<Card>
	 */
	public function related( int $post_id, int $count ): array {
		$terms = get_the_terms( $post_id, 'category' );
		$ids   = is_array( $terms ) ? wp_list_pluck( $terms, 'term_id' ) : [];
		$found = [] === $ids ? [] : $this->articles( $count, [ $post_id ], [ 'category__in' => $ids ] );
		if ( count( $found ) < $count ) {
			$seen  = [ $post_id, ...array_map( static fn( WP_Post $post ): int => $post->ID, $found ) ];
			$found = [ ...$found, ...$this->articles( $count - count( $found ), $seen ) ];
		}
		return $this->cards->all( $found );
	}

	/**
	 * Articles, newest first.
	 *
	 * @param int                  $count   How many.
	 * @param list<int>            $exclude Posts to leave out.
	 * @param array<string, mixed> $also    Further conditions.
	 * @return list<WP_Post>
	 */
	private function articles( int $count, array $exclude, array $also = [] ): array {
		return $this->posts(
			$also + [
				'post_type'           => 'post',
				'posts_per_page'      => $count,
				'post__not_in'        => $exclude,
				'ignore_sticky_posts' => true,
			]
		);
	}

	/**
	 * The pages below a page, in the order editors gave them.
	 *
	 * @param int $parent The page.
	 * @param int $count  At most so many.
	 * @return list<Card>
	 */
	public function children( int $parent, int $count = self::MOST ): array {
		return $parent < 1 ? [] : $this->find(
			[
				'post_type'      => 'page',
				'post_parent'    => $parent,
				'posts_per_page' => $count,
				'orderby'        => [
					'menu_order' => 'ASC',
					'title'      => 'ASC',
				],
			]
		);
	}

	/**
	 * Chosen pages and articles, in the order of choice.
	 *
	 * @param list<int> $ids Posts.
	 * @return list<Card>
	 */
	private function chosen( array $ids ): array {
		return [] === $ids ? [] : $this->find(
			[
				'post_type'           => 'any',
				'post__in'            => $ids,
				'posts_per_page'      => self::MOST,
				'orderby'             => 'post__in',
				'ignore_sticky_posts' => true,
			]
		);
	}

	/**
	 * The cards of what a query finds.
	 *
	 * @param array<string, mixed> $query Arguments of WP_Query.
	 * @return list<Card>
	 */
	private function find( array $query ): array {
		return $this->cards->all( $this->posts( $query ) );
	}

	/**
	 * Runs one query without counting.
	 *
	 * @param array<string, mixed> $query Arguments of WP_Query.
	 * @return list<WP_Post>
	 */
	private function posts( array $query ): array {
		$found = new WP_Query(
			$query + [
				'no_found_rows' => true,
				'post_status'   => 'publish',
			]
		);
		return array_values( array_filter( $found->posts ?? [], static fn( mixed $post ): bool => $post instanceof WP_Post ) );
	}
}

<?php
/**
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Theme\Content\Card;
use Lernwelt\Theme\Content\CardFactory;
use Lernwelt\Theme\Content\Excerpt;
use Lernwelt\Theme\Content\Teasers;
use WP_Post;

/** What lists show of posts, and what they keep to themselves. */
final class TeasersTest extends IntegrationTestCase {

	public function test_a_card_tells_nothing_of_a_protected_post(): void {
		$post = $this->article( 'Geschützt', [ 'post_password' => 'geheim' ] );

		self::assertSame( '', ( new CardFactory() )->text( $post ) );
		self::assertSame( '', Excerpt::of( $post ) );
	}

	public function test_an_open_post_is_announced(): void {
		self::assertSame( 'Auszug von Offen', ( new CardFactory() )->text( $this->article( 'Offen' ) ) );
	}

	public function test_lists_show_published_posts_only(): void {
		foreach ( [ 'draft', 'private', 'pending', 'trash' ] as $status ) {
			$this->article( $status, [ 'post_status' => $status ] );
		}
		$open = $this->article( 'Offen' );

		self::assertSame( [ 'Offen' ], self::titles( $this->teasers()->latest( 50 ) ) );
		self::assertSame( [], $this->teasers()->latest( 50, $open->ID ) );
	}

	public function test_related_articles_are_filled_up_with_the_latest(): void {
		$term = wp_insert_term( 'Labore', 'category' );
		self::assertIsArray( $term );
		$category = $term['term_id'];
		$this->article( 'Anderes', [ 'post_date' => '2026-03-03 10:00:00' ] );
		$this->article( 'Älteres Labor', [ 'post_category' => [ $category ], 'post_date' => '2026-01-01 10:00:00' ] );
		$here = $this->article( 'Labor', [ 'post_category' => [ $category ] ] );

		self::assertSame( [ 'Älteres Labor', 'Anderes' ], self::titles( $this->teasers()->related( $here->ID, 3 ) ) );
		self::assertSame( [ 'Älteres Labor' ], self::titles( $this->teasers()->related( $here->ID, 1 ) ) );
	}

	private function teasers(): Teasers {
		return new Teasers( new CardFactory() );
	}

	/**
	 * @param list<Card> $cards Cards.
	 * @return list<string>
	 */
	private static function titles( array $cards ): array {
		return array_map( static fn ( Card $card ): string => $card->title, $cards );
	}

	/**
	 * @param string               $title  Title.
	 * @param array<string, mixed> $fields What differs from a published article.
	 */
	private function article( string $title, array $fields = [] ): WP_Post {
		$id   = wp_insert_post( $fields + [ 'post_title' => $title, 'post_status' => 'publish', 'post_excerpt' => "Auszug von $title", 'post_content' => '<p>Ein Absatz, der lang genug ist, um auf einer Karte zu stehen.</p>' ], true );
		$post = is_int( $id ) ? get_post( $id ) : null;
		self::assertInstanceOf( WP_Post::class, $post );
		return $post;
	}
}

<?php
/**
 * The page that is being made.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use DateTimeImmutable;
use Lernwelt\Core\PageParts;
use Lernwelt\Operations\Domain\PageCache\ShownParts;
use WP_Post;
use WP_Query;
use WP_Term;

/** Watches WordPress while it makes a page, and learns what the page shows: nobody has to guess later. */
final class PageMaking {

	private readonly ShownParts $parts;

	private ?DateTimeImmutable $until = null;

	/** @var array<string, string|-1> Actions that nonces were made or checked for. */
	private array $nonces = [];

	/** Begins with an empty page. */
	public function __construct() {
		$this->parts = new ShownParts();
	}

	/**
	 * Takes parts that somebody names.
	 *
	 * @param list<string> $parts Parts, see Lernwelt\Core\PageParts.
	 */
	public function add( array $parts ): void {
		$this->parts->add( ...$parts );
	}

	/**
	 * The page is wrong from a moment on.
	 *
	 * @param DateTimeImmutable $moment Moment.
	 */
	public function right_until( DateTimeImmutable $moment ): void {
		$this->until = null === $this->until || $moment < $this->until ? $moment : $this->until;
	}

	/** The moment from which on the page is wrong; null when only a change can make it so. */
	public function until(): ?DateTimeImmutable {
		return $this->until;
	}

	/**
	 * Whether a nonce is printed: it would soon be wrong. WordPress makes many that nobody prints.
	 *
	 * @param string $body What is printed.
	 */
	public function has_nonce( string $body ): bool {
		foreach ( $this->nonces as $action ) {
			if ( str_contains( $body, wp_create_nonce( $action ) ) ) {
				return true;
			}
		}
		return false;
	}

	/** What the page shows, in one line. */
	public function line(): string {
		return $this->parts->line();
	}

	/**
	 * Filter `nonce_user_logged_out`.
	 *
	 * @param mixed $user_id Whose nonce it is.
	 * @param mixed $action  What it is for.
	 */
	public function note_nonce( mixed $user_id, mixed $action ): mixed {
		if ( is_string( $action ) || -1 === $action ) {
			$this->nonces[ "a$action" ] = $action;
		}
		return $user_id;
	}

	/**
	 * Action `pre_get_posts`: lists change when posts come and go, also those that found nothing.
	 *
	 * @param WP_Query $query Query.
	 */
	public function note_query( WP_Query $query ): void {
		if ( $query->is_singular() || self::is_thrown_away( $query ) ) {
			return;
		}
		$ids   = $query->get( 'post__in' );
		$types = $query->get( 'post_type' );
		$types = '' === $types || [] === $types ? [ 'post' ] : (array) $types;
		if ( is_array( $ids ) && [] !== $ids ) {
			$this->add( array_map( static fn ( mixed $id ): string => PageParts::post( is_numeric( $id ) ? (int) $id : 0 ), array_values( $ids ) ) );
			return;
		}
		foreach ( $types as $type ) {
			if ( is_string( $type ) && 'nav_menu_item' !== $type ) {
				$this->parts->add( 'any' === $type ? PageParts::posts( '*' ) : PageParts::posts( $type ) );
			}
		}
	}

	/**
	 * Filter `the_posts`.
	 *
	 * @param array<mixed> $posts Posts that a query found.
	 * @param WP_Query     $query Query.
	 * @return array<mixed>
	 */
	public function note_posts( array $posts, WP_Query $query ): array {
		foreach ( self::is_thrown_away( $query ) ? [] : $posts as $post ) {
			if ( $post instanceof WP_Post && 'nav_menu_item' !== $post->post_type ) {
				$this->parts->add( PageParts::post( $post->ID ) );
			}
		}
		return $posts;
	}

	/**
	 * Filters of links to posts.
	 *
	 * @param string      $link Link.
	 * @param WP_Post|int $post Post.
	 */
	public function note_link( string $link, WP_Post|int $post ): string {
		$this->parts->add( PageParts::link( $post instanceof WP_Post ? $post->ID : $post ) );
		return $link;
	}

	/**
	 * Filter `get_the_terms`.
	 *
	 * @param mixed $terms One or several terms, or none.
	 */
	public function note_terms( mixed $terms ): mixed {
		foreach ( is_array( $terms ) ? $terms : [ $terms ] as $term ) {
			if ( $term instanceof WP_Term && 'nav_menu' !== $term->taxonomy ) {
				$this->parts->add( PageParts::term( $term->term_id ) );
			}
		}
		return $terms;
	}

	/**
	 * Filter `term_link`.
	 *
	 * @param mixed $link Link.
	 * @param mixed $term Term.
	 */
	public function note_term_link( mixed $link, mixed $term ): mixed {
		$this->note_terms( $term );
		return $link;
	}

	/**
	 * Filters of addresses of files.
	 *
	 * @param mixed $address Address, or address and size.
	 * @param mixed $id      Attachment.
	 */
	public function note_file( mixed $address, mixed $id ): mixed {
		if ( is_numeric( $id ) && $id > 0 ) {
			$this->parts->add( PageParts::file( (int) $id ) );
		}
		return $address;
	}

	/**
	 * Filter `wp_content_img_tag`.
	 *
	 * @param mixed $tag     Tag.
	 * @param mixed $context Unused.
	 * @param mixed $id      Attachment, 0 for another picture.
	 */
	public function note_image( mixed $tag, mixed $context, mixed $id ): mixed {
		return $this->note_file( $tag, $id );
	}

	/**
	 * Filter `render_block_core/block`.
	 *
	 * @param mixed                $html  What it became.
	 * @param array<string, mixed> $block Block.
	 */
	public function note_pattern( mixed $html, array $block ): mixed {
		$post = is_array( $block['attrs'] ?? null ) ? $block['attrs']['ref'] ?? 0 : 0;
		$this->parts->add( PageParts::post( is_numeric( $post ) ? (int) $post : 0 ) );
		return $html;
	}

	/**
	 * WordPress looks for articles also where it knows that it won't show any.
	 *
	 * @param WP_Query $query Query.
	 */
	private static function is_thrown_away( WP_Query $query ): bool {
		return $query->is_main_query() && ( $query->is_404() || '' !== $query->get( 'sitemap' ) );
	}

	/** What the address itself asked for, and what follows from the kind of answer. */
	public function note_what_was_asked(): void {
		$asked = get_queried_object();
		if ( $asked instanceof WP_Post ) {
			$this->parts->add( PageParts::post( $asked->ID ) );
		}
		$this->note_terms( $asked );
		if ( is_404() ) {
			$this->parts->add( PageParts::LOST );
		}
		if ( is_feed() || '' !== get_query_var( 'sitemap' ) ) {
			$this->parts->add( PageParts::LISTINGS );
		}
	}
}

<?php
/**
 * Keeps the index of posts fresh.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\DataSources;

/**
 * Collects the posts that change during a request and writes their rows at its end, and before somebody reads. A post
 * that is gone, hidden or of no source any more loses its row.
 */
final class PostIndexer {

	/** Metas of WordPress that say nothing about a post's content. */
	private const IGNORED = [ '_edit_lock', '_edit_last', '_pingme', '_encloseme', '_wp_trash_meta_status', '_wp_trash_meta_time', '_wp_old_slug', '_wp_old_date' ];

	/** @var array<int, array<int, true>> Portal → post → changed. */
	private array $changed = [];

	/** @var array<int, array<string, true>> Portal → taxonomy whose words changed. */
	private array $taxonomies = [];

	private int $paused = 0;

	/**
	 * @param DataSources $sources Sources.
	 * @param IndexStore  $index   Index.
	 */
	public function __construct(
		private readonly DataSources $sources,
		private readonly IndexStore $index,
	) {}

	/**
	 * A post changed, appeared or went.
	 *
	 * @param int $post_id Post.
	 */
	public function post_changed( int $post_id ): void {
		if ( 0 === $this->paused ) {
			$this->changed[ get_current_blog_id() ][ $post_id ] = true;
		}
	}

	/**
	 * A meta of a post changed.
	 *
	 * @param int    $post_id Post.
	 * @param string $key     Meta.
	 */
	public function meta_changed( int $post_id, string $key ): void {
		if ( ! in_array( $key, self::IGNORED, true ) ) {
			$this->post_changed( $post_id );
		}
	}

	/**
	 * A term changed: its word, and perhaps its slug.
	 *
	 * @param int    $term_id  Term.
	 * @param string $taxonomy Its taxonomy.
	 */
	public function term_changed( int $term_id, string $taxonomy ): void {
		$this->taxonomies[ get_current_blog_id() ][ $taxonomy ] = true;
		foreach ( (array) get_objects_in_term( $term_id, $taxonomy ) as $post_id ) {
			if ( is_numeric( $post_id ) ) {
				$this->post_changed( (int) $post_id );
			}
		}
	}

	/** Notes nothing until {@see resume()}: for imports that write the rows of what they change themselves. */
	public function pause(): void {
		++$this->paused;
	}

	/** Notes changes again. */
	public function resume(): void {
		$this->paused = max( 0, $this->paused - 1 );
	}

	/** Writes the rows of what changed on the current portal. */
	public function flush(): void {
		$blog_id = get_current_blog_id();
		$ids     = array_keys( $this->changed[ $blog_id ] ?? [] );
		$words   = array_keys( $this->taxonomies[ $blog_id ] ?? [] );
		unset( $this->changed[ $blog_id ], $this->taxonomies[ $blog_id ] );
		if ( [] === $ids && [] === $words ) {
			return;
		}
		foreach ( $this->sources->all() as $source ) {
			// The first question builds what was never built.
			if ( ! $source instanceof PostSource || ! $this->index->is_built( $source->id() ) ) {
				continue;
			}
			foreach ( array_chunk( $ids, 200 ) as $batch ) {
				$this->write( $source, $batch );
			}
			if ( [] !== array_intersect( $words, $source->taxonomies() ) ) {
				$this->index->touch( $source->id() );
			}
		}
	}

	/** Writes the rows of what changed on every portal; at the end of a request. */
	public function flush_all(): void {
		foreach ( array_unique( [ ...array_keys( $this->changed ), ...array_keys( $this->taxonomies ) ] ) as $blog_id ) {
			if ( null === get_site( $blog_id ) ) {
				// Deleted in this very request, with its tables.
				unset( $this->changed[ $blog_id ], $this->taxonomies[ $blog_id ] );
				continue;
			}
			switch_to_blog( $blog_id );
			try {
				$this->flush();
			} finally {
				restore_current_blog();
			}
		}
	}

	/**
	 * @param list<int> $ids Ids.
	 */
	private function write( PostSource $source, array $ids ): void {
		$documents = [];
		foreach ( $source->documents( $ids ) as $document ) {
			$documents[ $document->id ] = $document;
		}
		if ( [] !== $documents ) {
			$this->index->put( $source->id(), $documents );
		}
		$this->index->remove( $source->id(), array_values( array_diff( $ids, array_keys( $documents ) ) ) );
	}
}

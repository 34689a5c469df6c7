<?php
/**
 * Keeps the index of posts fresh.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Logging\Log;
use RuntimeException;
use Throwable;

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

	/**
	 * @param DataSources $sources Sources.
	 * @param IndexStore  $index   Index.
	 * @param int         $home    Portal whose plugins are loaded: only its sources are known here.
	 */
	public function __construct(
		private readonly DataSources $sources,
		private readonly IndexStore $index,
		private readonly int $home,
	) {}

	/**
	 * A post changed, appeared or went.
	 *
	 * @param int $post_id Post.
	 */
	public function post_changed( int $post_id ): void {
		$this->changed[ get_current_blog_id() ][ $post_id ] = true;
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

	/**
	 * Writes the rows of what changed on the current portal.
	 *
	 * @throws RuntimeException When the database refuses; what changed stays noted.
	 */
	public function flush(): void {
		$blog_id = get_current_blog_id();
		$posts   = $this->changed[ $blog_id ] ?? [];
		$words   = $this->taxonomies[ $blog_id ] ?? [];
		if ( [] === $posts && [] === $words ) {
			return;
		}
		// Before the writing: what it asks for comes here again.
		unset( $this->changed[ $blog_id ], $this->taxonomies[ $blog_id ] );
		try {
			$this->write( array_keys( $posts ), array_keys( $words ) );
		} catch ( Throwable $failure ) {
			$this->changed[ $blog_id ]    = $posts + ( $this->changed[ $blog_id ] ?? [] );
			$this->taxonomies[ $blog_id ] = $words + ( $this->taxonomies[ $blog_id ] ?? [] );
			throw $failure;
		}
	}

	/** Writes the rows of what changed on every portal; at the end of a request. What fails is written anew by the next question. */
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
			} catch ( RuntimeException $failure ) {
				unset( $this->changed[ $blog_id ], $this->taxonomies[ $blog_id ] );
				$this->give_up( $blog_id, $failure );
			} finally {
				restore_current_blog();
			}
		}
	}

	/**
	 * @param list<int>    $ids   Posts.
	 * @param list<string> $words Taxonomies.
	 */
	private function write( array $ids, array $words ): void {
		$known = array_filter( $this->sources->all(), static fn ( object $source ): bool => $source instanceof PostSource );
		foreach ( $known as $source ) {
			// The first question builds what was never built.
			if ( ! $this->index->is_built( $source->id() ) ) {
				continue;
			}
			$source->refresh( $ids );
			if ( [] !== array_intersect( $words, $source->taxonomies() ) ) {
				$this->index->touch( $source->id() );
			}
		}
		if ( get_current_blog_id() !== $this->home && [] !== array_diff( array_map( get_post_type( ... ), $ids ), array_map( static fn ( PostSource $source ): string => $source->post_type(), $known ), [ 'revision' ] ) ) {
			$this->index->outdate( array_keys( $known ) );
		}
	}

	private function give_up( int $blog_id, RuntimeException $failure ): void {
		$said = "Lernwelt: the index of portal $blog_id could not follow a change and will be built anew. {$failure->getMessage()}";
		try {
			$this->index->outdate();
		} catch ( RuntimeException $second ) {
			$said = "Lernwelt: the index of portal $blog_id could not follow a change; run \"wp lernwelt index rebuild\" there. {$failure->getMessage()} {$second->getMessage()}";
		}
		Log::say( $said );
	}
}

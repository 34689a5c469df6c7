<?php
/**
 * A source whose records are posts.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Generator;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Viewer;
use WP_Post;

/**
 * Posts of one type: published ones for everybody, private ones for those who may read them; never drafts, never what
 * a password protects. {@see PostIndexer} keeps the index fresh.
 */
abstract class PostSource extends IndexedSource {

	private const BATCH = 200;

	/** Type of the posts. */
	abstract public function post_type(): string;

	/**
	 * What the index holds of a post; visibility is added by this class.
	 *
	 * @param WP_Post $post Post; its metas and terms are in the cache.
	 */
	abstract protected function document( WP_Post $post ): Document;

	/**
	 * A post as a record with the values of all fields; this class takes those out that the viewer may not see. It is kept
	 * for everybody until a post or a term changes, so it depends on nothing else: not on who looks, nor on the time.
	 *
	 * @param WP_Post $post Post; its metas and terms are in the cache.
	 */
	abstract protected function record( WP_Post $post ): Record;

	/**
	 * Whether a published post belongs to this source at all.
	 *
	 * @param WP_Post $post Post.
	 */
	protected function includes( WP_Post $post ): bool {
		return true;
	}

	/**
	 * Taxonomies whose terms the records show or are found by; their words and slugs are watched.
	 *
	 * @return list<string>
	 */
	public function taxonomies(): array {
		return array_values( get_object_taxonomies( $this->post_type() ) );
	}

	/**
	 * @param list<int> $ids Ids.
	 * @return Generator<int, Document>
	 */
	final public function documents( array $ids ): Generator {
		foreach ( $this->posts( $ids ) as $post ) {
			$document = $this->document( $post );
			yield 'private' === $post->post_status ? $document->only_for( $this->read_private() ) : $document;
		}
	}

	final public function records( array $ids, Viewer $viewer ): array {
		$hidden = [];
		foreach ( $this->fields() as $field ) {
			if ( ! $field->visible_to( $viewer ) ) {
				$hidden[ $field->id ] = true;
			}
		}
		$records = [];
		foreach ( $this->kept( array_slice( $ids, 0, 200 ) ) as [ $record, $is_private ] ) {
			if ( ! $is_private || $viewer->can( $this->read_private() ) ) {
				$records[] = new Record( $record->id, $record->title, $record->url, array_diff_key( $record->values, $hidden ), $record->picture, $record->seed );
			}
		}
		$this->prime_pictures( $records );
		return $records;
	}

	/**
	 * Whole records, before anybody's rights: reading posts with their terms is most of a list's work, so what they say is
	 * kept until a post or a term of the portal changes; for each language, as numbers are written differently.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<array{Record, bool}> Record, and whether its post is private; in the order asked for.
	 */
	private function kept( array $ids ): array {
		$group = "lernwelt-records-{$this->id()}-" . determine_locale();
		$state = [ wp_cache_get_last_changed( 'posts' ), wp_cache_get_last_changed( 'terms' ), home_url(), (string) get_option( 'permalink_structure' ) ];
		/** @var array<int, array{record?: array{Record, bool}}|false> $known */
		$known = wp_cache_get_multiple_salted( $ids, $group, $state );
		$new   = array_fill_keys( array_keys( $known, false, true ), [] );
		foreach ( $this->posts( array_keys( $new ) ) as $post ) {
			$new[ $post->ID ] = [ 'record' => [ $this->record( $post ), 'private' === $post->post_status ] ];
		}
		if ( [] !== $new ) {
			wp_cache_set_multiple_salted( $new, $group, $state, DAY_IN_SECONDS );
		}
		return array_column( array_replace( $known, $new ), 'record' );
	}

	/**
	 * @param list<Record> $records Records whose pictures are shown.
	 */
	private function prime_pictures( array $records ): void {
		_prime_post_caches( array_values( array_diff( array_unique( array_column( $records, 'picture' ) ), [ 0 ] ) ), false );
	}

	/**
	 * Posts that belong to the source, in the order asked for.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<WP_Post>
	 */
	private function posts( array $ids ): array {
		_prime_post_caches( $ids );
		$posts = [];
		foreach ( $ids as $id ) {
			$post = get_post( $id );
			if ( $post instanceof WP_Post && $post->post_type === $this->post_type() && '' === $post->post_password && $this->is_public( $post ) && $this->includes( $post ) ) {
				$posts[] = $post;
			}
		}
		return $posts;
	}

	private function is_public( WP_Post $post ): bool {
		return in_array( $post->post_status, 'attachment' === $this->post_type() ? [ 'inherit' ] : [ 'publish', 'private' ], true );
	}

	private function read_private(): string {
		return get_post_type_object( $this->post_type() )->cap->read_private_posts ?? 'do_not_allow';
	}

	/**
	 * Ids of all posts that may belong to the source.
	 *
	 * @return iterable<list<int>>
	 */
	final protected function batches(): iterable {
		$all = get_posts(
			[
				'post_type'              => $this->post_type(),
				'post_status'            => 'attachment' === $this->post_type() ? [ 'inherit' ] : [ 'publish', 'private' ],
				'has_password'           => false,
				'fields'                 => 'ids',
				'posts_per_page'         => -1,
				'orderby'                => 'ID',
				'order'                  => 'ASC',
				'no_found_rows'          => true,
				'update_post_meta_cache' => false,
				'update_post_term_cache' => false,
				'suppress_filters'       => true,
			]
		);
		return array_chunk( array_map( intval( ... ), $all ), self::BATCH );
	}

	/**
	 * Takes posts out of the cache: another process may have changed them since this one read them, and 10,000 of them
	 * would need more memory than there is.
	 *
	 * @param list<int> $ids Ids.
	 */
	final protected function forget( array $ids ): void {
		foreach ( [ 'posts', 'post_meta', ...array_map( static fn ( string $taxonomy ): string => "{$taxonomy}_relationships", $this->taxonomies() ) ] as $group ) {
			wp_cache_delete_multiple( $ids, $group );
		}
	}
}

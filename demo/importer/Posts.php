<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use WP_Post;

/** Writes pages, articles and events. */
final class Posts {

	/**
	 * @param Ledger       $ledger       What was imported.
	 * @param Placeholders $placeholders Fills in ids and names.
	 * @param int          $author       User, 0 for none.
	 */
	public function __construct(
		private readonly Ledger $ledger,
		private readonly Placeholders $placeholders,
		private readonly int $author
	) {}

	/**
	 * Adds the record, or renews it when its file changed and no person did.
	 *
	 * @param Record $record Page or article.
	 */
	public function import( Record $record ): Outcome {
		$key    = 'post:' . $record->key();
		$wanted = $this->fields( $record );
		$hash   = self::hash( $wanted['post_title'], $wanted['post_content'], $wanted['post_excerpt'] );
		if ( ! $this->ledger->has( $key ) ) {
			return $this->add( $record, $key, $wanted, $hash );
		}
		$post = get_post( $this->ledger->id( $key ) );
		if ( ! $post instanceof WP_Post || $hash === $this->ledger->hash( $key ) || self::of( $post ) !== $this->ledger->hash( $key ) ) {
			return Outcome::Kept;
		}
		$renewed = wp_update_post( [ 'ID' => $post->ID ] + self::slashed( $wanted ), true );
		if ( ! is_int( $renewed ) ) {
			throw new DemoError( "WordPress refused the page \"{$record->key()}\": {$renewed->get_error_message()}" );
		}
		if ( 'page' === $record->type ) {
			update_post_meta( $post->ID, '_wp_page_template', '' === $record->template ? 'default' : $record->template );
		}
		$this->ledger->record( $key, $post->ID, $hash );
		return Outcome::Renewed;
	}

	/**
	 * Puts pages and articles into the trash whose files are gone, unless a person edited them.
	 *
	 * @param list<Record> $records All there are.
	 * @return list<Outcome>
	 */
	public function retire( array $records ): array {
		$outcomes = [];
		$current  = array_map( static fn ( Record $record ): string => 'post:' . $record->key(), $records );
		foreach ( array_diff( $this->ledger->keys( 'post' ), $current ) as $key ) {
			$post = get_post( $this->ledger->id( $key ) );
			// An event that people have booked stays.
			if ( $post instanceof WP_Post && self::of( $post ) === $this->ledger->hash( $key ) && wp_trash_post( $post->ID ) instanceof WP_Post ) {
				$outcomes[] = Outcome::Removed;
			}
			$this->ledger->forget( $key );
		}
		return $outcomes;
	}

	/**
	 * @param Record $record Page or article.
	 * @param string $key    Key in the ledger.
	 * @param array{post_title: string, post_content: string, post_excerpt: string} $wanted Texts.
	 * @param string $hash   Hash of the texts.
	 */
	private function add( Record $record, string $key, array $wanted, string $hash ): Outcome {
		$parent = '' === $record->parent ? 0 : $this->ledger->id( "post:{$record->parent}" );
		if ( '' !== $record->parent && ! get_post( $parent ) instanceof WP_Post ) {
			// A person deleted the page above: what belongs below it isn't wanted either.
			return Outcome::Kept;
		}
		$there = get_page_by_path( 'page' === $record->type ? $record->key() : $record->slug, OBJECT, $record->type );
		$there  = $there instanceof WP_Post && $there->post_type === $record->type ? $there : null;
		if ( $there instanceof WP_Post && self::of( $there ) !== $hash ) {
			// A person's own page has this address; it takes the place of ours.
			$this->ledger->record( $key, $there->ID );
			return Outcome::Kept;
		}
		// The same texts: an interrupted run wrote the page, but not yet all that belongs to it.
		$id = $there instanceof WP_Post ? $there->ID : $this->insert( $record, $wanted, $parent );
		if ( [] !== $record->tags ) {
			wp_set_post_terms( $id, $record->tags, 'post_tag' );
		}
		if ( '' !== $record->category ) {
			wp_set_object_terms( $id, $record->category, 'category' );
		}
		foreach ( $record->terms as $taxonomy => $slugs ) {
			wp_set_object_terms( $id, $slugs, $taxonomy );
		}
		$this->ledger->record( $key, $id, $hash );
		return Outcome::Added;
	}

	/**
	 * @param Record $record Page or article.
	 * @param array{post_title: string, post_content: string, post_excerpt: string} $wanted Texts.
	 * @param int    $parent Page above.
	 */
	private function insert( Record $record, array $wanted, int $parent ): int {
		$now  = (string) wp_date( 'Y-m-d H:i:s' );
		$date = '' === $record->date ? $now : min( $now, "{$record->date} 09:00:00" );
		$meta = [
			'_wp_page_template' => $record->template,
			'_thumbnail_id'     => '' === $record->picture ? '' : (string) $this->ledger->id( "file:{$record->picture}" ),
		];
		$id   = wp_insert_post(
			self::slashed( $wanted ) + [
				'post_type'      => $record->type,
				'post_status'    => 'publish',
				'post_name'      => $record->slug,
				'post_author'    => $this->author,
				'post_parent'    => $parent,
				'menu_order'     => $record->order,
				'post_date'      => $date,
				'comment_status' => 'closed',
				'ping_status'    => 'closed',
				'meta_input'     => array_filter( $meta, static fn ( string $value ): bool => '' !== $value ) + ( Record::EVENT === $record->type ? [ Record::EVENT => $record->details ] : [] ),
			],
			true
		);
		return is_int( $id ) ? $id : throw new DemoError( "WordPress refused the page \"{$record->key()}\": {$id->get_error_message()}" );
	}

	/**
	 * @param Record $record Page or article.
	 * @return array{post_title: string, post_content: string, post_excerpt: string}
	 */
	private function fields( Record $record ): array {
		return [
			'post_title'   => $record->title,
			'post_content' => $this->placeholders->fill( $record->content ),
			'post_excerpt' => $this->placeholders->fill( $record->excerpt ),
		];
	}

	/**
	 * WordPress takes backslashes away from what it writes.
	 *
	 * @param array{post_title: string, post_content: string, post_excerpt: string} $texts Texts.
	 * @return array{post_title: string, post_content: string, post_excerpt: string}
	 */
	private static function slashed( array $texts ): array {
		return [
			'post_title'   => addslashes( $texts['post_title'] ),
			'post_content' => addslashes( $texts['post_content'] ),
			'post_excerpt' => addslashes( $texts['post_excerpt'] ),
		];
	}

	private static function of( WP_Post $post ): string {
		return 'publish' === $post->post_status ? self::hash( $post->post_title, $post->post_content, $post->post_excerpt ) : '';
	}

	private static function hash( string $title, string $content, string $excerpt ): string {
		return md5( $title . "\0" . $content . "\0" . $excerpt );
	}
}

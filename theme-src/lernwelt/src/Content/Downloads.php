<?php
/**
 * Files to download.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

use Lernwelt\Core\DocumentFormats;
use WP_Post;
use WP_Query;

/**
 * Finds files of the media library: chosen ones, those of a category, or all documents.
 */
final class Downloads {

	/** GET parameter of the search within a list. */
	public const SEARCH = 'materialsuche';

	private const TAXONOMY = 'download_category';
	private const MOST     = 200;

	/**
	 * The list a downloads block shows.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	public function for_block( array $attributes ): DownloadList {
		$ids        = Ids::of( $attributes['ids'] ?? [] );
		$searchable = true === ( $attributes['searchable'] ?? false );
		$needle     = '';
		if ( $searchable && isset( $_GET[ self::SEARCH ] ) && is_string( $_GET[ self::SEARCH ] ) ) {
			$needle = trim( sanitize_text_field( wp_unslash( $_GET[ self::SEARCH ] ) ) );
		}
		$files = $this->find( $ids, is_string( $attributes['category'] ?? null ) ? $attributes['category'] : '' );
		$found = array_values( array_filter( $files, static fn( Download $file ): bool => $file->mentions( $needle ) ) );
		return new DownloadList( $found, true === ( $attributes['grouped'] ?? false ), $searchable, $needle );
	}

	/**
	 * Finds files.
	 *
	 * @param list<int> $ids      Chosen attachments in their order; empty for all.
	 * @param string    $category Slug of a category; empty for all.
	 * @return list<Download>
	 */
	private function find( array $ids, string $category ): array {
		$query = [
			'post_type'      => 'attachment',
			'post_status'    => 'inherit',
			'posts_per_page' => self::MOST,
			'no_found_rows'  => true,
		];
		if ( [] !== $ids ) {
			$query['post__in'] = $ids;
			$query['orderby']  = 'post__in';
		} else {
			$query['post_mime_type'] = array_keys( DocumentFormats::NAMES );
			$query['orderby']        = [ 'title' => 'ASC' ];
			if ( '' !== $category && taxonomy_exists( self::TAXONOMY ) ) {
				$query['tax_query'] = [
					[
						'taxonomy' => self::TAXONOMY,
						'field'    => 'slug',
						'terms'    => $category,
					],
				];
			}
		}
		$found = array_filter( ( new WP_Query( $query ) )->posts ?? [], static fn( mixed $post ): bool => $post instanceof WP_Post );
		_prime_post_caches( array_values( array_diff( array_unique( array_column( $found, 'post_parent' ) ), [ 0 ] ) ), false, false );
		return array_values( array_map( $this->of( ... ), array_filter( $found, self::may_be_seen( ... ) ) ) );
	}

	/**
	 * A file that belongs to a page is seen by those who may see the page.
	 *
	 * @param WP_Post $file The attachment.
	 */
	private static function may_be_seen( WP_Post $file ): bool {
		if ( $file->post_parent > 0 && post_password_required( $file->post_parent ) ) {
			return false;
		}
		return 'publish' === get_post_status( $file ) || current_user_can( 'read_post', $file->ID );
	}

	/**
	 * One attachment as a download.
	 *
	 * @param WP_Post $post The attachment.
	 */
	private function of( WP_Post $post ): Download {
		$path  = (string) get_attached_file( $post->ID );
		$meta  = wp_get_attachment_metadata( $post->ID );
		$bytes = is_array( $meta ) && is_numeric( $meta['filesize'] ?? null ) ? (int) $meta['filesize'] : wp_filesize( $path );
		$terms = taxonomy_exists( self::TAXONOMY ) ? get_the_terms( $post, self::TAXONOMY ) : false;
		$text  = '' === $post->post_excerpt ? $post->post_content : $post->post_excerpt;
		return new Download(
			wp_strip_all_tags( get_the_title( $post ) ),
			trim( wp_strip_all_tags( $text ) ),
			(string) wp_get_attachment_url( $post->ID ),
			DocumentFormats::NAMES[ $post->post_mime_type ] ?? strtoupper( pathinfo( $path, PATHINFO_EXTENSION ) ),
			$bytes,
			(string) get_the_modified_date( 'Y-m-d', $post ),
			(string) get_the_modified_date( '', $post ),
			is_array( $terms ) && isset( $terms[0] ) ? $terms[0]->name : ''
		);
	}
}

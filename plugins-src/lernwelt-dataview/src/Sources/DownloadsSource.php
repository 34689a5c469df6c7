<?php
/**
 * Files to download as a data source.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Sources;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\PostSource;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\DocumentFormats;
use WP_Post;

/** Documents of the media library. One that hangs on a page is there when everybody may read the page. */
final class DownloadsSource extends PostSource {
	public const ID = 'downloads';

	/** Registered by the portal's own plugin; without it files have no category. */
	private const CATEGORY = 'download_category';

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return __( 'Downloads', 'lernwelt-dataview' );
	}

	public function counted( int $count ): string {
		/* translators: %s: number of files. */
		return sprintf( _n( '%s file', '%s files', $count, 'lernwelt-dataview' ), number_format_i18n( $count ) );
	}

	public function post_type(): string {
		return 'attachment';
	}

	public function has_map(): bool {
		return false;
	}

	/** @return list<Field> */
	public function fields(): array {
		return [
			new Field( 'format', __( 'Format', 'lernwelt-dataview' ), FieldType::Terms, filter: true, sort: true, choices: self::formats( ... ) ),
			new Field( 'size', __( 'Size', 'lernwelt-dataview' ), parameter: 'groesse' ),
			new Field( 'date', __( 'Changed on', 'lernwelt-dataview' ), FieldType::Date, sort: true, parameter: 'stand' ),
			new Field( 'description', __( 'Description', 'lernwelt-dataview' ), FieldType::LongText, parameter: 'beschreibung' ),
			new Field( 'category', __( 'Category', 'lernwelt-dataview' ), FieldType::Terms, filter: true, sort: true, parameter: 'thema', choices: static fn (): array => Terms::choices( self::CATEGORY ) ),
		];
	}

	/** @return list<string> */
	public function taxonomies(): array {
		return [ self::CATEGORY ];
	}

	/**
	 * The files that hang on a post.
	 *
	 * @param int $post_id The post.
	 * @return list<int>
	 */
	public static function files_of( int $post_id ): array {
		$files = get_posts( [ 'post_type' => 'attachment', 'post_status' => 'any', 'post_parent' => $post_id, 'fields' => 'ids', 'posts_per_page' => -1, 'suppress_filters' => true ] );
		return array_values( array_map( intval( ... ), $files ) );
	}

	protected function includes( WP_Post $post ): bool {
		$parent = 0 < $post->post_parent ? get_post( $post->post_parent ) : null;
		return isset( DocumentFormats::NAMES[ $post->post_mime_type ] )
			&& ( null === $parent || ( 'publish' === $parent->post_status && '' === $parent->post_password ) );
	}

	protected function document( WP_Post $post ): Document {
		$categories = Terms::of( $post, self::CATEGORY );
		$format     = DocumentFormats::NAMES[ $post->post_mime_type ] ?? '';
		return new Document(
			$post->ID,
			wp_strip_all_tags( get_the_title( $post ) ),
			[ 'format' => [ strtolower( $format ) ], 'category' => Terms::values( $categories ) ],
			implode( ' ', [ $format, ...$categories, self::description( $post ) ] ),
			sort: [ 'format' => $format, 'date' => (string) get_post_modified_time( 'Y-m-d', false, $post ), 'category' => implode( ' ', $categories ) ]
		);
	}

	protected function record( WP_Post $post ): Record {
		$values = [
			'format'      => [ strtolower( DocumentFormats::NAMES[ $post->post_mime_type ] ?? '' ) ],
			'size'        => self::size( $post ),
			'date'        => (string) get_post_modified_time( 'Y-m-d', false, $post ),
			'description' => self::description( $post ),
			'category'    => Terms::values( Terms::of( $post, self::CATEGORY ) ),
		];
		return new Record(
			$post->ID,
			wp_strip_all_tags( get_the_title( $post ) ),
			(string) wp_get_attachment_url( $post->ID ),
			array_filter( $values, static fn ( string|array $value ): bool => '' !== $value && [] !== $value ),
			0,
			$post->post_name
		);
	}

	/** @return array<string, string> */
	private static function formats(): array {
		$words = array_values( DocumentFormats::NAMES );
		sort( $words );
		return array_combine( array_map( strtolower( ... ), $words ), $words );
	}

	private static function description( WP_Post $post ): string {
		return trim( wp_strip_all_tags( '' === $post->post_excerpt ? $post->post_content : $post->post_excerpt ) );
	}

	private static function size( WP_Post $post ): string {
		$meta  = wp_get_attachment_metadata( $post->ID );
		$bytes = is_array( $meta ) && is_numeric( $meta['filesize'] ?? null ) ? (int) $meta['filesize'] : wp_filesize( (string) get_attached_file( $post->ID ) );
		return 0 < $bytes ? (string) size_format( $bytes ) : '';
	}
}

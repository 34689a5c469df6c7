<?php
/**
 * Articles as a data source.
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
use WP_Post;

/** The portal's articles: published ones for everybody, private ones for those who may read them. */
final class ArticlesSource extends PostSource {
	public const ID = 'articles';

	/** Words of a summary that is taken from the text. */
	private const WORDS = 26;

	/** Characters of the text that are searched. */
	private const SEARCHED = 20000;

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return __( 'Articles', 'lernwelt-dataview' );
	}

	public function counted( int $count ): string {
		/* translators: %s: number of articles. */
		return sprintf( _n( '%s article', '%s articles', $count, 'lernwelt-dataview' ), number_format_i18n( $count ) );
	}

	public function post_type(): string {
		return 'post';
	}

	public function has_map(): bool {
		return false;
	}

	/** @return list<Field> */
	public function fields(): array {
		return [
			new Field( 'date', __( 'Published on', 'lernwelt-dataview' ), FieldType::Date, sort: true, parameter: 'datum' ),
			new Field( 'category', __( 'Category', 'lernwelt-dataview' ), FieldType::Terms, filter: true, parameter: 'thema', choices: static fn (): array => Terms::choices( 'category' ) ),
			new Field( 'summary', __( 'Summary', 'lernwelt-dataview' ), FieldType::LongText, parameter: 'kurztext' ),
			new Field( 'tag', __( 'Tags', 'lernwelt-dataview' ), FieldType::Terms, filter: true, parameter: 'schlagwort', choices: static fn (): array => Terms::choices( 'post_tag' ) ),
		];
	}

	/** @return list<string> */
	public function taxonomies(): array {
		return [ 'category', 'post_tag' ];
	}

	protected function document( WP_Post $post ): Document {
		$categories = Terms::of( $post, 'category' );
		$tags       = Terms::of( $post, 'post_tag' );
		return new Document(
			$post->ID,
			wp_strip_all_tags( get_the_title( $post ) ),
			[ 'category' => Terms::values( $categories ), 'tag' => Terms::values( $tags ) ],
			implode( ' ', [ ...$categories, ...$tags, wp_strip_all_tags( $post->post_excerpt ), mb_substr( wp_strip_all_tags( $post->post_content ), 0, self::SEARCHED ) ] ),
			sort: [ 'date' => (string) get_post_time( 'Y-m-d', false, $post ) ]
		);
	}

	protected function record( WP_Post $post ): Record {
		$values = [
			'date'     => (string) get_post_time( 'Y-m-d', false, $post ),
			'category' => Terms::values( Terms::of( $post, 'category' ) ),
			'summary'  => self::summary( $post ),
			'tag'      => Terms::values( Terms::of( $post, 'post_tag' ) ),
		];
		return new Record(
			$post->ID,
			wp_strip_all_tags( get_the_title( $post ) ),
			(string) get_permalink( $post ),
			array_filter( $values, static fn ( string|array $value ): bool => '' !== $value && [] !== $value ),
			(int) get_post_thumbnail_id( $post ),
			$post->post_name
		);
	}

	/** What an editor wrote to announce the article, else its first sentences. */
	private static function summary( WP_Post $post ): string {
		$text = trim( wp_strip_all_tags( $post->post_excerpt ) );
		// Headings and labels make no sentence.
		if ( '' === $text && 1 === preg_match( '~<p(?:\s[^>]*)?>(.{40,}?)</p>~s', $post->post_content, $found ) ) {
			return wp_trim_words( $found[1], self::WORDS, ' …' );
		}
		return $text;
	}
}

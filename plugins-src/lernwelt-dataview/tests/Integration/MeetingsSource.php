<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\PostSource;
use Lernwelt\Core\Data\Record;
use WP_Post;

/** Articles with a city for everybody, and a note and a grade that only editors see. */
final class MeetingsSource extends PostSource {
	public const ID = 'meetings';

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'Treffen';
	}

	public function counted( int $count ): string {
		return "$count Treffen";
	}

	public function post_type(): string {
		return 'post';
	}

	public function has_map(): bool {
		return true;
	}

	/** @return list<Field> */
	public function fields(): array {
		return [
			new Field( 'city', 'Stadt', FieldType::Terms, filter: true, sort: true, parameter: 'stadt', choices: self::cities( ... ), phrase: 'in %s' ),
			new Field( 'summary', 'Kurztext', FieldType::LongText ),
			new Field( 'note', 'Aktenvermerk', sort: true, capability: 'edit_others_posts', parameter: 'vermerk' ),
			new Field( 'grade', 'Geheimstufe', FieldType::Terms, filter: true, sort: true, capability: 'edit_others_posts', parameter: 'stufe', choices: static fn (): array => [ 'rot' => 'Stufe Rot', 'gelb' => 'Stufe Gelb' ] ),
		];
	}

	protected function document( WP_Post $post ): Document {
		return new Document(
			$post->ID,
			$post->post_title,
			[ 'city' => [ self::meta( $post, 'city' ) ], 'grade' => [ self::meta( $post, 'grade' ) ] ],
			$post->post_excerpt,
			51.5,
			11.9,
			[ 'city' => self::meta( $post, 'city' ), 'note' => self::meta( $post, 'note' ), 'grade' => self::meta( $post, 'grade' ) ]
		);
	}

	protected function record( WP_Post $post ): Record {
		return new Record(
			$post->ID,
			$post->post_title,
			(string) get_permalink( $post ),
			[ 'city' => [ self::meta( $post, 'city' ) ], 'summary' => $post->post_excerpt, 'note' => self::meta( $post, 'note' ), 'grade' => [ self::meta( $post, 'grade' ) ] ]
		);
	}

	/** @return array<string, string> */
	private static function cities(): array {
		return [ 'halle' => 'Halle', 'stendal' => 'Stendal', 'burg' => 'Burg', 'zeitz' => 'Zeitz', 'calbe' => 'Calbe', 'genthin' => 'Genthin', 'naumburg' => 'Naumburg' ];
	}

	private static function meta( WP_Post $post, string $key ): string {
		$value = get_post_meta( $post->ID, $key, true );
		return is_string( $value ) ? $value : '';
	}
}

<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Data;

use Closure;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\PostSource;
use Lernwelt\Core\Data\Record;
use WP_Post;
use WP_Term;

/** Articles as a plugin would offer them, with a field for editors only. */
final class DemoSource extends PostSource {

	/** How many documents were made. */
	public int $made = 0;

	/** How many records were made. */
	public int $recorded = 0;

	public int $documents_version = 1;

	/** @var ?Closure(WP_Post): void Hears of every post that is read for the index. */
	public ?Closure $reading = null;

	public function id(): string {
		return 'demo';
	}

	public function label(): string {
		return 'Demo';
	}

	public function counted( int $count ): string {
		return "$count articles";
	}

	public function fields(): array {
		return [
			new Field( 'topic', 'Topic', FieldType::Terms, filter: true, choices: static fn (): array => array_column( array_filter( (array) get_terms( [ 'taxonomy' => 'category', 'hide_empty' => false ] ), static fn ( mixed $term ): bool => $term instanceof WP_Term ), 'name', 'slug' ) ),
			new Field( 'city', 'City', sort: true ),
			new Field( 'note', 'Note', FieldType::Terms, filter: true, sort: true, capability: 'edit_others_posts', choices: static fn (): array => [ 'good' => 'Good', 'bad' => 'Bad' ] ),
		];
	}

	public function has_map(): bool {
		return true;
	}

	public function post_type(): string {
		return 'post';
	}

	protected function documents_version(): int {
		return $this->documents_version;
	}

	protected function document( WP_Post $post ): Document {
		++$this->made;
		if ( null !== $this->reading ) {
			( $this->reading )( $post );
		}
		$values = $this->values( $post );
		return new Document(
			$post->ID,
			$post->post_title,
			[ 'topic' => $values['topic'] ?? [], 'note' => (array) ( $values['note'] ?? [] ) ],
			trim( $post->post_excerpt . ' ' . ( $values['city'] ?? '' ) ),
			is_numeric( $post->lat ) ? (float) $post->lat : null,
			is_numeric( $post->lng ) ? (float) $post->lng : null,
			array_filter( [ 'city' => $values['city'] ?? '', 'note' => $values['note'] ?? '' ], static fn ( string $value ): bool => '' !== $value ),
		);
	}

	protected function record( WP_Post $post ): Record {
		++$this->recorded;
		return new Record( $post->ID, $post->post_title, (string) get_permalink( $post ), $this->values( $post ) );
	}

	/**
	 * @return array{topic?: list<string>, city?: string, note?: string}
	 */
	private function values( WP_Post $post ): array {
		$topics = array_values( array_column( array_filter( (array) get_the_terms( $post, 'category' ), static fn ( mixed $term ): bool => $term instanceof WP_Term ), 'slug' ) );
		return array_filter( [ 'topic' => $topics, 'city' => (string) $post->city, 'note' => (string) $post->note ], static fn ( string|array $value ): bool => '' !== $value && [] !== $value );
	}
}

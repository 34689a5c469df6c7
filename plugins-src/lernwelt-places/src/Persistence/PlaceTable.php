<?php
/**
 * Places in WordPress's tables.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Clock;
use Lernwelt\Places\Content\StoredPlace;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceContent;
use Lernwelt\Places\Domain\Runs\KnownPlace;
use Lernwelt\Places\Domain\Runs\PlaceStore;
use RuntimeException;
use WP_Post;
use wpdb;

/**
 * Writes posts, meta values and terms in bulk. What WordPress does beside that for a single post and what others rely on
 * is done for all of them at once, or left out for a reason: docs/decisions/0016-imports-write-in-bulk.md.
 */
final readonly class PlaceTable implements PlaceStore {
	private const FORMAT = 'Y-m-d H:i:s';

	/**
	 * @param wpdb        $db     Database.
	 * @param Slugs       $slugs  Finds addresses.
	 * @param PlaceParts  $parts  Meta values and terms.
	 * @param PlaceCaches $caches Caches and counts.
	 * @param PlaceIndex  $index  Index of the data view.
	 * @param Clock       $clock  Time.
	 */
	public function __construct( private wpdb $db, private Slugs $slugs, private PlaceParts $parts, private PlaceCaches $caches, private PlaceIndex $index, private Clock $clock ) {}

	public function prepare(): void {
		$this->index->prepare();
	}

	public function statuses( array $ids ): array {
		$statuses = [];
		foreach ( array_chunk( $ids, Bulk::ROWS ) as $portion ) {
			$sql = (string) $this->db->prepare( 'SELECT ID, post_status FROM %i WHERE post_type = %s AND ID IN ', $this->db->posts, Place::TYPE ) . Bulk::values( $portion );
			foreach ( Bulk::rows( $this->db, $sql ) as $row ) {
				$statuses[ (int) $row['ID'] ] = (string) $row['post_status'];
			}
		}
		return $statuses;
	}

	public function load( array $ids ): array {
		$places = [];
		_prime_post_caches( $ids );
		foreach ( $ids as $id ) {
			$post = get_post( $id );
			if ( $post instanceof WP_Post && Place::TYPE === $post->post_type ) {
				$places[ $id ] = new KnownPlace( $id, $post->post_status, StoredPlace::of( $post ), null === PlaceContent::paragraphs( $post->post_content ) );
			}
		}
		return $places;
	}

	public function create( array $places, int $author ): array {
		if ( [] === $places ) {
			return [];
		}
		$titles = array_map( PostTexts::title( ... ), $places );
		$slugs  = $this->slugs->for_titles( $titles );
		$rows   = [];
		[ $now, $gmt ] = $this->now();
		foreach ( $places as $index => $place ) {
			$rows[] = [
				...[ $author, $now, $gmt, PostTexts::content( $place ), $titles[ $index ], PostTexts::excerpt( $place ), 'publish' ],
				...[ get_default_comment_status( Place::TYPE ), get_default_comment_status( Place::TYPE, 'pingback' ), $slugs[ $index ] ],
				...[ '', '', $now, $gmt, '', Place::TYPE ],
			];
		}
		$last = (int) $this->db->get_var( (string) $this->db->prepare( 'SELECT MAX(ID) FROM %i', $this->db->posts ) );
		Bulk::insert( $this->db, $this->db->posts, self::columns(), $rows );
		$ids = $this->find( $slugs, $last );
		$this->parts->add( array_combine( $ids, $places ) );
		$this->reindex( $ids );
		return $ids;
	}

	public function update( array $updates ): void {
		$changed       = [];
		[ $now, $gmt ] = $this->now();
		foreach ( $updates as [ $before, $after, $status ] ) {
			$values = [
				'post_title'        => PostTexts::title( $after ),
				'post_excerpt'      => PostTexts::excerpt( $after ),
				'post_status'       => $status,
				'post_modified'     => $now,
				'post_modified_gmt' => $gmt,
			];
			if ( ! $before->own_content && $before->place?->description !== $after->description ) {
				$values['post_content'] = PostTexts::content( $after );
			}
			$pairs = array_map( static fn ( string $column, string $value ): string => "$column = " . Bulk::text( $value ), array_keys( $values ), $values );
			Bulk::run( $this->db, "UPDATE `{$this->db->posts}` SET " . implode( ', ', $pairs ) . $this->db->prepare( ' WHERE ID = %d', $before->post_id ) );
			$changed[ $before->post_id ] = $after;
		}
		if ( [] !== $changed ) {
			$this->parts->replace( $changed );
			$this->reindex( array_keys( $changed ) );
		}
	}

	public function unpublish( array $ids ): void {
		[ $now, $gmt ] = $this->now();
		Bulk::run( $this->db, (string) $this->db->prepare( "UPDATE %i SET post_status = 'draft', post_modified = %s, post_modified_gmt = %s WHERE post_status = 'publish' AND ID IN ", $this->db->posts, $now, $gmt ) . Bulk::values( $ids ) );
		$this->reindex( $ids );
	}

	public function forget( array $created, array $changed ): void {
		$this->caches->forget( $created, $changed );
	}

	public function recount(): void {
		$this->caches->recount();
	}

	/**
	 * The index reads posts through WordPress's cache, which still holds the old ones; and what it leaves there isn't
	 * committed yet.
	 *
	 * @param list<int> $ids Posts.
	 */
	private function reindex( array $ids ): void {
		$this->caches->drop( $ids );
		try {
			$this->index->refresh( $ids );
		} finally {
			$this->caches->drop( $ids );
		}
	}

	/**
	 * Ids of the posts just written, told by their slugs: drivers differ in which id a statement of many rows returns, and
	 * somebody else may have written posts in between.
	 *
	 * @param list<string> $slugs Slugs.
	 * @param int          $last  Highest id before.
	 * @return list<int> In the same order.
	 * @throws RuntimeException When one is missing.
	 */
	private function find( array $slugs, int $last ): array {
		$sql   = (string) $this->db->prepare( 'SELECT ID, post_name FROM %i WHERE ID > %d AND post_type = %s', $this->db->posts, $last, Place::TYPE );
		$found = array_map( intval( ... ), array_column( Bulk::rows( $this->db, $sql ), 'ID', 'post_name' ) );
		$ids   = array_map( static fn ( string $slug ): int => $found[ $slug ] ?? throw new RuntimeException( 'A place that was just written can’t be found.' ), $slugs );
		$guid  = home_url( '/?post_type=' . Place::TYPE . '&p=' );
		Bulk::run( $this->db, (string) $this->db->prepare( 'UPDATE %i SET guid = CONCAT(%s, ID) WHERE ID IN ', $this->db->posts, $guid ) . Bulk::values( $ids ) );
		return $ids;
	}

	/** @return array{string, string} Local time and UTC. */
	private function now(): array {
		$now = $this->clock->now();
		return [ (string) wp_date( self::FORMAT, $now->getTimestamp() ), $now->format( self::FORMAT ) ];
	}

	/** @return list<string> In the order of {@see create()}; the columns' own defaults are right for the others. */
	private static function columns(): array {
		return [ 'post_author', 'post_date', 'post_date_gmt', 'post_content', 'post_title', 'post_excerpt', 'post_status', 'comment_status', 'ping_status', 'post_name', 'to_ping', 'pinged', 'post_modified', 'post_modified_gmt', 'post_content_filtered', 'post_type' ];
	}
}

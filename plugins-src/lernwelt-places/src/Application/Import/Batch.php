<?php
/**
 * A portion of rows.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Closure;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use Lernwelt\Places\Domain\Runs\Change;
use Lernwelt\Places\Domain\Runs\ChangeKind;
use Lernwelt\Places\Domain\Runs\KnownPlace;
use Lernwelt\Places\Domain\Runs\Origin;
use Lernwelt\Places\Domain\Runs\OriginStore;
use Lernwelt\Places\Domain\Runs\PlaceStore;
use Lernwelt\Places\Domain\Runs\Run;
use RuntimeException;

/** Decides about each row – new, changed, the same, refused – and writes all of them at once. Runs inside a transaction. */
final readonly class Batch {

	/**
	 * @param OriginStore       $origins Where places came from.
	 * @param PlaceStore        $places  Places.
	 * @param Closure(Run): int $author  Author of new places.
	 */
	public function __construct( private OriginStore $origins, private PlaceStore $places, private Closure $author ) {}

	/**
	 * Writes a batch; a dry run only says what would be written.
	 *
	 * @param Run             $run     Run.
	 * @param Mapping         $mapping Its mapping.
	 * @param list<MappedRow> $rows    At most some hundred rows.
	 * @throws RuntimeException When the database refuses.
	 */
	public function write( Run $run, Mapping $mapping, array $rows ): BatchResult {
		$result = new BatchResult();
		$keys   = self::keys( $rows );
		$known  = $this->origins->find( $run->source, $keys );
		$early  = $this->seen_before( $run, $keys, $known );
		$status = $this->places->statuses( array_values( array_map( static fn ( Origin $origin ): int => $origin->post_id, $known ) ) );
		$new    = [];
		$maybe  = [];
		$same   = [];
		foreach ( $rows as $row ) {
			$result->count( 'read' );
			array_push( $result->findings, ...$row->findings );
			$key    = Origin::key( $row->external_id );
			$origin = '' === $row->external_id ? null : $known[ $key ] ?? null;
			if ( null === $row->place ) {
				$result->count( 'refused' );
				// It can't be used, but it is still there.
				$same[ $key ] = $key;
			} elseif ( isset( $early[ $key ] ) || isset( $new[ $key ] ) || isset( $maybe[ $key ] ) ) {
				$result->refuse( $row, FindingCode::DuplicateId, 'id', $row->external_id );
			} elseif ( null === $origin || ! isset( $status[ $origin->post_id ] ) ) {
				$new[ $key ] = $row;
			} elseif ( self::stays( $origin, $row, $status[ $origin->post_id ] ) ) {
				$result->count( 'unchanged' );
				$same[ $key ] = $key;
			} else {
				$maybe[ $key ] = [ $row, $origin ];
			}
		}
		$origins = [ ...$this->update( $run, $mapping, $maybe, $result ), ...$this->create( $run, $new, $result ) ];
		$this->note( $run, $keys, $origins, array_values( array_intersect( $same, array_keys( $known ) ) ) );
		return $result;
	}

	/**
	 * Whether there is nothing to do. A place in the trash is somebody's decision: it stays there.
	 */
	private static function stays( Origin $origin, MappedRow $row, string $status ): bool {
		return 'trash' === $status || ( $origin->hash === $row->hash && ! $origin->hidden );
	}

	/**
	 * @param Run                                       $run   Run.
	 * @param array<string, array{MappedRow, Origin}> $maybe Rows that differ from last time.
	 * @return list<Origin> To be stored.
	 */
	private function update( Run $run, Mapping $mapping, array $maybe, BatchResult $result ): array {
		$stored  = $this->places->load( array_values( array_map( static fn ( array $pair ): int => $pair[1]->post_id, $maybe ) ) );
		$updates = [];
		$origins = [];
		foreach ( $maybe as $key => [ $row, $origin ] ) {
			$before = $stored[ $origin->post_id ] ?? null;
			if ( null === $before?->place || null === $row->place ) {
				// Somebody stored what can't be read as a place; it isn't ours to overwrite.
				$result->refuse( $row, FindingCode::InvalidPlace, '', $row->place->title ?? '' );
				$origins[] = new Origin( $key, $row->external_id, $origin->post_id, $origin->hash, $run->id, 0, $origin->hidden );
				continue;
			}
			$after     = $row->place->keeping( $before->place, self::kept( $mapping, $row->place, $before ) );
			$returns   = $origin->hidden && 'draft' === $before->status;
			$fields    = Change::between( $before->place, $after );
			$origins[] = new Origin( $key, $row->external_id, $origin->post_id, $row->hash, $run->id );
			if ( [] === $fields && ! $returns ) {
				$result->count( 'unchanged' );
				continue;
			}
			$result->count( 'updated' );
			$result->changes[] = new Change( $row->external_id, $after->title, $returns ? ChangeKind::Published : ChangeKind::Updated, $fields );
			$result->changed[] = $origin->post_id;
			$updates[]         = [ $before, $after, $returns ? 'publish' : $before->status ];
		}
		if ( ! $run->dry_run && [] !== $updates ) {
			$this->places->update( $updates );
		}
		return $origins;
	}

	/**
	 * Fields that this import doesn't change: those the mapping or the place itself calls editorial, those the mapping knows
	 * nothing about, and a text that somebody made more of than paragraphs.
	 *
	 * @return list<string>
	 */
	private static function kept( Mapping $mapping, Place $new, KnownPlace $stored ): array {
		$mapped = array_keys( $mapping->fields );
		if ( null !== $mapping->coordinates ) {
			$mapped[] = PlaceField::Coordinates->value;
			if ( [] !== $new->terms_of( PlaceTaxonomy::Region ) ) {
				$mapped[] = PlaceField::Region->value;
			}
		}
		$all = array_map( static fn ( PlaceField $field ): string => $field->value, PlaceField::cases() );
		return array_values(
			array_unique(
				[
					...array_diff( $all, $mapped ),
					...array_map( static fn ( PlaceField $field ): string => $field->value, $mapping->editorial ),
					...( $stored->place->details->editorial ?? [] ),
					...( $stored->own_content ? [ PlaceField::Description->value ] : [] ),
				]
			)
		);
	}

	/**
	 * @param array<string, MappedRow> $new Rows without a place.
	 * @return list<Origin> To be stored.
	 */
	private function create( Run $run, array $new, BatchResult $result ): array {
		$places = [];
		foreach ( $new as $key => $row ) {
			if ( null === $row->place ) {
				continue;
			}
			$places[ $key ]    = $row->place;
			$result->changes[] = new Change( $row->external_id, $row->place->title, ChangeKind::Created, Change::between( null, $row->place ) );
			$result->count( 'created' );
		}
		if ( $run->dry_run ) {
			return [];
		}
		$posts           = $this->places->create( array_values( $places ), ( $this->author )( $run ) );
		$result->created = $posts;
		return array_map( static fn ( string $key, int $post ): Origin => new Origin( $key, $new[ $key ]->external_id, $post, $new[ $key ]->hash, $run->id ), array_keys( $places ), $posts );
	}

	/**
	 * Records of this batch that an earlier batch of the same run had already.
	 *
	 * @param list<string>          $keys  Keys of the batch.
	 * @param array<string, Origin> $known Known ones.
	 * @return array<string, true>
	 */
	private function seen_before( Run $run, array $keys, array $known ): array {
		$seen = $run->dry_run
			? $this->origins->noted( $run->id, $keys )
			: array_keys( array_filter( $known, static fn ( Origin $origin ): bool => $origin->seen_run === $run->id ) );
		return array_fill_keys( $seen, true );
	}

	/**
	 * @param list<string> $keys    All keys of the batch.
	 * @param list<Origin> $origins New and changed origins.
	 * @param list<string> $same    Keys of known records that stay as they are.
	 */
	private function note( Run $run, array $keys, array $origins, array $same ): void {
		if ( $run->dry_run ) {
			$this->origins->note( $run->id, $keys );
			return;
		}
		$this->origins->put( $run->source, $origins );
		$this->origins->seen( $run->source, $same, $run->id );
	}

	/**
	 * @param list<MappedRow> $rows Rows.
	 * @return list<string>
	 */
	private static function keys( array $rows ): array {
		$ids = array_filter( array_map( static fn ( MappedRow $row ): string => $row->external_id, $rows ), static fn ( string $id ): bool => '' !== $id );
		return array_values( array_unique( array_map( Origin::key( ... ), $ids ) ) );
	}
}

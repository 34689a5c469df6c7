<?php
/**
 * Turns rows into places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\InvalidPlace;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\PlaceTaxonomy;

/** Applies a mapping to one row after the other. Knows the ids it has seen: use one object for a run. */
final class RowMapper {

	/** Characters of an id at most. */
	public const MAX_ID = 190;

	/** Changes when the same values have to be written again, because they are written differently. */
	private const HASH = 'lernwelt-place-1';

	private readonly FieldValues $values;

	private readonly Positions $positions;

	private readonly Area $area;

	/** @var array<string, Terms> Taxonomy → terms. */
	private array $terms = [];

	/** @var array<array-key, true> Ids of this run. */
	private array $seen = [];

	/**
	 * @param Mapping                              $mapping   Mapping.
	 * @param array<string, array<string, string>> $terms     Taxonomy → slug → name.
	 * @param Districts                            $districts Districts.
	 */
	public function __construct( private readonly Mapping $mapping, array $terms, Districts $districts ) {
		$this->area      = new Area( $districts );
		$this->values    = new FieldValues( $mapping->decimal );
		$this->positions = new Positions( $mapping->coordinates, $mapping->decimal, $this->area );
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$this->terms[ $taxonomy->value ] = new Terms( $terms[ $taxonomy->value ] ?? [] );
		}
	}

	/**
	 * Maps a row. Never throws: what is wrong stands in the findings.
	 *
	 * @param Row $row Row.
	 */
	public function map( Row $row ): MappedRow {
		$id      = $this->id( $row );
		$remarks = new Remarks( $row->number, $id );
		$refusal = match ( true ) {
			null !== $row->problem           => $row->problem,
			'' === $id                       => FindingCode::MissingId,
			mb_strlen( $id ) > self::MAX_ID  => FindingCode::BadId,
			isset( $this->seen[ $id ] )      => FindingCode::DuplicateId,
			default                          => null,
		};
		if ( null !== $refusal ) {
			$remarks->add( $refusal, in_array( $refusal, [ FindingCode::MissingId, FindingCode::BadId, FindingCode::DuplicateId ], true ) ? 'id' : '', $row->raw );
			return new MappedRow( $row->number, null, FindingCode::BadId === $refusal ? '' : $id, $remarks->all(), '' );
		}
		$this->seen[ $id ] = true;

		$place = $this->place( $row, $remarks );
		return new MappedRow( $row->number, $place, $id, $remarks->all(), null === $place ? '' : $this->hash( $place ) );
	}

	/** The id, '' when there is none or it can't be trusted. */
	private function id( Row $row ): string {
		$values = $this->values->of( $this->mapping->id, $row, 'id', new Remarks( $row->number, '' ) );
		$id     = PlainText::line( implode( '-', array_map( FieldValues::text( ... ), $values ) ) );
		$id     = (string) preg_replace( '/[\x00-\x1F\x7F]/', '', $id );
		return null !== $row->problem && 1 === preg_match( '/\x{FFFD}|\\\\x[0-9A-F]{2}/u', $id ) ? '' : $id;
	}

	private function place( Row $row, Remarks $remarks ): ?Place {
		$texts    = [];
		$terms    = [];
		$booleans = [];
		foreach ( $this->mapping->fields as $name => $rule ) {
			$field    = PlaceField::from( $name );
			$values   = $this->values->of( $rule, $row, $name, $remarks );
			$taxonomy = $field->taxonomy();
			if ( null !== $taxonomy ) {
				$terms[ $taxonomy->value ] = $this->slugs( $taxonomy, $values, $remarks );
			} elseif ( in_array( $field, [ PlaceField::Free, PlaceField::Accessible ], true ) ) {
				$booleans[ $name ] = self::boolean( $values, $name, $remarks );
			} else {
				$texts[ $name ] = TextCleaner::text( $field, $values, $remarks );
			}
		}
		$point = $this->positions->of( $row, $remarks );
		if ( null !== $point ) {
			$region           = PlaceTaxonomy::Region->value;
			$terms[ $region ] = $this->regions( $terms[ $region ] ?? [], $point, $remarks );
		}
		if ( '' === ( $texts['title'] ?? '' ) ) {
			$remarks->add( FindingCode::MissingTitle, 'title', $row->raw );
		}
		return $remarks->refuse() ? null : self::made( $texts, $booleans, $terms, $point, $remarks );
	}

	/**
	 * @param array<string, string>       $texts    Field → text.
	 * @param array<string, bool>         $booleans Field → yes or no.
	 * @param array<string, list<string>> $terms    Taxonomy → slugs.
	 */
	private static function made( array $texts, array $booleans, array $terms, ?Coordinates $point, Remarks $remarks ): ?Place {
		$details = array_diff_key( $texts, [ 'title' => true, 'summary' => true, 'description' => true ] );
		try {
			return new Place(
				$texts['title'] ?? '',
				$texts['summary'] ?? '',
				PlainText::paragraphs( $texts['description'] ?? '' ),
				array_filter( $terms, static fn ( array $slugs ): bool => [] !== $slugs ),
				new PlaceDetails( ...$details, free: $booleans['free'] ?? false, accessible: $booleans['accessible'] ?? false, coordinates: $point )
			);
		} catch ( InvalidPlace $invalid ) {
			foreach ( array_keys( $invalid->problems ) as $field ) {
				$remarks->add( FindingCode::InvalidPlace, $field, $texts[ $field ] ?? '' );
			}
			return null;
		}
	}

	/**
	 * @param list<string|bool> $values Names or slugs.
	 * @return list<string> Slugs.
	 */
	private function slugs( PlaceTaxonomy $taxonomy, array $values, Remarks $remarks ): array {
		$slugs = [];
		foreach ( $values as $value ) {
			[ $word ] = PlainText::of( FieldValues::text( $value ) );
			$slug     = $this->terms[ $taxonomy->value ]->find( $word );
			if ( null === $slug ) {
				$remarks->add( FindingCode::UnknownTerm, $taxonomy->field()->value, FieldValues::text( $value ) );
			} elseif ( ! in_array( $slug, $slugs, true ) ) {
				$slugs[] = $slug;
			}
		}
		return $slugs;
	}

	/**
	 * @param list<string|bool> $values Words for yes or no; one yes is enough.
	 */
	private static function boolean( array $values, string $field, Remarks $remarks ): bool {
		$yes = false;
		foreach ( $values as $value ) {
			$answer = FieldValues::boolean( $value );
			if ( null === $answer ) {
				$remarks->add( FindingCode::BadBoolean, $field, FieldValues::text( $value ) );
			}
			$yes = $yes || true === $answer;
		}
		return $yes;
	}

	/**
	 * The region of the coordinates when the source names none; a remark when it names another one.
	 *
	 * @param list<string> $named Slugs.
	 * @return list<string> Slugs.
	 */
	private function regions( array $named, Coordinates $point, Remarks $remarks ): array {
		$here = $this->area->region( $point );
		if ( [] === $named ) {
			$slug = null === $here ? null : $this->terms[ PlaceTaxonomy::Region->value ]->find( $here );
			return null === $slug ? [] : [ $slug ];
		}
		foreach ( $named as $slug ) {
			if ( $this->area->may_be_in( $point, $slug ) ) {
				return $named;
			}
		}
		$remarks->add( FindingCode::RegionMismatch, PlaceField::Region->value, implode( ', ', $named ) . " / $here ($point->lat, $point->lng)" );
		return $named;
	}

	private function hash( Place $place ): string {
		$values = $place->values();
		foreach ( $this->mapping->editorial as $field ) {
			unset( $values[ $field->value ] );
		}
		ksort( $values );
		return hash( 'sha256', self::HASH . json_encode( $values, JSON_THROW_ON_ERROR ) );
	}
}

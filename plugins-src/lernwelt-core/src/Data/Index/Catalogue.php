<?php
/**
 * The whole index of a source, packed.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

/**
 * Everything that filtering, counting and sorting need of all records at once: each record has a number, its place in
 * the order of titles, and each value of each field the set of its numbers. Made once after a change, read by every
 * question in one piece.
 */
final class Catalogue {

	/** @var ?list<string> */
	private ?array $id_list = null;

	/**
	 * @param int                                  $size         Number of records.
	 * @param string                               $ids          Their ids in the order of titles, with commas between.
	 * @param array<string, string>                $capabilities Capability needed → set, packed.
	 * @param array<string, array<string, string>> $terms        Field → value → set, packed.
	 * @param array<string, string>                $ranks        Field → rank of each record in the order of its values, from 1, 0 for none; with commas between.
	 */
	public function __construct(
		public readonly int $size,
		private readonly string $ids,
		private readonly array $capabilities,
		private readonly array $terms,
		private readonly array $ranks,
	) {}

	/**
	 * Packs rows.
	 *
	 * @param iterable<array{int, string, string, string, string, ?float, ?float, string}> $rows As {@see \Lernwelt\Core\Persistence\IndexTable::rows()} gives them.
	 */
	public static function of_rows( iterable $rows ): self {
		$ids          = [];
		$order        = [];
		$facts        = [];
		foreach ( $rows as [ $id, , $key, $terms, $capability, , , $sort ] ) {
			$order[] = $key;
			$ids[]   = $id;
			$facts[] = [ $terms, $capability, $sort ];
		}
		asort( $order, SORT_STRING );
		$order        = array_keys( $order );
		$sorted       = [];
		$entries      = [];
		$capabilities = [];
		$keys         = [];
		foreach ( $order as $number => $row ) {
			$sorted[]                          = $ids[ $row ];
			[ $terms, $capability, $sort ]     = $facts[ $row ];
			$capabilities[ $capability ][]     = $number;
			foreach ( '' === $terms ? [] : explode( "\n", $terms ) as $entry ) {
				$entries[ $entry ][] = $number;
			}
			if ( '' !== $sort ) {
				foreach ( (array) json_decode( $sort, true, 4, JSON_THROW_ON_ERROR ) as $field => $value ) {
					$keys[ $field ][ $number ] = $value;
				}
			}
		}
		$size  = count( $sorted );
		$terms = [];
		foreach ( $entries as $entry => $numbers ) {
			[ $field, $value ]         = explode( ':', $entry, 2 );
			$terms[ $field ][ $value ] = self::pack( $numbers, $size );
		}
		return new self(
			$size,
			implode( ',', $sorted ),
			array_map( static fn ( array $numbers ): string => self::pack( $numbers, $size ), $capabilities ),
			$terms,
			array_map( static fn ( array $values ): string => self::rank( $values, $size ), $keys ),
		);
	}

	/**
	 * Unpacks what {@see to_json()} gave.
	 *
	 * @param string $json JSON.
	 */
	public static function from_json( string $json ): self {
		[ $size, $ids, $capabilities, $terms, $ranks ] = json_decode( $json, true, 8, JSON_THROW_ON_ERROR );
		return new self( $size, $ids, $capabilities, $terms, $ranks );
	}

	/** For keeping. */
	public function to_json(): string {
		return json_encode( [ $this->size, $this->ids, (object) $this->capabilities, (object) array_map( static fn ( array $values ): object => (object) $values, $this->terms ), (object) $this->ranks ], JSON_THROW_ON_ERROR );
	}

	/**
	 * The id of a number.
	 *
	 * @param int $number Number below the size.
	 */
	public function id( int $number ): int {
		return (int) $this->ids()[ $number ];
	}

	/**
	 * The set of some records.
	 *
	 * @param list<int> $ids Ids; unknown ones don't matter.
	 */
	public function of_ids( array $ids ): string {
		return Bits::of( array_intersect_key( array_flip( $this->ids() ), array_flip( $ids ) ), $this->size );
	}

	/**
	 * The records that need a capability.
	 *
	 * @return array<string, string> Capability, '' for none → set.
	 */
	public function capabilities(): array {
		return array_map( $this->unpack( ... ), $this->capabilities );
	}

	/**
	 * The values that occur in a field.
	 *
	 * @param string $field Field.
	 * @return list<string>
	 */
	public function values( string $field ): array {
		return array_map( strval( ... ), array_keys( $this->terms[ $field ] ?? [] ) );
	}

	/**
	 * Whether a value occurs.
	 *
	 * @param string $field Field.
	 * @param string $value Value.
	 */
	public function has( string $field, string $value ): bool {
		return isset( $this->terms[ $field ][ $value ] );
	}

	/**
	 * The records that have a value.
	 *
	 * @param string $field Field.
	 * @param string $value Value.
	 * @return string Set.
	 */
	public function with( string $field, string $value ): string {
		return $this->has( $field, $value ) ? $this->unpack( $this->terms[ $field ][ $value ] ) : Bits::none( $this->size );
	}

	/**
	 * Ranks of a field's values; records of the same value have the same.
	 *
	 * @param string $field Field.
	 * @return ?list<string> Number → rank from 1, 0 for no value; null when no record has one.
	 */
	public function ranks( string $field ): ?array {
		return isset( $this->ranks[ $field ] ) ? explode( ',', $this->ranks[ $field ] ) : null;
	}

	/**
	 * @return list<string>
	 */
	private function ids(): array {
		return $this->id_list ??= '' === $this->ids ? [] : explode( ',', $this->ids );
	}

	/**
	 * Rare values as numbers, others as bits: a place name that occurs twice needs no 10,000 bits.
	 *
	 * @param list<int> $numbers Set.
	 * @param int       $size    Number of records.
	 */
	private static function pack( array $numbers, int $size ): string {
		return count( $numbers ) * 32 < $size ? implode( ',', $numbers ) : '*' . base64_encode( Bits::of( $numbers, $size ) );
	}

	private function unpack( string $packed ): string {
		return '*' === $packed[0] ? (string) base64_decode( substr( $packed, 1 ), true ) : Bits::of( array_map( intval( ... ), explode( ',', $packed ) ), $this->size );
	}

	/**
	 * @param array<int, string|int|float> $values Number → key.
	 * @param int                          $size   Number of records.
	 */
	private static function rank( array $values, int $size ): string {
		uasort( $values, static fn ( string|int|float $one, string|int|float $other ): int => is_string( $one ) && is_string( $other ) ? strcmp( $one, $other ) : $one <=> $other );
		$ranks = array_fill( 0, $size, 0 );
		$rank  = 0;
		$last  = null;
		foreach ( $values as $number => $value ) {
			$rank            += $last === $value ? 0 : 1;
			$ranks[ $number ] = $rank;
			$last             = $value;
		}
		return implode( ',', $ranks );
	}
}

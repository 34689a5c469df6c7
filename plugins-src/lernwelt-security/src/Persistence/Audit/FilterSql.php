<?php
/**
 * Conditions as SQL.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Audit;

use Lernwelt\Security\Domain\Audit\EntryFilter;
use wpdb;

/** Turns a filter into conditions with escaped values. */
final readonly class FilterSql {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/**
	 * The conditions, joined by AND; never empty.
	 *
	 * @param EntryFilter $filter Filter.
	 */
	public function where( EntryFilter $filter ): string {
		$parts = [ '1 = 1' ];
		foreach ( [ 'area', 'action', 'reason' ] as $column ) {
			if ( '' !== $filter->$column ) {
				$parts[] = $this->sql( '%i = %s', $column, $filter->$column );
			}
		}
		if ( null !== $filter->portal ) {
			$parts[] = $this->sql( 'portal = %d', $filter->portal );
		}
		if ( '' !== $filter->from ) {
			$parts[] = $this->sql( 'recorded_at >= %s', $filter->from );
		}
		if ( '' !== $filter->until ) {
			$parts[] = $this->sql( 'recorded_at < %s', $filter->until );
		}
		if ( '' !== $filter->person ) {
			$parts[] = $this->sql( '( actor = %s OR object = %s )', $filter->person, 'user:' . $filter->person );
		}
		if ( '' !== $filter->text ) {
			$parts[] = $this->text( $filter->text, $filter->matches );
		}
		if ( null !== $filter->up_to ) {
			$parts[] = $this->sql( 'id <= %d', $filter->up_to );
		}
		return implode( ' AND ', $parts );
	}

	/** @param list<string> $matches */
	private function text( string $text, array $matches ): string {
		$like  = '%' . $this->db->esc_like( mb_strtolower( $text ) ) . '%';
		$parts = array_map( fn ( string $column ): string => $this->sql( 'LOWER(%i) LIKE %s', $column, $like ), [ 'area', 'action', 'reason', 'object', 'details', 'actor' ] );
		foreach ( $matches as $match ) {
			[ $area, $code ] = explode( '/', $match, 2 );
			$parts[]         = match ( true ) {
				'' === $area => $this->sql( 'reason = %s', $code ),
				'' === $code => $this->sql( 'area = %s', $area ),
				default      => $this->sql( '( area = %s AND action = %s )', $area, $code ),
			};
		}
		return '( ' . implode( ' OR ', $parts ) . ' )';
	}

	/**
	 * @param literal-string $sql       Condition with placeholders.
	 * @param string|int     ...$values Their values.
	 */
	private function sql( string $sql, string|int ...$values ): string {
		return (string) $this->db->prepare( $sql, ...$values ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- this is where it is prepared.
	}
}

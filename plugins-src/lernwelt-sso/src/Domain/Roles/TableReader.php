<?php
/**
 * Checks role tables.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

use InvalidArgumentException;

/** Makes a role table of what somebody sent, and refuses what can't be with a reason at each entry. */
final readonly class TableReader {

	/**
	 * @param list<string> $roles   Roles that may be granted.
	 * @param list<string> $portals Ids of all portals.
	 */
	public function __construct( private array $roles, private array $portals ) {}

	/**
	 * Reads rows.
	 *
	 * @param array<array-key, mixed> $rows Rows as they were sent.
	 * @throws InvalidTable When an entry is refused.
	 */
	public function read( array $rows ): RoleTable {
		$rows    = array_values( $rows );
		$reasons = count( $rows ) > RoleTable::ROWS ? [ 'rows' => 'too_many' ] : [];
		$table   = [];
		$seen    = [];
		foreach ( $rows as $number => $row ) {
			$problems = is_array( $row ) ? $this->problems( $row ) : [ '' => 'type' ];
			foreach ( $problems as $field => $reason ) {
				$reasons[ rtrim( "rows.$number.$field", '.' ) ] = $reason;
			}
			if ( ! is_array( $row ) || [] !== $problems ) {
				continue;
			}
			$key = "{$row['claim']}\n{$row['value']}\n{$row['role']}";
			if ( isset( $seen[ $key ] ) ) {
				$reasons[ "rows.$number.value" ] = 'duplicate';
			}
			$seen[ $key ] = true;
			$table[]      = new RoleRow( ClaimPath::of( $row['claim'] ), $row['value'], $row['role'], self::portals( $row['portals'] ) );
		}
		if ( [] !== $reasons ) {
			throw new InvalidTable( $reasons );
		}
		return new RoleTable( $table );
	}

	/**
	 * What is wrong with a row.
	 *
	 * @param array<array-key, mixed> $row Row.
	 * @return array<string, string> Field → reason code.
	 */
	private function problems( array $row ): array {
		return array_filter(
			[
				'claim'   => self::claim_problem( $row['claim'] ?? '' ),
				'value'   => self::value_problem( $row['value'] ?? '' ),
				'role'    => in_array( $row['role'] ?? '', $this->roles, true ) ? '' : 'role_unknown',
				'portals' => $this->portals_problem( $row['portals'] ?? [] ),
			],
			static fn ( string $reason ): bool => '' !== $reason
		);
	}

	private static function claim_problem( mixed $text ): string {
		if ( ! is_string( $text ) || '' === $text ) {
			return is_string( $text ) ? 'required' : 'type';
		}
		try {
			ClaimPath::of( $text );
			return '';
		} catch ( InvalidArgumentException ) {
			return strlen( $text ) > ClaimPath::LENGTH ? 'too_long' : 'pattern';
		}
	}

	private static function value_problem( mixed $text ): string {
		return match ( true ) {
			! is_string( $text )                              => 'type',
			'' === $text                                      => 'required',
			mb_strlen( $text ) > RoleRow::VALUE_LENGTH        => 'too_long',
			1 !== preg_match( '/^[^\x00-\x1F\x7F]+$/Du', $text ) || trim( $text ) !== $text => 'pattern',
			default                                           => '',
		};
	}

	private function portals_problem( mixed $portals ): string {
		if ( ! is_array( $portals ) || ! array_is_list( $portals ) || [] === $portals ) {
			return [] === $portals ? 'required' : 'type';
		}
		$unknown = array_filter( $portals, fn ( mixed $portal ): bool => RoleRow::ALL !== $portal && ! in_array( $portal, $this->portals, true ) );
		return [] === $unknown ? '' : 'portal_unknown';
	}

	/**
	 * @param non-empty-list<string> $portals Known portals.
	 * @return non-empty-list<string> ALL stands alone.
	 */
	private static function portals( array $portals ): array {
		return in_array( RoleRow::ALL, $portals, true ) ? [ RoleRow::ALL ] : array_values( array_unique( $portals ) );
	}
}

<?php
/**
 * Which claims make which roles.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

/** The declarative table: claim and value → role and portals. Whatever it doesn't name counts for nothing. */
final readonly class RoleTable {

	/** Most rows. */
	public const ROWS = 200;

	/**
	 * @param list<RoleRow> $rows Rows.
	 */
	public function __construct( public array $rows ) {}

	/**
	 * What a person gets.
	 *
	 * @param array<array-key, mixed> $claims  What the provider says.
	 * @param list<string>            $portals Ids of all portals.
	 * @param string                  $pupil   Role of pupils.
	 */
	public function resolve( #[\SensitiveParameter] array $claims, array $portals, string $pupil ): Entitlement {
		$granted = array_fill_keys( $portals, [] );
		$unknown = $granted;
		$pupils  = [];
		$missing = [];
		foreach ( $this->rows as $row ) {
			$values = $row->claim->values( $claims );
			$on     = array_filter( $portals, $row->is_for( ... ) );
			if ( null === $values ) {
				$missing[ $row->claim->text ] = true;
				foreach ( $on as $portal ) {
					$unknown[ $portal ][ $row->role ] = true;
				}
			} elseif ( ! in_array( $row->value, $values, true ) ) {
				continue;
			} elseif ( $pupil === $row->role ) {
				$pupils = [ ...$pupils, ...$on ];
			} else {
				foreach ( $on as $portal ) {
					$granted[ $portal ][ $row->role ] = true;
				}
			}
		}
		return new Entitlement(
			array_map( self::names( ... ), $granted ),
			array_map( static fn ( array $roles ): array => self::names( array_diff_key( $roles, [ $pupil => true ] ) ), $unknown ),
			array_values( array_unique( $pupils ) ),
			self::names( $missing )
		);
	}

	/**
	 * Rows as they are stored and sent.
	 *
	 * @return list<array{claim: string, value: string, role: string, portals: non-empty-list<string>}>
	 */
	public function to_array(): array {
		return array_map( static fn ( RoleRow $row ): array => $row->to_array(), $this->rows );
	}

	/**
	 * @param array<array-key, bool> $flags Name → true; PHP turns digits into numbers.
	 * @return list<string>
	 */
	private static function names( array $flags ): array {
		return array_map( strval( ... ), array_keys( $flags ) );
	}
}

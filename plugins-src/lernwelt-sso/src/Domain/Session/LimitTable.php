<?php
/**
 * Limits by role.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

use Lernwelt\Core\Role;

/** The one table of limits. Somebody with several roles has the strictest of each. */
final readonly class LimitTable {

	/** Row for every role that isn't named. */
	public const OTHERS = '';

	/** Role → seconds without a request, seconds altogether. */
	public const DEFAULTS = [
		Role::ADMINISTRATOR => [ 1_800, 28_800 ],
		Role::PUPIL         => [ 28_800, 28_800 ],
		self::OTHERS        => [ 7_200, 43_200 ],
	];

	/** @var array<string, SessionLimits> */
	private array $rows;

	/**
	 * @param array<string, array{int, int}> $rows Role → seconds idle, seconds altogether; what is missing is as in DEFAULTS.
	 */
	public function __construct( array $rows = [] ) {
		$this->rows = array_map( static fn ( array $row ): SessionLimits => new SessionLimits( $row[0], $row[1] ), $rows + self::DEFAULTS );
	}

	/**
	 * Limits of somebody.
	 *
	 * @param list<string> $roles Roles on the portal in question.
	 */
	public function of( array $roles ): SessionLimits {
		$found = null;
		foreach ( $roles as $role ) {
			$row   = $this->rows[ $role ] ?? $this->rows[ self::OTHERS ];
			$found = null === $found ? $row : $found->and( $row );
		}
		return $found ?? $this->rows[ self::OTHERS ];
	}

	/** Longest time that any session may be idle, in seconds. */
	public function longest_idle(): int {
		return max( array_map( static fn ( SessionLimits $row ): int => $row->idle, array_values( $this->rows ) ) );
	}
}

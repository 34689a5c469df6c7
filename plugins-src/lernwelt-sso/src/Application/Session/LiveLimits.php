<?php
/**
 * Limits as they are now.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Core\PupilPresence;
use Lernwelt\Core\Role;
use Lernwelt\Sso\Domain\Session\LimitTable;
use Lernwelt\Sso\Domain\Session\SessionLimits;
use WP_User;

/** Asks for the roles at every request: another role takes effect at once. */
final class LiveLimits {

	private ?LimitTable $table = null;

	/**
	 * Limits of an account on a portal.
	 *
	 * @param int $user_id Account, 0 for a pupil.
	 * @param int $portal  Site.
	 */
	public function of( int $user_id, int $portal ): SessionLimits {
		if ( 0 === $user_id ) {
			return $this->table()->of( [ PupilPresence::ROLE ] );
		}
		$user  = new WP_User( $user_id, '', $portal );
		$roles = array_values( $user->roles );
		return $this->table()->of( $user->has_cap( 'manage_network' ) ? [ ...$roles, Role::ADMINISTRATOR ] : $roles );
	}

	/** The table. */
	public function table(): LimitTable {
		if ( null === $this->table ) {
			/**
			 * Limits of sessions; asked for once a request, when the first plugin wants to know who is there.
			 *
			 * @param array<string, array{int, int}> $rows Role slug → seconds without a request, seconds altogether; '' for all others.
			 */
			$rows        = apply_filters( 'lernwelt_session_limits', LimitTable::DEFAULTS );
			$this->table = new LimitTable( is_array( $rows ) ? $rows : [] );
		}
		return $this->table;
	}
}

<?php
/**
 * Words about sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Admin;

use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\Session\ListedSession;
use Lernwelt\Sso\Domain\Session\SessionKind;

/** Says who a session belongs to, how it began, and what happens when it ends. */
final readonly class SessionWords {

	/**
	 * Who it is.
	 *
	 * @param ListedSession $session Session.
	 */
	public function person( ListedSession $session ): string {
		if ( SessionKind::Pupil === $session->kind ) {
			return __( 'Pupil', 'lernwelt-sso' );
		}
		return '' === $session->name ? __( 'Deleted account', 'lernwelt-sso' ) : $session->name;
	}

	/**
	 * How it began.
	 *
	 * @param SessionKind $kind Kind.
	 */
	public function kind( SessionKind $kind ): string {
		return SessionKind::Local === $kind ? __( 'Local account', 'lernwelt-sso' ) : __( 'Bildungsserver', 'lernwelt-sso' );
	}

	/**
	 * Roles on the portal.
	 *
	 * @param ListedSession $session Session.
	 */
	public function roles( ListedSession $session ): string {
		$names = array_map( static fn ( string $role ): string => PupilPresence::ROLE === $role ? __( 'Pupil', 'lernwelt-sso' ) : translate_user_role( wp_roles()->role_names[ $role ] ?? $role ), $session->roles );
		return [] === $names ? '–' : implode( ', ', $names );
	}

	/**
	 * Question and consequence.
	 *
	 * @param ListedSession $session Session.
	 * @return list<string>
	 */
	public function about_one( ListedSession $session ): array {
		return [
			/* translators: 1: name of a person, 2: title of a portal. */
			sprintf( __( 'End this session of %1$s on “%2$s”?', 'lernwelt-sso' ), $this->person( $session ), $session->portal ),
			__( 'Whoever uses it is logged out with the next click and can log in again. What was not saved may be lost; the block editor keeps its text.', 'lernwelt-sso' ),
		];
	}

	/**
	 * Question and consequence.
	 *
	 * @param string $name   Name; '' when the account is gone.
	 * @param int    $count  How many sessions.
	 * @param int    $portal Site, 0 for all.
	 * @param bool   $is_own Whether it is the person who asks.
	 * @return list<string>
	 */
	public function about_person( string $name, int $count, int $portal, bool $is_own ): array {
		$name = '' === $name ? __( 'Deleted account', 'lernwelt-sso' ) : $name;
		return [
			0 === $portal
				/* translators: 1: number, 2: name of a person. */
				? sprintf( _n( 'End %1$d session of %2$s on any portal?', 'End all %1$d sessions of %2$s on all portals?', $count, 'lernwelt-sso' ), $count, $name )
				/* translators: 1: number, 2: name of a person. */
				: sprintf( _n( 'End %1$d session of %2$s on this portal?', 'End all %1$d sessions of %2$s on this portal?', $count, 'lernwelt-sso' ), $count, $name ),
			$is_own
				? __( 'This session, in which you are working, stays. All others of yours end.', 'lernwelt-sso' )
				: __( 'The person is logged out with the next click and can log in again. To keep somebody out, take the roles away as well.', 'lernwelt-sso' ),
		];
	}

	/**
	 * Question and consequence.
	 *
	 * @param int $portal Site, 0 for all.
	 * @return list<string>
	 */
	public function about_all( int $portal ): array {
		return [
			0 === $portal ? __( 'End all sessions on all portals?', 'lernwelt-sso' ) : __( 'End all sessions on this portal?', 'lernwelt-sso' ),
			__( 'Everybody, pupils included, is logged out with the next click and has to log in again; only your own session stays. Do this when accounts may be in the wrong hands.', 'lernwelt-sso' ),
		];
	}
}

<?php
/**
 * Explanations in words.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Cell;
use Lernwelt\Security\Domain\Roles\Explanation;
use Lernwelt\Security\Domain\Roles\Fixed;
use Lernwelt\Security\Domain\Roles\Grant;

/** Turns an explanation into sentences, and reason codes into words. */
final class ExplanationWords {

	/**
	 * The chain of reasons, one sentence each.
	 *
	 * @param Explanation $explanation Explanation.
	 * @return list<string>
	 */
	public static function steps( Explanation $explanation ): array {
		if ( $explanation->super_admin ) {
			return [ __( 'This person is a super administrator: everything is allowed everywhere, whatever the role matrix says.', 'lernwelt-security' ) ];
		}
		$steps = array_merge( ...array_map( self::of_role( ... ), $explanation->grants ) );
		if ( [] === $explanation->grants ) {
			$steps[] = __( 'This person has no role on this portal.', 'lernwelt-security' );
		}
		if ( null !== $explanation->in_person ) {
			$steps[] = $explanation->in_person
				? __( 'The right was given to this person alone; the roles don’t matter.', 'lernwelt-security' )
				: __( 'The right was taken from this person alone; the roles don’t matter.', 'lernwelt-security' );
		}
		$steps[] = $explanation->allowed
			? __( 'Together: yes. One role with the right is enough.', 'lernwelt-security' )
			: __( 'Together: no. None of the roles has the right.', 'lernwelt-security' );
		return $steps;
	}

	/**
	 * Why a cell is fixed.
	 *
	 * @param Fixed $fixed Reason.
	 */
	public static function fixed( Fixed $fixed ): string {
		return match ( $fixed ) {
			Fixed::AdministratorsKeep => __( 'Portal administrators always keep this right: otherwise nobody could repair the portal.', 'lernwelt-security' ),
			Fixed::AdministratorsOnly => __( 'Only portal administrators may have this right: with it somebody could widen their own rights or change the security of the portal.', 'lernwelt-security' ),
			Fixed::NotForPupils       => __( 'Pupils have no account, so they can’t be given this right.', 'lernwelt-security' ),
		};
	}

	/** @return list<string> */
	private static function of_role( Grant $grant ): array {
		$name = RoleNames::of( $grant->role );
		return [
			match ( $grant->origin ) {
				/* translators: %s: role. */
				'sso'   => sprintf( __( 'The role “%s” comes from the Bildungsserver.', 'lernwelt-security' ), $name ),
				/* translators: %s: role. */
				'local' => sprintf( __( 'The role “%s” was given by hand.', 'lernwelt-security' ), $name ),
				/* translators: %s: role. */
				default => sprintf( __( 'This person has the role “%s” on this portal.', 'lernwelt-security' ), $name ),
			},
			self::of_cell( $name, $grant->cell ),
		];
	}

	private static function of_cell( string $role, Cell $cell ): string {
		$answer = self::word( $cell->granted );
		if ( null !== $cell->fixed ) {
			/* translators: 1: role, 2: "yes" or "no", 3: reason, a sentence. */
			return sprintf( __( '“%1$s”: %2$s, and that is fixed. %3$s', 'lernwelt-security' ), $role, $answer, self::fixed( $cell->fixed ) );
		}
		if ( null !== $cell->portal ) {
			/* translators: 1: role, 2: "yes" or "no", 3: what is inherited, "yes" or "no". */
			return sprintf( __( '“%1$s”: %2$s, because the portal has decided so itself. Without that it would be %3$s.', 'lernwelt-security' ), $role, $answer, self::word( $cell->inherited() ) );
		}
		if ( null !== $cell->network ) {
			/* translators: 1: role, 2: "yes" or "no", 3: default, "yes" or "no". */
			return sprintf( __( '“%1$s”: %2$s, because the network has decided so for all portals. The default would be %3$s.', 'lernwelt-security' ), $role, $answer, self::word( $cell->default ) );
		}
		/* translators: 1: role, 2: "yes" or "no". */
		return sprintf( __( '“%1$s”: %2$s. That is the default; nobody has decided otherwise.', 'lernwelt-security' ), $role, $answer );
	}

	private static function word( bool $granted ): string {
		return $granted ? __( 'yes', 'lernwelt-security' ) : __( 'no', 'lernwelt-security' );
	}
}

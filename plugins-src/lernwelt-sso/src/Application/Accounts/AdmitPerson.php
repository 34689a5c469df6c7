<?php
/**
 * Lets people in.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\Accounts\Identity;
use Lernwelt\Sso\Domain\Accounts\Person;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Roles\Entitlement;
use Lernwelt\Sso\Domain\VerifiedLogin;

/**
 * Decides what becomes of a verified login. A refusal changes nothing but this: somebody known who lost roles loses
 * them at once, also when no role is left for this portal.
 */
final readonly class AdmitPerson implements LoginReceiver {

	/** Reason: no role on this portal. */
	public const NO_ROLE = 'no_role_here';

	/** Reason: the claim with the roles is absent. */
	public const NO_CLAIM = 'role_claim_missing';

	/** Reason: a running session now belongs to somebody else, or to a pupil. */
	public const OTHER_PERSON = 'identity_changed';

	/**
	 * @param RoleTables  $tables      Role table.
	 * @param Accounts    $accounts    Accounts.
	 * @param Memberships $memberships Roles on portals.
	 * @param ClaimAlarm  $alarm       Tells of absent claims.
	 * @param Portals     $portals     Portals.
	 * @param Sessions    $sessions    Sessions.
	 * @param AuditLog    $audit       Audit log.
	 */
	public function __construct(
		private RoleTables $tables,
		private Accounts $accounts,
		private Memberships $memberships,
		private ClaimAlarm $alarm,
		private Portals $portals,
		private Sessions $sessions,
		private AuditLog $audit,
	) {}

	public function admit( VerifiedLogin $login ): void {
		$portal      = $this->portals->current();
		$entitlement = $this->tables->resolve( $login->claims );
		if ( $entitlement->is_pupil() ) {
			$this->admit_pupil( $login, $entitlement, $portal );
			return;
		}
		$identity = Identity::of( $login );
		$person   = Person::of( $login->claims );
		$this->refuse_without_role( $identity, $person, $entitlement, $portal );

		$user_id = $this->accounts->admit( $identity, $person, $entitlement );
		$this->sessions->open_for_user( $user_id, $login );
		$this->audit->record( new AuditEvent( 'login', 'accepted', '', $user_id, details: [ 'via' => 'sso' ] ) );
	}

	public function renew( int $user_id, VerifiedLogin $login ): void {
		$identity    = Identity::of( $login );
		$entitlement = $this->tables->resolve( $login->claims );
		if ( $entitlement->is_pupil() || $this->accounts->find( $identity ) !== $user_id ) {
			throw new LoginRefused( self::OTHER_PERSON, 403 );
		}
		$person = Person::of( $login->claims );
		$this->refuse_without_role( $identity, $person, $entitlement, $this->portals->current() );
		$this->accounts->refresh( $identity, $user_id, $person, $entitlement );
	}

	/** Before anything is written or looked up: nothing of a pupil may reach a table or a log. */
	private function admit_pupil( VerifiedLogin $login, Entitlement $entitlement, Portal $portal ): void {
		if ( ! $entitlement->is_pupil_on( $portal->id ) ) {
			throw new LoginRefused( self::NO_ROLE, 403, is_pupil: true );
		}
		$this->sessions->open_for_pupil( $login );
		$this->audit->record( new AuditEvent( 'login', 'accepted', '', 0, details: [ 'via' => 'sso', 'role' => PupilPresence::ROLE ] ) );
	}

	/**
	 * An absent claim says neither yes nor no: roles it once gave stay stored, but nobody may use them, so whoever has
	 * some here – or nothing else – doesn't get in.
	 *
	 * @throws LoginRefused When no role counts on this portal.
	 */
	private function refuse_without_role( Identity $identity, Person $person, Entitlement $entitlement, Portal $portal ): void {
		$roles   = $entitlement->roles( $portal->id );
		$known   = [] === $roles || [] !== $entitlement->missing ? $this->accounts->find( $identity ) : null;
		$is_here = [] !== $roles || ( null !== $known && $this->memberships->has_local_role( $known, $portal->blog_id ) );
		$unsure  = null === $known ? [] : array_intersect( $entitlement->unknown( $portal->id ), $this->memberships->granted( $known, $portal->blog_id ) );
		if ( [] !== $entitlement->missing && ( ! $is_here || [] !== $unsure ) ) {
			$this->alarm->raise();
			throw new LoginRefused( self::NO_CLAIM, 403 );
		}
		if ( ! $is_here ) {
			if ( null !== $known ) {
				$this->accounts->refresh( $identity, $known, $person, $entitlement );
			}
			throw new LoginRefused( self::NO_ROLE, 403 );
		}
	}
}

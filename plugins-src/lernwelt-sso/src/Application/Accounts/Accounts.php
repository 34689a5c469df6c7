<?php
/**
 * Accounts of identities.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Transaction;
use Lernwelt\Sso\Domain\Accounts\Arrival;
use Lernwelt\Sso\Domain\Accounts\Identities;
use Lernwelt\Sso\Domain\Accounts\Identity;
use Lernwelt\Sso\Domain\Accounts\LinkPolicy;
use Lernwelt\Sso\Domain\Accounts\Person;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Roles\Entitlement;
use RuntimeException;
use Throwable;
use WP_Session_Tokens;

/** Finds, makes and links accounts, each in one transaction with its roles. */
final readonly class Accounts {

	/**
	 * @param Identities   $identities  Identities.
	 * @param Profile      $profile     Writes accounts.
	 * @param Memberships  $memberships Writes roles.
	 * @param AccountFacts $facts       Rights of accounts.
	 * @param Transaction  $transaction All or nothing.
	 * @param AuditLog     $audit       Audit log.
	 */
	public function __construct(
		private Identities $identities,
		private Profile $profile,
		private Memberships $memberships,
		private AccountFacts $facts,
		private Transaction $transaction,
		private AuditLog $audit,
	) {}

	/**
	 * Account of an identity.
	 *
	 * @param Identity $identity Who somebody is.
	 * @return ?int Null when nobody knows it.
	 */
	public function find( Identity $identity ): ?int {
		return $this->identities->user_of( $identity );
	}

	/**
	 * Whether an account logs in through the provider.
	 *
	 * @param int $user_id Account.
	 */
	public function is_from_provider( int $user_id ): bool {
		return $this->identities->has( $user_id );
	}

	/**
	 * Account of somebody, made or linked when they come for the first time, with its roles as the claims say.
	 *
	 * @param Identity    $identity    Who it is.
	 * @param Person      $person      What the provider says about them.
	 * @param Entitlement $entitlement Their roles.
	 * @throws LoginRefused     With reason `account_conflict`.
	 * @throws RuntimeException When WordPress or the database refuses.
	 */
	public function admit( Identity $identity, Person $person, Entitlement $entitlement ): int {
		$known = $this->identities->user_of( $identity );
		if ( null !== $known ) {
			$this->refresh( $identity, $known, $person, $entitlement );
			return $known;
		}
		return $this->transaction->run( fn (): int => $this->welcome( $identity, $person, $entitlement ) );
	}

	/**
	 * Brings roles and profile of a known account up to date.
	 *
	 * @param Identity    $identity    Who it is.
	 * @param int         $user_id     Account.
	 * @param Person      $person      What the provider says about them.
	 * @param Entitlement $entitlement Their roles.
	 * @throws RuntimeException When WordPress or the database refuses.
	 */
	public function refresh( Identity $identity, int $user_id, Person $person, Entitlement $entitlement ): void {
		$this->transaction->run( fn () => $this->bring_up_to_date( $identity, $user_id, $person, $entitlement ) );
	}

	/**
	 * Parts an account from its identity: roles from claims go, sessions end, what it wrote stays. The next login of the
	 * person makes a new account, or links one with the same address.
	 *
	 * @param int $user_id Account.
	 * @return bool Whether it belonged to an identity.
	 */
	public function unlink( int $user_id ): bool {
		$was = $this->transaction->run(
			function () use ( $user_id ): bool {
				$known = $this->identities->forget( $user_id );
				$this->memberships->revoke_all( $user_id );
				return $known;
			}
		);
		if ( $was ) {
			WP_Session_Tokens::get_instance( $user_id )->destroy_all();
			$this->audit->record( new AuditEvent( 'account', 'unlinked', object: "user:$user_id" ) );
		}
		return $was;
	}

	/**
	 * @throws LoginRefused     With reason `account_conflict`.
	 * @throws RuntimeException When WordPress or the database refuses.
	 */
	private function welcome( Identity $identity, Person $person, Entitlement $entitlement ): int {
		$user_id = null;
		try {
			// Writing first makes another first login of the same person wait here.
			if ( $this->identities->claim( $identity ) ) {
				$user_id = $this->arrive( $person );
				$this->identities->assign( $identity, $user_id );
			} else {
				$user_id = $this->identities->user_of( $identity ) ?? throw new RuntimeException( 'The identity has no account.' );
			}
			$this->bring_up_to_date( $identity, $user_id, $person, $entitlement );
			return $user_id;
		} catch ( Throwable $problem ) {
			if ( null !== $user_id ) {
				// The database takes its rows back, and may give the number to somebody else.
				clean_user_cache( $user_id );
			}
			throw $problem;
		}
	}

	private function bring_up_to_date( Identity $identity, int $user_id, Person $person, Entitlement $entitlement ): void {
		$this->identities->touch( $identity );
		$this->profile->update( $user_id, $person );
		$this->memberships->sync( $user_id, $entitlement );
	}

	/** @throws LoginRefused With reason `account_conflict`. */
	private function arrive( Person $person ): int {
		$existing = '' === $person->email ? false : get_user_by( 'email', $person->email );
		$known    = false === $existing ? null : $this->facts->of( $existing, $this->identities->has( $existing->ID ) );
		$arrival  = ( new LinkPolicy() )->decide( $person, $known );
		if ( Arrival::Link === $arrival && null !== $known ) {
			$this->audit->record( new AuditEvent( 'account', 'linked', '', $known->user_id, "user:{$known->user_id}" ) );
			return $known->user_id;
		}
		if ( Arrival::Conflict === $arrival ) {
			throw new LoginRefused( 'account_conflict', 403 );
		}
		return $this->profile->create( $person, Arrival::Create === $arrival );
	}
}

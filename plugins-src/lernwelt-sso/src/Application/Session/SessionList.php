<?php
/**
 * The list of sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Domain\Session\EndTarget;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\Session\SessionKind;
use SensitiveParameter;
use WP_User;

/** Shows and ends the sessions of one portal, or of all; says so in the audit log. Whoever calls it has asked for the right. */
final readonly class SessionList {

	/** Sessions a page. */
	public const SIZE = 50;

	/**
	 * @param SessionStore $store      Sessions.
	 * @param LiveLimits   $limits     Limits of roles.
	 * @param Portals      $portals    Portals.
	 * @param Pseudonyms   $pseudonyms Keyed names.
	 * @param AuditLog     $audit      Audit log.
	 */
	public function __construct( private SessionStore $store, private LiveLimits $limits, private Portals $portals, private Pseudonyms $pseudonyms, private AuditLog $audit ) {}

	/**
	 * A page of open sessions, newest first, with a line in the audit log.
	 *
	 * @param int    $portal Site, 0 for all.
	 * @param int    $page   Page, from 1.
	 * @param string $own    Token of the session that asks, '' for none.
	 * @param int    $size   Sessions a page.
	 * @return array{int, list<ListedSession>} Number of all, and those of the page.
	 */
	public function page( int $portal, int $page, #[SensitiveParameter] string $own = '', int $size = self::SIZE ): array {
		$rows = $this->open( $portal, ( max( 1, $page ) - 1 ) * $size, $size );
		cache_users( array_values( array_unique( array_filter( array_map( static fn ( Session $session ): int => $session->user_id, $rows ), static fn ( int $user_id ): bool => 0 < $user_id ) ) ) );
		$listed = array_map( fn ( Session $session ): ListedSession => $this->listed( $session, '' === $own ? '' : SessionStore::verifier( $own ) ), $rows );
		$this->audit->record( new AuditEvent( 'session', 'read', object: 0 === $portal ? '' : "portal:$portal", details: [ 'rows' => count( $listed ) ] ) );
		return [ $this->store->table->count( $portal, $this->store->now() ), $listed ];
	}

	/**
	 * One open session.
	 *
	 * @param int    $id     Number.
	 * @param int    $portal Site it must be of, 0 for any.
	 * @param string $own    Token of the session that asks, '' for none.
	 */
	public function find( int $id, int $portal, #[SensitiveParameter] string $own = '' ): ?ListedSession {
		$session = $this->session( $id, $portal );
		return null === $session ? null : $this->listed( $session, '' === $own ? '' : SessionStore::verifier( $own ) );
	}

	/**
	 * How many sessions of a person are open.
	 *
	 * @param int $user_id Account.
	 * @param int $portal  Site, 0 for all.
	 */
	public function count_of( int $user_id, int $portal ): int {
		return count( array_filter( $this->store->table->of_user( $user_id, 0 === $portal ? null : $portal ), $this->holds( ... ) ) );
	}

	/**
	 * Ends sessions, with a line in the audit log. The session that asks stays: whoever wants to leave logs out.
	 *
	 * @param EndTarget $target Which.
	 * @param int       $portal Site they must be of, 0 for all.
	 * @param string    $own    Token of the session that asks, '' for none.
	 * @return int How many ended.
	 */
	public function end( EndTarget $target, int $portal, #[SensitiveParameter] string $own = '' ): int {
		$but  = '' === $own ? '' : SessionStore::verifier( $own );
		$one  = $target->is_one() ? $this->session( $target->id, $portal ) : null;
		$done = match ( true ) {
			$target->is_all() => $this->end_all( $portal, $but ),
			$target->is_one() => null === $one || $one->verifier === $but ? 0 : $this->store->table->delete( [ $one ] ),
			default           => $this->store->end_user( $target->id, 0 === $portal ? null : $portal, $but ),
		};
		if ( 0 < $done ) {
			$pupil  = SessionKind::Pupil === $one?->kind ? [ 'whose' => PupilPresence::ROLE ] : [];
			$object = match ( true ) {
				$target->is_all()   => 0 === $portal ? '' : "portal:$portal",
				null === $one       => "user:$target->id",
				0 < $one->user_id   => "user:$one->user_id",
				default             => '',
			};
			$this->audit->record( new AuditEvent( 'session', 'ended', 'by_administrator', object: $object, portal: 0 === $portal ? $one?->portal : $portal, details: [ 'sessions' => $done ] + $pupil ) );
		}
		return $done;
	}

	/**
	 * What nobody has asked for since it was over still has its row; the list is a good moment to clear up.
	 *
	 * @return list<Session>
	 */
	private function open( int $portal, int $offset, int $size ): array {
		do {
			$rows = $this->store->table->page( $portal, $this->store->now(), $offset, $size );
			$over = array_values( array_filter( $rows, fn ( Session $session ): bool => ! $this->holds( $session ) ) );
		} while ( 0 < $this->store->table->delete( $over ) );
		return $rows;
	}

	private function end_all( int $portal, string $but ): int {
		$ended = 0;
		do {
			$some   = array_values( array_filter( $this->store->table->page( $portal, 0, 0, 500 ), static fn ( Session $session ): bool => $session->verifier !== $but ) );
			$ended += $this->store->table->delete( $some );
		} while ( [] !== $some );
		return $ended;
	}

	private function session( int $id, int $portal ): ?Session {
		$session = $this->store->table->get( $id );
		return null === $session || ( 0 !== $portal && $session->portal !== $portal ) ? null : $session;
	}

	private function holds( Session $session ): bool {
		return $session->holds( $this->store->now(), $this->limits->of( $session->user_id, $session->portal ) );
	}

	/** @return list<string> */
	private function roles( Session $session ): array {
		return array_values( ( new WP_User( $session->user_id, '', $session->portal ) )->roles );
	}

	private function listed( Session $session, string $own ): ListedSession {
		$user   = 0 === $session->user_id ? false : get_userdata( $session->user_id );
		$portal = array_column( $this->portals->all(), 'name', 'blog_id' )[ $session->portal ] ?? '';
		return new ListedSession(
			$session->id,
			substr( $this->pseudonyms->of( 'session', $session->verifier ), 0, 8 ),
			$session->kind,
			$session->user_id,
			false === $user ? '' : $user->display_name,
			$portal,
			SessionKind::Pupil === $session->kind ? [ PupilPresence::ROLE ] : $this->roles( $session ),
			$session->created,
			$session->seen,
			$session->verifier === $own
		);
	}
}

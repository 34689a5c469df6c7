<?php
/**
 * A session in a list.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Sso\Domain\Session\SessionKind;

/** What administrators may see of a session: of pupils nothing but that one is there. */
final readonly class ListedSession {

	/**
	 * @param int          $id      Number of the row.
	 * @param string       $short   Short keyed name; nothing can be done with it.
	 * @param SessionKind  $kind    How it began.
	 * @param int          $user_id Account, 0 for a pupil.
	 * @param string       $name    Name of the person; '' for a pupil, or when the account is gone.
	 * @param string       $portal  Title of the portal.
	 * @param list<string> $roles   Role slugs there.
	 * @param int          $since   Unix time of the login.
	 * @param int          $seen    Unix time of the last request, to five minutes.
	 * @param bool         $is_own  Whether it is the one that asks.
	 */
	public function __construct(
		public int $id,
		public string $short,
		public SessionKind $kind,
		public int $user_id,
		public string $name,
		public string $portal,
		public array $roles,
		public int $since,
		public int $seen,
		public bool $is_own,
	) {}
}

<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Notes what is opened. */
final class FakeSessions implements Sessions {

	/** @var list<int|string> Accounts, or `pupil`. */
	public array $opened = [];

	public function open_for_user( int $user_id, VerifiedLogin $login ): void {
		$this->opened[] = $user_id;
	}

	public function open_for_pupil( VerifiedLogin $login ): void {
		$this->opened[] = 'pupil';
	}

	public function end_current(): ?string {
		return null;
	}

	public function end_named( LogoutNotice $notice ): int {
		return 0;
	}

	public function end_for_user( int $user_id, ?int $portal = null ): int {
		return 0;
	}
}

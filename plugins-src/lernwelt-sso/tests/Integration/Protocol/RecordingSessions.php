<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Writes down which sessions would end. */
final class RecordingSessions implements Sessions {

	/** What the current session has: its ID token, '' for a pupil's, null for none of the provider's. */
	public ?string $id_token = null;

	public int $ended = 0;

	/** @var list<LogoutNotice> */
	public array $notices = [];

	public function open_for_user( int $user_id, VerifiedLogin $login ): void {
	}

	public function open_for_pupil( VerifiedLogin $login ): void {
	}

	public function end_current(): ?string {
		++$this->ended;
		return $this->id_token;
	}

	public function end_named( LogoutNotice $notice ): int {
		$this->notices[] = $notice;
		return 1;
	}

	public function end_for_user( int $user_id, ?int $portal = null ): int {
		return 0;
	}
}

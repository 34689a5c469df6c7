<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\VerifiedLogin;

/** Writes down who would get in. */
final class RecordingReceiver implements LoginReceiver {

	/** @var list<VerifiedLogin> */
	public array $admitted = [];

	public ?LoginRefused $refuses = null;

	public function admit( VerifiedLogin $login ): void {
		if ( null !== $this->refuses ) {
			throw $this->refuses;
		}
		$this->admitted[] = $login;
	}

	public function renew( int $user_id, VerifiedLogin $login ): void {
	}
}

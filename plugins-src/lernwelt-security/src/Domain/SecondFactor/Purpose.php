<?php
/**
 * Why a code is asked for.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

/** What happens after the second step. */
enum Purpose: string {

	/** The login is completed. */
	case Login = 'login';

	/** Somebody who is logged in sets the second factor up. */
	case Setup = 'setup';

	/** Somebody who is logged in moves to another app. */
	case Renew = 'renew';

	/** The second half of it: the old app has shown a code, the new one will take its place. */
	case Replace = 'replace';

	/** Somebody who is logged in gets new recovery codes. */
	case Codes = 'codes';
}

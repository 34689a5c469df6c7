<?php
/**
 * How a session began.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Session;

/** Says what a session may know. */
enum SessionKind: string {

	/** With a password here. */
	case Local = 'local';

	/** At the identity provider. */
	case Provider = 'sso';

	/** At the identity provider, without an account: a role and nothing else. */
	case Pupil = 'pupil';
}

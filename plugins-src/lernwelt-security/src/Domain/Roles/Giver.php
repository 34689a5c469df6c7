<?php
/**
 * Who may give a role by hand.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** Who may give a role to somebody in wp-admin. The single sign-on asks nobody: it gives what the Bildungsserver says. */
enum Giver {

	/** Administrators of the portal: a local role. */
	case Portal;

	/** Only those who look after the whole network. */
	case Network;

	/** Nobody: it comes with the login at the Bildungsserver. */
	case Nobody;
}

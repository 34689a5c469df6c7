<?php
/**
 * Why somebody does not get in.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

/** Words for refusals that are about accounts and roles, with whom to ask. */
final class RefusalWords {

	/**
	 * Heading and sentence, plain text.
	 *
	 * @param string $reason Code.
	 * @return ?array{string, string} Null for reasons of the protocol.
	 */
	public static function of( string $reason ): ?array {
		return match ( $reason ) {
			AdmitPerson::NO_ROLE      => [
				__( 'Your account has no role on this portal', 'lernwelt-sso' ),
				__( 'The Bildungsserver knows you, but your account has no role on this portal, so you are not logged in here. Roles are given by your school or institution at the Bildungsserver. Public pages and other portals are open to you as before.', 'lernwelt-sso' ),
			],
			AdmitPerson::NO_CLAIM     => [
				__( 'No roles arrived for your account', 'lernwelt-sso' ),
				__( 'The Bildungsserver named no roles for your account, so you are not logged in here. If you have none yet, please ask your school or institution. If it worked before, please try again later: we have been notified, and nothing of yours was changed.', 'lernwelt-sso' ),
			],
			'account_conflict'        => [
				__( 'Your e-mail address is in use already', 'lernwelt-sso' ),
				__( 'There is another account with your e-mail address here, and we do not join accounts by an address alone. Please write to the people who run this portal (see “Kontakt”) and tell them the code below; they can sort it out.', 'lernwelt-sso' ),
			],
			AdmitPerson::OTHER_PERSON => [
				__( 'Please log in again', 'lernwelt-sso' ),
				__( 'The Bildungsserver says that somebody else is logged in now, so your session here has ended.', 'lernwelt-sso' ),
			],
			default                   => null,
		};
	}
}

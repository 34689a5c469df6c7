<?php
/**
 * Why sessions end.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

/** Words for the audit log. */
final class EndReasons {

	/**
	 * Filter `lernwelt_audit_words`.
	 *
	 * @param array<string, string> $words Code → words.
	 * @param string                $kind  What the codes are.
	 * @return array<string, string>
	 */
	public static function add( array $words, string $kind ): array {
		if ( 'details' === $kind ) {
			return $words + [ 'whose' => __( 'session of', 'lernwelt-sso' ) ];
		}
		return 'reasons' !== $kind ? $words : $words + [
			'by_administrator'  => __( 'ended by an administrator', 'lernwelt-sso' ),
			'membership_lost'   => __( 'no role on this portal any more', 'lernwelt-sso' ),
			'password_changed'  => __( 'password was changed', 'lernwelt-sso' ),
			'account_gone'      => __( 'account was deleted or blocked', 'lernwelt-sso' ),
			'tokens_unreadable' => __( 'stored tokens do not belong to this browser', 'lernwelt-sso' ),
			'sid_missing'       => __( 'provider named no session (sid)', 'lernwelt-sso' ),
			'identity_changed'  => __( 'somebody else is logged in at the Bildungsserver', 'lernwelt-sso' ),
			'renewal_refused'   => __( 'the Bildungsserver ended the session', 'lernwelt-sso' ),
			'renewal_issuer'    => __( 'session of another provider', 'lernwelt-sso' ),
			'renewal_subject'   => __( 'renewed tokens are about somebody else', 'lernwelt-sso' ),
		];
	}
}

<?php
/**
 * A logout token that passed every rule.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\LogoutNotice;

/** OpenID Connect Back-Channel Logout 1.0, section 2.6. Whether it was seen before is for the caller to find out. */
final readonly class LogoutToken {

	private const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

	/**
	 * @param LogoutNotice $notice  What it says.
	 * @param string       $id      `jti`.
	 * @param int          $expires Unix time when it ends.
	 */
	private function __construct( public LogoutNotice $notice, public string $id, public int $expires ) {}

	/**
	 * @param SignedToken   $token  The token.
	 * @param SignatureKeys $keys   The provider's keys.
	 * @param Configuration $client For whom it must be.
	 * @param int           $now    Unix time.
	 * @throws LoginRefused With a code for the rule that was broken.
	 */
	public static function verify( SignedToken $token, SignatureKeys $keys, Configuration $client, int $now ): self {
		if ( ! in_array( $token->typ, [ '', 'jwt', 'logout+jwt', 'application/logout+jwt' ], true ) ) {
			throw new LoginRefused( 'token_type_refused' );
		}
		$claims = $token->claims( $keys, $now );
		$rules  = new ClaimRules( $claims );
		$rules->issuer( $client->issuer->url );
		$rules->audience( $client->client_id );
		$rules->times( $now );
		if ( array_key_exists( 'nonce', $claims ) ) {
			throw new LoginRefused( 'nonce_present' );
		}
		$events = $claims['events'] ?? null;
		if ( ! is_array( $events ) || ! is_array( $events[ self::EVENT ] ?? null ) ) {
			throw new LoginRefused( 'event_invalid' );
		}
		$sid     = $rules->name( 'sid' );
		$subject = $rules->name( 'sub' );
		if ( null === $sid && null === $subject ) {
			throw new LoginRefused( 'sub_missing' );
		}
		return new self( new LogoutNotice( $client->issuer->url, $sid, $subject ), $rules->name( 'jti' ) ?? throw new LoginRefused( 'jti_missing' ), $rules->expires() );
	}
}

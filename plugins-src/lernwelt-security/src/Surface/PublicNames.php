<?php
/**
 * What accounts are called in addresses.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

/** WordPress makes the name of an account in addresses (`user_nicename`, `slug` in REST) from the login: half of a way in. */
final class PublicNames {

	/**
	 * Filter `wp_pre_insert_user_data`: a name made from the login becomes a random one, any other stays.
	 *
	 * @param array<string, mixed> $data Row to be written.
	 * @param string               $login Login of the account.
	 * @return array<string, mixed>
	 */
	public function hide_login( array $data, string $login ): array {
		$name = is_string( $data['user_nicename'] ?? null ) ? $data['user_nicename'] : '';
		return self::tells_login( $name, $login ) ? [ ...$data, 'user_nicename' => self::random() ] : $data;
	}

	/**
	 * Whether a name is the login as WordPress writes it in addresses, or that with a number.
	 *
	 * @param string $name  Name in addresses.
	 * @param string $login Login.
	 */
	public static function tells_login( string $name, string $login ): bool {
		$made = sanitize_title( mb_substr( $login, 0, 50 ) );
		return '' !== $made && ( $name === $made || 1 === preg_match( '/^' . preg_quote( mb_substr( $made, 0, 44 ), '/' ) . '-\d+$/D', $name ) );
	}

	/** A name that nobody has. */
	public static function random(): string {
		return 'person-' . bin2hex( random_bytes( 8 ) );
	}
}

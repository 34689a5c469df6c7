<?php
/**
 * What people from the provider can not do locally.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use WP_Error;
use WP_User;

/** Closes password, reset and profile of accounts that belong to an identity: they would be a second way in. */
final readonly class LocalLogin {

	/**
	 * @param Accounts $accounts Accounts.
	 */
	public function __construct( private Accounts $accounts ) {}

	/**
	 * Filter `authenticate`, after the password was checked: it takes the same time, and gets the same answer, as a wrong one.
	 *
	 * @param mixed  $result   Decision so far.
	 * @param string $name     Name that was typed.
	 * @param string $password Password that was typed.
	 */
	public function refuse( mixed $result, string $name, #[\SensitiveParameter] string $password ): mixed {
		if ( '' === $name || '' === $password || ! $result instanceof WP_User || ! $this->accounts->is_from_provider( $result->ID ) ) {
			return $result;
		}
		return new WP_Error( 'incorrect_password', __( 'User name or password is wrong.', 'lernwelt-sso' ) );
	}

	/**
	 * Filter `lostpassword_user_data`: the form then says what it says for unknown names.
	 *
	 * @param mixed $user Account that was found, false for none.
	 */
	public function hide( mixed $user ): mixed {
		return $user instanceof WP_User && $this->accounts->is_from_provider( $user->ID ) ? false : $user;
	}

	/**
	 * Filter `allow_password_reset`.
	 *
	 * @param mixed $allowed Decision so far.
	 * @param int   $user_id Account.
	 */
	public function may_reset( mixed $allowed, int $user_id ): mixed {
		return $this->accounts->is_from_provider( $user_id ) ? false : $allowed;
	}

	/**
	 * Filter `show_password_fields`.
	 *
	 * @param bool    $show Decision so far.
	 * @param WP_User $user Account.
	 */
	public function shows_password( bool $show, WP_User $user ): bool {
		return $show && ! $this->accounts->is_from_provider( $user->ID );
	}

	/**
	 * Filter `wp_pre_insert_user_data`: whatever form or interface it comes from, address, name and password stay.
	 *
	 * @param array<string, mixed> $data    Row to be written.
	 * @param bool                 $update  Whether the account exists.
	 * @param ?int                 $user_id Account.
	 * @return array<string, mixed>
	 */
	public function keep( array $data, bool $update, ?int $user_id ): array {
		if ( ! $update || null === $user_id || Profile::is_writing() || ! $this->accounts->is_from_provider( $user_id ) ) {
			return $data;
		}
		$user = get_userdata( $user_id );
		return $user instanceof WP_User ? [ ...$data, 'user_email' => $user->user_email, 'user_pass' => $user->user_pass, 'display_name' => $user->display_name ] : $data;
	}

	/**
	 * Action `personal_options`: says on the profile why nothing of it can be changed.
	 *
	 * @param WP_User $user Account.
	 */
	public function explain( WP_User $user ): void {
		if ( $this->accounts->is_from_provider( $user->ID ) ) {
			printf( '<tr><th scope="row">%s</th><td><p>%s</p></td></tr>', esc_html__( 'Account', 'lernwelt-sso' ), esc_html__( 'Name, e-mail address and password come from the Bildungsserver and can be changed only there. Changes made here are not kept.', 'lernwelt-sso' ) );
		}
	}
}

<?php
/**
 * What invited accounts are called.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Security\Domain\Accounts\DisplayName;

/** WordPress calls a new account by its login, for everybody to read, until somebody changes that. */
final class InvitedNames {

	private const FIELDS = [ 'first_name', 'last_name' ];

	/**
	 * Filter `wp_pre_insert_user_data`.
	 *
	 * @param array<string, mixed> $row     Row of the account.
	 * @param bool                 $known   Whether the account is there already.
	 * @param ?int                 $user_id The account, when it is.
	 * @param array<string, mixed> $given   What was given.
	 * @return array<string, mixed>
	 */
	public function name( array $row, bool $known, ?int $user_id, array $given ): array {
		// The row isn't slashed, what was given is.
		$given  = wp_unslash( $given );
		$before = $known ? get_userdata( (int) $user_id ) : false;
		$said   = self::text( $given, 'display_name' );
		$chosen = false === $before ? '' !== $said : ! DisplayName::is_unchosen( $said, $before->user_login, $before->user_email );
		// Whoever comes from the provider is called as the provider says.
		if ( $chosen || ( false !== $before && true === apply_filters( 'lernwelt_is_sso_account', false, $before->ID ) ) ) {
			return $row;
		}
		$name = DisplayName::begin( self::text( $given, 'first_name' ), self::text( $given, 'last_name' ), self::text( $row, 'user_email' ) );
		return '' === $name ? $row : [ ...$row, 'display_name' => sanitize_text_field( $name ) ];
	}

	/** Action `network_user_new_form`: WordPress asks for login and address only. */
	public function ask(): void {
		$labels = [ 'first_name' => __( 'First name', 'lernwelt-security' ), 'last_name' => __( 'Last name', 'lernwelt-security' ) ];
		echo '<table class="form-table" role="presentation">';
		foreach ( $labels as $field => $label ) {
			printf( '<tr class="form-field"><th scope="row"><label for="%1$s">%2$s</label></th><td><input type="text" class="regular-text" name="user[%1$s]" id="%1$s" maxlength="100" autocomplete="off" /></td></tr>', esc_attr( $field ), esc_html( $label ) );
		}
		echo '</table>';
	}

	/**
	 * Action `network_user_new_created_user`: WordPress has checked nonce and right, and mails the link.
	 *
	 * @param int $user_id The new account.
	 */
	public function keep( int $user_id ): void {
		$form  = is_array( $_POST['user'] ?? null ) ? wp_unslash( $_POST['user'] ) : []; // phpcs:ignore WordPress.Security -- see above; each field is cleaned below.
		$names = array_filter( array_combine( self::FIELDS, array_map( static fn ( string $field ): string => sanitize_text_field( self::text( $form, $field ) ), self::FIELDS ) ), static fn ( string $name ): bool => '' !== $name );
		if ( [] !== $names ) {
			wp_update_user( [ 'ID' => $user_id, ...wp_slash( $names ) ] );
		}
	}

	/**
	 * @param array<mixed> $values Values.
	 * @param string       $name   Which.
	 */
	private static function text( array $values, string $name ): string {
		return is_string( $values[ $name ] ?? null ) ? $values[ $name ] : '';
	}
}

<?php
/**
 * What the provider says about people stays as it says.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use stdClass;
use WP_Error;
use WP_REST_Request;
use WP_REST_Users_Controller;
use WP_User;

/** Names, address and password of accounts from the provider: REST refuses to change them, the profile keeps them, and no mail tells of a change that did not happen. */
final readonly class ProvidedData {

	/** Name in REST → name in the account. */
	private const FIELDS = [
		'first_name' => 'first_name',
		'last_name'  => 'last_name',
		'nickname'   => 'nickname',
		'name'       => 'display_name',
		'email'      => 'user_email',
	];

	private const METHODS = [ 'update_item', 'update_current_item' ];

	/**
	 * @param Accounts $accounts Accounts.
	 */
	public function __construct( private Accounts $accounts ) {}

	/**
	 * Filter `rest_dispatch_request`, which runs after WordPress found that the account may be changed: nobody else learns
	 * where it comes from.
	 *
	 * @param mixed                                 $result  Answer so far.
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @param string                                $route   Route.
	 * @param array<string, mixed>                  $handler What would answer.
	 */
	public function refuse( mixed $result, WP_REST_Request $request, string $route, array $handler ): mixed {
		$answers = $handler['callback'] ?? null;
		if ( null !== $result || ! is_array( $answers ) || ! ( $answers[0] ?? null ) instanceof WP_REST_Users_Controller || ! in_array( $answers[1] ?? '', self::METHODS, true ) ) {
			return $result;
		}
		$id   = 'update_item' === $answers[1] ? $request['id'] : get_current_user_id();
		$user = is_numeric( $id ) ? $this->provided( (int) $id ) : null;
		if ( null === $user || ! self::changes( $user, $request ) ) {
			return $result;
		}
		return new WP_Error( 'lernwelt_provided_data', __( 'Name, e-mail address and password come from the Bildungsserver and can be changed only there.', 'lernwelt-sso' ), [ 'status' => 403 ] );
	}

	/**
	 * Action `personal_options_update`, first: no mail asks to confirm an address that could not be kept.
	 *
	 * @param int $user_id Account.
	 */
	public function confirm_no_address( int $user_id ): void {
		if ( null !== $this->provided( $user_id ) ) {
			remove_action( 'personal_options_update', 'send_confirmation_on_profile_email' );
		}
	}

	/**
	 * Action `user_profile_update_errors`: takes out of a profile what can't be changed there.
	 *
	 * @param bool     $update Whether the account exists.
	 * @param stdClass $row    What the form would write.
	 */
	public function keep_in_form( bool $update, stdClass $row ): void {
		if ( $update && isset( $row->ID ) && is_numeric( $row->ID ) && null !== $this->provided( (int) $row->ID ) ) {
			foreach ( [ 'user_pass', ...array_values( self::FIELDS ) ] as $field ) {
				unset( $row->$field );
			}
		}
	}

	/**
	 * Filter `insert_user_meta`: names stay, whatever form or interface they come from.
	 *
	 * @param array<string, mixed> $meta   What would be written.
	 * @param WP_User              $user   Account.
	 * @param bool                 $update Whether it exists already.
	 * @return array<string, mixed>
	 */
	public function keep_names( array $meta, WP_User $user, bool $update ): array {
		if ( ! $update || Profile::is_writing() || null === $this->provided( $user->ID ) ) {
			return $meta;
		}
		return array_diff_key( $meta, self::FIELDS );
	}

	/**
	 * Filters `send_email_change_email` and `send_password_change_email`.
	 *
	 * @param bool                 $send Decision so far.
	 * @param array<string, mixed> $user Account as it was.
	 */
	public function tells( bool $send, array $user ): bool {
		$id = $user['ID'] ?? 0;
		return $send && ( ! is_numeric( $id ) || null === $this->provided( (int) $id ) );
	}

	/** Account, null when it is a local one. */
	private function provided( int $user_id ): ?WP_User {
		$user = $user_id > 0 && $this->accounts->is_from_provider( $user_id ) ? get_userdata( $user_id ) : false;
		return $user instanceof WP_User ? $user : null;
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Request. */
	private static function changes( WP_User $user, WP_REST_Request $request ): bool {
		if ( isset( $request['password'] ) && '' !== $request['password'] ) {
			return true;
		}
		foreach ( self::FIELDS as $field => $stored ) {
			// Names are stored with "&amp;" for "&"; REST gives and takes them either way.
			if ( isset( $request[ $field ] ) && ( ! is_string( $request[ $field ] ) || wp_specialchars_decode( $request[ $field ] ) !== wp_specialchars_decode( (string) $user->get( $stored ) ) ) ) {
				return true;
			}
		}
		return false;
	}
}

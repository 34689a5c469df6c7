<?php
/**
 * Passwords that people choose.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Security\Domain\Password\PasswordPolicy;
use WP_CLI;
use WP_Error;
use WP_REST_Request;
use WP_User;

/** Stands at every place where a password can be chosen: profile, reset, REST, command line. */
final readonly class PasswordRules {

	private const USERS_ROUTE = '#^/wp/v2/users(/(\d+|me))?/?$#D';

	/**
	 * @param PasswordPolicy $policy Policy.
	 */
	public function __construct( private PasswordPolicy $policy ) {}

	/**
	 * Action `user_profile_update_errors`: profile, other people's accounts, new accounts.
	 *
	 * @param WP_Error $errors Errors so far.
	 * @param bool     $update Whether the account exists.
	 * @param object   $user   What is to be saved.
	 */
	public function profile( WP_Error $errors, bool $update, object $user ): void {
		$values = get_object_vars( $user );
		if ( isset( $values['user_pass'] ) && is_string( $values['user_pass'] ) && '' !== $values['user_pass'] ) {
			$stored = isset( $values['ID'] ) ? get_userdata( (int) $values['ID'] ) : false;
			$this->complain( $errors, $values['user_pass'], [ ...self::names_in( $values ), ...( false === $stored ? [] : self::names( $stored ) ) ] );
		}
	}

	/**
	 * Action `validate_password_reset`.
	 *
	 * @param WP_Error         $errors Errors so far.
	 * @param WP_User|WP_Error $user   Account the key belongs to.
	 */
	public function reset( WP_Error $errors, WP_User|WP_Error $user ): void {
		// phpcs:disable WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- the key of the link is the proof; a password is taken as it is.
		$password = isset( $_POST['pass1'] ) && is_string( $_POST['pass1'] ) ? wp_unslash( $_POST['pass1'] ) : '';
		// phpcs:enable
		if ( '' !== $password && $user instanceof WP_User ) {
			$this->complain( $errors, $password, self::names( $user ) );
		}
	}

	/**
	 * Filter `rest_request_before_callbacks`.
	 *
	 * @template T
	 * @param T                        $response Answer so far.
	 * @param array<mixed>             $handler  Unused.
	 * @param WP_REST_Request<array<mixed>> $request  Request.
	 * @return T|WP_Error
	 */
	public function rest( mixed $response, array $handler, WP_REST_Request $request ): mixed {
		$password = 1 === preg_match( self::USERS_ROUTE, $request->get_route(), $found ) ? $request->get_param( 'password' ) : null;
		if ( ! is_string( $password ) || is_wp_error( $response ) ) {
			return $response;
		}
		$id     = 'me' === ( $found[2] ?? '' ) ? get_current_user_id() : (int) ( $found[2] ?? 0 );
		$user   = get_userdata( $id );
		$names  = array_filter( [ $request->get_param( 'username' ), $request->get_param( 'email' ), $request->get_param( 'name' ), $request->get_param( 'first_name' ), $request->get_param( 'last_name' ) ], 'is_string' );
		$errors = new WP_Error();
		$this->complain( $errors, $password, [ ...array_values( $names ), ...( false === $user ? [] : self::names( $user ) ) ] );
		if ( ! $errors->has_errors() ) {
			return $response;
		}
		$message = implode( ' ', array_map( wp_strip_all_tags( ... ), $errors->get_error_messages() ) );
		return new WP_Error( 'rest_invalid_param', $message, [ 'status' => 400, 'params' => [ 'password' => $message ] ] );
	}

	/**
	 * Before wp-cli's `user create` and `user update`.
	 *
	 * @param list<string>          $arguments Login and address, or accounts.
	 * @param array<string, string> $options   Options.
	 */
	public function command_line( array $arguments, array $options ): void {
		if ( ! isset( $options['user_pass'] ) ) {
			return;
		}
		$user   = get_user_by( 'login', $arguments[0] ?? '' );
		$errors = new WP_Error();
		$this->complain( $errors, $options['user_pass'], [ ...array_values( $arguments ), ...( false === $user ? [] : self::names( $user ) ) ] );
		if ( $errors->has_errors() ) {
			WP_CLI::error( implode( ' ', array_map( wp_strip_all_tags( ... ), $errors->get_error_messages() ) ) );
		}
	}

	/** Filter `password_hint`. */
	public function hint(): string {
		/* translators: %d: number of characters. */
		return sprintf( __( 'At least %d characters. Several words that don’t belong together are easy to keep in mind and hard to guess. Not allowed are common passwords, your name, and the names of the portals.', 'lernwelt-security' ), PasswordPolicy::MIN_LENGTH );
	}

	/** @param list<string> $names */
	private function complain( WP_Error $errors, string $password, array $names ): void {
		foreach ( $this->policy->problems( $password, $names ) as $reason ) {
			$errors->add( "password_$reason", self::words( $reason ), [ 'form-field' => 'pass1' ] );
		}
	}

	private static function words( string $reason ): string {
		return match ( $reason ) {
			/* translators: %d: number of characters. */
			PasswordPolicy::TOO_SHORT => sprintf( __( '<strong>Error:</strong> The password is too short: it needs at least %d characters.', 'lernwelt-security' ), PasswordPolicy::MIN_LENGTH ),
			PasswordPolicy::SIMPLE    => __( '<strong>Error:</strong> The password is too simple: it has only digits, few different characters, or a sequence.', 'lernwelt-security' ),
			PasswordPolicy::COMMON    => __( '<strong>Error:</strong> Many people use this password: please choose another one.', 'lernwelt-security' ),
			default                   => __( '<strong>Error:</strong> The password contains your name or the name of a portal: please choose another one.', 'lernwelt-security' ),
		};
	}

	/** @return list<string> */
	private static function names( WP_User $user ): array {
		return [ $user->user_login, $user->user_email, $user->display_name, $user->first_name, $user->last_name ];
	}

	/**
	 * @param array<string, mixed> $values
	 * @return list<string>
	 */
	private static function names_in( array $values ): array {
		$names = array_intersect_key( $values, array_flip( [ 'user_login', 'user_email', 'display_name', 'first_name', 'last_name', 'nickname' ] ) );
		return array_values( array_filter( $names, 'is_string' ) );
	}
}

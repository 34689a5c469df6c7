<?php
/**
 * Second factors on the command line.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Cli;

use Closure;
use Lernwelt\Security\Application\SecondFactor\SecondFactor;
use WP_CLI;
use WP_User;

/** Shows who has a second factor, takes it away, and gives a code to whoever governs the server. */
final readonly class SecondFactorCommand {

	/**
	 * @param SecondFactor           $factor   Second factors.
	 * @param Closure(WP_User): bool $required Whether an account has to have one.
	 * @param Closure(int): bool     $reset    Takes it away and ends all sessions.
	 */
	public function __construct( private SecondFactor $factor, private Closure $required, private Closure $reset ) {}

	/**
	 * Shows an account's second factor.
	 *
	 * ## OPTIONS
	 *
	 * <user>
	 * : Login or address of the account.
	 *
	 * @param list<string> $args The account.
	 */
	public function status( array $args ): void {
		$user = self::user( $args[0] ?? '' );
		WP_CLI::log( ( $this->required )( $user ) ? 'required: yes' : 'required: no' );
		WP_CLI::log( $this->factor->is_set_up( $user->ID ) ? 'set up: yes' : 'set up: no' );
		WP_CLI::log( 'recovery codes: ' . $this->factor->codes_left( $user->ID ) );
	}

	/**
	 * Takes an account's second factor away and ends its sessions; the next login sets up a new one.
	 *
	 * ## OPTIONS
	 *
	 * <user>
	 * : Login or address of the account.
	 *
	 * @param list<string> $args The account.
	 */
	public function reset( array $args ): void {
		$user = self::user( $args[0] ?? '' );
		WP_CLI::success( ( $this->reset )( $user->ID ) ? 'The second factor is gone, all sessions have ended.' : 'There was no second factor.' );
	}

	/**
	 * Prints a code that replaces the app once within ten minutes: for the emergency, and for local networks.
	 *
	 * ## OPTIONS
	 *
	 * <user>
	 * : Login or address of the account.
	 *
	 * @param list<string> $args The account.
	 */
	public function code( array $args ): void {
		$user = self::user( $args[0] ?? '' );
		if ( ! $this->factor->is_set_up( $user->ID ) ) {
			WP_CLI::error( 'This account has no second factor yet: the next login sets one up.' );
		}
		WP_CLI::log( $this->factor->issue( $user->ID ) );
	}

	private static function user( string $name ): WP_User {
		$user = get_user_by( 'login', $name );
		$user = false === $user ? get_user_by( 'email', $name ) : $user;
		if ( false === $user ) {
			WP_CLI::error( "There is no account \"$name\"." );
		}
		return $user;
	}
}

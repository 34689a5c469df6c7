<?php
/**
 * The single sign-on on the command line.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Cli;

use Lernwelt\Core\InvalidSettings;
use Lernwelt\Sso\Application\Accounts\Accounts;
use Lernwelt\Sso\Application\Accounts\ConnectionCheck;
use Lernwelt\Sso\Application\Accounts\ConnectionSettings;
use Lernwelt\Sso\Application\Accounts\Preview;
use WP_CLI;
use WP_User;

/** Checks the connection to the identity provider, tries claims, and parts accounts from their identity. */
final readonly class SsoCommand {

	/**
	 * @param ConnectionSettings $connection Connection.
	 * @param ConnectionCheck    $check      Tries the connection.
	 * @param Preview            $preview    Tries claims.
	 * @param Accounts           $accounts   Accounts.
	 */
	public function __construct( private ConnectionSettings $connection, private ConnectionCheck $check, private Preview $preview, private Accounts $accounts ) {}

	/**
	 * Shows the configuration and asks the identity provider whether it works. Secrets are never shown.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt sso check
	 */
	public function check(): void {
		foreach ( $this->connection->all() as $name => $setting ) {
			WP_CLI::log( sprintf( '%-14s %s (%s)', $name, '' === $setting['value'] ? '–' : $setting['value'], $setting['source'] ) );
		}
		foreach ( [ 'client_secret', 'private_key' ] as $name ) {
			WP_CLI::log( sprintf( '%-14s %s', $name, $this->connection->has_secret( $name ) ? 'set' : 'missing' ) );
		}
		$failed = 0;
		foreach ( $this->check->run() as $step ) {
			WP_CLI::log( sprintf( '%s %-14s %s', $step['ok'] ? '✓' : '✗', $step['step'], $step['reason'] ) );
			$failed += $step['ok'] ? 0 : 1;
		}
		0 === $failed ? WP_CLI::success( 'The connection works.' ) : WP_CLI::error( 'The connection does not work yet: see the steps marked with ✗.' );
	}

	/**
	 * Shows which roles a token with certain claims would get on each portal. Nothing is stored.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : Claims as JSON: {"realm_access":{"roles":["lehrkraft"]}}; - for the standard input.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt sso preview claims.json
	 *
	 * @param array{string} $args File.
	 */
	public function preview( array $args ): void {
		$path = '-' === $args[0] ? 'php://stdin' : $args[0];
		$json = 'php://stdin' === $path || is_readable( $path ) ? file_get_contents( $path, false, null, 0, Preview::LENGTH + 1 ) : false;
		if ( false === $json ) {
			WP_CLI::error( "The file {$args[0]} can't be read." );
		}
		try {
			$result = $this->preview->of( $json );
		} catch ( InvalidSettings $refused ) {
			WP_CLI::error( 'too_long' === ( $refused->errors['claims'] ?? '' ) ? 'The claims are too long.' : 'The claims must be a JSON object, e.g. {"realm_access":{"roles":["lehrkraft"]}}.' );
		}
		WP_CLI::log( "outcome: {$result['outcome']}" . ( [] === $result['missing'] ? '' : ', absent: ' . implode( ', ', $result['missing'] ) ) );
		foreach ( $result['portals'] as $portal ) {
			WP_CLI::log( sprintf( '%-20s %s', $portal['id'], [] === $portal['roles'] ? '– (does not get in)' : implode( ', ', $portal['roles'] ) ) );
		}
	}

	/**
	 * Parts an account from its identity: roles from claims and sessions end, what it wrote stays.
	 *
	 * The next login of the person makes a new account, or links this one if its address is the same and verified.
	 *
	 * ## OPTIONS
	 *
	 * <user>
	 * : Number, login or e-mail address of the account.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt sso unlink 42
	 *
	 * @param array{string} $args User.
	 */
	public function unlink( array $args ): void {
		$name = (string) $args[0];
		$user = get_user_by( ctype_digit( $name ) ? 'id' : ( str_contains( $name, '@' ) ? 'email' : 'login' ), $name );
		if ( ! $user instanceof WP_User ) {
			WP_CLI::error( 'There is no such account.' );
		}
		if ( ! $this->accounts->unlink( $user->ID ) ) {
			WP_CLI::error( 'This account does not come from the identity provider.' );
		}
		WP_CLI::success( "Account {$user->ID} is parted from its identity." );
	}
}

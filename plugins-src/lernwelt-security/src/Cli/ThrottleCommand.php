<?php
/**
 * The throttle on the command line.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Cli;

use Closure;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\Clock;
use WP_CLI;
use WP_User;

/** Shows who has to wait, and opens accounts and networks again. */
final class ThrottleCommand {

	/**
	 * @param Closure(int): list<array{account_key: string, network_key: string, kind: string, tries: int, until: int}> $overview What is counted.
	 * @param Closure(string, string): int $forget      Forgets what a column and a key name.
	 * @param Closure(WP_User): string     $account_key Name of an account.
	 * @param Closure(ClientAddress): list<string> $network_keys Names of the networks an address is in; '' for none.
	 * @param Clock                        $clock       Time.
	 * @param AuditLog                     $audit       Takes events.
	 */
	public function __construct(
		private readonly Closure $overview,
		private readonly Closure $forget,
		private readonly Closure $account_key,
		private readonly Closure $network_keys,
		private readonly Clock $clock,
		private readonly AuditLog $audit,
	) {}

	/**
	 * Lists wrong tries. Networks are hashes: nobody can read an address from them.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                        $args    Unused.
	 * @param array{format: 'table'|'json'|'csv'} $options Options.
	 */
	public function list( array $args, array $options ): void {
		$names = [];
		foreach ( get_users( [ 'blog_id' => 0 ] ) as $user ) {
			$names[ ( $this->account_key )( $user ) ] = $user->user_login;
		}
		$rows = array_map(
			static fn ( array $row ): array => [
				'account' => $names[ $row['account_key'] ] ?? 'unknown ' . substr( $row['account_key'], 0, 8 ),
				'network' => '' === $row['network_key'] ? 'all' : substr( $row['network_key'], 0, 8 ),
				'kind'    => $row['kind'],
				'tries'   => $row['tries'],
				'until'   => gmdate( 'Y-m-d H:i:s', $row['until'] ),
			],
			( $this->overview )( $this->clock->now()->getTimestamp() )
		);
		WP_CLI\Utils\format_items( $options['format'], $rows, [ 'account', 'network', 'kind', 'tries', 'until' ] );
	}

	/**
	 * Forgets the wrong tries on an account, or of a network.
	 *
	 * ## OPTIONS
	 *
	 * [<user>]
	 * : Login or address of the account.
	 *
	 * [--network=<address>]
	 * : IPv4 address, or any IPv6 address of the network.
	 *
	 * @param list<string>             $args    The account.
	 * @param array{network?: string} $options Options.
	 */
	public function unlock( array $args, array $options ): void {
		if ( isset( $options['network'] ) ) {
			$this->unlock_network( $options['network'] );
			return;
		}
		$name = $args[0] ?? '';
		$user = get_user_by( 'login', $name );
		$user = false === $user ? get_user_by( 'email', $name ) : $user;
		if ( false === $user ) {
			WP_CLI::error( "There is no account \"$name\"." );
		}
		$this->done( ( $this->forget )( 'account_key', ( $this->account_key )( $user ) ), "user:$user->ID" );
	}

	private function unlock_network( string $address ): void {
		$client = ClientAddress::of( $address );
		if ( '' === $client->address ) {
			WP_CLI::error( "\"$address\" is no IP address." );
		}
		$this->done( array_sum( array_map( fn ( string $key ): int => '' === $key ? 0 : ( $this->forget )( 'network_key', $key ), ( $this->network_keys )( $client ) ) ), '' );
	}

	private function done( int $rows, string $account ): void {
		$this->audit->record( new AuditEvent( 'login', 'unlocked', object: $account, details: [ 'rows' => $rows ] ) );
		WP_CLI::success( 0 === $rows ? 'There was nothing to unlock.' : 'Unlocked.' );
	}
}

<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use WP_CLI;

/**
 * Rewrites the host names stored in the database, so that a network can move: another port, another machine,
 * a copy for staging, a restore.
 *
 * The rewriting is wp-cli's own search-replace, which knows serialised values. This command adds what a network
 * of portals needs: whole host names only, all portals in one go, all tables.
 */
final class RehostCommand {

	/** Not inside a longer host name, and not the host of a mail address: mail stays where it is when a network moves. */
	private const BEFORE = '(?<![a-z0-9.@-])';

	/** Not before more of a name, nor before a port of its own; a sentence may end after the host. */
	private const AFTER = '(?![a-z0-9-]|\.[a-z0-9-]|:[0-9])';

	private const HOST = '/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?$/';

	/**
	 * Rewrites stored host names.
	 *
	 * ## OPTIONS
	 *
	 * <pair>...
	 * : Pairs FROM=TO of host names, with the port where one is part of the address.
	 *
	 * [--dry-run]
	 * : Counts, changes nothing.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt rehost lernorte.localhost:8080=lernorte-lsa.de
	 *
	 * @param list<string>        $args       Pairs.
	 * @param array<string, true> $assoc_args Flags.
	 */
	public function __invoke( array $args, array $assoc_args ): void {
		$pairs = array_map( self::pair( ... ), $args );
		foreach ( $pairs as [ $from, $to ] ) {
			$pattern = self::BEFORE . preg_quote( $from, '/' ) . ( str_contains( $from, ':' ) ? '(?![0-9])' : self::AFTER );
			WP_CLI::runcommand(
				sprintf(
					'search-replace %s %s --all-tables --network --regex --regex-delimiter=/ --skip-columns=guid,user_pass --report-changed-only --quiet%s',
					escapeshellarg( $pattern ),
					escapeshellarg( $to ),
					isset( $assoc_args['dry-run'] ) ? ' --dry-run' : ''
				),
				[ 'launch' => false ]
			);
		}
		wp_cache_flush();
		WP_CLI::success( sprintf( '%d host names rewritten.', count( $pairs ) ) );
	}

	/**
	 * @param string $argument "from=to".
	 * @return array{string, string}
	 */
	private static function pair( string $argument ): array {
		$parts = explode( '=', $argument );
		if ( 2 !== count( $parts ) || 1 !== preg_match( self::HOST, $parts[0] ) || 1 !== preg_match( self::HOST, $parts[1] ) ) {
			WP_CLI::error( "\"$argument\" is not a pair of host names such as lernorte.localhost:8080=lernorte-lsa.de." );
		}
		return [ $parts[0], $parts[1] ];
	}
}

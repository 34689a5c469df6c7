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

	private const HOST = '#^(?:(https?)://)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9][0-9]{0,4})?)$#';

	/**
	 * Rewrites stored host names.
	 *
	 * ## OPTIONS
	 *
	 * <pair>...
	 * : Pairs FROM=TO of host names, with the port where one is part of the address; on both sides with a scheme where
	 * that changes too.
	 *
	 * [--dry-run]
	 * : Counts, changes nothing.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt rehost lernorte.localhost:8080=lernorte-lsa.de
	 *     wp lernwelt rehost http://lernorte.localhost:8080=https://lernorte-lsa.de
	 *
	 * @param list<string>        $args       Pairs.
	 * @param array<string, true> $assoc_args Flags.
	 */
	public function __invoke( array $args, array $assoc_args ): void {
		$is_dry = isset( $assoc_args['dry-run'] );
		$pairs  = array_map( self::pair( ... ), $args );
		foreach ( $pairs as [ $from, $to ] ) {
			$end = str_contains( $from['host'], ':' ) ? '(?![0-9])' : self::AFTER;
			if ( $from['scheme'] !== $to['scheme'] ) {
				// Slashes are escaped within JSON.
				self::replace( $from['scheme'] . '(:(?:\\\\?\/){2})' . preg_quote( $from['host'], '/' ) . $end, $to['scheme'] . '$1' . $to['host'], $is_dry );
			}
			self::replace( self::BEFORE . preg_quote( $from['host'], '/' ) . $end, $to['host'], $is_dry );
		}
		wp_cache_flush();
		WP_CLI::success( sprintf( '%d host names rewritten.', count( $pairs ) ) );
	}

	private static function replace( string $pattern, string $with, bool $is_dry ): void {
		WP_CLI::runcommand(
			sprintf(
				'search-replace %s %s --all-tables --network --regex --regex-delimiter=/ --skip-columns=guid,user_pass --report-changed-only --quiet%s',
				escapeshellarg( $pattern ),
				escapeshellarg( $with ),
				$is_dry ? ' --dry-run' : ''
			),
			[ 'launch' => false ]
		);
	}

	/**
	 * @param string $argument "from=to".
	 * @return array{array{scheme: string, host: string}, array{scheme: string, host: string}}
	 */
	private static function pair( string $argument ): array {
		$parts = array_map( self::address( ... ), explode( '=', $argument ) );
		if ( 2 !== count( $parts ) || null === $parts[0] || null === $parts[1] || ( '' === $parts[0]['scheme'] ) !== ( '' === $parts[1]['scheme'] ) ) {
			WP_CLI::error( "\"$argument\" is not a pair of host names such as lernorte.localhost:8080=lernorte-lsa.de." );
		}
		return [ $parts[0], $parts[1] ];
	}

	/**
	 * @param string $text "host", "host:port" or "scheme://host:port".
	 * @return array{scheme: string, host: string}|null
	 */
	private static function address( string $text ): ?array {
		if ( 1 !== preg_match( self::HOST, $text, $found ) ) {
			return null;
		}
		return [
			'scheme' => $found[1],
			'host'   => $found[2],
		];
	}
}

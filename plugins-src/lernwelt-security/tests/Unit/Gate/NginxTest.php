<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Gate;

use PHPUnit\Framework\TestCase;

/** nginx refuses what the router refuses. */
final class NginxTest extends TestCase {

	public function test_nginx_closes_the_same_addresses(): void {
		$root  = dirname( __DIR__, 5 );
		$paths = (array) json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . '/closed-paths.json' ), true, 4, JSON_THROW_ON_ERROR );
		$names = array_map( static fn ( mixed $path ): string => str_replace( '.', '\.', is_string( $path ) ? $path : '' ), $paths );

		self::assertStringContainsString( 'location ~* ^(?:' . implode( '|', $names ) . ')(?:/|$) { return 403; }', (string) file_get_contents( $root . '/deploy/nginx/gate.conf.template' ) );
	}
}

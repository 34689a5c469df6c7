<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\PageCache;

use Lernwelt\Operations\PageCache\AnswerHeaders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** nginx reads nothing from the cache for whom WordPress lets nothing be kept. */
final class NginxTest extends TestCase {

	/** @return iterable<string, array{string}> */
	public static function cookies(): iterable {
		foreach ( [ 'wordpress_logged_in_0f', 'wordpress_sec_0f', 'wordpress_0f', 'wordpress_test_cookie', 'wp-settings-1', 'wp-postpass_0f', 'wp_lang', 'lernwelt-pupil', 'lernwelt_x', 'WordPress_Logged_In_0F', 'analytics', 'my-wp-x', 'xlernwelt', '_pk_id' ] as $name ) {
			foreach ( [ '', '__Host-', '__Secure-' ] as $prefix ) {
				yield $prefix . $name => [ $prefix . $name ];
			}
		}
	}

	#[DataProvider( 'cookies' )]
	public function test_both_know_the_same_cookies_as_somebodys_own( string $name ): void {
		$nginx = self::pattern( 'lernwelt_personal' );
		foreach ( [ "$name=v", "a=b; $name=v", "a=b;$name=v; c=d" ] as $header ) {
			self::assertSame( preg_match( AnswerHeaders::PERSONAL, $name ), preg_match( $nginx, $header ), $header );
		}
	}

	/** @return iterable<string, array{string, bool}> */
	public static function parameters(): iterable {
		foreach ( [ '_wpnonce', 'key', 'token', 'login', 'action', 'preview', 'preview_id', 'preview_nonce', 'rest_route', 'customize_changeset_uuid', 'keys', 'mytoken', 'seite', 'region', 'fach' ] as $name ) {
			yield $name => [ $name, false ];
		}
		// A search is known to WordPress by other means, and what asks by a number leads to another address.
		foreach ( [ 's', 'p', 'page_id' ] as $name ) {
			yield $name => [ $name, true ];
		}
	}

	#[DataProvider( 'parameters' )]
	public function test_both_know_the_same_parameters_as_keys( string $name, bool $only_nginx ): void {
		$nginx = self::pattern( 'lernwelt_asks', 1 );
		foreach ( [ "$name=v", $name, "a=b&$name=v", "{$name}[]=v&c=d" ] as $query ) {
			self::assertSame( $only_nginx ? 1 : preg_match( AnswerHeaders::KEYS, $name ), preg_match( $nginx, $query ), $query );
		}
	}

	/**
	 * A pattern of a map, written as PHP has them.
	 *
	 * @param string $map   Name of the variable that it sets.
	 * @param int    $which Which of its patterns, from 0.
	 */
	private static function pattern( string $map, int $which = 0 ): string {
		$text = (string) file_get_contents( dirname( __DIR__, 5 ) . '/deploy/nginx/cache.conf.template' );
		self::assertSame( 1, preg_match( '/^map \S+ \$' . $map . ' \{(.*?)^\}/ms', $text, $block ) );
		preg_match_all( '/^\s*"~(\*?)(.*)" 1;$/m', $block[1], $found );
		return '#' . ( $found[2][ $which ] ?? self::fail( "$map has no such pattern." ) ) . '#' . ( '*' === $found[1][ $which ] ? 'i' : '' );
	}
}

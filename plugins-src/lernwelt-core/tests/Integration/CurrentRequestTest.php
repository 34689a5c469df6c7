<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\HostCookie;
use Lernwelt\Tests\IntegrationTestCase;

/** What a browser sends, and what it gets to keep. */
final class CurrentRequestTest extends IntegrationTestCase {

	public function test_texts_come_without_wordpress_s_slashes(): void {
		$_SERVER['REQUEST_URI'] = '/a\\\'b?c';
		$_GET                   = [ 'text' => 'O\\\'Neill', 'list' => [ 'a' ] ];
		self::assertSame( [ "/a'b?c", "O'Neill", '', '' ], [ CurrentRequest::address(), CurrentRequest::parameter( 'text' ), CurrentRequest::parameter( 'list' ), CurrentRequest::parameter( 'none' ) ] );
		self::assertSame( '', CurrentRequest::server( 'HTTP_X_NOT_SENT' ) );
	}

	public function test_a_cookie_counts_in_the_request_that_gives_it(): void {
		$cookie = new HostCookie( 'lernwelt-test' );
		self::assertSame( [ false, '' ], [ $cookie->is_sent(), $cookie->sent() ] );
		$cookie->give( "O'Neill" );
		self::assertSame( [ true, "O'Neill" ], [ $cookie->is_sent(), $cookie->sent() ] );
		$cookie->take_back();
		self::assertSame( [ false, '' ], [ $cookie->is_sent(), $cookie->sent() ] );
		$_COOKIE['lernwelt-test'] = [ 'a' ];
		self::assertSame( [ true, '' ], [ $cookie->is_sent(), $cookie->sent() ] );
	}

	public function test_over_https_a_cookie_of_a_plain_page_is_not_ours(): void {
		$cookie                   = new HostCookie( 'lernwelt-test' );
		$_COOKIE['lernwelt-test'] = 'planted';
		self::assertSame( [ 'lernwelt-test', 'planted' ], [ $cookie->name(), $cookie->sent() ] );
		$_SERVER['HTTPS'] = 'on';
		self::assertSame( [ '__Host-lernwelt-test', '' ], [ $cookie->name(), $cookie->sent() ] );
		$_COOKIE['__Host-lernwelt-test'] = 'ours';
		self::assertSame( 'ours', $cookie->sent() );
	}
}

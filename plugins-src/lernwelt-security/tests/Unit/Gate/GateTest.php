<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Gate;

use Lernwelt\Security\Domain\Gate\Asked;
use Lernwelt\Security\Domain\Gate\Decision;
use Lernwelt\Security\Domain\Gate\Exceptions;
use Lernwelt\Security\Domain\Gate\GatePolicy;
use Lernwelt\Security\Domain\Gate\Request;
use Lernwelt\Security\Domain\Gate\Visitor;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What a request wants, and who gets it. */
final class GateTest extends TestCase {

	private const QUERY = [ 'p', 'page_id', 's', 'feed', 'rest_route', 'attachment_id', 'preview', 'name', 'pagename', 'post_type', 'paged', 'm', 'cat', 'error' ];

	public function test_the_exceptions_are_those_of_the_requirements_and_no_others(): void {
		self::assertSame(
			[
				'/anmelden/', '/anmelden', '/impressum', '/datenschutz', '/barrierefreiheit', '/barriere-melden',
				'/sso/start', '/sso/callback', '/sso/logout', '/sso/logged-out', '/sso/backchannel-logout',
				'/csp-report', '/readyz', '/.well-known/security.txt', '/robots.txt', '/wp-login.php',
			],
			array_keys( Exceptions::ADDRESSES )
		);
	}

	/**
	 * @param list<string> $parameters Names of parameters.
	 */
	#[DataProvider( 'requests' )]
	public function test_a_request_is_what_its_address_says( Asked $expected, string $uri, array $parameters = [], string $method = 'GET', string $script = '/index.php' ): void {
		self::assertSame( $expected, ( new Request( $uri, $script, $method, $parameters ) )->asked( self::QUERY ) );
	}

	/** @return iterable<string, array{0: Asked, 1: string, 2?: list<string>, 3?: string, 4?: string}> */
	public static function requests(): iterable {
		yield 'imprint' => [ Asked::OpenPage, '/impressum/' ];
		yield 'imprint without its slash' => [ Asked::OpenPage, '/impressum' ];
		yield 'imprint with a harmless parameter' => [ Asked::OpenPage, '/impressum/?quelle=mail', [ 'quelle' ] ];
		yield 'imprint, head' => [ Asked::OpenPage, '/impressum/', [], 'HEAD' ];
		yield 'barrier form' => [ Asked::OpenPage, '/barriere-melden/', [ 'lw_text' ], 'POST' ];
		yield 'barrier form with its confirmation' => [ Asked::OpenPage, '/barriere-melden/?gesendet=1', [ 'gesendet' ] ];
		yield 'login page' => [ Asked::OwnAddress, '/anmelden/?weiter=%2F&still=1', [ 'weiter', 'still' ] ];
		yield 'back channel' => [ Asked::OwnAddress, '/sso/backchannel-logout', [ 'logout_token' ], 'POST' ];
		yield 'callback' => [ Asked::OwnAddress, '/sso/callback?code=1&state=2&error=x', [ 'code', 'state', 'error' ] ];
		yield 'robots.txt' => [ Asked::Robots, '/robots.txt' ];
		yield 'local login' => [ Asked::LocalLogin, '/wp-login.php?action=lostpassword', [ 'action' ], 'POST', '/wp-login.php' ];

		foreach ( [ '/', '/ausleihe/', '/gibt-es-nicht/', '/Impressum/', '//impressum/', '/impressum//', '/%69mpressum/', '/impressum%2f', '/impressum/x/', '/impressum;x', '/x/../impressum/', '/impressum/2/', '/sso/', '/sso/start/x', '/sso', '/kontakt/', '/leichte-sprache/', '/wp-admin/impressum/', '/seite/2/', '/impressum%00' ] as $uri ) {
			yield "page $uri" => [ Asked::Page, $uri ];
		}
		foreach ( [ 'p', 'page_id', 's', 'attachment_id', 'preview', 'name', 'pagename', 'post_type', 'paged', 'm', 'cat' ] as $name ) {
			yield "imprint with $name" => [ Asked::Page, "/impressum/?$name=5", [ $name ] ];
			yield "start with $name" => [ Asked::Page, "/?$name=5", [ $name ] ];
		}
		yield 'page of another host in the address line' => [ Asked::Page, 'http://andere.example/ausleihe/' ];
		yield 'screen' => [ Asked::Page, '/wp-admin/', [], 'GET', '/wp-admin/index.php' ];
		yield 'screen of the network' => [ Asked::Page, '/wp-admin/network/sites.php', [], 'GET', '/wp-admin/network/sites.php' ];

		foreach ( [ '/feed/', '/ausleihe/feed/', '/feed/atom/', '/impressum/feed/', '/feed', '/wp-json/', '/wp-json/wp/v2/posts', '/WP-JSON/wp/v2/posts', '/wp-json', '/wp%2djson/', '/wp-sitemap.xml', '/wp-sitemap-posts-page-1.xml', '/ausleihe/embed/', '/ausleihe/trackback/', '/favicon.ico', '/liste.csv', '/robots.txt/x.txt', '/.well-known/change-password.json', '/index.php' ] as $uri ) {
			yield "data $uri" => [ Asked::Data, $uri ];
		}
		foreach ( [ 'rest_route', 'feed', 'embed', 'sitemap', 'robots', 'tb' ] as $name ) {
			yield "parameter $name" => [ Asked::Data, "/?$name=1", [ $name ] ];
		}
		yield 'imprint as feed' => [ Asked::Data, '/impressum/?feed=rss2', [ 'feed' ] ];
		yield 'imprint as interface' => [ Asked::Data, '/impressum/?rest_route=/', [ 'rest_route' ] ];
		yield 'posting to a page' => [ Asked::Data, '/ausleihe/', [], 'POST' ];
		yield 'posting to the imprint' => [ Asked::Data, '/impressum/', [], 'POST' ];
		yield 'posting a query to the barrier form' => [ Asked::Data, '/barriere-melden/', [ 'p' ], 'POST' ];
		yield 'posting to robots.txt' => [ Asked::Data, '/robots.txt', [], 'POST' ];
		yield 'options' => [ Asked::Data, '/', [], 'OPTIONS' ];
		yield 'ajax' => [ Asked::Data, '/wp-admin/admin-ajax.php?action=heartbeat', [ 'action' ], 'GET', '/wp-admin/admin-ajax.php' ];
		yield 'admin-post' => [ Asked::Data, '/wp-admin/admin-post.php', [ 'action' ], 'POST', '/wp-admin/admin-post.php' ];
		yield 'upload' => [ Asked::Data, '/wp-admin/async-upload.php', [], 'POST', '/wp-admin/async-upload.php' ];
		yield 'screen that is posted to' => [ Asked::Data, '/wp-admin/post.php', [], 'POST', '/wp-admin/post.php' ];
		yield 'signup' => [ Asked::Data, '/wp-signup.php', [], 'GET', '/wp-signup.php' ];
		yield 'activation' => [ Asked::Data, '/wp-activate.php', [], 'GET', '/wp-activate.php' ];
		yield 'tasks from elsewhere' => [ Asked::Data, '/wp-cron.php', [], 'GET', '/wp-cron.php' ];
		yield 'unknown script under the name of the login' => [ Asked::Data, '/wp-login.php', [], 'GET', '/wp-unknown.php' ];
		yield 'script behind an exception' => [ Asked::Data, '/impressum/', [], 'GET', '/wp-signup.php' ];

		foreach ( [ '/wp-content/uploads/sites/2/a.jpg', '/wp-content/uploads', '/wp-content//uploads/a.jpg', '//wp-content/uploads/a.jpg', '/WP-Content/Uploads/a.jpg', '/wp-content/uploads%2fa.jpg', '/wp-content%2Fuploads/a.jpg', '/wp-content/%75ploads/a.jpg', '/wp-content%252fuploads/a.jpg', '/wp-content/uploads/../uploads/a.jpg' ] as $uri ) {
			yield "file $uri" => [ Asked::File, $uri ];
		}
		yield 'file posted to' => [ Asked::File, '/wp-content/uploads/a.jpg', [], 'POST' ];
	}

	public function test_this_machine_may_run_its_tasks(): void {
		self::assertSame( Asked::Tasks, ( new Request( '/wp-cron.php', '/wp-cron.php', 'GET', [], true ) )->asked( self::QUERY ) );
	}

	/** @param array<string, Decision> $expected */
	#[DataProvider( 'decisions' )]
	public function test_who_gets_what( Asked $asked, array $expected ): void {
		$decided = [];
		foreach ( Visitor::cases() as $visitor ) {
			$decided[ $visitor->value ] = GatePolicy::decide( $visitor, $asked );
		}
		self::assertSame( $expected, $decided );
	}

	/** @return iterable<string, array{Asked, array<string, Decision>}> */
	public static function decisions(): iterable {
		$open = [ 'guest' => Decision::Pass, 'stranger' => Decision::Pass, 'member' => Decision::Pass ];
		foreach ( [ Asked::OpenPage, Asked::OwnAddress, Asked::Robots, Asked::LocalLogin, Asked::Tasks ] as $asked ) {
			yield $asked->value => [ $asked, $open ];
		}
		yield 'page' => [ Asked::Page, [ 'guest' => Decision::SendToLogin, 'stranger' => Decision::Refuse, 'member' => Decision::Pass ] ];
		yield 'file' => [ Asked::File, [ 'guest' => Decision::AskForLogin, 'stranger' => Decision::Refuse, 'member' => Decision::Pass ] ];
		yield 'data' => [ Asked::Data, [ 'guest' => Decision::AskForLogin, 'stranger' => Decision::Refuse, 'member' => Decision::Pass ] ];
	}

	public function test_an_exception_means_one_page(): void {
		self::assertTrue( Exceptions::is_page( '/impressum/', 'impressum' ) );
		self::assertFalse( Exceptions::is_page( '/impressum/', 'ausleihe' ) );
		self::assertFalse( Exceptions::is_page( '/impressum/', 'ausleihe/impressum' ) );
		self::assertFalse( Exceptions::is_page( '/anmelden/', 'anmelden' ) );
	}

	/** No exception may be a way around: WordPress answers these parameters at any address. */
	public function test_no_exception_opens_an_interface_however_it_is_spelled(): void {
		foreach ( array_keys( Exceptions::ADDRESSES ) as $path ) {
			if ( '/wp-login.php' === $path ) {
				continue;
			}
			foreach ( [ $path, $path . '/', rtrim( $path, '/' ), '/' . $path, strtoupper( $path ) ] as $uri ) {
				foreach ( [ 'rest_route', 'feed', 'p', 'page_id', 's', 'attachment_id', 'embed', 'sitemap', 'preview' ] as $name ) {
					foreach ( [ 'GET', 'HEAD', 'POST', 'OPTIONS' ] as $method ) {
						$asked = ( new Request( "$uri?$name=/wp/v2/pages/24", '/index.php', $method, [ $name ] ) )->asked( self::QUERY );
						self::assertFalse( $asked->is_open(), "$method $uri?$name" );
					}
				}
			}
		}
	}

	#[TestWith( [ '/sso/start/' ] )]
	#[TestWith( [ '/sso/callback/' ] )]
	#[TestWith( [ '/csp-report/' ] )]
	#[TestWith( [ '/.well-known/security.txt/' ] )]
	#[TestWith( [ '/robots.txt/' ] )]
	public function test_an_own_address_counts_only_as_it_is_answered( string $uri ): void {
		self::assertFalse( ( new Request( $uri, '/index.php', 'GET' ) )->asked( self::QUERY )->is_open() );
	}
}

<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Security\Login\PostPasswords;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PasswordHash;

/** A password of a post opens it only for who sent it to us. */
final class PostPasswordsTest extends IntegrationTestCase {

	use RestRequests;

	private const PASSWORD = 'Kastanie 7';

	private int $post;

	protected function setUp(): void {
		parent::setUp();
		$this->log_out();
		$this->post = (int) wp_insert_post(
			[
				'post_title'    => 'Geschützt',
				'post_content'  => 'Geheimer Text',
				'post_status'   => 'publish',
				'post_password' => self::PASSWORD,
			]
		);
	}

	protected function tearDown(): void {
		unset( $_COOKIE[ 'wp-postpass_' . COOKIEHASH ], $_COOKIE['lernwelt-post-password'], $_POST['post_password'] );
		parent::tearDown();
	}

	public function test_a_hash_made_at_home_opens_nothing(): void {
		$this->bring_wordpress_cookie();
		self::assertTrue( post_password_required( $this->post ) );
		$_COOKIE['lernwelt-post-password'] = str_repeat( 'a', 64 );
		self::assertTrue( post_password_required( $this->post ) );
	}

	public function test_who_sent_it_reads(): void {
		$this->bring_wordpress_cookie();
		$this->send( self::PASSWORD );
		self::assertFalse( post_password_required( $this->post ) );
		$this->send( 'Kastanie 8' );
		self::assertTrue( post_password_required( $this->post ) );
	}

	public function test_rest_counts_too(): void {
		$route = "/wp/v2/posts/$this->post";
		self::assertStringContainsString( 'Geheimer Text', (string) $this->rest( 'GET', $route, [ 'password' => self::PASSWORD ] )->get_data()['content']['rendered'] );
		for ( $guess = 1; $guess < PostPasswords::PER_NETWORK; ++$guess ) {
			self::assertSame( 403, $this->rest( 'GET', $route, [ 'password' => "falsch $guess" ] )->get_status() );
		}
		$this->assert_problem( $this->rest( 'GET', $route, [ 'password' => self::PASSWORD ] ), Problems::TOO_MANY, 429 );
		self::assertSame( 200, $this->rest( 'GET', $route )->get_status(), 'without a password it is a post like others' );
	}

	private function send( string $password ): void {
		$_POST['post_password'] = wp_slash( $password );
		( new PostPasswords( Core::services()->rate_limiter, Core::services()->pseudonyms ) )->take();
	}

	private function bring_wordpress_cookie(): void {
		require_once ABSPATH . WPINC . '/class-phpass.php';
		$_COOKIE[ 'wp-postpass_' . COOKIEHASH ] = ( new PasswordHash( 8, true ) )->HashPassword( self::PASSWORD );
	}
}

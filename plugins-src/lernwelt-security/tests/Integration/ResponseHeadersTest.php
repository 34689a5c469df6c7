<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration;

use Lernwelt\Security\Domain\ScriptHash;
use Lernwelt\Security\Headers\ResponseHeaders;
use Lernwelt\Security\Headers\TrustedScripts;
use Lernwelt\Tests\IntegrationTestCase;

/** What the policy of an answer says, and who may change it. */
final class ResponseHeadersTest extends IntegrationTestCase {

	/** @var list<array{array<string, list<string>>, string}> */
	private array $seen = [];

	/** @var list<string> */
	private array $sent = [];

	protected function setUp(): void {
		parent::setUp();
		add_filter(
			'lernwelt_csp',
			function ( array $directives, string $surface ): array {
				$this->seen[] = [ $directives, $surface ];
				return $directives;
			},
			10,
			2
		);
	}

	/** @param array<string, string> $shared */
	private function headers( array $shared, TrustedScripts $scripts, string $environment = 'local' ): ResponseHeaders {
		return new ResponseHeaders(
			$shared,
			$scripts,
			function ( string $line ): void {
				$this->sent[] = $line;
			},
			$environment
		);
	}

	public function test_an_answer_that_ends_early_has_its_headers(): void {
		$_SERVER['SCRIPT_NAME'] = '/wp-login.php';
		$this->headers( [ 'X-Content-Type-Options' => 'nosniff' ], new TrustedScripts() )->send_early();

		self::assertSame( 'X-Content-Type-Options: nosniff', $this->sent[0] );
		self::assertStringStartsWith( "Content-Security-Policy: base-uri 'none'; connect-src 'self';", $this->sent[1] );
		self::assertCount( 2, $this->sent );
	}

	public function test_only_screens_may_be_framed_and_only_by_screens(): void {
		$_SERVER['SCRIPT_NAME'] = '/wp-admin/upload.php';
		$this->headers( [ 'X-Frame-Options' => 'DENY' ], new TrustedScripts() )->send_early();

		self::assertSame( 'X-Frame-Options: SAMEORIGIN', $this->sent[1] );
		self::assertStringContainsString( "frame-ancestors 'self';", $this->sent[2] );
	}

	public function test_browsers_are_bound_to_https_in_production_only(): void {
		$_SERVER['HTTPS'] = 'on';
		$this->headers( [], new TrustedScripts(), 'production' )->send_early();
		self::assertSame( 'Strict-Transport-Security: max-age=31536000; includeSubDomains', $this->sent[0] );

		$this->sent = [];
		$this->headers( [], new TrustedScripts() )->send_early();
		self::assertStringNotContainsString( 'Strict-Transport-Security', implode( ' ', $this->sent ) );
	}

	public function test_other_plugins_see_the_surface_and_the_scripts_of_a_page(): void {
		$scripts = new TrustedScripts();
		$scripts->note( [], 'let a = 1;' );
		$this->headers( [], $scripts )->send_policy_of_surface();

		self::assertCount( 1, $this->seen );
		self::assertSame( 'front', $this->seen[0][1] );
		self::assertSame( [ "'self'", ScriptHash::of( 'let a = 1;' ) ], $this->seen[0][0]['script-src'] );
	}

	public function test_https_upgrades_what_still_says_http(): void {
		$_SERVER['HTTPS'] = 'on';
		$this->headers( [], new TrustedScripts() )->send_policy_of_surface();

		self::assertSame( [], $this->seen[0][0]['upgrade-insecure-requests'] );
	}

	public function test_an_answer_of_rest_may_load_nothing(): void {
		$headers = $this->headers( [], new TrustedScripts() );

		self::assertTrue( $headers->send_for_rest( true ) );
		self::assertFalse( $headers->send_for_rest( false ) );
		self::assertSame( 'data', $this->seen[0][1] );
		self::assertSame( [ "'none'" ], $this->seen[0][0]['default-src'] );
	}

	public function test_a_broken_filter_is_reported_and_does_not_break_the_page(): void {
		$reported = [];
		add_action(
			'doing_it_wrong_run',
			static function ( string $hook, string $message ) use ( &$reported ): void {
				$reported[] = [ $hook, $message ];
			},
			10,
			2
		);
		add_filter( 'doing_it_wrong_trigger_error', '__return_false' );
		add_filter( 'lernwelt_csp', static fn ( array $directives ): array => [ 'script-src' => [ "'self'; script-src *" ] ] + $directives, 20 );
		$this->headers( [], new TrustedScripts() )->send_policy_of_surface();

		self::assertSame( [ [ 'lernwelt_csp', 'malformed_source: &#039;self&#039;; script-src *' ] ], $reported );
	}

	public function test_a_filter_that_returns_nonsense_does_not_break_the_page(): void {
		$reported = 0;
		add_action(
			'doing_it_wrong_run',
			static function () use ( &$reported ): void {
				++$reported;
			}
		);
		add_filter( 'doing_it_wrong_trigger_error', '__return_false' );
		add_filter( 'lernwelt_csp', '__return_null', 20 );
		$this->headers( [], new TrustedScripts() )->send_policy_of_surface();

		self::assertSame( 1, $reported );
	}

	public function test_wp_admin_keeps_the_shared_referrer_policy(): void {
		self::assertSame( 'same-origin', $this->headers( [ 'Referrer-Policy' => 'same-origin' ], new TrustedScripts() )->referrer_policy() );
	}
}

<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit;

use Lernwelt\Security\Domain\ContentSecurityPolicy;
use Lernwelt\Security\Domain\Surface;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Which policy an answer gets, and what no policy may allow. */
final class SurfaceTest extends TestCase {

	#[DataProvider( 'scripts' )]
	public function test_the_script_decides_before_wordpress_does( string $script, Surface $expected ): void {
		self::assertSame( $expected, Surface::of_script( $script ) );
	}

	/** @return array<string, array{string, Surface}> */
	public static function scripts(): array {
		return [
			'page'            => [ '/index.php', Surface::Front ],
			'activation'      => [ '/wp-activate.php', Surface::Front ],
			'login'           => [ '/wp-login.php', Surface::Login ],
			'screen'          => [ '/wp-admin/post.php', Surface::Admin ],
			'network screen'  => [ '/wp-admin/network/sites.php', Surface::Admin ],
			'ajax'            => [ '/wp-admin/admin-ajax.php', Surface::Data ],
			'upload'          => [ '/wp-admin/async-upload.php', Surface::Data ],
			'form of a guest' => [ '/wp-admin/admin-post.php', Surface::Front ],
			'scheduled tasks' => [ '/wp-cron.php', Surface::Data ],
			'unknown'         => [ '', Surface::Front ],
		];
	}

	#[DataProvider( 'surfaces' )]
	public function test_no_surface_names_another_host( Surface $surface ): void {
		foreach ( [ true, false ] as $https ) {
			foreach ( $surface->directives( $https ) as $directive => $sources ) {
				foreach ( $sources as $source ) {
					self::assertMatchesRegularExpression( "/^('[a-z-]+'|data:|blob:|\/csp-report)$/", $source, $directive );
				}
			}
		}
	}

	#[DataProvider( 'surfaces' )]
	public function test_every_surface_is_a_valid_policy_that_refuses_frames( Surface $surface ): void {
		$who = Surface::Admin === $surface ? "'self'" : "'none'";
		self::assertStringContainsString( "frame-ancestors $who;", ContentSecurityPolicy::from( $surface->directives( false ) )->header() );
		self::assertStringContainsString( "base-uri $who;", ContentSecurityPolicy::from( $surface->directives( false ) )->header() );
	}

	/** @return array<string, array{Surface}> */
	public static function surfaces(): array {
		return [
			'front' => [ Surface::Front ],
			'login' => [ Surface::Login ],
			'admin' => [ Surface::Admin ],
			'data'  => [ Surface::Data ],
		];
	}

	public function test_pages_run_no_script_that_is_not_named(): void {
		foreach ( [ Surface::Front, Surface::Login ] as $surface ) {
			self::assertSame( [ "'self'" ], $surface->directives( true )['script-src'] );
			self::assertSame( [ "'none'" ], $surface->directives( true )['script-src-attr'] );
			self::assertSame( [ "'none'" ], $surface->directives( true )['object-src'] );
		}
	}

	public function test_only_https_upgrades_insecure_requests(): void {
		self::assertArrayHasKey( 'upgrade-insecure-requests', Surface::Front->directives( true ) );
		self::assertArrayNotHasKey( 'upgrade-insecure-requests', Surface::Front->directives( false ) );
	}
}

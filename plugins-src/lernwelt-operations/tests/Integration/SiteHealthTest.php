<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Operations\Admin\SiteHealth;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\TestWith;
use WP_Site_Health;

/** WordPress's own screen. */
final class SiteHealthTest extends IntegrationTestCase {

	public function test_each_check_is_a_test_and_wordpress_asks_nothing_that_can_not_be_right(): void {
		require_once ABSPATH . 'wp-admin/includes/class-wp-site-health.php';
		$tests = WP_Site_Health::get_tests();

		foreach ( Core::services()->health->names() as $name ) {
			self::assertArrayHasKey( "lernwelt_health_$name", $tests['direct'] );
		}
		self::assertSame( [], array_intersect( [ 'scheduled_events', 'php_version', 'debug_enabled', 'rest_availability', 'loopback_requests', 'authorization_header', 'page_cache', 'https_status', 'dotorg_communication', 'background_updates', 'http_requests' ], [ ...array_keys( $tests['direct'] ), ...array_keys( $tests['async'] ) ] ) );
		self::assertArrayHasKey( 'php_extensions', $tests['direct'] );
	}

	public function test_a_server_in_service_still_asks_for_https_and_its_interface(): void {
		$tests = ( new SiteHealth( new HealthChecks( static fn (): int => 0 ), false ) )->tests( [ 'direct' => [ 'rest_availability' => [] ], 'async' => [ 'https_status' => [], 'page_cache' => [] ] ] );

		self::assertSame( [ 'direct' => [ 'rest_availability' => [] ], 'async' => [ 'https_status' => [] ] ], $tests );
	}

	#[TestWith( [ HealthStatus::Ok, 'good', false ] )]
	#[TestWith( [ HealthStatus::Warning, 'recommended', true ] )]
	#[TestWith( [ HealthStatus::Failed, 'critical', true ] )]
	public function test_a_finding_says_what_to_do_when_there_is_something( HealthStatus $found, string $shown, bool $advises ): void {
		$checks = new HealthChecks( static fn (): int => 0 );
		$check  = self::createStub( HealthCheck::class );
		$check->method( 'label' )->willReturn( 'Datenbank' );
		$check->method( 'purpose' )->willReturn( 'Zweck <b>.' );
		$check->method( 'advice' )->willReturn( 'Rat <b>.' );
		$check->method( 'run' )->willReturn( HealthResult::of( $found, 'Befund.' ) );
		$checks->register( 'x', static fn () => $check );

		$test   = ( new SiteHealth( $checks, true ) )->tests( [ 'direct' => [], 'async' => [] ] )['direct']['lernwelt_health_x']['test'];
		$result = is_callable( $test ) ? $test() : [];
		self::assertIsArray( $result );
		self::assertSame( [ 'Datenbank: Befund.', $shown, 'lernwelt_health_x' ], [ $result['label'], $result['status'], $result['test'] ] );
		self::assertSame( '<p>Zweck &lt;b&gt;.</p>' . ( $advises ? '<p><strong>Was zu tun ist:</strong> Rat &lt;b&gt;.</p>' : '' ), $result['description'] );
	}
}

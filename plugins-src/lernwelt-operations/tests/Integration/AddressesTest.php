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
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\Metrics;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Operations\Rest\Answer;
use Lernwelt\Operations\Rest\MetricsToken;
use Lernwelt\Operations\Rest\OwnAddresses;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;

/** Who gets what at /readyz and /metrics. */
final class AddressesTest extends IntegrationTestCase {

	private const TOKEN = '0123456789abcdef-token';

	private const RIGHT = 'Bearer ' . self::TOKEN;

	#[TestWith( [ 'lernwelt-lsa' ] )]
	#[TestWith( [ 'eure-lernwelt' ] )]
	#[TestWith( [ 'lernorte' ] )]
	public function test_every_portal_tells_guests_whether_it_works_and_nothing_else( string $portal ): void {
		$this->go_to_portal( $portal );

		$answer = $this->answer( '/readyz' );
		self::assertSame( [ 200, 'application/json; charset=utf-8' ], [ $answer->status, $answer->type ] );
		$body = json_decode( $answer->body, true, 4, JSON_THROW_ON_ERROR );
		self::assertSame( [ 'status' => 'warn', 'checks' => [ [ 'name' => 'vital', 'status' => 'ok' ], [ 'name' => 'other', 'status' => 'fail' ] ] ], $body );
		self::assertStringNotContainsString( 'geheim', $answer->body );
	}

	public function test_a_guest_of_the_real_portal_gets_its_real_checks(): void {
		$answer = ( new OwnAddresses( Core::services()->health, Core::services()->metrics, new MetricsToken( '' ), self::complain( ... ) ) )->answer( '/readyz', 'GET', '' );

		self::assertInstanceOf( Answer::class, $answer );
		$body = json_decode( $answer->body, true, 4, JSON_THROW_ON_ERROR );
		self::assertSame( [ 'database', 'disk', 'object_cache', 'cron', 'mail_queue', 'migrations', 'backup', 'restore_drill', 'files', 'retention' ], array_slice( array_column( $body['checks'], 'name' ), 0, 10 ) );
		self::assertSame( 'ok', $body['checks'][0]['status'] );
		self::assertSame( [], array_diff( array_keys( array_merge( ...$body['checks'] ) ), [ 'name', 'status' ] ) );
	}

	public function test_details_need_the_token(): void {
		$body = json_decode( $this->answer( '/readyz', self::RIGHT )->body, true, 5, JSON_THROW_ON_ERROR );
		self::assertSame( 'geheim', $body['checks'][1]['message'] );
		self::assertSame( [ 'n' => 1 ], $body['checks'][1]['details'] );
		self::assertFalse( $body['checks'][1]['critical'] );
		foreach ( [ 'Bearer wrong', 'Basic ' . self::TOKEN, self::TOKEN, 'Bearer ' . self::TOKEN . 'x', 'Bearer ' ] as $wrong ) {
			self::assertStringNotContainsString( 'geheim', $this->answer( '/readyz', $wrong )->body, $wrong );
		}
	}

	public function test_a_portal_that_lacks_what_it_needs_sends_its_visitors_elsewhere(): void {
		$answer = $this->answer( '/readyz', '', HealthResult::failed( 'Kaputt.' ) );

		self::assertSame( [ 503, [ 'Retry-After' => '10' ] ], [ $answer->status, $answer->headers ] );
		self::assertSame( 'fail', json_decode( $answer->body, true, 4, JSON_THROW_ON_ERROR )['status'] );
	}

	public function test_numbers_are_for_those_who_have_the_token(): void {
		foreach ( [ '', 'Bearer', 'Bearer wrong', 'Basic ' . self::TOKEN, 'Bearer ' . self::TOKEN . ' x', "Bearer\n" . self::TOKEN ] as $wrong ) {
			$answer = $this->answer( '/metrics', $wrong );
			self::assertSame( [ 401, "Unauthorized\n" ], [ $answer->status, $answer->body ], $wrong );
			self::assertStringStartsWith( 'Bearer', $answer->headers['WWW-Authenticate'] );
		}
		foreach ( [ self::RIGHT, 'bearer ' . self::TOKEN ] as $right ) {
			$answer = $this->answer( '/metrics', $right );
			self::assertSame( [ 200, 'text/plain; version=0.0.4; charset=utf-8' ], [ $answer->status, $answer->type ] );
			self::assertStringContainsString( "lernwelt_x 1\n", $answer->body );
		}
	}

	public function test_without_a_token_there_are_no_numbers_for_anybody(): void {
		$addresses = new OwnAddresses( self::checks( HealthResult::ok( '' ) ), self::metrics(), new MetricsToken( '' ), self::complain( ... ) );

		foreach ( [ '', 'Bearer', 'Bearer ', 'Bearer x' ] as $authorization ) {
			self::assertSame( 404, $addresses->answer( '/metrics', 'GET', $authorization )?->status );
		}
	}

	#[TestWith( [ 'lernorte' ] )]
	#[TestWith( [ 'eure-lernwelt' ] )]
	public function test_other_portals_have_no_numbers( string $portal ): void {
		$this->go_to_portal( $portal );

		self::assertNull( self::addresses( HealthResult::ok( '' ) )->answer( '/metrics', 'GET', self::RIGHT ) );
	}

	public function test_nothing_is_sent_to_them(): void {
		self::assertSame( [ 405, [ 'Allow' => 'GET, HEAD' ] ], [ $this->answer( '/readyz', '', null, 'POST' )->status, $this->answer( '/metrics', self::RIGHT, null, 'POST' )->headers ] );
		self::assertSame( 200, $this->answer( '/readyz', '', null, 'HEAD' )->status );
	}

	#[TestWith( [ '/readyz/' ] )]
	#[TestWith( [ '/Readyz' ] )]
	#[TestWith( [ '/metrics/x' ] )]
	#[TestWith( [ '/' ] )]
	public function test_other_addresses_are_not_ours( string $path ): void {
		self::assertNull( self::addresses( HealthResult::ok( '' ) )->answer( $path, 'GET', self::RIGHT ) );
	}

	private function answer( string $path, string $authorization = '', ?HealthResult $vital = null, string $method = 'GET' ): Answer {
		$answer = self::addresses( $vital ?? HealthResult::ok( 'Gut.' ) )->answer( $path, $method, $authorization );
		self::assertInstanceOf( Answer::class, $answer );
		return $answer;
	}

	private static function addresses( HealthResult $vital ): OwnAddresses {
		return new OwnAddresses( self::checks( $vital ), self::metrics(), new MetricsToken( self::TOKEN ), self::complain( ... ) );
	}

	private static function checks( HealthResult $vital ): HealthChecks {
		$checks = new HealthChecks( static fn (): int => 0 );
		$make   = static function ( bool $critical, HealthResult $result ): HealthCheck {
			$check = self::createStub( HealthCheck::class );
			$check->method( 'is_critical' )->willReturn( $critical );
			$check->method( 'scope' )->willReturn( HealthScope::Portal );
			$check->method( 'run' )->willReturn( $result );
			return $check;
		};
		$checks->register( 'vital', static fn () => $make( true, $vital ) );
		$checks->register( 'other', static fn () => $make( false, HealthResult::failed( 'geheim', [ 'n' => 1 ] ) ) );
		return $checks;
	}

	private static function metrics(): Metrics {
		$metrics = new Metrics();
		$metrics->register( 'x', static fn (): array => [ new Metric( 'lernwelt_x', 'X.', MetricType::Gauge, [ new Sample( 1 ) ] ) ] );
		return $metrics;
	}

	private static function complain( string $sentence ): void {
		throw new RuntimeException( $sentence );
	}
}

<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\Domain;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthReport;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Operations\Domain\AgePolicy;
use Lernwelt\Operations\Domain\Heartbeat;
use Lernwelt\Operations\Domain\Readiness;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** When a portal may get visitors, and how old is too old. */
final class ReadinessTest extends TestCase {

	public function test_only_what_the_portal_cannot_live_without_takes_it_out_of_service(): void {
		self::assertSame( Readiness::Ok, Readiness::of_portal( [ $this->report( true, HealthStatus::Ok ), $this->report( false, HealthStatus::Ok ) ] ) );
		self::assertSame( Readiness::Warn, Readiness::of_portal( [ $this->report( true, HealthStatus::Ok ), $this->report( false, HealthStatus::Failed ) ] ) );
		self::assertSame( Readiness::Warn, Readiness::of_portal( [ $this->report( true, HealthStatus::Warning ) ] ) );
		self::assertSame( Readiness::Fail, Readiness::of_portal( [ $this->report( false, HealthStatus::Warning ), $this->report( true, HealthStatus::Failed ) ] ) );
		self::assertSame( [ 200, 200, 503 ], [ Readiness::Ok->http_status(), Readiness::Warn->http_status(), Readiness::Fail->http_status() ] );
	}

	#[TestWith( [ 0, HealthStatus::Ok ] )]
	#[TestWith( [ 300, HealthStatus::Ok ] )]
	#[TestWith( [ 301, HealthStatus::Warning ] )]
	#[TestWith( [ 900, HealthStatus::Warning ] )]
	#[TestWith( [ 901, HealthStatus::Failed ] )]
	public function test_an_age_becomes_a_state( int $age, HealthStatus $expected ): void {
		self::assertSame( $expected, ( new AgePolicy( 300, 900 ) )->of( $age ) );
	}

	public function test_states_are_numbers_for_graphs_and_the_worst_counts(): void {
		self::assertSame( [ 1.0, 0.5, 0.0 ], [ HealthStatus::Ok->ratio(), HealthStatus::Warning->ratio(), HealthStatus::Failed->ratio() ] );
		self::assertSame( HealthStatus::Failed, HealthStatus::worst( HealthStatus::Warning, HealthStatus::Failed, HealthStatus::Ok ) );
		self::assertSame( HealthStatus::Warning, HealthStatus::worst( HealthStatus::Ok, HealthStatus::Warning ) );
		self::assertSame( HealthStatus::Ok, HealthStatus::worst() );
	}

	public function test_a_sign_of_life_survives_its_storage_and_nothing_else_is_one(): void {
		$beat = new Heartbeat( 1000, [ 'database' => HealthStatus::Ok, 'mail_queue' => HealthStatus::Warning ] );

		self::assertEquals( $beat, Heartbeat::from( $beat->stored() ) );
		self::assertSame( [ 61, 0 ], [ $beat->age( 1061 ), $beat->age( 900 ) ] );
		foreach ( [ false, '', [], [ 'at' => '1' ], [ 'at' => 1 ] ] as $other ) {
			self::assertNull( Heartbeat::from( $other ) );
		}
		self::assertSame( [], Heartbeat::from( [ 'at' => 1, 'checks' => [ 'x' => 'great' ] ] )?->statuses );
	}

	private function report( bool $critical, HealthStatus $status ): HealthReport {
		$check = self::createStub( HealthCheck::class );
		$check->method( 'is_critical' )->willReturn( $critical );
		$check->method( 'scope' )->willReturn( HealthScope::Portal );
		return new HealthReport( 'x', $check, HealthResult::of( $status, 'X.' ), 1 );
	}
}

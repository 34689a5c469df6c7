<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Closure;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthReport;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\Metrics;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Tests\IntegrationTestCase;
use LogicException;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;

/** Registry of checks, and of numbers. */
final class HealthChecksTest extends IntegrationTestCase {

	private int $now = 0;

	/** @var list<string> */
	private array $asked = [];

	public function test_nothing_is_built_before_somebody_asks(): void {
		$checks = $this->checks();
		$checks->register( 'a', static fn (): HealthCheck => throw new LogicException( 'Too early.' ) );

		self::assertSame( [ 'a' ], $checks->names() );
	}

	public function test_a_check_that_breaks_is_failed_with_its_reason_and_keeps_nobody_else_back(): void {
		$checks = $this->checks();
		$checks->register( 'broken', fn () => $this->check( static fn () => throw new RuntimeException( 'No such table.' ) ) );
		$checks->register( 'unbuilt', static fn (): HealthCheck => throw new RuntimeException( 'No such class.' ) );
		$checks->register( 'fine', fn () => $this->check( static fn () => HealthResult::ok( 'Gut.' ) ) );

		[ $broken, $unbuilt, $fine ] = $checks->run_all();
		self::assertSame( [ HealthStatus::Failed, 'Die Prüfung selbst ist gescheitert: No such table.' ], [ $broken->result->status, $broken->result->sentence ] );
		self::assertSame( [ HealthStatus::Failed, 'Die Prüfung selbst ist gescheitert: No such class.' ], [ $unbuilt->result->status, $unbuilt->result->sentence ] );
		self::assertSame( 'unbuilt', $unbuilt->check->label() );
		self::assertSame( [ HealthStatus::Ok, 'Gut.' ], [ $fine->result->status, $fine->result->sentence ] );
	}

	public function test_a_critical_check_that_breaks_takes_the_portal_out_of_service(): void {
		$checks = $this->checks();
		$checks->register( 'broken', fn () => $this->check( static fn () => throw new RuntimeException( 'No.' ), true ) );

		self::assertTrue( $checks->run( 'broken' )->is_fatal() );
	}

	public function test_who_takes_long_is_not_well(): void {
		$checks = $this->checks();
		$checks->register( 'slow', fn () => $this->check( fn () => $this->takes( 2001 ) ) );
		$checks->register( 'quick', fn () => $this->check( fn () => $this->takes( 2000 ) ) );

		$slow = $checks->run( 'slow' );
		self::assertSame( [ HealthStatus::Warning, 'Gut. Die Antwort dauerte aber 2001 ms.', 2001 ], [ $slow->result->status, $slow->result->sentence, $slow->milliseconds ] );
		self::assertSame( HealthStatus::Ok, $checks->run( 'quick' )->result->status );
	}

	public function test_a_round_ends_and_what_matters_comes_first(): void {
		$checks = $this->checks();
		$checks->register( 'first', fn () => $this->check( fn () => $this->takes( 8001, 'first' ) ) );
		$checks->register( 'second', fn () => $this->check( fn () => $this->takes( 1, 'second' ) ) );
		$checks->register( 'vital', fn () => $this->check( fn () => $this->takes( 1, 'vital' ), true ) );

		$reports = $checks->run_all();
		self::assertSame( [ 'vital', 'first' ], $this->asked );
		self::assertSame( [ 'first', 'second', 'vital' ], array_map( static fn ( HealthReport $report ): string => $report->name, $reports ) );
		self::assertSame( [ HealthStatus::Warning, 'Nicht geprüft: Die anderen Prüfungen haben zu lange gedauert.' ], [ $reports[1]->result->status, $reports[1]->result->sentence ] );
	}

	public function test_a_scope_can_be_chosen(): void {
		$checks = $this->checks();
		$checks->register( 'here', fn () => $this->check( fn () => $this->takes( 1, 'here' ) ) );
		$checks->register( 'all', fn () => $this->check( fn () => $this->takes( 1, 'all' ), false, HealthScope::Network ) );

		$checks->run_all( HealthScope::Network );
		self::assertSame( [ 'all' ], $this->asked );
	}

	#[TestWith( [ 'Upper' ] )]
	#[TestWith( [ 'with-hyphen' ] )]
	#[TestWith( [ '' ] )]
	#[TestWith( [ 'taken' ] )]
	public function test_a_name_must_be_free_and_plain( string $name ): void {
		$checks = $this->checks();
		$checks->register( 'taken', fn () => $this->check( static fn () => HealthResult::ok( '' ) ) );
		$this->expectException( LogicException::class );
		$checks->register( $name, fn () => $this->check( static fn () => HealthResult::ok( '' ) ) );
	}

	public function test_numbers_that_fail_are_named_and_the_others_stay(): void {
		$metrics = new Metrics();
		$metrics->register( 'broken', static function (): iterable {
			yield new Metric( 'lernwelt_half', 'Half.', MetricType::Gauge, [ new Sample( 1 ) ] );
			throw new RuntimeException( 'No such table.' );
		} );
		$metrics->register( 'fine', static fn (): array => [ new Metric( 'lernwelt_fine', 'Fine.', MetricType::Gauge, [ new Sample( 2 ) ] ) ] );
		$metrics->register( 'twin', static fn (): array => [ new Metric( 'lernwelt_fine', 'Fine.', MetricType::Gauge, [ new Sample( 3 ) ] ) ] );
		$said = [];

		$found = [];
		foreach ( $metrics->collect( static function ( string $sentence ) use ( &$said ): void {
			$said[] = $sentence;
		} ) as $metric ) {
			$found[ $metric->name ] = array_map( static fn ( Sample $sample ): array => [ implode( $sample->labels ), $sample->value ], $metric->samples );
		}
		self::assertSame( [ 'lernwelt_fine' => [ [ '', 2 ] ], Metrics::ERRORS => [ [ 'broken', 1 ], [ 'fine', 0 ], [ 'twin', 1 ] ] ], $found );
		self::assertSame( [ 'The metrics of "broken" could not be read: No such table.', 'The metrics of "twin" could not be read: Two sources have the metric lernwelt_fine.' ], $said );
	}

	private function checks(): HealthChecks {
		return new HealthChecks( fn (): int => $this->now );
	}

	private function takes( int $milliseconds, string $name = '' ): HealthResult {
		$this->now    += $milliseconds;
		$this->asked[] = $name;
		return HealthResult::ok( 'Gut.' );
	}

	/** @param Closure(): HealthResult $run What it finds. */
	private function check( Closure $run, bool $critical = false, HealthScope $scope = HealthScope::Portal ): HealthCheck {
		$check = self::createStub( HealthCheck::class );
		$check->method( 'run' )->willReturnCallback( $run );
		$check->method( 'is_critical' )->willReturn( $critical );
		$check->method( 'scope' )->willReturn( $scope );
		return $check;
	}
}

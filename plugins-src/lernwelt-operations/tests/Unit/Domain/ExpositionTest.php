<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\Domain;

use InvalidArgumentException;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Operations\Domain\Exposition;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Prometheus's text format. */
final class ExpositionTest extends TestCase {

	public function test_metrics_become_text(): void {
		$text = Exposition::of(
			[
				new Metric( 'lernwelt_a_ratio', "Line one.\nLine two, C:\\.", MetricType::Gauge, [ new Sample( 0.5, [ 'check' => 'disk', 'portal' => 'lernorte' ] ), new Sample( 1, [ 'check' => 'disk', 'portal' => 'network' ] ) ] ),
				new Metric( 'lernwelt_unknown_seconds', 'Nothing is known.', MetricType::Gauge, [] ),
				new Metric( 'lernwelt_b_total', 'Counter.', MetricType::Counter, [ new Sample( 12 ) ] ),
			]
		);

		self::assertSame(
			"# HELP lernwelt_a_ratio Line one.\\nLine two, C:\\\\.\n# TYPE lernwelt_a_ratio gauge\nlernwelt_a_ratio{check=\"disk\",portal=\"lernorte\"} 0.5\nlernwelt_a_ratio{check=\"disk\",portal=\"network\"} 1\n# HELP lernwelt_b_total Counter.\n# TYPE lernwelt_b_total counter\nlernwelt_b_total 12\n",
			$text
		);
	}

	#[TestWith( [ "a\"b\\c\nd", 'a\"b\\\\c\nd' ] )]
	#[TestWith( [ "\xff", '?' ] )]
	#[TestWith( [ 'Größe', 'Größe' ] )]
	public function test_no_label_breaks_out( string $value, string $written ): void {
		self::assertStringContainsString( "x{l=\"$written\"} 1\n", Exposition::of( [ new Metric( 'x', 'X.', MetricType::Gauge, [ new Sample( 1, [ 'l' => $value ] ) ] ) ] ) );
	}

	#[TestWith( [ 1.0, '1' ] )]
	#[TestWith( [ 0.1, '0.1' ] )]
	#[TestWith( [ 1e21, '1.0e+21' ] )]
	#[TestWith( [ NAN, 'NaN' ] )]
	#[TestWith( [ INF, '+Inf' ] )]
	#[TestWith( [ -INF, '-Inf' ] )]
	#[TestWith( [ -3, '-3' ] )]
	public function test_numbers_are_written_as_prometheus_reads_them( int|float $value, string $written ): void {
		self::assertStringEndsWith( "\nx $written\n", Exposition::of( [ new Metric( 'x', 'X.', MetricType::Gauge, [ new Sample( $value ) ] ) ] ) );
	}

	#[TestWith( [ 'Upper' ] )]
	#[TestWith( [ 'with-hyphen' ] )]
	#[TestWith( [ 'gauge_total' ] )]
	#[TestWith( [ '' ] )]
	public function test_a_name_that_is_none_is_refused( string $name ): void {
		$this->expectException( InvalidArgumentException::class );
		new Metric( $name, 'X.', MetricType::Gauge, [] );
	}

	public function test_a_counter_says_so_in_its_name(): void {
		$this->expectException( InvalidArgumentException::class );
		new Metric( 'lernwelt_events', 'X.', MetricType::Counter, [] );
	}

	public function test_the_same_labels_twice_are_refused_in_any_order(): void {
		$this->expectException( InvalidArgumentException::class );
		new Metric( 'x', 'X.', MetricType::Gauge, [ new Sample( 1, [ 'a' => '1', 'b' => '2' ] ), new Sample( 2, [ 'b' => '2', 'a' => '1' ] ) ] );
	}

	#[TestWith( [ '__name__' ] )]
	#[TestWith( [ '1a' ] )]
	#[TestWith( [ 'a-b' ] )]
	public function test_a_label_that_is_none_is_refused( string $name ): void {
		$this->expectException( InvalidArgumentException::class );
		new Sample( 1, [ $name => 'x' ] );
	}
}

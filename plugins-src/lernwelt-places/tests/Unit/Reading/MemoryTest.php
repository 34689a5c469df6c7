<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Reading;

use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Memory doesn't grow with the input. Each input is read in a process of its own, since a peak never goes down. */
final class MemoryTest extends TestCase {
	private const LIMIT = 128 * 1024 * 1024;

	#[TestWith( [ 'csv', 1 ] )]
	#[TestWith( [ 'json', 10 ] )]
	#[TestWith( [ 'geojson', 10 ] )]
	public function test_a_hundred_thousand_rows_need_little_memory( string $format, int $every ): void {
		$large = self::measure( $format, 100_000, $every );
		self::assertSame( [ 100_000, intdiv( 100_000, $every ), 0, 100_000 ], [ $large['rows'], $large['places'], $large['findings'], $large['count'] ] );
		self::assertGreaterThan( 30_000_000, $large['size'] );
		self::assertLessThanOrEqual( self::LIMIT, $large['peak'] );
	}

	/**
	 * @return array<string, int|float>
	 */
	private static function measure( string $format, int $count, int $every ): array {
		$process = proc_open( [ PHP_BINARY, '-d', 'memory_limit=256M', __DIR__ . '/measure.php', $format, (string) $count, (string) $every ], [ 1 => [ 'pipe', 'w' ], 2 => [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		$output = (string) stream_get_contents( $pipes[1] );
		$errors = (string) stream_get_contents( $pipes[2] );
		self::assertSame( 0, proc_close( $process ), $output . $errors );
		$result = json_decode( $output, true, 4, JSON_THROW_ON_ERROR );
		self::assertIsArray( $result );
		return $result;
	}
}

<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Rest;

use Lernwelt\Places\Rest\CsvResponse;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CsvResponseTest extends TestCase {

	public static function setUpBeforeClass(): void {
		if ( class_exists( 'WP_REST_Response' ) ) {
			return;
		}
		// Lines need nothing of WordPress's answer but that it is there.
		$parent = new class() {

			/**
			 * @param array<string, string> $headers Headers.
			 */
			public function __construct( public mixed $data = null, public int $status = 200, public array $headers = [] ) {}
		};
		class_alias( $parent::class, 'WP_REST_Response' );
	}

	/** Some spreadsheets take the wide signs of East Asian keyboards for the narrow ones. */
	#[TestWith( [ '=1+1' ] )]
	#[TestWith( [ " \t@SUM(1)" ] )]
	#[TestWith( [ '＝1+1' ] )]
	#[TestWith( [ '＋1' ] )]
	#[TestWith( [ '－1' ] )]
	#[TestWith( [ ' ＠SUM(1)' ] )]
	#[TestWith( [ "=1+1\xFF" ] )]
	#[TestWith( [ "\xFF=1+1" ] )]
	public function test_formulas_get_an_apostrophe( string $value ): void {
		self::assertSame( [ "\xEF\xBB\xBF", "\"'$value\"\r\n" ], self::lines( $value ) );
	}

	#[TestWith( [ 'Größe = 1' ] )]
	#[TestWith( [ '1－2' ] )]
	#[TestWith( [ '' ] )]
	#[TestWith( [ -5 ] )]
	public function test_other_values_stay( string|int $value ): void {
		self::assertSame( [ "\xEF\xBB\xBF", "\"$value\"\r\n" ], self::lines( $value ) );
	}

	/**
	 * @return list<string>
	 */
	private static function lines( string|int $value ): array {
		return iterator_to_array( ( new CsvResponse( 'a.csv', static fn (): array => [ [ $value ] ] ) )->lines(), false );
	}
}

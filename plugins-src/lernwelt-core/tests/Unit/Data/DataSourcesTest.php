<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Data;

use Lernwelt\Core\Data\DataSources;
use LogicException;
use PHPUnit\Framework\TestCase;
use RuntimeException;

final class DataSourcesTest extends TestCase {

	public function test_names_that_can_not_be_are_refused(): void {
		$sources = new DataSources();
		$make    = static fn (): never => throw new RuntimeException( 'nobody asked for it' );
		$sources->register( 'places', $make );
		foreach ( [ 'places', '', 'Places', 'a b', "places\n", str_repeat( 'a', 41 ) ] as $id ) {
			try {
				$sources->register( $id, $make );
				self::fail( "\"$id\" was taken" );
			} catch ( LogicException $refused ) {
				self::assertStringContainsString( 'data source', $refused->getMessage() );
			}
		}
		self::assertNull( $sources->get( 'another' ) );
		$sources->forget( 'places' );
		self::assertNull( $sources->get( 'places' ) );
		self::assertSame( [], $sources->all() );
	}
}

<?php
/**
 * Deleting copies.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\PageCache;

use Lernwelt\Operations\Domain\PageCache\Entry;
use Lernwelt\Operations\PageCache\Folder;
use PHPUnit\Framework\TestCase;
use RuntimeException;

/** A busy portal has a page made again at the moment its copy is deleted; that's no fault. */
final class FolderTest extends TestCase {

	protected function setUp(): void {
		self::assertTrue( stream_wrapper_register( 'lw-busy', BusyFiles::class ) );
		BusyFiles::$deleted = 0;
	}

	protected function tearDown(): void {
		stream_wrapper_unregister( 'lw-busy' );
	}

	public function test_a_copy_that_is_there_again_at_once_was_deleted(): void {
		BusyFiles::$can_be_deleted = true;
		( new Folder( '/nowhere', 'lernorte' ) )->delete( [ new Entry( 'lw-busy://a/1', '/', [], null, 0 ) ] );
		self::assertSame( 1, BusyFiles::$deleted );
	}

	public function test_a_copy_that_stays_is_a_fault(): void {
		BusyFiles::$can_be_deleted = false;
		$this->expectException( RuntimeException::class );
		( new Folder( '/nowhere', 'lernorte' ) )->delete( [ new Entry( 'lw-busy://a/1', '/', [], null, 0 ) ] );
	}
}

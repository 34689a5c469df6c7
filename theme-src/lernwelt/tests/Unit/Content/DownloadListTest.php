<?php
/**
 * Lists of files.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Unit\Content;

use Lernwelt\Theme\Content\Download;
use Lernwelt\Theme\Content\DownloadList;
use PHPUnit\Framework\TestCase;

/** Grouping and searching files. */
final class DownloadListTest extends TestCase {

	public function test_without_groups_all_stand_together(): void {
		$list = new DownloadList( [ self::file( 'A', 'Vorlagen' ) ], false, false, '' );
		self::assertSame( [ '' ], array_keys( $list->groups() ) );
	}

	public function test_groups_are_sorted_and_files_without_one_come_last(): void {
		$files = [ self::file( 'A', '' ), self::file( 'B', 'Vorlagen' ), self::file( 'C', 'Checklisten' ), self::file( 'D', 'Vorlagen' ) ];
		$list  = new DownloadList( $files, true, false, '' );
		self::assertSame( [ 'Checklisten', 'Vorlagen', '' ], array_keys( $list->groups() ) );
		self::assertCount( 2, $list->groups()['Vorlagen'] );
	}

	public function test_finds_words_whatever_their_case(): void {
		$file = self::file( 'Übungen zur Himmelsscheibe', 'Arbeitsblätter' );
		self::assertTrue( $file->mentions( 'übung' ) );
		self::assertTrue( $file->mentions( 'ARBEITSBLÄTTER' ) );
		self::assertTrue( $file->mentions( '' ) );
		self::assertFalse( $file->mentions( 'Roboter' ) );
	}

	private static function file( string $title, string $category ): Download {
		return new Download( $title, '', '/a.pdf', 'PDF', 1, '2026-11-21', '21. November 2026', $category );
	}
}

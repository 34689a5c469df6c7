<?php
/**
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Theme\Content\Download;
use Lernwelt\Theme\Content\Downloads;
use PHPUnit\Framework\Attributes\TestWith;

/** Whose files the download list shows. */
final class DownloadsTest extends IntegrationTestCase {

	public function test_files_of_published_pages_and_of_no_page_are_listed(): void {
		$this->file( 'Von einer Seite', $this->page( [ 'post_status' => 'publish' ] ) );
		$this->file( 'Ohne Seite', 0 );

		self::assertSame( [ 'Ohne Seite', 'Von einer Seite' ], $this->titles() );
	}

	/** @param array{post_status: 'draft'|'future'|'private'|'publish', post_date?: string, post_password?: string} $page What the page of the file is. */
	#[TestWith( [ [ 'post_status' => 'draft' ] ] )]
	#[TestWith( [ [ 'post_status' => 'private' ] ] )]
	#[TestWith( [ [ 'post_status' => 'future', 'post_date' => '2099-01-01 00:00:00' ] ] )]
	#[TestWith( [ [ 'post_status' => 'publish', 'post_password' => 'geheim' ] ] )]
	public function test_a_file_stays_with_its_hidden_page( array $page ): void {
		$file = $this->file( 'Noch nicht', $this->page( $page ) );

		self::assertSame( [], $this->titles() );
		self::assertSame( [], $this->titles( [ $file ] ), 'not by its number either' );
		$this->log_in_as( 'contributor' );
		self::assertSame( [], $this->titles( [ $file ] ) );
	}

	public function test_who_may_see_the_page_sees_its_file(): void {
		$this->file( 'Entwurf', $this->page( [ 'post_status' => 'draft' ] ) );
		$this->log_in_as( 'editor' );

		self::assertSame( [ 'Entwurf' ], $this->titles() );
	}

	/**
	 * @param list<int> $ids Chosen files.
	 * @return list<string>
	 */
	private function titles( array $ids = [] ): array {
		return array_map( static fn ( Download $file ): string => $file->title, ( new Downloads() )->for_block( [ 'ids' => $ids ] )->files );
	}

	/** @param array{post_status: 'draft'|'future'|'private'|'publish', post_date?: string, post_password?: string} $fields Status, password … */
	private function page( array $fields ): int {
		return (int) wp_insert_post( $fields + [ 'post_type' => 'page', 'post_title' => 'Seite' ] );
	}

	private function file( string $title, int $parent ): int {
		return (int) wp_insert_attachment( [ 'post_title' => $title, 'post_mime_type' => 'application/pdf', 'post_status' => 'inherit' ], 'datei.pdf', $parent );
	}
}

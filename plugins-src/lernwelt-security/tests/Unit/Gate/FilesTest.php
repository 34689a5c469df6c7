<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Gate;

use Lernwelt\Security\Domain\Gate\ByteRange;
use Lernwelt\Security\Domain\Gate\FileAnswer;
use Lernwelt\Security\Domain\Gate\StoredFile;
use Lernwelt\Security\Domain\Gate\UploadPath;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Addresses of files, and how they are given out. */
final class FilesTest extends TestCase {

	#[DataProvider( 'good_paths' )]
	public function test_the_path_says_whose_file_it_is( string $path, int $portal, string $relative ): void {
		$upload = UploadPath::of( $path, 1 );

		self::assertNotNull( $upload );
		self::assertSame( [ $portal, $relative ], [ $upload->portal, $upload->relative ] );
	}

	/** @return list<array{string, int, string}> */
	public static function good_paths(): array {
		return [
			[ '/wp-content/uploads/2026/10/koffer.webp', 1, '2026/10/koffer.webp' ],
			[ '/wp-content/uploads/sites/2/2026/10/koffer.webp', 2, '2026/10/koffer.webp' ],
			[ '/wp-content/uploads/sites/2/2026/10/koffer%2Ewebp', 2, '2026/10/koffer.webp' ],
			[ '/wp-content/uploads/sites%2F2%2F2026/koffer-300x200.webp', 2, '2026/koffer-300x200.webp' ],
			[ '/wp-content/uploads/sites/3/gr%C3%BC%C3%9Fe.pdf', 3, 'grüße.pdf' ],
			[ '/wp-content/uploads/sites/12/bild-scaled.jpg', 12, 'bild-scaled.jpg' ],
		];
	}

	#[DataProvider( 'bad_paths' )]
	public function test_other_ways_to_write_it_lead_nowhere( string $path ): void {
		self::assertNull( UploadPath::of( $path, 1 ) );
	}

	/** @return list<array{string}> */
	public static function bad_paths(): array {
		return array_map(
			static fn ( string $rest ): array => [ $rest ],
			[
				'/wp-content/uploads',
				'/wp-content/uploads/',
				'/wp-content/uploads/sites/2',
				'/wp-content/uploads/sites/2/',
				'/wp-content/uploads/sites/',
				'/wp-content/uploads/sites/1/a.jpg',
				'/wp-content/uploads/sites/02/a.jpg',
				'/wp-content/uploads/sites/0/a.jpg',
				'/wp-content/uploads/sites/-2/a.jpg',
				'/wp-content/uploads/sites/2x/a.jpg',
				'/wp-content/uploads/Sites/2/a.jpg',
				'/wp-content/uploads//sites/2/a.jpg',
				'/wp-content/uploads/./sites/2/a.jpg',
				'/wp-content/uploads/x/../sites/2/a.jpg',
				'/wp-content/uploads/x/%2e%2e/sites/2/a.jpg',
				'/wp-content/uploads/%252e%252e/a.jpg',
				'/wp-content/uploads/sites/2/../3/a.jpg',
				'/wp-content/uploads/sites/2/a.jpg/',
				'/wp-content/uploads/sites/2/a.jpg.',
				'/wp-content/uploads/sites/2/a.jpg%20',
				'/wp-content/uploads/sites/2/a.jpg%00',
				'/wp-content/uploads/sites/2/a.jpg;x.css',
				'/wp-content/uploads/sites/2/a.jpg:stream',
				'/wp-content/uploads/sites/2\\a.jpg',
				'/wp-content/uploads/sites/2/%5ca.jpg',
				'/wp-content/uploads/sites/2/.htaccess',
				'/wp-content/uploads/sites/2/a.php',
				'/wp-content/uploads/sites/2/a.php.jpg',
				'/wp-content/uploads/sites/2/a.PHTML',
				'/wp-content/uploads/sites/2/a.phar',
				"/wp-content/uploads/sites/2/a\nb.jpg",
				'/wp-content/uploads/sites/2/%ff.jpg',
				'//wp-content/uploads/a.jpg',
				'/WP-content/uploads/a.jpg',
			]
		);
	}

	#[DataProvider( 'ranges' )]
	public function test_a_range_is_one_part_of_the_file( string $header, ?string $expected ): void {
		$range = ByteRange::of( $header, 100 );

		self::assertSame( $expected, match ( $range ) {
			null    => null,
			false   => 'outside',
			default => "$range->first-$range->last",
		} );
	}

	/** @return list<array{string, string|null}> */
	public static function ranges(): array {
		return [ [ '', null ], [ 'bytes=0-9', '0-9' ], [ 'bytes=90-', '90-99' ], [ 'bytes=-10', '90-99' ], [ 'bytes=-500', '0-99' ], [ 'bytes=50-500', '50-99' ], [ 'bytes=100-', 'outside' ], [ 'bytes=-0', 'outside' ], [ 'bytes=9-3', null ], [ 'bytes=0-1,5-6', null ], [ 'bytes=-', null ], [ 'lines=0-3', null ] ];
	}

	public function test_what_members_get_is_kept_nowhere(): void {
		$answer = FileAnswer::of( self::file(), true, 'GET', '', '"any"' );

		self::assertSame( 200, $answer->status );
		self::assertSame( 'private, no-store', $answer->headers['Cache-Control'] );
		self::assertSame( 'nosniff', $answer->headers['X-Content-Type-Options'] );
		self::assertSame( '100', $answer->headers['Content-Length'] );
		self::assertArrayNotHasKey( 'ETag', $answer->headers );
		self::assertArrayNotHasKey( 'Last-Modified', $answer->headers );
	}

	public function test_an_open_file_is_not_sent_twice(): void {
		$answer = FileAnswer::of( self::file(), false, 'GET', '', self::file()->tag() );

		self::assertSame( [ 304, 0 ], [ $answer->status, $answer->length ] );
	}

	public function test_a_film_can_be_wound_forward(): void {
		$answer = FileAnswer::of( self::file(), true, 'GET', 'bytes=40-49' );

		self::assertSame( [ 206, 40, 10 ], [ $answer->status, $answer->offset, $answer->length ] );
		self::assertSame( 'bytes 40-49/100', $answer->headers['Content-Range'] );
		self::assertSame( 416, FileAnswer::of( self::file(), true, 'GET', 'bytes=400-' )->status );
	}

	public function test_a_drawing_runs_no_script(): void {
		self::assertStringContainsString( 'sandbox', FileAnswer::of( self::file( 'svg', 'image/svg+xml' ), true, 'GET' )->headers['Content-Security-Policy'] ?? '' );
	}

	public function test_a_web_server_that_can_sends_the_file_itself(): void {
		$answer = FileAnswer::of( self::file(), true, 'GET', 'bytes=0-1', '', '/_uploads/' );

		self::assertSame( '/_uploads/sites/2/gr%C3%BC%C3%9Fe%20%26.mp4', $answer->headers['X-Accel-Redirect'] ?? '' );
		self::assertSame( [ 200, 0 ], [ $answer->status, $answer->length ] );
		self::assertSame( 'private, no-store', $answer->headers['Cache-Control'] );
	}

	private static function file( string $extension = 'mp4', string $type = 'video/mp4' ): StoredFile {
		return new StoredFile( "/tmp/x.$extension", "sites/2/grüße &.$extension", $extension, $type, 100, 1_700_000_000 );
	}
}

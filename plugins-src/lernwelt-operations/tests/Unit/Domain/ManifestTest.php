<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\Domain;

use InvalidArgumentException;
use Lernwelt\Operations\Domain\Files\Manifest;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What differs from a release. */
final class ManifestTest extends TestCase {

	private const A = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
	private const B = 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';

	public function test_the_same_files_are_clean_whatever_people_uploaded(): void {
		$result = $this->manifest()->compare( [ 'index.php' => self::A, 'wp-content/plugins/x/x.php' => self::B, 'wp-content/uploads/2026/bild.jpg' => '', 'wp-content/uploads/notiz.txt' => '' ] );

		self::assertTrue( $result->is_clean(), (string) json_encode( $result->rows() ) );
		self::assertSame( 2, $result->listed );
	}

	public function test_each_kind_of_difference_is_told(): void {
		$result = $this->manifest()->compare( [ 'index.php' => self::B, 'wp-content/mu-plugins/back.php' => self::A, 'wp-content/uploads/shell.php' => '', 'wp-content/uploadsx/a.txt' => self::A ] );

		self::assertFalse( $result->is_clean() );
		self::assertSame(
			[
				[ 'problem' => 'changed', 'file' => 'index.php' ],
				[ 'problem' => 'missing', 'file' => 'wp-content/plugins/x/x.php' ],
				[ 'problem' => 'unknown', 'file' => 'wp-content/mu-plugins/back.php' ],
				[ 'problem' => 'unknown', 'file' => 'wp-content/uploadsx/a.txt' ],
				[ 'problem' => 'script', 'file' => 'wp-content/uploads/shell.php' ],
			],
			$result->rows()
		);
	}

	#[TestWith( [ 'a.PHP' ] )]
	#[TestWith( [ 'a.php.jpg' ] )]
	#[TestWith( [ 'sites/3/a.phtml' ] )]
	#[TestWith( [ 'a.php7' ] )]
	#[TestWith( [ '.htaccess' ] )]
	#[TestWith( [ 'x/.user.ini' ] )]
	#[TestWith( [ 'a.phar' ] )]
	#[TestWith( [ 'a.cgi' ] )]
	public function test_programs_among_uploads_are_told_however_they_are_spelled( string $file ): void {
		self::assertSame( [ "wp-content/uploads/$file" ], $this->manifest()->compare( [ 'index.php' => self::A, 'wp-content/plugins/x/x.php' => self::B, "wp-content/uploads/$file" => '' ] )->scripts );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ '{}' ] )]
	#[TestWith( [ '"x"' ] )]
	#[TestWith( [ '{"index.php":"123"}' ] )]
	#[TestWith( [ '{"/etc/passwd":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}' ] )]
	public function test_what_is_no_manifest_is_refused_instead_of_finding_nothing( string $json ): void {
		$this->expectException( InvalidArgumentException::class );
		Manifest::read( $json );
	}

	private function manifest(): Manifest {
		return Manifest::read( (string) json_encode( [ 'index.php' => self::A, 'wp-content/plugins/x/x.php' => self::B ] ) );
	}
}

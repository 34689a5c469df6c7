<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use Lernwelt\Portal\Domain\Form\PagePath;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class PagePathTest extends TestCase {
	#[TestWith( [ '/orte/', '/orte/' ] )]
	#[TestWith( [ 'http://lernorte.localhost:8080/aktuelles/m%C3%A4rz/?s=geheim#mitte', '/aktuelles/märz/' ] )]
	#[TestWith( [ '/?s=geheim', '/' ] )]
	#[TestWith( [ '', '' ] )]
	#[TestWith( [ 'orte', '' ] )]
	#[TestWith( [ '//evil.example/', '' ] )]
	#[TestWith( [ 'https://evil.example/orte/', '' ] )]
	#[TestWith( [ 'http://lernorte.localhost:9090/', '' ] )]
	#[TestWith( [ 'javascript:alert(1)', '' ] )]
	#[TestWith( [ '/a%0D%0ABcc:x', '' ] )]
	#[TestWith( [ '/a%00b', '' ] )]
	#[TestWith( [ '/%3Cscript%3E', '' ] )]
	#[TestWith( [ '/%FF', '' ] )]
	public function test_of( string $hint, string $path ): void {
		self::assertSame( $path, PagePath::of( $hint, 'http://lernorte.localhost:8080' ) );
	}

	public function test_a_path_has_an_end(): void {
		self::assertSame( '', PagePath::of( '/' . str_repeat( 'a', 500 ), 'http://lernorte.localhost:8080' ) );
	}
}

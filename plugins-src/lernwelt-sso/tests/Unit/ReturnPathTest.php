<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit;

use Lernwelt\Sso\Domain\ReturnPath;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class ReturnPathTest extends TestCase {

	#[TestWith( [ '/' ] )]
	#[TestWith( [ '/orte/?region=harz&suche=M%C3%BChle#karte' ] )]
	#[TestWith( [ '/wp-admin/post.php?post=7&action=edit' ] )]
	public function test_keeps_a_path_of_this_portal( string $path ): void {
		self::assertSame( $path, ReturnPath::of( $path )->path );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ 'orte/' ] )]
	#[TestWith( [ '//evil.example/' ] )]
	#[TestWith( [ '/\\evil.example/' ] )]
	#[TestWith( [ '/x\\y' ] )]
	#[TestWith( [ 'https://evil.example/' ] )]
	#[TestWith( [ 'javascript:alert(1)' ] )]
	#[TestWith( [ "/orte/\r\nSet-Cookie: a=b" ] )]
	#[TestWith( [ "/orte/\n" ] )]
	#[TestWith( [ '/orte und mehr/' ] )]
	#[TestWith( [ "/\t/evil.example" ] )]
	public function test_leads_nowhere_else( string $text ): void {
		self::assertSame( '/', ReturnPath::of( $text )->path );
	}

	public function test_a_path_without_end_is_none(): void {
		self::assertSame( '/', ReturnPath::of( '/' . str_repeat( 'a', 1000 ) )->path );
	}
}

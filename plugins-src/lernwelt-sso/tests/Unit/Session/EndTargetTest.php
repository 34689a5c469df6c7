<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Unit\Session;

use Lernwelt\Sso\Domain\Session\EndTarget;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class EndTargetTest extends TestCase {

	#[TestWith( [ 'all', true, false, 0 ] )]
	#[TestWith( [ 'session:12', false, true, 12 ] )]
	#[TestWith( [ 'user:7', false, false, 7 ] )]
	public function test_forms_say_what_ends( string $text, bool $all, bool $one, int $id ): void {
		$target = EndTarget::parse( $text );
		self::assertNotNull( $target );
		self::assertSame( [ $all, $one, $id, $text ], [ $target->is_all(), $target->is_one(), $target->id, $target->text() ] );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ 'ALL' ] )]
	#[TestWith( [ "all\n" ] )]
	#[TestWith( [ 'user:0' ] )]
	#[TestWith( [ 'user:-1' ] )]
	#[TestWith( [ 'user:1 or 1' ] )]
	#[TestWith( [ 'session:' ] )]
	#[TestWith( [ 'portal:1' ] )]
	#[TestWith( [ 'session:9999999999999999999' ] )]
	public function test_anything_else_is_no_target( string $text ): void {
		self::assertNull( EndTarget::parse( $text ) );
	}
}

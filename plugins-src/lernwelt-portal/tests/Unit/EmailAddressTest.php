<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Unit;

use Lernwelt\Portal\Domain\Form\EmailAddress;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class EmailAddressTest extends TestCase {
	#[TestWith( [ 'name@example.org', 'name@example.org' ] )]
	#[TestWith( [ "o'neil+schule@mail.example.org", "o'neil+schule@mail.example.org" ] )]
	#[TestWith( [ 'post@grundschule-köthen.example', 'post@xn--grundschule-kthen-c0b.example' ] )]
	#[TestWith( [ '', '' ] )]
	#[TestWith( [ 'name', '' ] )]
	#[TestWith( [ 'name@', '' ] )]
	#[TestWith( [ '@example.org', '' ] )]
	#[TestWith( [ 'name@localhost', '' ] )]
	#[TestWith( [ 'na me@example.org', '' ] )]
	#[TestWith( [ 'name@example..org', '' ] )]
	#[TestWith( [ 'name@example.org>', '' ] )]
	#[TestWith( [ '"name,x@example.net,"@example.org', '' ] )]
	#[TestWith( [ "name@example.org\nBcc: x@example.org", '' ] )]
	public function test_ascii( string $typed, string $ascii ): void {
		self::assertSame( $ascii, EmailAddress::ascii( $typed ) );
	}
}

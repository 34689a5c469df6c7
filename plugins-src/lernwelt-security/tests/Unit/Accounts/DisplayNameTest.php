<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Accounts;

use Lernwelt\Security\Domain\Accounts\DisplayName;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class DisplayNameTest extends TestCase {

	#[TestWith( [ 'Petra', 'Adler', 'x@example.org', 'Petra Adler' ] )]
	#[TestWith( [ ' ', 'Adler ', 'x@example.org', 'Adler' ] )]
	#[TestWith( [ '', '', 'petra.adler@example.org', 'Petra Adler' ] )]
	#[TestWith( [ '', '', 'p-adler_2+lernorte@example.org', 'P Adler' ] )]
	#[TestWith( [ '', '', 'öçgür@example.org', 'Öçgür' ] )]
	#[TestWith( [ '', '', '4711@example.org', '' ] )]
	#[TestWith( [ '', '', 'sso-1f@ohne-adresse.invalid', '' ] )]
	#[TestWith( [ '', '', 'no address', '' ] )]
	public function test_the_name_to_begin_with( string $first, string $last, string $email, string $expected ): void {
		self::assertSame( $expected, DisplayName::begin( $first, $last, $email ) );
	}

	#[TestWith( [ '', true ] )]
	#[TestWith( [ 'PAdler', true ] )]
	#[TestWith( [ 'Petra.Adler@example.org', true ] )]
	#[TestWith( [ 'Petra Adler', true ] )]
	#[TestWith( [ 'Petra', false ] )]
	public function test_what_nobody_has_chosen( string $name, bool $unchosen ): void {
		self::assertSame( $unchosen, DisplayName::is_unchosen( $name, 'padler', 'petra.adler@example.org' ) );
	}
}

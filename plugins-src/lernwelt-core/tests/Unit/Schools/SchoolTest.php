<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Schools;

use Lernwelt\Core\Schools\InvalidSchool;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolType;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class SchoolTest extends TestCase {

	public function test_it_stores_one_form_of_number_and_name(): void {
		$school = new School( " 01g-4/2.a\n", "  Schule \t am  Ring ", SchoolType::Other, null, true );
		self::assertSame( [ '01G-4/2.A', 'Schule am Ring' ], [ $school->number, $school->name ] );
		self::assertNull( $school->in_district() );
		self::assertSame( 'Börde', ( new School( '1', 'Schule', SchoolType::Other, 'boerde', false ) )->in_district()?->name );
	}

	#[TestWith( [ '', 'Schule', null, 'number_missing' ] )]
	#[TestWith( [ '-1', 'Schule', null, 'number_invalid' ] )]
	#[TestWith( [ 'ÄÖÜ', 'Schule', null, 'number_invalid' ] )]
	#[TestWith( [ '12345678901234567890123456789012345678901', 'Schule', null, 'number_invalid' ] )]
	#[TestWith( [ '1', ' ', null, 'name_missing' ] )]
	#[TestWith( [ '1', "Schu\x00le", null, 'name_invalid' ] )]
	#[TestWith( [ '1', "\xFF", null, 'name_invalid' ] )]
	#[TestWith( [ '1', 'Schule', 'leipzig', 'district_unknown' ] )]
	#[TestWith( [ '1', 'Schule', '', 'district_unknown' ] )]
	public function test_it_refuses_what_is_no_school( string $number, string $name, ?string $district, string $code ): void {
		try {
			new School( $number, $name, SchoolType::Other, $district, false );
			self::fail( 'It was taken.' );
		} catch ( InvalidSchool $refused ) {
			self::assertSame( $code, $refused->problem->value );
		}
	}
}

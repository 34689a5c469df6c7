<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use Lernwelt\Core\SameOrigin;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class SameOriginTest extends TestCase {
	private const OWN = 'https://lernorte-lsa.de/';

	#[TestWith( [ 'same-origin', '', '' ] )]
	#[TestWith( [ '', 'https://lernorte-lsa.de', '' ] )]
	#[TestWith( [ '', 'https://LERNORTE-LSA.de:443', '' ] )]
	#[TestWith( [ '', '', 'https://lernorte-lsa.de/kontakt/?x=1' ] )]
	public function test_allows( string $fetch_site, string $origin, string $referer ): void {
		self::assertTrue( ( new SameOrigin( self::OWN ) )->allows( $fetch_site, $origin, $referer ) );
	}

	#[TestWith( [ '', '', '' ] )]
	#[TestWith( [ 'cross-site', 'https://lernorte-lsa.de', 'https://lernorte-lsa.de/' ] )]
	#[TestWith( [ 'same-site', '', '' ] )]
	#[TestWith( [ 'none', '', '' ] )]
	#[TestWith( [ '', 'null', 'https://lernorte-lsa.de/' ] )]
	#[TestWith( [ '', 'https://evil.example', 'https://lernorte-lsa.de/' ] )]
	#[TestWith( [ '', 'http://lernorte-lsa.de', '' ] )]
	#[TestWith( [ '', 'https://lernorte-lsa.de:8443', '' ] )]
	#[TestWith( [ '', 'https://lernorte-lsa.de.evil.example', '' ] )]
	#[TestWith( [ '', 'https://lernorte-lsa.de@evil.example', '' ] )]
	#[TestWith( [ '', '', 'https://evil.example/https://lernorte-lsa.de/' ] )]
	#[TestWith( [ '', 'https:///', '' ] )]
	public function test_refuses( string $fetch_site, string $origin, string $referer ): void {
		self::assertFalse( ( new SameOrigin( self::OWN ) )->allows( $fetch_site, $origin, $referer ) );
	}

	public function test_an_own_address_that_is_none_allows_nothing(): void {
		self::assertFalse( ( new SameOrigin( 'lernorte' ) )->allows( '', 'null', '' ) );
	}
}

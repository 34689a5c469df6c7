<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\SecondFactor;

use InvalidArgumentException;
use Lernwelt\Security\Application\SecondFactor\SecretBox;
use Lernwelt\Security\Domain\SecondFactor\Base32;
use Lernwelt\Security\Domain\SecondFactor\RecoveryCode;
use Lernwelt\Security\Domain\SecondFactor\Totp;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Codes of the app, as RFC 6238 and RFC 4226 print them, and codes for the emergency. */
final class TotpTest extends TestCase {

	private const RFC_SECRET = '12345678901234567890';

	#[DataProvider( 'rfc_6238' )]
	public function test_the_vectors_of_rfc_6238( int $time, string $code ): void {
		self::assertSame( $code, Totp::code( self::RFC_SECRET, Totp::step( $time ), 8 ) );
		self::assertSame( substr( $code, 2 ), Totp::code( self::RFC_SECRET, Totp::step( $time ) ) );
	}

	/** @return list<array{int, string}> */
	public static function rfc_6238(): array {
		return [
			[ 59, '94287082' ],
			[ 1111111109, '07081804' ],
			[ 1111111111, '14050471' ],
			[ 1234567890, '89005924' ],
			[ 2000000000, '69279037' ],
			[ 20000000000, '65353130' ],
		];
	}

	public function test_one_step_before_and_after_is_taken_and_no_more(): void {
		$now  = 1111111111;
		$step = Totp::step( $now );
		foreach ( [ -2 => null, -1 => $step - 1, 0 => $step, 1 => $step + 1, 2 => null ] as $away => $expected ) {
			self::assertSame( $expected, Totp::match( self::RFC_SECRET, Totp::code( self::RFC_SECRET, $step + $away ), $now ), "$away steps away" );
		}
		foreach ( [ '', '12345', '1234567', 'abcdef', ' 050471' ] as $wrong ) {
			self::assertNull( Totp::match( self::RFC_SECRET, $wrong, $now ) );
		}
	}

	#[DataProvider( 'rfc_4648' )]
	public function test_the_vectors_of_rfc_4648( string $bytes, string $text ): void {
		self::assertSame( $text, Base32::encode( $bytes ) );
		self::assertSame( $bytes, Base32::decode( strtolower( $text ) ) );
	}

	/** @return list<array{string, string}> */
	public static function rfc_4648(): array {
		return [ [ 'f', 'MY' ], [ 'fo', 'MZXQ' ], [ 'foo', 'MZXW6' ], [ 'foob', 'MZXW6YQ' ], [ 'fooba', 'MZXW6YTB' ], [ 'foobar', 'MZXW6YTBOI' ], [ self::RFC_SECRET, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' ] ];
	}

	public function test_what_is_no_base32_is_refused(): void {
		$this->expectException( InvalidArgumentException::class );
		Base32::decode( 'ABC1' );
	}

	public function test_apps_understand_the_address(): void {
		self::assertSame(
			'otpauth://totp/Lernwelt%20%20LSA:petra?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lernwelt%20%20LSA&algorithm=SHA1&digits=6&period=30',
			Totp::address( self::RFC_SECRET, 'Lernwelt: LSA', 'petra' )
		);
	}

	public function test_recovery_codes_are_read_as_people_type_them(): void {
		$code = RecoveryCode::random();

		self::assertMatchesRegularExpression( '/^[2-9a-z]{5}-[2-9a-z]{5}$/', $code );
		self::assertNotSame( $code, RecoveryCode::random() );
		self::assertSame( str_replace( '-', '', $code ), RecoveryCode::plain( ' ' . strtoupper( str_replace( '-', ' ', $code ) ) . ' ' ) );
		self::assertSame( '', RecoveryCode::plain( '123456' ) );
		self::assertSame( '', RecoveryCode::plain( 'k7m2p-9xq4' ) );
	}

	public function test_a_sealed_secret_opens_with_its_salts_only(): void {
		$box    = new SecretBox( 'salts' );
		$sealed = $box->seal( self::RFC_SECRET );

		self::assertStringNotContainsString( self::RFC_SECRET, (string) base64_decode( substr( $sealed, 3 ), true ) );
		self::assertNotSame( $sealed, $box->seal( self::RFC_SECRET ) );
		self::assertSame( self::RFC_SECRET, $box->open( $sealed ) );
		self::assertNull( ( new SecretBox( 'other salts' ) )->open( $sealed ) );
		self::assertNull( $box->open( substr_replace( $sealed, 'A' === $sealed[10] ? 'B' : 'A', 10, 1 ) ) );
		self::assertNull( $box->open( 'v1:' ) );
		self::assertNull( $box->open( '' ) );
		self::assertLessThan( 255, strlen( $sealed ) );
	}
}

<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit;

use InvalidArgumentException;
use Lernwelt\Core\Seal;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class SealTest extends TestCase {

	private const KEY = '0123456789abcdef0123456789abcdef';

	#[TestWith( [ 'Geheimnis' ] )]
	#[TestWith( [ "\0\xFF" ] )]
	#[TestWith( [ '' ] )]
	public function test_the_same_key_opens_it( string $text ): void {
		$sealed = Seal::close( $text, self::KEY );
		self::assertSame( $text, Seal::open( $sealed, self::KEY ) );
		self::assertNotSame( $sealed, Seal::close( $text, self::KEY ) );
	}

	/** Rows that were written before there was this class stay readable. */
	public function test_what_lies_in_the_database_stays_readable(): void {
		$nonce = str_repeat( "\1", SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		self::assertSame( 'alt', Seal::open( base64_encode( $nonce . sodium_crypto_secretbox( 'alt', $nonce, self::KEY ) ), self::KEY ) );
	}

	public function test_nothing_else_opens_it(): void {
		$sealed = Seal::close( 'Geheimnis', self::KEY );
		$bytes  = (string) base64_decode( $sealed, true );
		self::assertStringNotContainsString( 'Geheimnis', $bytes );
		self::assertNull( Seal::open( $sealed, strrev( self::KEY ) ) );
		for ( $at = 0, $length = strlen( $bytes ); $at < $length; ++$at ) {
			$changed        = $bytes;
			$changed[ $at ] = chr( ord( $bytes[ $at ] ) ^ 1 );
			self::assertNull( Seal::open( base64_encode( $changed ), self::KEY ), "Byte $at" );
			self::assertNull( Seal::open( base64_encode( substr( $bytes, 0, $at ) ), self::KEY ), "$at bytes" );
		}
		self::assertNull( Seal::open( "$sealed*", self::KEY ) );
	}

	public function test_a_short_key_is_refused(): void {
		$this->expectException( InvalidArgumentException::class );
		Seal::close( 'Geheimnis', 'kurz' );
	}
}

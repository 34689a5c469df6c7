<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Data;

use Lernwelt\Core\Data\German;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class GermanTest extends TestCase {

	public function test_umlauts_stand_with_their_letters_and_numbers_count(): void {
		$sorted = [ 'Aal', 'Äpfel', 'apfel 9', 'Apfel 10', 'Birne', 'Oase', 'Öko', 'Straße', 'Strasse 2', 'Zoo' ];
		$mixed  = array_reverse( $sorted );
		usort( $mixed, German::compare( ... ) );
		self::assertSame( [ 'Aal', 'Äpfel', 'apfel 9', 'Apfel 10' ], [ $mixed[0], ...array_intersect( $mixed, [ 'Äpfel', 'apfel 9', 'Apfel 10' ] ) ] );
		self::assertSame( [ 'Birne', 'Oase', 'Öko', 'Straße', 'Strasse 2', 'Zoo' ], array_slice( $mixed, 4 ) );
	}

	public function test_keys_sort_bytewise(): void {
		$texts = [ 'Zoo', 'Äpfel', 'Apfel', 'Über', 'Ufer' ];
		$keys  = array_combine( $texts, array_map( German::sort_key( ... ), $texts ) );
		asort( $keys, SORT_STRING );
		self::assertSame( [ 'Apfel', 'Äpfel', 'Über', 'Ufer', 'Zoo' ], array_keys( $keys ) );
		self::assertMatchesRegularExpression( '/^[0-9a-f]+$/', $keys['Äpfel'] );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function folded(): iterable {
		yield 'umlauts' => [ 'Lützen', 'lutzen' ];
		yield 'a loose umlaut' => [ "Lu\u{308}tzen", 'lutzen' ];
		yield 'sharp s' => [ 'STRAẞE Straße', 'strasse strasse' ];
		yield 'accents of neighbours' => [ 'Łódź, Café', 'lodz cafe' ];
		yield 'signs' => [ " 50%_off\\ – 'x' \n", '50 off x' ];
		yield 'invalid bytes' => [ "Zo\xc3 o", 'zo o' ];
		yield 'nothing' => [ '!?', '' ];
	}

	#[DataProvider( 'folded' )]
	public function test_folds( string $text, string $expected ): void {
		self::assertSame( $expected, German::fold( $text ) );
	}

	public function test_an_index_knows_the_spelled_out_form_too(): void {
		$text = German::index_text( 'Müller-Höhle in Halle' );
		self::assertSame( 'muller hohle in halle mueller hoehle', $text );
		self::assertStringContainsString( German::fold( 'Mueller' ), $text );
		self::assertStringContainsString( German::fold( 'MÜLLER' ), $text );
		self::assertSame( 'halle', German::index_text( 'Halle' ) );
	}
}

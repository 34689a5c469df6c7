<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Import;

use Lernwelt\Places\Domain\Import\Decimal;
use Lernwelt\Places\Domain\Import\Numbers;
use Lernwelt\Places\Domain\Import\PlainText;
use Lernwelt\Places\Domain\Import\RawText;
use Lernwelt\Places\Domain\Import\Terms;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class TextTest extends TestCase {

	#[TestWith( [ '<p>Hallo &amp; <b>Welt</b></p><p>zwei<br/>drei</p>', "Hallo & Welt\n\nzwei\ndrei" ] )]
	#[TestWith( [ '<ul><li>eins</li><li>zwei</li></ul>', "eins\nzwei" ] )]
	#[TestWith( [ 'vor<script>alert("x")</script>nach<style>a{}</style>', 'vor nach' ] )]
	#[TestWith( [ '&lt;script&gt;alert(1)&lt;/script&gt; übrig', 'übrig' ] )]
	#[TestWith( [ '&amp;lt;b&amp;gt;fett', 'fett' ] )]
	#[TestWith( [ 'offen <img src=x onerror=alert(1)', 'offen < img src=x onerror=alert(1)' ] )]
	#[TestWith( [ 'a<!-- weg -->b<a href="javascript:x">c</a>', 'abc' ] )]
	#[TestWith( [ '3&nbsp;&euro;', "3\u{00A0}€" ] )]
	public function test_html_becomes_text( string $html, string $text ): void {
		self::assertSame( [ $text, true ], PlainText::of( $html ) );
	}

	#[TestWith( [ 'Eintritt < 10 € & mehr' ] )]
	#[TestWith( [ 'Kinder <6 frei, AT&T' ] )]
	#[TestWith( [ '=1+1' ] )]
	#[TestWith( [ "zwei\n\nAbsätze" ] )]
	public function test_text_stays_as_it_is( string $text ): void {
		self::assertSame( [ $text, false ], PlainText::of( $text ) );
	}

	public function test_invisible_characters_go_and_breaks_become_one_kind(): void {
		self::assertSame( [ "a\nb\nc\nd\n\ne", false ], PlainText::of( "a\r\nb\rc\x0Bd\n \n\n\ne\u{200B}\u{FEFF}\x07\u{202E}" ) );
		self::assertSame( 'a b c', PlainText::line( " a\n b\u{00A0} c " ) );
		self::assertSame( [ 'eins', "zwei\ndrei" ], PlainText::paragraphs( "eins\n\nzwei\ndrei\n\n" ) );
	}

	/** Texts that are made to exhaust an expression lose their tags all the same. */
	public function test_huge_texts_lose_nothing(): void {
		$text = str_repeat( 'Wort ', 20_000 );
		self::assertSame( trim( $text ), PlainText::of( $text )[0] );
		[ $clean ] = PlainText::of( str_repeat( '<b title="', 20_000 ) . 'Ende' );
		self::assertStringEndsWith( 'Ende', $clean );
		self::assertDoesNotMatchRegularExpression( '/<[a-z]/i', $clean );
	}

	#[TestWith( [ '1.234,5', Decimal::Auto, 1234.5 ] )]
	#[TestWith( [ '1,234.5', Decimal::Auto, 1234.5 ] )]
	#[TestWith( [ '51,4825', Decimal::Auto, 51.4825 ] )]
	#[TestWith( [ '51.4825', Decimal::Auto, 51.4825 ] )]
	#[TestWith( [ '5.705.123', Decimal::Auto, 5705123.0 ] )]
	#[TestWith( [ '5.705.123,4', Decimal::Comma, 5705123.4 ] )]
	#[TestWith( [ '1.234', Decimal::Comma, 1234.0 ] )]
	#[TestWith( [ "1\u{00A0}234,5", Decimal::Comma, 1234.5 ] )]
	#[TestWith( [ '-3', Decimal::Comma, -3.0 ] )]
	#[TestWith( [ ',5', Decimal::Auto, 0.5 ] )]
	#[TestWith( [ '51.4825', Decimal::Comma, null ] )]
	#[TestWith( [ '1,2,3', Decimal::Comma, null ] )]
	#[TestWith( [ '51,48 N', Decimal::Auto, null ] )]
	#[TestWith( [ '', Decimal::Auto, null ] )]
	#[TestWith( [ '-', Decimal::Auto, null ] )]
	#[TestWith( [ 'INF', Decimal::Auto, null ] )]
	#[TestWith( [ '0x1A', Decimal::Auto, null ] )]
	public function test_numbers( string $text, Decimal $decimal, ?float $number ): void {
		self::assertSame( $number, Numbers::read( $text, $decimal ) );
	}

	public function test_numbers_are_written_without_groups(): void {
		self::assertSame( [ '1234.5', '3', '0', '-0.25' ], array_map( Numbers::plain( ... ), [ 1234.5, 3.0, 0.0, -0.25 ] ) );
	}

	public function test_raw_text_is_always_valid_and_short(): void {
		self::assertSame( 'Größe\xDF\x00' . "\nb", RawText::of( "Größe\xDF\x00\nb" ) );
		self::assertSame( 1000, mb_strlen( RawText::of( str_repeat( 'ä', 5000 ) ) ) );
		foreach ( [ random_bytes( 6000 ), str_repeat( "\xF0\x9F\x98", 2000 ), str_repeat( '😀', 1500 ) ] as $bytes ) {
			self::assertTrue( mb_check_encoding( RawText::of( $bytes ), 'UTF-8' ) );
			self::assertLessThanOrEqual( 1000, mb_strlen( RawText::of( $bytes ) ) );
		}
	}

	public function test_terms_are_found_by_slug_and_name(): void {
		$terms = new Terms( [ 'halle-saale' => 'Halle (Saale)', 'boerde' => 'Börde' ] );
		self::assertSame( [ 'halle-saale', 'halle-saale', 'boerde', null ], array_map( $terms->find( ... ), [ "halle\u{00A0}(Saale) ", 'HALLE-SAALE', 'BÖRDE', 'Borde' ] ) );
	}
}

<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit;

use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceContent;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PlaceContentTest extends TestCase {

	public function test_writes_paragraphs_and_the_locked_details(): void {
		self::assertSame(
			"<!-- wp:paragraph -->\n<p>Tiere &amp; „Pflanzen“ &lt;3</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Zeile<br>Zeile</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:lernwelt/place-details /-->",
			PlaceContent::blocks( new Place( 'Zoo', description: [ ' Tiere & „Pflanzen“ <3', ' ', "Zeile\nZeile" ] ) )
		);
		self::assertSame( '<!-- wp:lernwelt/place-details /-->', PlaceContent::blocks( new Place( 'Zoo' ) ) );
	}

	public function test_a_text_can_not_become_a_block(): void {
		$hostile = [ '<!-- wp:html --><script>x</script><!-- /wp:html -->', '-->' ];
		$content = PlaceContent::blocks( new Place( 'Zoo', description: $hostile ) );
		self::assertStringNotContainsString( 'wp:html -->', $content );
		self::assertSame( $hostile, PlaceContent::paragraphs( $content ) );
	}

	public function test_a_text_can_not_become_a_shortcode(): void {
		$content = PlaceContent::blocks( new Place( 'Zoo', description: [ '[video src="https://example.org/x.mp4"]' ] ) );
		self::assertStringNotContainsString( '[', $content );
		self::assertSame( [ '[video src="https://example.org/x.mp4"]' ], PlaceContent::paragraphs( $content ) );
	}

	public function test_quotes_stay_as_the_editor_writes_them(): void {
		self::assertStringContainsString( '<p>"Kuppel" & \'Sterne\'</p>', str_replace( '&amp;', '&', PlaceContent::blocks( new Place( 'Zoo', description: [ '"Kuppel" & \'Sterne\'' ] ) ) ) );
	}

	public function test_reads_back_what_it_wrote(): void {
		$paragraphs = [ 'Erster & letzter', "mit\nUmbruch", '&amp; wörtlich' ];
		self::assertSame( $paragraphs, PlaceContent::paragraphs( PlaceContent::blocks( new Place( 'Zoo', description: $paragraphs ) ) ) );
		self::assertSame( [], PlaceContent::paragraphs( '' ) );
	}

	/**
	 * @param string $content Content of a post.
	 */
	#[DataProvider( 'richer' )]
	public function test_does_not_take_apart_what_an_editor_made( string $content ): void {
		self::assertNull( PlaceContent::paragraphs( $content . "\n\n" . PlaceContent::DETAILS ) );
	}

	/**
	 * @return list<array{string}>
	 */
	public static function richer(): array {
		return [
			[ '<!-- wp:heading --><h2>Titel</h2><!-- /wp:heading -->' ],
			[ '<!-- wp:paragraph --><p>Ein <strong>Wort</strong></p><!-- /wp:paragraph -->' ],
			[ '<!-- wp:paragraph {"align":"center"} --><p class="has-text-align-center">Mitte</p><!-- /wp:paragraph -->' ],
			[ '<p>ohne Block</p><p>noch einer</p>' ],
		];
	}
}

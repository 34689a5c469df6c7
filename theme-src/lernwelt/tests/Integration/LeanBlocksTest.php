<?php
/**
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;

/** What pages are spared, and what they aren't. */
final class LeanBlocksTest extends IntegrationTestCase {

	public function test_quotes_and_dashes_are_made_in_the_text_of_a_page_and_nowhere_else(): void {
		register_block_type( 'test/list', [ 'attributes' => [ 'text' => [ 'type' => 'string' ] ], 'render_callback' => static fn ( array $attributes ): string => "<i>{$attributes['text']}</i>" ] );
		$typed   = 'Er sagt "ja" -- gern';
		$content = (string) apply_filters(
			'the_content',
			"<!-- wp:paragraph --><p title='\"a\"'>$typed</p><!-- /wp:paragraph -->"
			. "<!-- wp:code --><pre class=\"wp-block-code\"><code>$typed</code></pre><!-- /wp:code -->"
			. serialize_block( [ 'blockName' => 'test/list', 'attrs' => [ 'text' => $typed ], 'innerBlocks' => [], 'innerHTML' => '', 'innerContent' => [] ] )
		);
		unregister_block_type( 'test/list' );

		self::assertStringContainsString( '>Er sagt „ja“ — gern</p>', html_entity_decode( $content ) );
		self::assertStringContainsString( "title='\"a\"'", $content );
		self::assertStringContainsString( "<code>$typed</code>", $content );
		self::assertStringContainsString( "<i>$typed</i>", $content );
	}
}

<?php
/**
 * Tables on narrow screens.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use WP_HTML_Tag_Processor;

/**
 * Lets a wide table scroll inside its figure, by keyboard too, instead of widening the page.
 */
final class ScrollableTable {

	/**
	 * Filters `render_block_core/table`.
	 *
	 * @param string $html The rendered block.
	 */
	public function wrap( string $html ): string {
		$tags = new WP_HTML_Tag_Processor( $html );
		if ( $tags->next_tag( [ 'tag_name' => 'figure' ] ) ) {
			$tags->set_attribute( 'tabindex', '0' );
			$tags->set_attribute( 'role', 'region' );
			$tags->set_attribute( 'aria-label', __( 'Table, can be scrolled', 'lernwelt' ) );
		}
		return $tags->get_updated_html();
	}
}

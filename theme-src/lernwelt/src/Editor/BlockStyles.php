<?php
/**
 * Block styles of this design.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Editor;

/**
 * Registers the looks editors may choose; the style sheet knows them as `is-style-…`.
 */
final class BlockStyles {

	/**
	 * Registers the styles; called on `init`.
	 */
	public function register(): void {
		foreach ( $this->styles() as $block => $styles ) {
			foreach ( $styles as $name => $label ) {
				register_block_style(
					$block,
					[
						'name'  => $name,
						'label' => $label,
					]
				);
			}
		}
	}

	/**
	 * All styles.
	 *
	 * @return array<string, array<string, string>> Block to style name to label.
	 */
	private function styles(): array {
		return [
			'core/paragraph' => [
				'lead' => __( 'Lead', 'lernwelt' ),
				'meta' => __( 'Small print', 'lernwelt' ),
			],
			'core/list'      => [
				'chips' => __( 'Chips', 'lernwelt' ),
				'tags'  => __( 'Tags', 'lernwelt' ),
				'links' => __( 'List of links', 'lernwelt' ),
				'steps' => __( 'Steps of a path', 'lernwelt' ),
			],
			'core/group'     => [
				'section' => __( 'Tinted section', 'lernwelt' ),
				'facts'   => __( 'Facts at a glance', 'lernwelt' ),
				'note'    => __( 'Note', 'lernwelt' ),
			],
			'core/button'    => [
				'spark' => __( 'Spark (once a page)', 'lernwelt' ),
			],
		];
	}
}

<?php
/**
 * What the block editor offers.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Editor;

use WP_Block_Editor_Context;
use WP_Block_Type_Registry;

/**
 * Keeps the editor to what looks right in this design.
 */
final class Curation {

	/** Core blocks the style sheet covers. */
	private const CORE = [
		'core/block',
		'core/button',
		'core/buttons',
		'core/column',
		'core/columns',
		'core/details',
		'core/gallery',
		'core/group',
		'core/heading',
		'core/image',
		'core/list',
		'core/list-item',
		'core/media-text',
		'core/paragraph',
		'core/quote',
		'core/search',
		'core/separator',
		'core/table',
		'core/video',
	];

	/** Own blocks of all Lernwelt plugins and of this theme start so. */
	private const OWN = 'lernwelt/';

	/**
	 * Filters `allowed_block_types_all`.
	 *
	 * @param bool|array<string>      $allowed Decided so far.
	 * @param WP_Block_Editor_Context $context Editor.
	 * @return bool|list<string>
	 */
	public function allowed_blocks( bool|array $allowed, WP_Block_Editor_Context $context ): bool|array {
		if ( 'core/edit-post' !== $context->name || false === $allowed ) {
			return is_array( $allowed ) ? array_values( $allowed ) : $allowed;
		}
		$names = array_keys( WP_Block_Type_Registry::get_instance()->get_all_registered() );
		$own   = array_filter( $names, static fn( string $name ): bool => str_starts_with( $name, self::OWN ) );
		return array_values( [ ...self::CORE, ...$own ] );
	}

	/**
	 * Filters `block_editor_settings_all`.
	 *
	 * @param array<string, mixed> $settings Settings of the editor.
	 * @return array<string, mixed>
	 */
	public function settings( array $settings ): array {
		$settings['disableCustomColors']           = true;
		$settings['disableCustomGradients']        = true;
		$settings['disableCustomFontSizes']        = true;
		$settings['enableCustomUnits']             = false;
		$settings['imageEditing']                  = true;
		return $settings;
	}

	/**
	 * Registers the categories of patterns and blocks; called on `init`.
	 */
	public function register_categories(): void {
		register_block_pattern_category( 'lernwelt', [ 'label' => __( 'Lernwelt', 'lernwelt' ) ] );
		register_block_pattern_category( 'lernwelt-pages', [ 'label' => __( 'Lernwelt: whole pages', 'lernwelt' ) ] );
	}

	/**
	 * Filters `block_categories_all`: own blocks first.
	 *
	 * @param array<array<string, mixed>> $categories Categories.
	 * @return list<array<string, mixed>>
	 */
	public function block_categories( array $categories ): array {
		foreach ( $categories as $category ) {
			if ( 'lernwelt' === ( $category['slug'] ?? '' ) ) {
				return array_values( $categories );
			}
		}
		array_unshift(
			$categories,
			[
				'slug'  => 'lernwelt',
				'title' => __( 'Lernwelt', 'lernwelt' ),
				'icon'  => null,
			]
		);
		return array_values( $categories );
	}
}

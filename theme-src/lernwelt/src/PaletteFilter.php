<?php
/**
 * The palette of this portal.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use Lernwelt\Core\Design\Color;
use Lernwelt\Core\Design\Palette;
use WP_Theme_JSON_Data;

/**
 * Writes the complete palette into theme.json.
 *
 * WordPress replaces a parent's palette by a child's instead of merging them. So a variant names its accent and
 * tint only (`settings.custom`), and this one place makes the thirteen colours of them.
 */
final class PaletteFilter {

	/** Backgrounds an editor may give to a group: text of every kind can be read on them. */
	private const BACKGROUNDS = [ 'white', 'paper', 'tint' ];

	/**
	 * Filters `wp_theme_json_data_theme`.
	 *
	 * @param WP_Theme_JSON_Data $theme_json What the active theme's file says.
	 */
	public function apply( WP_Theme_JSON_Data $theme_json ): WP_Theme_JSON_Data {
		$data    = $theme_json->get_data();
		$custom  = (array) ( $data['settings']['custom'] ?? [] );
		$palette = $this->palette( $custom );
		$hexes   = $palette->hexes();
		$names   = $this->names();
		$presets = [];
		foreach ( $hexes as $slug => $hex ) {
			$presets[ $slug ] = [
				'slug'  => $slug,
				'name'  => $names[ $slug ] ?? $slug,
				'color' => $hex,
			];
		}
		return $theme_json->update_with(
			[
				'version'  => 3,
				'settings' => [
					'color'  => [ 'palette' => array_values( $presets ) ],
					'custom' => [
						'accent' => $hexes['accent'],
						'tint'   => $hexes['tint'],
					],
					'blocks' => [
						'core/group' => [
							'color' => [
								'background' => true,
								'palette'    => array_values( array_intersect_key( $presets, array_flip( self::BACKGROUNDS ) ) ),
							],
						],
					],
				],
			]
		);
	}

	/**
	 * The palette from the variant's custom values and the portal's own accent.
	 *
	 * @param array<string, mixed> $custom `settings.custom` of the active theme.
	 */
	private function palette( array $custom ): Palette {
		/**
		 * Filters the accent of this portal.
		 *
		 * @param string|null $accent `#rrggbb`, or null for the variant's own.
		 */
		$chosen = apply_filters( 'lernwelt_accent', null );
		$own    = is_string( $chosen ) ? Color::try_from_hex( $chosen ) : null;
		if ( null !== $own ) {
			$palette = Palette::of( $own );
			if ( [] === $palette->failures() ) {
				return $palette;
			}
		}
		$accent = Color::try_from_hex( (string) ( $custom['accent'] ?? '' ) ) ?? Color::from_hex( Palette::BASE['blue'] );
		return Palette::of( $accent, Color::try_from_hex( (string) ( $custom['tint'] ?? '' ) ) );
	}

	/**
	 * What editors call the colours.
	 *
	 * @return array<string, string> Slug to name.
	 */
	private function names(): array {
		return [
			'white'       => __( 'White', 'lernwelt' ),
			'paper'       => __( 'Paper', 'lernwelt' ),
			'line'        => __( 'Line', 'lernwelt' ),
			'muted'       => __( 'Muted text', 'lernwelt' ),
			'ink'         => __( 'Ink', 'lernwelt' ),
			'blue'        => __( 'Bildungsserver blue', 'lernwelt' ),
			'blue-dark'   => __( 'Dark blue', 'lernwelt' ),
			'orange'      => __( 'Orange', 'lernwelt' ),
			'orange-dark' => __( 'Dark orange', 'lernwelt' ),
			'accent'      => __( 'Accent', 'lernwelt' ),
			'accent-dark' => __( 'Dark accent', 'lernwelt' ),
			'tint'        => __( 'Tint', 'lernwelt' ),
			'tint-line'   => __( 'Lines on the tint', 'lernwelt' ),
		];
	}
}

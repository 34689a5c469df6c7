<?php
/**
 * What the open pages of a closed portal show.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Gate;

use Lernwelt\Security\Domain\Gate\Asked;
use Lernwelt\Security\Domain\Gate\Exceptions;
use WP_Query;

/** Keeps pages, menus and robots.txt of a closed portal from telling guests what lies behind. */
final class PublicFace {

	/** What a page is built of; holds no content of its own. */
	private const PARTS = [ 'nav_menu_item', 'wp_block', 'wp_global_styles', 'wp_template', 'wp_template_part' ];

	/**
	 * Filter `wp_setup_nav_menu_item`: of all links only those to open pages stay.
	 *
	 * @param object $item Entry of a menu.
	 */
	public function menu_item( object $item ): object {
		$facts = get_object_vars( $item );
		if ( ! self::is_open( is_string( $facts['url'] ?? null ) ? $facts['url'] : '' ) ) {
			// WordPress's own mark for entries that lead nowhere.
			$item->_invalid = true; // @phpstan-ignore property.notFound
			$item->title    = ''; // @phpstan-ignore property.notFound
			$item->url      = ''; // @phpstan-ignore property.notFound
		}
		return $item;
	}

	/**
	 * Filter `posts_pre_query`: lists on an open page are empty.
	 *
	 * @param array<mixed>|null $posts Posts, null while nobody has looked.
	 * @param WP_Query          $query Query.
	 * @return array<mixed>|null
	 */
	public function no_lists( ?array $posts, WP_Query $query ): ?array {
		$types = array_filter( (array) $query->get( 'post_type' ), is_string( ... ) );
		if ( $query->is_main_query() || ( [] !== $types && [] === array_diff( $types, self::PARTS ) ) ) {
			return $posts;
		}
		$query->found_posts   = 0;
		$query->max_num_pages = 0;
		return [];
	}

	/** Filter `robots_txt`. */
	public function robots_txt(): string {
		return "User-agent: *\nDisallow: /\n";
	}

	/** Filter `theme_mod_custom_logo`: an uploaded logo is a file behind the gate; the theme's own mark takes its place. */
	public function no_uploaded_logo(): int {
		return 0;
	}

	private static function is_open( string $url ): bool {
		$home = untrailingslashit( home_url() );
		if ( str_starts_with( $url, '/' ) && ! str_starts_with( $url, '//' ) ) {
			$url = $home . $url;
		}
		return str_starts_with( $url, $home . '/' ) && Asked::OpenPage === Exceptions::at( substr( $url, strlen( $home ) ) );
	}
}

<?php
/**
 * The menus of this portal.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Navigation;

use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use WP_Term;

/**
 * Reads the classic menus of all locations together.
 *
 * Core's walker asks the database for each menu anew; header and footer need five of them on every page.
 */
final class Menus {

	/** Group of the object cache. */
	private const CACHE = 'lernwelt-menus';

	/** @var array<string, list<MenuNode>>|null */
	private ?array $trees = null;

	/** @var array<string, string> */
	private array $titles = [];

	/**
	 * The entries of a location, two levels.
	 *
	 * @param string $location Location as registered.
	 * @return list<MenuNode> Empty when no menu stands there.
	 */
	public function tree( string $location ): array {
		return $this->trees()[ $location ] ?? [];
	}

	/**
	 * The name an editor gave to the menu.
	 *
	 * @param string $location Location as registered.
	 * @param string $fallback Name when no menu stands there.
	 */
	public function title( string $location, string $fallback ): string {
		$this->trees();
		return $this->titles[ $location ] ?? $fallback;
	}

	/**
	 * Reads everything once.
	 *
	 * @return array<string, list<MenuNode>> Location to entries.
	 */
	private function trees(): array {
		if ( null !== $this->trees ) {
			return $this->trees;
		}
		$this->trees = [];
		foreach ( $this->known() as $location => list( $title, $items ) ) {
			// WordPress isn't asked for entries that are known, so whoever keeps copies of pages wouldn't hear of them.
			PageChanges::shows( ...array_diff( array_unique( array_column( $items, 'shows' ) ), [ '' ] ) );
			$this->titles[ $location ] = $title;
			$this->trees[ $location ]  = $this->nodes( $items, 0 );
		}
		return $this->trees;
	}

	/**
	 * What the menus say, from the object cache as long as no post, term or address of the portal has changed. On a
	 * closed portal guests see fewer entries than others: theirs are read anew.
	 *
	 * @return array<string, array{string, list<array{id: int, parent: int, title: string, shows: string, url: string}>}> Location to the menu's name and entries.
	 */
	private function known(): array {
		if ( has_filter( 'wp_setup_nav_menu_item' ) ) {
			return $this->read();
		}
		$key   = hash( 'xxh128', (string) wp_json_encode( [ get_nav_menu_locations(), array_keys( get_registered_nav_menus() ), determine_locale(), home_url( '/' ), get_option( 'permalink_structure' ) ] ) );
		$state = wp_cache_get_last_changed( 'posts' ) . ' ' . wp_cache_get_last_changed( 'terms' );
		$known = wp_cache_get( $key, self::CACHE );
		if ( is_array( $known ) && $state === ( $known['state'] ?? '' ) ) {
			return $known['menus'];
		}
		$menus = $this->read();
		wp_cache_set(
			$key,
			[
				'state' => $state,
				'menus' => $menus,
			],
			self::CACHE,
			DAY_IN_SECONDS
		);
		return $menus;
	}

	/**
	 * Reads the menus in use.
	 *
	 * @return array<string, array{string, list<array{id: int, parent: int, title: string, shows: string, url: string}>}> Location to the menu's name and entries.
	 */
	private function read(): array {
		$menus = $this->menus();
		$items = [];
		foreach ( $this->items( array_map( static fn( WP_Term $menu ): int => $menu->term_taxonomy_id, $menus ) ) as $item ) {
			$terms = get_the_terms( $item['id'], 'nav_menu' );
			if ( is_array( $terms ) && isset( $terms[0] ) ) {
				$items[ $terms[0]->term_id ][] = $item;
			}
		}
		return array_map( static fn( WP_Term $menu ): array => [ $menu->name, $items[ $menu->term_id ] ?? [] ], $menus );
	}

	/**
	 * The menus in use.
	 *
	 * @return array<string, WP_Term> Location to menu.
	 */
	private function menus(): array {
		$locations = array_diff( array_map( 'intval', array_intersect_key( get_nav_menu_locations(), get_registered_nav_menus() ) ), [ 0 ] );
		if ( [] === $locations ) {
			return [];
		}
		$terms = get_terms(
			[
				'taxonomy'               => 'nav_menu',
				'include'                => array_unique( array_values( $locations ) ),
				'hide_empty'             => false,
				'update_term_meta_cache' => false,
			]
		);
		$by_id = is_array( $terms ) ? array_column( $terms, null, 'term_id' ) : [];
		$menus = [];
		foreach ( $locations as $location => $id ) {
			if ( ( $by_id[ $id ] ?? null ) instanceof WP_Term ) {
				$menus[ (string) $location ] = $by_id[ $id ];
			}
		}
		return $menus;
	}

	/**
	 * The entries of several menus, complete with title and address.
	 *
	 * @param array<int> $menu_ids Term taxonomy ids, which save core a look-up.
	 * @return list<array{id: int, parent: int, title: string, shows: string, url: string}>
	 */
	private function items( array $menu_ids ): array {
		if ( [] === $menu_ids ) {
			return [];
		}
		$posts  = get_posts(
			[
				'post_type'      => 'nav_menu_item',
				'post_status'    => 'publish',
				'posts_per_page' => -1,
				'orderby'        => 'menu_order',
				'order'          => 'ASC',
				'no_found_rows'  => true,
				'tax_query'      => [
					[
						'taxonomy' => 'nav_menu',
						'field'    => 'term_taxonomy_id',
						'terms'    => array_values( array_unique( $menu_ids ) ),
					],
				],
			]
		);
		$linked = [];
		foreach ( $posts as $post ) {
			if ( 'post_type' === get_post_meta( $post->ID, '_menu_item_type', true ) ) {
				$linked[] = (int) get_post_meta( $post->ID, '_menu_item_object_id', true );
			}
		}
		_prime_post_caches( array_unique( $linked ), false, false );
		$items = [];
		foreach ( $posts as $post ) {
			$item = wp_setup_nav_menu_item( $post );
			// Core hangs what it finds out about an entry on the post as loose properties.
			$facts = is_object( $item ) ? get_object_vars( $item ) : [];
			if ( true !== ( $facts['_invalid'] ?? false ) ) {
				$items[] = [
					'id'     => $post->ID,
					'parent' => is_numeric( $facts['menu_item_parent'] ?? null ) ? (int) $facts['menu_item_parent'] : 0,
					'title'  => is_string( $facts['title'] ?? null ) ? wp_strip_all_tags( $facts['title'] ) : '',
					'shows'  => self::shows( $facts ),
					'url'    => is_string( $facts['url'] ?? null ) && '#' !== $facts['url'] ? $facts['url'] : '',
				];
			}
		}
		return $items;
	}

	/**
	 * What a page with an entry shows, so that it is made anew when that changes.
	 *
	 * @param array<string, mixed> $facts What core says about an entry.
	 * @return string As in PageParts, '' for a free link.
	 */
	private static function shows( array $facts ): string {
		$id = is_numeric( $facts['object_id'] ?? null ) ? (int) $facts['object_id'] : 0;
		return match ( $facts['type'] ?? '' ) {
			'post_type' => PageParts::link( $id ),
			'taxonomy'  => PageParts::term( $id ),
			default     => '',
		};
	}

	/**
	 * Builds the tree below an entry.
	 *
	 * @param list<array{id: int, parent: int, title: string, shows: string, url: string}> $items  Entries of one menu in their order.
	 * @param int                                                           $parent Entry above; 0 for the first level.
	 * @return list<MenuNode>
	 */
	private function nodes( array $items, int $parent ): array {
		$nodes = [];
		foreach ( $items as $item ) {
			if ( $item['parent'] !== $parent ) {
				continue;
			}
			$place   = CurrentAddress::compare( $item['url'] );
			$nodes[] = new MenuNode(
				$item['title'],
				$item['url'],
				AddressMatch::Same === $place,
				AddressMatch::Below === $place,
				0 === $parent ? $this->nodes( $items, $item['id'] ) : []
			);
		}
		return $nodes;
	}
}

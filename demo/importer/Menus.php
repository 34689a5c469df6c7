<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use WP_Post;
use WP_Term;

/** Builds the menus and puts them where the theme shows them. */
final class Menus {

	/**
	 * @param Ledger $ledger What was imported.
	 */
	public function __construct( private readonly Ledger $ledger ) {}

	/**
	 * Adds a menu. One that is recorded as complete belongs to the editors from then on.
	 *
	 * @param string              $location Location of the theme.
	 * @param string              $name     Name editors see; the footer prints it as a heading.
	 * @param array<array<mixed>> $items    title, page, event or url, children.
	 */
	public function import( string $location, string $name, array $items ): Outcome {
		if ( $this->ledger->has( "menu:$location" ) ) {
			return Outcome::Kept;
		}
		$menu = $this->menu( $name );
		$this->items( $menu, $items, 0, $this->present( $menu ) );
		$locations = get_theme_mod( 'nav_menu_locations' );
		$locations = is_array( $locations ) ? $locations : [];
		if ( 0 === (int) ( $locations[ $location ] ?? 0 ) ) {
			set_theme_mod( 'nav_menu_locations', [ $location => $menu ] + $locations );
		}
		$this->ledger->record( "menu:$location", $menu );
		return Outcome::Added;
	}

	private function menu( string $name ): int {
		$there = wp_get_nav_menu_object( $name );
		if ( $there instanceof WP_Term ) {
			return $there->term_id;
		}
		$id = wp_create_nav_menu( wp_slash( $name ) );
		return is_int( $id ) ? $id : throw new DemoError( "WordPress refused the menu \"$name\": {$id->get_error_message()}" );
	}

	/**
	 * Entries an interrupted run left in a menu.
	 *
	 * @param int $menu Menu.
	 * @return array<string, int> Entry above and title → id.
	 */
	private function present( int $menu ): array {
		$present = [];
		$items   = wp_get_nav_menu_items( $menu, [ 'post_status' => 'any' ] );
		foreach ( is_array( $items ) ? $items : [] as $item ) {
			if ( $item instanceof WP_Post ) {
				$parent = get_post_meta( $item->ID, '_menu_item_menu_item_parent', true );
				// WordPress stores no title that is the page's own; "title" is what visitors see.
				$title = get_object_vars( $item )['title'] ?? '';
				$present[ ( is_numeric( $parent ) ? (int) $parent : 0 ) . ' ' . ( is_string( $title ) ? $title : '' ) ] = $item->ID;
			}
		}
		return $present;
	}

	/**
	 * @param int                 $menu    Menu.
	 * @param array<array<mixed>> $items   Entries of one level.
	 * @param int                 $parent  Entry above, 0 for the first level.
	 * @param array<string, int>  $present What is there already.
	 * @param int                 $position Entries before these.
	 * @return int Entries so far.
	 */
	private function items( int $menu, array $items, int $parent, array $present, int $position = 0 ): int {
		foreach ( $items as $item ) {
			$title = is_string( $item['title'] ?? null ) ? $item['title'] : '';
			$entry = $this->entry( $item, $title );
			if ( null === $entry ) {
				continue;
			}
			++$position;
			$id = $present[ "$parent $title" ] ?? $this->add( $menu, $entry + [ 'menu-item-parent-id' => $parent, 'menu-item-position' => $position ], $title );
			$position = $this->items( $menu, Source::arrays( $item['children'] ?? null ), $id, $present, $position );
		}
		return $position;
	}

	/**
	 * @param int                       $menu  Menu.
	 * @param array<string, int|string> $entry Fields of WordPress.
	 * @param string                    $title Title.
	 */
	private function add( int $menu, array $entry, string $title ): int {
		$id = wp_update_nav_menu_item( $menu, 0, wp_slash( $entry ) );
		return is_int( $id ) ? $id : throw new DemoError( "WordPress refused the menu entry \"$title\": {$id->get_error_message()}" );
	}

	/**
	 * @param array<mixed> $item  Entry of the file.
	 * @param string       $title Title.
	 * @return array<string, int|string>|null Fields of WordPress; null when the page was deleted.
	 */
	private function entry( array $item, string $title ): ?array {
		$fields = [ 'menu-item-title' => $title, 'menu-item-status' => 'publish' ];
		if ( is_string( $item['url'] ?? null ) ) {
			return $fields + [ 'menu-item-type' => 'custom', 'menu-item-url' => $item['url'] ];
		}
		$is_event = is_string( $item['event'] ?? null );
		$page     = $is_event ? "event/{$item['event']}" : ( is_string( $item['page'] ?? null ) ? $item['page'] : '' );
		if ( ! $this->ledger->has( "post:$page" ) ) {
			throw new DemoError( "The menu entry \"$title\" leads to the page \"$page\", which isn't in the demo content." );
		}
		$id = $this->ledger->id( "post:$page" );
		return get_post( $id ) instanceof WP_Post
			? $fields + [ 'menu-item-type' => 'post_type', 'menu-item-object' => $is_event ? Record::EVENT : 'page', 'menu-item-object-id' => $id ]
			: null;
	}
}

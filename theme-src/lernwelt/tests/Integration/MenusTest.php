<?php
/**
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Integration;

use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Theme\Navigation\MenuNode;
use Lernwelt\Theme\Navigation\Menus;

/** Menus are read from the object cache. */
final class MenusTest extends IntegrationTestCase {

	/** @var list<string> */
	private array $shown = [];

	public function test_a_menu_is_read_once_and_says_each_time_what_it_shows(): void {
		$page = $this->page_in_menu();
		add_action( PageChanges::SHOWN, fn ( array $parts ) => $this->shown = [ ...$this->shown, ...array_values( array_filter( $parts, 'is_string' ) ) ] );
		self::assertSame( [ 'Alt' ], self::titles() );
		self::assertContains( PageParts::link( $page ), $this->shown );

		$this->shown = [];
		$before      = $GLOBALS['wpdb']->num_queries;
		self::assertSame( [ 'Alt' ], self::titles() );
		self::assertSame( $before, $GLOBALS['wpdb']->num_queries );
		self::assertContains( PageParts::link( $page ), $this->shown );
	}

	public function test_changes_are_there_at_once(): void {
		$page = $this->page_in_menu();
		self::assertSame( [ 'Alt' ], self::titles() );
		wp_update_post( [ 'ID' => $page, 'post_title' => 'Neu' ] );
		self::assertSame( [ 'Neu' ], self::titles() );
		wp_update_post( [ 'ID' => $page, 'post_status' => 'trash' ] );
		self::assertSame( [], self::titles() );
	}

	public function test_entries_that_a_visitor_may_not_see_are_not_kept(): void {
		$this->page_in_menu();
		self::assertSame( [ 'Alt' ], self::titles() );
		$hide = static fn ( object $item ): object => (object) ( [ '_invalid' => true ] + get_object_vars( $item ) );
		add_filter( 'wp_setup_nav_menu_item', $hide );
		self::assertSame( [], self::titles() );
		remove_filter( 'wp_setup_nav_menu_item', $hide );
		self::assertSame( [ 'Alt' ], self::titles() );
	}

	/** @return list<string> As a new request finds them. */
	private static function titles(): array {
		return array_map( static fn ( MenuNode $node ): string => $node->title, ( new Menus() )->tree( 'main' ) );
	}

	private function page_in_menu(): int {
		$page = (int) wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Alt' ] );
		$menu = wp_create_nav_menu( 'Messmenü ' . bin2hex( random_bytes( 3 ) ) );
		self::assertIsInt( $menu );
		wp_update_nav_menu_item( $menu, 0, [ 'menu-item-type' => 'post_type', 'menu-item-object' => 'page', 'menu-item-object-id' => $page, 'menu-item-status' => 'publish' ] );
		set_theme_mod( 'nav_menu_locations', [ 'main' => $menu ] );
		return $page;
	}
}

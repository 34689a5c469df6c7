<?php
/**
 * Entries of menus.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Tests\Unit\Navigation;

use Lernwelt\Theme\Navigation\MenuNode;
use PHPUnit\Framework\TestCase;

/** What an entry says about the page shown. */
final class MenuNodeTest extends TestCase {

	public function test_the_page_itself(): void {
		self::assertSame( 'page', ( new MenuNode( 'Orte', '/orte/', true ) )->aria_current() );
	}

	public function test_the_way_to_the_page(): void {
		$child  = new MenuNode( 'Arche Nebra', '/orte/arche-nebra/', true );
		$parent = new MenuNode( 'Orte', '', false, false, [ new MenuNode( 'Bauhaus', '/x/' ), $child ] );
		self::assertTrue( $parent->is_active() );
		self::assertSame( 'true', $parent->aria_current() );
	}

	public function test_another_page(): void {
		$node = new MenuNode( 'Orte', '/orte/', false, false, [ new MenuNode( 'Bauhaus', '/x/' ) ] );
		self::assertFalse( $node->is_active() );
		self::assertSame( '', $node->aria_current() );
	}
}

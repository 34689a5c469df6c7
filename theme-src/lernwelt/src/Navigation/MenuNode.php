<?php
/**
 * One entry of a menu.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Navigation;

/**
 * A link with the links below it.
 */
final class MenuNode {

	/**
	 * Takes the entry.
	 *
	 * @param string         $title      Plain text.
	 * @param string         $url        Address; empty for an entry that only opens its children.
	 * @param bool           $is_current Whether it leads to the page shown.
	 * @param bool           $is_parent  Whether the page shown lies below it.
	 * @param list<MenuNode> $children   Entries below.
	 */
	public function __construct(
		public readonly string $title,
		public readonly string $url,
		public readonly bool $is_current = false,
		public readonly bool $is_parent = false,
		public readonly array $children = []
	) {}

	/**
	 * Value of `aria-current`, or an empty string.
	 */
	public function aria_current(): string {
		if ( $this->is_current ) {
			return 'page';
		}
		return $this->is_active() ? 'true' : '';
	}

	/**
	 * Whether this entry or one below it is the way to the page shown.
	 */
	public function is_active(): bool {
		if ( $this->is_current || $this->is_parent ) {
			return true;
		}
		foreach ( $this->children as $child ) {
			if ( $child->is_active() ) {
				return true;
			}
		}
		return false;
	}
}

<?php
/**
 * A link of the data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** Where it leads and what it says. */
final readonly class Link {

	/**
	 * @param string $id      Id of the element.
	 * @param string $label   What is read, '' for a gap between pages.
	 * @param string $url     Address, not escaped.
	 * @param string $spoken  What is said instead, '' for the label.
	 * @param bool   $current Whether it leads to what is shown.
	 */
	public function __construct( public string $id, public string $label, public string $url, public string $spoken = '', public bool $current = false ) {}
}

<?php
/**
 * Nothing found, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** Says so, and what to do next. */
final readonly class EmptyView {

	/**
	 * @param string $title Heading.
	 * @param string $text  What to do.
	 * @param string $seed  Seed of the motif.
	 * @param ?Link  $reset Shows everything again; null when everything is shown.
	 */
	public function __construct( public string $title, public string $text, public string $seed, public ?Link $reset = null ) {}
}

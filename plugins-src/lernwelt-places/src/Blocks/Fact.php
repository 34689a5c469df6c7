<?php
/**
 * One line of the facts about a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Blocks;

/** A label with its value, escaped when printed. */
final readonly class Fact {

	/**
	 * @param string       $label Translated name.
	 * @param list<string> $lines Lines, plain text.
	 * @param string       $url   Where the only line leads, '' for text.
	 */
	public function __construct( public string $label, public array $lines, public string $url = '' ) {}
}

<?php
/**
 * A place as WordPress keeps it.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use Lernwelt\Places\Domain\Place;

/** A stored place together with what an import must know about its post. */
final readonly class KnownPlace {

	/**
	 * @param int    $post_id     Post.
	 * @param string $status      Its status.
	 * @param ?Place $place       The place, null when what is stored can't be one: then it is left alone.
	 * @param bool   $own_content Whether somebody put more into its text than paragraphs: such a text is never overwritten.
	 */
	public function __construct( public int $post_id, public string $status, public ?Place $place, public bool $own_content = false ) {}
}

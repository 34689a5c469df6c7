<?php
/**
 * A tile that can't be had.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Application\Map;

use RuntimeException;

/** The map server didn't answer, or with something that is no picture of a map. */
final class TileUnavailable extends RuntimeException {
}

<?php
/**
 * A tile that can't be had.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Application\Map;

use RuntimeException;
use Throwable;

/** The map server didn't answer, or with something that is no picture of a map. */
final class TileUnavailable extends RuntimeException {

	/**
	 * @param string     $message       Why.
	 * @param bool       $server_failed Whether other tiles would fail as well, not only this one.
	 * @param ?Throwable $previous      What was thrown before.
	 */
	public function __construct( string $message, public readonly bool $server_failed = false, ?Throwable $previous = null ) {
		parent::__construct( $message, 0, $previous );
	}
}

<?php
/**
 * Thrown when an address can't be fetched.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use RuntimeException;

/** Nothing was fetched; nothing may be concluded from that about the records. */
final class DownloadFailed extends RuntimeException {

	/**
	 * @param DownloadProblem $problem Why.
	 * @param string          $detail  Host, status or the like; never a whole address.
	 */
	public function __construct( public readonly DownloadProblem $problem, public readonly string $detail = '' ) {
		parent::__construct( '' === $detail ? $problem->value : "{$problem->value}: $detail" );
	}
}

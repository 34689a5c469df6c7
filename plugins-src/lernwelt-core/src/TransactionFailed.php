<?php
/**
 * A transaction that came to nothing.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use RuntimeException;

/** The database refused a statement or the connection was lost; nothing of the transaction is kept. */
final class TransactionFailed extends RuntimeException {

	/**
	 * @param string $message   One sentence, without values.
	 * @param bool   $transient Whether a repetition could work: a deadlock, a lock that took too long.
	 */
	public function __construct( string $message, public readonly bool $transient = false ) {
		parent::__construct( $message );
	}
}

<?php
/**
 * A mail that wasn't taken.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use RuntimeException;

/** Why a mail couldn't be handed over. */
final class DeliveryFailed extends RuntimeException {

	/**
	 * @param string $message     What the server said.
	 * @param bool   $unreachable Whether no connection came about, so that the next mail would fare the same.
	 */
	public function __construct( string $message, public readonly bool $unreachable ) {
		parent::__construct( $message );
	}
}

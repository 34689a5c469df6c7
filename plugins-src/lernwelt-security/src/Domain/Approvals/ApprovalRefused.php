<?php
/**
 * A request or decision that isn't taken.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

use RuntimeException;

/** With a reason code: unknown, not_yours, own_request, own_rights, not_open, ended, tampered, outdated, reason. */
final class ApprovalRefused extends RuntimeException {

	/**
	 * @param string $reason Reason code.
	 */
	public function __construct( public readonly string $reason ) {
		parent::__construct( $reason );
	}
}

<?php
/**
 * What has become of a request.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

/** From draft or open to an end. */
enum State: string {
	/** Its reason is missing yet; nobody has been told. */
	case Draft = 'draft';
	case Open  = 'open';
	/** May be done, once. */
	case Confirmed = 'confirmed';
	case Done      = 'done';
	case Denied    = 'denied';
	case Withdrawn = 'withdrawn';
	case Expired   = 'expired';
	/** What it was about has changed since. */
	case Outdated = 'outdated';
}

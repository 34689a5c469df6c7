<?php
/**
 * Refused invitation.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Calendar;

use DomainException;

/** An entry that no calendar could take. */
final class InvalidInvitation extends DomainException {

	/**
	 * @param string $reason One of: uid, sequence, summary, url, attendee, day, period.
	 */
	public function __construct( public readonly string $reason ) {
		parent::__construct( "Refused invitation: $reason" );
	}
}

<?php
/**
 * Refused mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use DomainException;

/** A mail or an address that must not be sent. */
final class InvalidMail extends DomainException {

	/**
	 * @param string $reason One of: address, line_break, no_recipient, no_subject, no_text, topic,
	 *                       two_calendars, attachment_name, attachment_type, attachment_empty, attachment_size.
	 */
	public function __construct( public readonly string $reason ) {
		parent::__construct( "Refused mail: $reason" );
	}
}

<?php
/**
 * What a calendar is told.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Calendar;

/** Methods of RFC 5546; a change is a request with a higher sequence. */
enum InvitationMethod: string {

	/** Enters or changes the entry of the person invited. */
	case Request = 'REQUEST';

	/** Removes it. */
	case Cancel = 'CANCEL';

	/** An entry for whoever wants it, without persons invited. */
	case Publish = 'PUBLISH';
}

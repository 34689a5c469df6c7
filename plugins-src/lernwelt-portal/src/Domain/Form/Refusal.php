<?php
/**
 * The reasons for which a form as a whole is not sent.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

enum Refusal: string {
	/** The request came from another website, or from no browser at all. */
	case OtherOrigin = 'other_origin';

	/** The field that people don't see was filled in. */
	case Trap = 'trap';

	/** The message was so long that the server dropped it before we could read it. */
	case TooLarge = 'too_large';

	/** Too many messages from one connection, or to one portal. */
	case TooMany = 'too_many';

	/** The message could not be handed over. */
	case Failed = 'failed';
}

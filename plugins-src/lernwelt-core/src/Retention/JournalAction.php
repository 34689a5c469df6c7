<?php
/**
 * What became of an object.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

/** What was done to the personal data of an object. */
enum JournalAction: string {

	/** The object stays, without anything that leads to a person. */
	case Anonymised = 'anonymised';

	/** The object is gone. */
	case Erased = 'erased';
}

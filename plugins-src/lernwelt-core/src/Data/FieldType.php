<?php
/**
 * Types of fields.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** What a field's value is; the data view prints and sorts by it. Behind each: the PHP type in {@see Record::$values}. */
enum FieldType: string {

	/** One line: string. */
	case Text = 'text';

	/** Lines, plain text: string. */
	case LongText = 'long_text';

	/** int or float. */
	case Number = 'number';

	/** Day: string `YYYY-MM-DD`. */
	case Date = 'date';

	/** Instant: string `YYYY-MM-DDTHH:MM:SSZ` in UTC, as {@see Moment} writes it; printed in the portal's zone. */
	case Moment = 'moment';

	/** bool. */
	case Boolean = 'boolean';

	/** Values out of a list: list<string> of values, their words come from {@see Field::choices()}. */
	case Terms = 'terms';

	/** Web address: string. */
	case Link = 'link';

	/** string. */
	case Email = 'email';
}

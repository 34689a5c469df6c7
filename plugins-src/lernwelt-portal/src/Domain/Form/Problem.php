<?php
/**
 * What can be wrong with a field.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

enum Problem: string {
	case Missing           = 'missing';
	case TooLong           = 'too_long';
	case ControlCharacters = 'control_characters';
	case LineBreak         = 'line_break';
	case NoEmail           = 'no_email';
}

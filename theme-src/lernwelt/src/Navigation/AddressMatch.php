<?php
/**
 * How two addresses relate.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Navigation;

/**
 * Where the page shown lies, seen from a link.
 */
enum AddressMatch {
	case Other;
	case Below;
	case Same;
}

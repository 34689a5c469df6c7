<?php
/**
 * Who may make a browser send a cookie.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Nothing here is meant for other sites, so there is no `None`. */
enum SameSite: string {

	/** Also a link on another site, as when the identity provider sends somebody back. */
	case Lax = 'Lax';

	/** Our own pages alone. */
	case Strict = 'Strict';
}

<?php
/**
 * What a request wants.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** Kinds of request, told apart by the request alone: what exists and what doesn't is asked the same way. */
enum Asked: string {

	/** One of the pages that everybody may read. */
	case OpenPage = 'open_page';

	/** An address that one of our plugins answers without looking for a page. */
	case OwnAddress = 'own_address';

	/** The robots.txt that WordPress makes. */
	case Robots = 'robots';

	/** The login of invited local accounts. */
	case LocalLogin = 'local_login';

	/** The scheduled tasks' script, which answers nothing. */
	case Tasks = 'tasks';

	/** An uploaded file. */
	case File = 'file';

	/** A page or a screen, for people. */
	case Page = 'page';

	/** Everything else: interfaces, feeds, forms, scripts. */
	case Data = 'data';

	/** Whether guests of a closed portal may have it, as far as the address tells. */
	public function is_open(): bool {
		return match ( $this ) {
			self::OpenPage, self::OwnAddress, self::Robots, self::LocalLogin, self::Tasks => true,
			self::File, self::Page, self::Data                                           => false,
		};
	}
}

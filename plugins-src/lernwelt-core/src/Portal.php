<?php
/**
 * One portal.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** What everybody may know about a portal of this network. */
final class Portal {

	/**
	 * @param int    $blog_id    WordPress's number of the site.
	 * @param string $id         Id of `bin/portals.json`, e.g. `lernorte`; the first part of the host when none is stored.
	 * @param string $name       Title of the portal, plain text.
	 * @param string $url        Address with a closing slash.
	 * @param bool   $is_current Whether this request runs on it.
	 */
	public function __construct(
		public readonly int $blog_id,
		public readonly string $id,
		public readonly string $name,
		public readonly string $url,
		public readonly bool $is_current,
	) {}
}

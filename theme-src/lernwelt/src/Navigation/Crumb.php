<?php
/**
 * One step of the breadcrumbs.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Navigation;

/**
 * A title and, except for the page shown, its address.
 */
final class Crumb {

	/**
	 * Takes the step.
	 *
	 * @param string $title Plain text.
	 * @param string $url   Address; empty for the page shown.
	 */
	public function __construct(
		public readonly string $title,
		public readonly string $url = ''
	) {}
}

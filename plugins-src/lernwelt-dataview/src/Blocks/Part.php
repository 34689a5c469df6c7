<?php
/**
 * Parts of a data view.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Lernwelt\Core\Blocks\Template;

/** The templates beside render.php. */
final class Part {

	/**
	 * What a template makes of its view.
	 *
	 * @param string $name Name of the file in templates/, without `.php`.
	 * @param object $view What it prints.
	 * @return string HTML.
	 */
	public static function html( string $name, object $view ): string {
		return Template::print( dirname( __DIR__, 2 ) . "/templates/$name.php", $view );
	}
}

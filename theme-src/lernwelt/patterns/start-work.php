<?php
/**
 * Title: Start page: get work done
 * Slug: lernwelt/start-work
 * Categories: lernwelt-pages
 * Description: For portals people use every week: what is due comes first.
 * Keywords: start, page
 * Block Types: core/post-content
 * Post Types: page
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

foreach ( [ 'hero', 'tiles', 'teaser-cards', 'call-to-action' ] as $lernwelt_part ) {
	require __DIR__ . '/' . $lernwelt_part . '.php';
	echo "\n\n";
}

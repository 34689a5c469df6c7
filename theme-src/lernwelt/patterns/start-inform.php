<?php
/**
 * Title: Start page: get to know a programme
 * Slug: lernwelt/start-inform
 * Categories: lernwelt-pages
 * Description: For portals that explain a programme and report on it.
 * Keywords: start, page
 * Block Types: core/post-content
 * Post Types: page
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

foreach ( [ 'hero', 'cards', 'facts', 'teaser-cards', 'quote', 'partner-logos', 'call-to-action' ] as $lernwelt_part ) {
	require __DIR__ . '/' . $lernwelt_part . '.php';
	echo "\n\n";
}

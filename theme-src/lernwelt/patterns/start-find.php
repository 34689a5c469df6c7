<?php
/**
 * Title: Start page: find something
 * Slug: lernwelt/start-find
 * Categories: lernwelt-pages
 * Description: For portals people come to in order to find a place, an offer, a date.
 * Keywords: start, page
 * Block Types: core/post-content
 * Post Types: page
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

foreach ( [ 'hero-search', 'cards', 'facts', 'topics', 'teaser-cards', 'call-to-action' ] as $lernwelt_part ) {
	require __DIR__ . '/' . $lernwelt_part . '.php';
	echo "\n\n";
}

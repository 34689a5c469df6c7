/**
 * ./bin/screenshots [PORTAL …] – takes a picture of every template of every portal or of some, on a phone and on a
 * desktop, from a running network and keeps them in docs/screenshots: <portal>-<template>-<width>.jpg.
 */
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../tests/support/browser.ts';
import { admitted } from '../../tests/support/gate.ts';
import { mapLocalhost } from '../../tests/support/hosts.ts';
import { examples } from '../../tests/support/templates.ts';
import { runMain, UserError } from './lib/errors.ts';
import { running } from './lib/network.ts';
import { inRoot } from './lib/paths.ts';
import { say, total } from './lib/progress.ts';
import { Stack } from './lib/stack.ts';

const WIDTHS = [ 360, 1280 ] as const;

/** Pages with more than one face, besides the templates that every portal has. */
const FACES = [
	{ portal: 'lernorte', template: 'cards', path: '/orte/?ansicht=kacheln' },
	{ portal: 'lernorte', template: 'table', path: '/orte/?ansicht=tabelle&sortierung=ort' },
	{ portal: 'startchancen', template: 'articles', path: '/meldungen/' },
] as const;

/** A map is drawn when it comes into view, and its markers come from the network. */
async function showMap( page: Page ): Promise< void > {
	const map = page.locator( '[data-lw-map]' ).first();
	if ( ( await map.count() ) > 0 && ( await map.isVisible() ) ) {
		await map.scrollIntoViewIfNeeded();
		await map.locator( '.leaflet-marker-icon' ).first().waitFor();
		await page.evaluate( () => window.scrollTo( 0, 0 ) );
	}
}

mapLocalhost();
await runMain( async () => {
	const network = running( Stack.current() );
	if ( network === undefined ) {
		throw new UserError( 'The network is not running: start it with ./bin/start --detach first.' );
	}
	const wanted = process.argv.slice( 2 );
	const pages = [ ...examples(), ...FACES ].filter(
		( { portal } ) => wanted.length === 0 || wanted.includes( portal )
	);
	const folder = inRoot( 'docs/screenshots' );
	await mkdir( folder, { recursive: true } );
	const browser = await chromium.launch( launchOptions() );
	for ( const width of WIDTHS ) {
		const page = await browser.newPage( {
			viewport: { width, height: 900 },
			deviceScaleFactor: 1,
			reducedMotion: 'reduce',
		} );
		const inside = new Set< string >();
		for ( const { portal, template, path } of pages ) {
			if ( ! inside.has( portal ) ) {
				inside.add( portal );
				await admitted( page.context(), portal );
			}
			await page.goto( `${ network.portals[ portal ] ?? '' }${ path }` );
			await showMap( page );
			await page.screenshot( {
				path: `${ folder }/${ portal }-${ template }-${ width }.jpg`,
				type: 'jpeg',
				quality: 60,
				fullPage: true,
			} );
		}
		await page.close();
	}
	await browser.close();
	say( `${ pages.length * WIDTHS.length } pictures in docs/screenshots (${ total() }).` );
} );

/**
 * ./bin/screenshots – takes a picture of every template of every portal, on a phone and on a desktop, from a running
 * network and keeps them in docs/screenshots: <portal>-<template>-<width>.jpg.
 */
import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tests/support/browser.ts';
import { examples } from '../../tests/support/templates.ts';
import { runMain, UserError } from './lib/errors.ts';
import { running } from './lib/network.ts';
import { inRoot } from './lib/paths.ts';
import { say, total } from './lib/progress.ts';
import { Stack } from './lib/stack.ts';

const WIDTHS = [ 360, 1280 ] as const;

await runMain( async () => {
	const network = running( Stack.current() );
	if ( network === undefined ) {
		throw new UserError( 'The network is not running: start it with ./bin/start --detach first.' );
	}
	const folder = inRoot( 'docs/screenshots' );
	await mkdir( folder, { recursive: true } );
	const browser = await chromium.launch( launchOptions() );
	for ( const width of WIDTHS ) {
		const page = await browser.newPage( {
			viewport: { width, height: 900 },
			deviceScaleFactor: 1,
			reducedMotion: 'reduce',
		} );
		for ( const { portal, template, path } of examples() ) {
			await page.goto( `${ network.portals[ portal ] ?? '' }${ path }` );
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
	say( `${ examples().length * WIDTHS.length } pictures in docs/screenshots (${ total() }).` );
} );

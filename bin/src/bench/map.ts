import { chromium } from '@playwright/test';
import { launchOptions } from '../../../tests/support/browser.ts';
import { median } from './table.ts';

/** How often the map is opened. */
const ROUNDS = 5;

interface MapWindow {
	/** When the markers were on the map, milliseconds since the page began. */
	drawn?: number;
}

/**
 * Milliseconds from the last byte of the map's data until its markers can be used, in Chromium; median of some visits
 * with an empty cache.
 *
 * @param address The page with the map.
 * @param records How many records the map must show.
 */
export async function untilInteractive( address: string, records: number ): Promise< number > {
	const browser = await chromium.launch( launchOptions() );
	try {
		const times: number[] = [];
		for ( let round = 0; round < ROUNDS; round++ ) {
			const context = await browser.newContext( { viewport: { width: 1280, height: 900 }, locale: 'de-DE' } );
			const page = await context.newPage();
			await page.addInitScript( () => {
				new MutationObserver( ( changes ) => {
					if ( changes.some( ( { attributeName } ) => attributeName === 'data-points' ) ) {
						// The first picture with the markers in it.
						requestAnimationFrame( () =>
							setTimeout( () => {
								( window as MapWindow ).drawn ??= performance.now();
							} )
						);
					}
				} ).observe( document, { attributes: true, subtree: true } );
			} );
			await page.goto( address, { waitUntil: 'load' } );
			const map = page.locator( '[data-lw-map]' );
			await map.scrollIntoViewIfNeeded();
			await page.waitForFunction( () => ( window as MapWindow ).drawn !== undefined );
			const shown = await map.getAttribute( 'data-points' );
			if ( shown !== String( records ) ) {
				throw new Error( `The map shows ${ shown ?? 'no' } records instead of ${ records }.` );
			}
			// A marker that reacts is the proof: what it was counts.
			await map.locator( '.lw-map__marker' ).first().focus( { timeout: 5000 } );
			times.push(
				await page.evaluate( () => {
					const data = performance
						.getEntriesByType( 'resource' )
						.find( ( { name } ) => /\/points\b/.test( name ) ) as PerformanceResourceTiming | undefined;
					return ( ( window as MapWindow ).drawn ?? NaN ) - ( data?.responseEnd ?? NaN );
				} )
			);
			await context.close();
		}
		return median( times );
	} finally {
		await browser.close();
	}
}

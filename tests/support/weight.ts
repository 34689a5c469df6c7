import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What opening a page costs a visitor with an empty cache. */
export interface Weight {
	/** Bytes of all bodies, each gzipped at level 6 and added up, without pictures that editors uploaded. */
	readonly bytes: number;
	/** Bytes of our own scripts, the same way; inline ones included. */
	readonly ownScript: number;
	readonly requests: number;
	/** Cumulative layout shift, without unit. */
	readonly shift: number;
	/** Database queries of the document, when the server tells them. */
	readonly queries: number | null;
	/** Largest bodies first, for people who look for what to cut. */
	readonly parts: ReadonlyArray< { readonly path: string; readonly bytes: number } >;
}

/** Where WordPress keeps what editors upload. */
const UPLOADS = /\/(wp-content\/uploads|files)\//;

const OWN = /\/wp-content\/(plugins|themes|mu-plugins)\//;

function zipped( body: Buffer ): number {
	return gzipSync( body, { level: 6 } ).length;
}

interface ShiftWindow {
	shift?: number;
}

/**
 * Opens a page and weighs it.
 *
 * @param page    Fresh page, its cache empty.
 * @param address Full address.
 */
export async function weigh( page: Page, address: string ): Promise< Weight > {
	const responses: Response[] = [];
	page.on( 'response', ( response ) => responses.push( response ) );
	await page.addInitScript( () => {
		const target = window as ShiftWindow;
		target.shift = 0;
		new PerformanceObserver( ( list ) => {
			for ( const entry of list.getEntries() as Array<
				PerformanceEntry & { value: number; hadRecentInput: boolean }
			> ) {
				target.shift = ( target.shift ?? 0 ) + ( entry.hadRecentInput ? 0 : entry.value );
			}
		} ).observe( { type: 'layout-shift', buffered: true } );
	} );
	const document = await page.goto( address, { waitUntil: 'load' } );
	// Everything that waits for being seen comes now.
	await page.evaluate( async () => {
		for ( let y = 0; y < window.document.body.scrollHeight; y += window.innerHeight ) {
			window.scrollTo( 0, y );
			await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		}
		await window.document.fonts.ready;
	} );
	await page.waitForLoadState( 'networkidle' );

	const bodies = await Promise.all(
		responses
			.filter( ( response ) => response.status() < 300 || response === document )
			.map( async ( response ) => ( { url: new URL( response.url() ), body: await response.body() } ) )
	);
	const parts = bodies
		.filter( ( { url } ) => url.protocol.startsWith( 'http' ) && ! UPLOADS.test( url.pathname ) )
		.map( ( { url, body } ) => ( { path: url.pathname, bytes: zipped( body ) } ) )
		.sort( ( a, b ) => b.bytes - a.bytes );
	const inline = await page.evaluate( () =>
		[ ...window.document.scripts ]
			.filter( ( { src, type } ) => src === '' && ! /json|speculationrules/.test( type ) )
			.map( ( { text } ) => text )
	);
	const own = parts.filter( ( { path } ) => OWN.test( path ) && path.endsWith( '.js' ) );
	const sum = ( list: ReadonlyArray< { readonly bytes: number } > ): number =>
		list.reduce( ( total, { bytes } ) => total + bytes, 0 );
	const told = document?.headers()[ 'server-timing' ];
	const queries = /db;desc="(\d+)"/.exec( told ?? '' )?.[ 1 ];
	return {
		bytes: sum( parts ),
		ownScript: sum( own ) + inline.reduce( ( total, text ) => total + zipped( Buffer.from( text ) ), 0 ),
		requests: bodies.length,
		shift: await page.evaluate( () => ( window as ShiftWindow ).shift ?? 0 ),
		queries: queries === undefined ? null : Number( queries ),
		parts,
	};
}

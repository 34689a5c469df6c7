import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { admitted } from '../support/gate.ts';
import { address, portals } from '../support/network.ts';
import { examples } from '../support/templates.ts';
import { weigh } from '../support/weight.ts';

const START_PAGE_BYTES = 100_000;
const OWN_SCRIPT_BYTES = 5_000;
/** Theme and in-place update of a data view. */
const DATA_VIEW_SCRIPT_BYTES = 12_000;
/** Leaflet, clustering and our map. */
const MAP_SCRIPT_BYTES = 55_000;
const LARGEST_SHIFT = 0.01;

for ( const { id } of portals ) {
	for ( const width of [ 360, 1280 ] ) {
		test( `${ id }: start page at ${ width } px weighs at most 100 kB`, async ( { page } ) => {
			await page.setViewportSize( { width, height: 800 } );
			await admitted( page.context(), id );
			const { bytes, ownScript, shift, parts } = await weigh( page, address( id ) );
			expect( bytes, JSON.stringify( parts.slice( 0, 8 ) ) ).toBeLessThanOrEqual( START_PAGE_BYTES );
			expect( ownScript ).toBeLessThanOrEqual( OWN_SCRIPT_BYTES );
			expect( shift ).toBeLessThanOrEqual( LARGEST_SHIFT );
		} );
	}
}

for ( const { portal, template, path } of examples().filter(
	( { portal: id, template: name } ) => id === 'lernorte' && name !== 'overview'
) ) {
	test( `${ template }: own scripts ≤ 5 kB, no Interactivity runtime, nothing jumps`, async ( { page } ) => {
		await page.setViewportSize( { width: 360, height: 740 } );
		const { ownScript, shift, parts } = await weigh( page, address( portal, path ) );
		expect( ownScript ).toBeLessThanOrEqual( OWN_SCRIPT_BYTES );
		expect( shift ).toBeLessThanOrEqual( LARGEST_SHIFT );
		expect( parts.filter( ( part ) => part.path.includes( '/interactivity' ) ) ).toEqual( [] );
	} );
}

test( 'overview with data view and map: one runtime without router, scripts ≤ 12 kB, the map apart, nothing jumps', async ( {
	page,
} ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	const { ownScript, shift, parts } = await weigh( page, address( 'lernorte', '/orte/' ) );
	const map = parts.filter(
		( { path } ) => path.includes( '/lernwelt-dataview/build/' ) && ! path.endsWith( '/view.js' )
	);
	const mapScript = map
		.filter( ( { path } ) => path.endsWith( '.js' ) )
		.reduce( ( sum, { bytes } ) => sum + bytes, 0 );
	expect( mapScript ).toBeGreaterThan( 0 );
	expect( mapScript ).toBeLessThanOrEqual( MAP_SCRIPT_BYTES );
	expect( ownScript - mapScript ).toBeLessThanOrEqual( DATA_VIEW_SCRIPT_BYTES );
	expect( shift ).toBeLessThanOrEqual( LARGEST_SHIFT );
	expect( parts.filter( ( { path } ) => path.includes( '/interactivity/' ) ) ).toHaveLength( 1 );
	expect( parts.filter( ( { path } ) => path.includes( 'interactivity-router' ) ) ).toEqual( [] );
} );

test( 'nothing jumps while the header is still on its way', async ( { page, request } ) => {
	await page.setViewportSize( { width: 1280, height: 800 } );
	const portal = address( 'startchancen' );
	const html = ( await ( await request.get( portal ) ).text() ).replaceAll( new URL( portal ).origin, '' );
	const answer = async ( path: string, response: ServerResponse ): Promise< void > => {
		if ( path !== '/' ) {
			const asset = await request.get( new URL( path, portal ).href );
			response.setHeader( 'Content-Type', asset.headers()[ 'content-type' ] ?? '' );
			response.end( await asset.body() );
			return;
		}
		response.setHeader( 'Content-Type', 'text/html; charset=UTF-8' );
		// In the navigation, after its first entry, and before the search.
		let sent = 0;
		for ( const mark of [ '<ul class="lw-nav__list">', '</li>', '<details class="lw-flyout lw-head__search"' ] ) {
			const end = html.indexOf( mark, sent ) + mark.length;
			response.write( html.slice( sent, end ) );
			sent = end;
			await new Promise( ( resolve ) => setTimeout( resolve, 500 ) );
		}
		response.end( html.slice( sent ) );
	};
	const server = createServer( ( { url }, response ) => void answer( url ?? '/', response ) );
	await new Promise< void >( ( resolve ) => server.listen( 0, '127.0.0.1', resolve ) );
	const { port } = server.address() as AddressInfo;
	const { shift } = await weigh( page, `http://127.0.0.1:${ port }/` );
	server.close();
	expect( shift ).toBeLessThanOrEqual( LARGEST_SHIFT );
} );

test( 'the scale itself notices a page that jumps', async ( { page } ) => {
	// Only what was painted can jump: two frames later it was.
	const jumping =
		'<body><div id=a></div><p style="height:300px">Text</p><script>requestAnimationFrame(()=>requestAnimationFrame(()=>setTimeout(()=>{a.style.height="200px"},30)))</script>';
	const server = createServer( ( _request, response ) => {
		response.setHeader( 'Content-Type', 'text/html' );
		response.end( jumping );
	} );
	await new Promise< void >( ( resolve ) => server.listen( 0, '127.0.0.1', resolve ) );
	const { port } = server.address() as AddressInfo;
	const { shift, ownScript, requests } = await weigh( page, `http://127.0.0.1:${ port }/` );
	server.close();
	expect( shift ).toBeGreaterThan( LARGEST_SHIFT );
	expect( ownScript ).toBeGreaterThan( 0 );
	expect( requests ).toBe( 1 );
} );

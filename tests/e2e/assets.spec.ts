import { expect, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { wp } from '../../bin/src/lib/wp.ts';
import { address, portals, stack } from '../support/network.ts';

interface Asset {
	readonly handle: string;
	readonly url: string;
	readonly type: string;
}

/** JavaScript has two names; both are right. */
function sameType( found: string, wanted: string ): boolean {
	const plain = found.split( ';' )[ 0 ]?.trim() ?? '';
	return plain === wanted || ( wanted === 'text/javascript' && plain === 'application/javascript' );
}

for ( const portal of portals ) {
	test( `${ portal.id }: every registered script and style answers with the right type`, async ( { request } ) => {
		const { stdout } = await wp( stack, [ 'eval-file', inRoot( 'tests/support/registered-assets.php' ) ], portal );
		const assets = JSON.parse( stdout ) as Asset[];
		const own = assets.filter( ( { url } ) => url.includes( '/wp-content/' ) );
		expect( own.length, 'our own assets' ).toBeGreaterThan( 0 );
		const problems: string[] = [];
		for ( const { handle, url, type } of assets ) {
			if ( ! url.startsWith( address( portal.id, '/' ) ) ) {
				problems.push( `${ handle }: ${ url } is on another host` );
				continue;
			}
			const response = await request.get( url );
			if ( response.status() !== 200 || ! sameType( response.headers()[ 'content-type' ] ?? '', type ) ) {
				problems.push(
					`${ handle }: ${ response.status() } ${ response.headers()[ 'content-type' ] ?? '' } ${ url }`
				);
			}
		}
		expect( problems ).toEqual( [] );
	} );

	test( `${ portal.id }: everything the start page names answers`, async ( { page, request } ) => {
		await page.goto( address( portal.id ) );
		const files = await page.evaluate( () =>
			[
				...document.querySelectorAll(
					'link[href]:not([rel~=alternate]):not([rel~=canonical]), script[src], img[src]'
				),
			]
				.map( ( element ) => element.getAttribute( 'href' ) ?? element.getAttribute( 'src' ) ?? '' )
				.filter( ( file ) => ! file.startsWith( 'data:' ) )
				.map( ( file ) => new URL( file, document.baseURI ).href )
		);
		for ( const file of new Set( files ) ) {
			expect( ( await request.get( file ) ).status(), file ).toBe( 200 );
		}
	} );
}

import { expect, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { wp } from '../../bin/src/lib/wp.ts';
import { admitted } from '../support/gate.ts';
import { address, portals, stack } from '../support/network.ts';
import { ON_STACK } from '../support/tags.ts';

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
		const { stdout } = await wp(
			stack,
			[ 'eval-file', '--use-include', inRoot( 'tests/support/registered-assets.php' ) ],
			portal
		);
		const assets = JSON.parse( stdout ) as Asset[];
		// WordPress knows a few libraries of other hosts by name; privacy.spec.ts proves that nobody asks for them.
		const here = assets.filter( ( { url } ) => url.startsWith( address( portal.id, '/' ) ) );
		const own = here.filter( ( { url } ) => url.includes( '/wp-content/' ) );
		expect( own.length, 'our own assets' ).toBeGreaterThan( 0 );
		expect( assets.filter( ( { url } ) => url.includes( '/wp-content/' ) ).length, 'on our own host' ).toBe(
			own.length
		);
		const problems: string[] = [];
		for ( const { handle, url, type } of here ) {
			const response = await request.get( url );
			if ( response.status() !== 200 || ! sameType( response.headers()[ 'content-type' ] ?? '', type ) ) {
				problems.push(
					`${ handle }: ${ response.status() } ${ response.headers()[ 'content-type' ] ?? '' } ${ url }`
				);
			}
		}
		expect( problems ).toEqual( [] );
	} );

	test( `${ portal.id }: everything the start page names answers`, ON_STACK, async ( { context, page } ) => {
		await admitted( context, portal.id );
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
			expect( ( await context.request.get( file ) ).status(), file ).toBe( 200 );
		}
	} );
}

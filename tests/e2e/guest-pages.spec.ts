import { expect, test } from '@playwright/test';
import { forGuests, isClosed } from '../support/gate.ts';
import { address, portals } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { ON_STACK } from '../support/tags.ts';

/** Everything a page for guests can be that is no template. */
const ALSO = [ '/feed/', '/wp-sitemap.xml', '/robots.txt' ] as const;

/** As WordPress prints them: ten hexadecimal digits behind a word that says so. */
const NONCE = /(?:nonce|_wpnonce|createNonceMiddleware)["'\s:=(]+["'][0-9a-f]{10}["']|_wpnonce=[0-9a-f]{10}/i;

for ( const { portal, template, path } of forGuests() ) {
	test( `guests of ${ portal } get the same ${ template }, and nothing of anybody`, async ( { request } ) => {
		const first = await request.get( address( portal, path ), { maxRedirects: 0 } );
		const second = await request.get( address( portal, path ), { maxRedirects: 0 } );
		const headers = first.headers();
		expect( first.headersArray().filter( ( { name } ) => name.toLowerCase() === 'set-cookie' ) ).toEqual( [] );
		expect( await first.text(), 'a nonce is printed' ).not.toMatch( NONCE );
		expect( await second.text() ).toBe( await first.text() );
		const mayBeKept = ! isClosed( portal ) && template !== 'search' && ! path.includes( 'barriere-melden' );
		if ( mayBeKept ) {
			expect( headers[ 'cache-control' ] ).toBe( 'public, max-age=0, must-revalidate' );
			expect( headers.expires ).toBeUndefined();
		} else {
			expect( headers[ 'cache-control' ] ).toContain( 'no-store' );
		}
		if ( mayBeKept && first.status() === 200 ) {
			expect( headers.etag ).toMatch( /^(?:W\/)?"[0-9a-f]{32}(?:-gzip)?"$/ );
			expect( second.headers().etag ).toBe( headers.etag );
		}
	} );
}

for ( const { id } of portals.filter( ( portal ) => ! isClosed( portal.id ) ) ) {
	test( `feeds, sitemaps and robots.txt of ${ id } are for everybody`, ON_STACK, async ( { request } ) => {
		for ( const path of ALSO ) {
			const answer = await request.get( address( id, path ) );
			expect.soft( answer.status(), path ).toBe( 200 );
			expect.soft( answer.headers()[ 'cache-control' ], path ).toBe( 'public, max-age=0, must-revalidate' );
			expect.soft( answer.headers()[ 'set-cookie' ], path ).toBeUndefined();
		}
	} );

	test( `nobody keeps what somebody logged in sees on ${ id }`, async ( { context } ) => {
		await loggedIn( context, id, 'editor' );
		for ( const path of [ '/', '/gibt-es-nicht/', '/?s=schule', '/wp-json/wp/v2/posts', '/wp-admin/', '/feed/' ] ) {
			const answer = await context.request.get( address( id, path ) );
			expect.soft( answer.headers()[ 'cache-control' ], path ).toContain( 'no-store' );
			expect.soft( answer.headers()[ 'cache-control' ], path ).toContain( 'private' );
		}
	} );
}

test( 'pages of one person are kept nowhere, not even for guests', ON_STACK, async ( { request } ) => {
	for ( const path of [
		'/meine-buchungen/',
		'/buchung/ABCD-EFGH/',
		'/anmelden/',
		'/wp-login.php',
		'/?s=schule',
		'/?preview=true',
		'/barriere-melden/',
	] ) {
		const answer = await request.get( address( 'startchancen', path ), { maxRedirects: 0 } );
		expect.soft( answer.headers()[ 'cache-control' ], path ).toContain( 'no-store' );
	}
} );

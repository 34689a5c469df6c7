import { expect, test } from '@playwright/test';
import { hostCookie, isSecure } from '../support/cookies.ts';
import { address, network } from '../support/network.ts';

const PORTAL = 'lernorte';

test( 'no step of a login is kept anywhere, and its cookie is this browser’s alone', async ( { request } ) => {
	const start = await request.get( address( PORTAL, '/sso/start?weiter=/orte/' ), { maxRedirects: 0 } );
	expect( start.status() ).toBe( 302 );
	expect( start.headers().location ).toContain( network().identityProvider.issuer );
	expect( start.headers()[ 'cache-control' ] ).toBe( 'no-store' );
	expect( start.headers()[ 'referrer-policy' ] ).toBe( 'no-referrer' );
	const cookies = start.headersArray().filter( ( { name } ) => name.toLowerCase() === 'set-cookie' );
	expect( cookies ).toHaveLength( 1 );
	const [ pair, ...attributes ] = ( cookies[ 0 ]?.value ?? '' ).split( /;\s*/ );
	expect( pair?.slice( 0, -43 ) ).toBe( `${ hostCookie( 'lernwelt-login' ) }=` );
	expect( pair?.slice( -43 ) ).toMatch( /^[A-Za-z0-9_-]{43}$/ );
	expect( attributes.map( ( text ) => text.toLowerCase() ).sort() ).toEqual( [
		'httponly',
		'path=/',
		'samesite=lax',
		...( isSecure ? [ 'secure' ] : [] ),
	] );

	const state = new URL( start.headers().location ?? '' ).searchParams.get( 'state' ) ?? '';
	for ( const [ path, status ] of [
		[
			`/sso/callback?state=${ state }&error=access_denied&iss=${ encodeURIComponent( network().identityProvider.issuer ) }`,
			403,
		],
		[ '/sso/callback?state=geraten&code=geraten', 400 ],
	] as const ) {
		const answer = await request.get( address( PORTAL, path ), { maxRedirects: 0 } );
		expect( [ status, 400 ], path ).toContain( answer.status() );
		expect( answer.headers()[ 'cache-control' ], path ).toBe( 'no-store' );
		expect( answer.headers()[ 'set-cookie' ], path ).toBeUndefined();
	}
} );

test( 'the provider’s word is taken without any cookie, and its answer is kept nowhere', async ( { request } ) => {
	const answer = await request.post( address( PORTAL, '/sso/backchannel-logout' ), {
		form: { logout_token: 'eyJhbGciOiJub25lIn0.e30.' },
	} );
	expect( answer.status() ).toBe( 400 );
	expect( answer.headers()[ 'cache-control' ] ).toBe( 'no-store' );
	expect( answer.headers()[ 'content-type' ] ).toContain( 'application/json' );
	expect( answer.headers()[ 'set-cookie' ] ).toBeUndefined();
} );

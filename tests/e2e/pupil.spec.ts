import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type APIResponse, type BrowserContext, expect, test } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { hostCookie, isSecure } from '../support/cookies.ts';
import { isClosed } from '../support/gate.ts';
import { address, network, portals, stack } from '../support/network.ts';
import { bytes, databaseFiles, objectCache, tables } from '../support/remains.ts';
import { loggedIn } from '../support/session.ts';
import { loggedInBySso, turnProvider } from '../support/sso.ts';
import { examples } from '../support/templates.ts';

const PUPIL = 'schueler';

const CLOSED = portals.find( ( { id } ) => isClosed( id ) )?.id ?? '';

const OPEN = 'lernorte';

// The provider's one pupil, her claims and her sessions belong to all tests of this file.
test.describe.configure( { mode: 'default' } );

test.use( { actionTimeout: 15_000 } );

test.afterAll( () => turnProvider( { reset: true } ) );

function get( context: BrowserContext, portal: string, path: string, headers = {} ): Promise< APIResponse > {
	return context.request.get( address( portal, path ), { maxRedirects: 0, headers } );
}

const pupilSession = { name: hostCookie( 'lernwelt-pupil' ), secure: isSecure };

async function pupilCookie( context: BrowserContext, portal: string ): Promise< string | undefined > {
	return ( await context.cookies( address( portal ) ) ).find( ( { name } ) => name.endsWith( 'lernwelt-pupil' ) )
		?.value;
}

/** The bar says who is logged in. */
async function isPupil( context: BrowserContext, portal: string ): Promise< boolean > {
	return ( await ( await context.request.get( address( portal ) ) ).text() ).includes( 'Schülerin/Schüler' );
}

function nonceOf( context: BrowserContext, portal: string ): Promise< string > {
	return get( context, portal, '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( answer ) => answer.text() );
}

function logOut( context: BrowserContext, portal: string, origin = address( portal, '' ) ): Promise< APIResponse > {
	return context.request.post( address( portal, '/sso/logout' ), { maxRedirects: 0, headers: { Origin: origin } } );
}

test( 'nothing of a pupil stays: no claim, no address and no browser, in no table and no log', async ( {
	browser,
} ) => {
	test.setTimeout( 180_000 );
	const mark = randomBytes( 4 ).toString( 'hex' );
	const claims = {
		name: `Kanaria Vogelsang ${ mark }`,
		given_name: `Kanaria${ mark }`,
		family_name: `Vogelsang${ mark }`,
		preferred_username: `kvogelsang${ mark }`,
		email: `kanaria.${ mark }@schueler.example.org`,
		schulnummer: `4711-${ mark }`,
		schulname: `Kanarienschule ${ mark }`,
		birthdate: `2014-02-31 ${ mark }`,
		klasse: `7 Kanarie ${ mark }`,
	};
	await turnProvider( { claims: { [ PUPIL ]: claims } } );
	const agent = `Kanarienbrowser/${ mark }`;
	const context = await browser.newContext( {
		userAgent: agent,
		extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.199', Forwarded: 'for=203.0.113.199' },
		locale: 'de-DE',
	} );
	const page = await context.newPage();
	await page.goto( address( OPEN, '/anmelden/' ) );
	await page.getByRole( 'main' ).getByRole( 'link', { name: 'Mit Bildungsserver anmelden' } ).click();
	await page.locator( `button[value="${ PUPIL }"]` ).click();
	await page.waitForURL( address( OPEN, '/' ) );
	await expect( page.getByText( 'Schülerin/Schüler', { exact: true } ).first() ).toBeVisible();
	const names = ( await context.cookies( address( OPEN ) ) ).map( ( { name } ) => name );
	expect( names.filter( ( name ) => name.startsWith( 'wordpress_' ) || name.startsWith( 'wp-' ) ) ).toEqual( [] );

	const secrets: string[] = [];
	for ( const { id } of portals ) {
		await loggedInBySso( context, id, PUPIL );
		const nonce = await nonceOf( context, id );
		secrets.push( nonce, ( await pupilCookie( context, id ) ) ?? '' );
		const pages = examples().filter( ( { portal } ) => portal === id );
		const paths = [ ...pages.map( ( { path } ) => path ), '/feed/', '/?s=kanarie', '/wp-json/', '/nicht-da/' ];
		for ( const path of paths ) {
			const answer = await get( context, id, path, path === '/wp-json/' ? { 'X-WP-Nonce': nonce } : {} );
			expect( answer.headers()[ 'cache-control' ], `${ id } ${ path }` ).toContain( 'no-store' );
			expect( answer.status(), `${ id } ${ path }` ).toBeLessThan( 500 );
		}
	}
	expect( secrets.every( ( secret ) => secret.length >= 10 ) ).toBe( true );
	const { sessions } = await turnProvider( {} );
	const known = sessions.filter( ( { login } ) => login === PUPIL ).map( ( { sid } ) => sid );
	expect( known ).not.toEqual( [] );

	await page.goto( address( OPEN ) );
	await page.getByText( 'Schülerin/Schüler', { exact: true } ).first().click();
	await page.getByRole( 'button', { name: 'Abmelden' } ).first().click();
	await page.waitForLoadState();
	await context.close();

	const values = [
		...Object.values( claims ),
		...known,
		agent,
		'203.0.113.199',
		'2c7e9d3a-41b8-4e0d-b6f4-7c5d2e8a9b03',
	];
	const forms = values
		.flatMap( ( value ) => [ value, value.toLowerCase() ] )
		.flatMap( ( value ) => [
			value,
			Buffer.from( value ).toString( 'base64' ),
			...[ 'md5', 'sha1', 'sha256' ].map( ( kind ) => createHash( kind ).update( value ).digest( 'hex' ) ),
		] );
	const places: [ string, string ][] = [
		[ 'tables', await tables() ],
		[ 'object cache', await objectCache() ],
		...databaseFiles().map( ( path ): [ string, string ] => [ path, bytes( path ) ] ),
		// identity.log is the demo provider's own, not ours.
		...readdirSync( stack.logs )
			.filter( ( name ) => name !== 'identity.log' )
			.map( ( name ): [ string, string ] => [ name, bytes( join( stack.logs, name ) ) ] ),
	];
	// An account's address is found in the tables and in a file of the database, so a pupil's would be.
	expect( places.filter( ( [ , text ] ) => text.includes( 'ralf.engel@example.org' ) ).length ).toBeGreaterThan( 1 );
	for ( const [ place, text ] of places ) {
		expect(
			[ ...forms, ...secrets ].filter( ( form ) => text.includes( form ) ),
			place
		).toEqual( [] );
	}
	expect( places[ 0 ]?.[ 1 ], 'the search sees the tables at all' ).toContain( 'lernwelt_pupil' );
	await turnProvider( { reset: true } );
} );

test( 'a pupil is nobody for WordPress: no wp-admin, and REST only with a nonce of this session', async ( {
	browser,
} ) => {
	const [ one, other ] = [ await browser.newContext(), await browser.newContext() ];
	await loggedInBySso( one, CLOSED, PUPIL );
	await loggedInBySso( other, CLOSED, PUPIL );
	expect( await isPupil( one, CLOSED ) ).toBe( true );

	const page = await one.newPage();
	await page.goto( address( CLOSED, '/wp-admin/' ) );
	expect( page.url(), 'wp-admin leads back' ).toBe( address( CLOSED, '/' ) );

	const rest = ( nonce?: string ): Promise< APIResponse > =>
		get( one, CLOSED, '/wp-json/wp/v2/pages', nonce === undefined ? {} : { 'X-WP-Nonce': nonce } );
	const [ own, foreign ] = [ await nonceOf( one, CLOSED ), await nonceOf( other, CLOSED ) ];
	const guests = (
		await wp(
			stack,
			[ 'eval', 'echo wp_create_nonce( "wp_rest" );' ],
			portals.find( ( { id } ) => id === CLOSED )
		)
	).stdout.trim();
	expect( new Set( [ own, foreign, guests ] ).size ).toBe( 3 );
	expect( ( await rest() ).status(), 'without a nonce as a guest' ).toBe( 401 );
	expect( ( await rest( '0123456789' ) ).status() ).toBe( 403 );
	expect( ( await rest( foreign ) ).status(), 'of another pupil' ).toBe( 403 );
	expect( ( await rest( guests ) ).status(), 'of a guest' ).toBe( 403 );
	const right = await rest( own );
	expect( right.status() ).toBe( 200 );
	expect( right.headers()[ 'cache-control' ] ).toContain( 'no-store' );
	expect( [ 401, 404 ] ).toContain(
		( await get( one, CLOSED, '/wp-json/wp/v2/users/me', { 'X-WP-Nonce': own } ) ).status()
	);
	for ( const path of [ '/wp-json/wp/v2/pages', '/wp-json/wp/v2/settings' ] ) {
		const written = await one.request.post( address( CLOSED, path ), {
			data: { title: 'x' },
			headers: { 'X-WP-Nonce': own },
		} );
		expect( written.status(), path ).toBe( 401 );
	}
	// The block editor of somebody whose session is over asks as long as the answer is a good one.
	const guest = await browser.newContext();
	expect( ( await get( guest, OPEN, '/wp-admin/admin-ajax.php?action=rest-nonce' ) ).status() ).toBe( 400 );
	await guest.close();
	await one.close();
	await other.close();
} );

test( 'no answer to a pupil is kept: pages, feeds, REST with its own word, redirects, errors, files', async ( {
	context,
} ) => {
	await loggedInBySso( context, CLOSED, PUPIL );
	await loggedInBySso( context, OPEN, PUPIL );
	const file = (
		await wp(
			stack,
			[
				'eval',
				'echo wp_get_attachment_url( get_posts( [ "post_type" => "attachment", "numberposts" => 1 ] )[0]->ID );',
			],
			portals.find( ( { id } ) => id === CLOSED )
		)
	).stdout.trim();
	const asked: [ string, string, number ][] = [
		[ CLOSED, '/', 200 ],
		[ CLOSED, '/feed/', 200 ],
		[ CLOSED, '/nicht-da/', 404 ],
		[ CLOSED, '/wp-admin/', 302 ],
		[ CLOSED, '/wp-json/wp/v2/pages', 401 ],
		[ CLOSED, new URL( file ).pathname, 200 ],
		[ OPEN, '/wp-json/wp/v2/pages', 200 ],
		[ OPEN, '/wp-sitemap.xml', 200 ],
		[ OPEN, '/wp-json/lernwelt/v1/data-views/places/points', 200 ],
		[ OPEN, '/wp-json/lernwelt/v1/data-views/nicht-da/points', 404 ],
	];
	for ( const [ portal, path, status ] of asked ) {
		const answer = await get( context, portal, path );
		expect( answer.status(), `${ portal } ${ path }` ).toBe( status );
		expect( answer.headers()[ 'cache-control' ], `${ portal } ${ path }` ).toContain( 'no-store' );
		expect( answer.headers()[ 'cache-control' ], `${ portal } ${ path }` ).not.toContain( 'public' );
	}
} );

test( 'another site can do nothing with a pupil’s session, and the session is good at its portal only', async ( {
	context,
	browser,
} ) => {
	await loggedInBySso( context, OPEN, PUPIL );
	const refused = await logOut( context, OPEN, 'https://boese.example.org' );
	expect( refused.status() ).toBe( 403 );
	expect( await isPupil( context, OPEN ) ).toBe( true );

	// A form on another site: the browser doesn't even send the cookie along.
	const page = await context.newPage();
	const form = `<form method="post" action="${ address( OPEN, '/sso/logout' ) }"><button>Los</button></form>`;
	await page.route( 'http://boese.example.org/', ( route ) =>
		route.fulfill( { contentType: 'text/html', body: form } )
	);
	await page.goto( 'http://boese.example.org/' );
	const sent = page.waitForRequest( ( request ) => request.method() === 'POST' );
	const answered = page.waitForResponse( ( response ) => response.request().method() === 'POST' );
	await page.getByRole( 'button' ).click();
	expect( ( await ( await sent ).allHeaders() ).cookie ?? '' ).not.toContain( 'lernwelt-pupil' );
	expect( ( await answered ).status() ).toBe( 403 );
	expect( await isPupil( context, OPEN ) ).toBe( true );

	const thief = await browser.newContext();
	const value = ( await pupilCookie( context, OPEN ) ) ?? '';
	await thief.addCookies( [ { ...pupilSession, value, url: address( CLOSED ) } ] );
	const answer = await get( thief, CLOSED, '/' );
	expect( answer.status(), 'refused where it was not made' ).toBe( 302 );
	expect( await pupilCookie( thief, CLOSED ), 'and taken back' ).toBeUndefined();
	expect( answer.headers()[ 'cache-control' ] ).toContain( 'no-store' );
	await thief.close();
} );

test( 'logging out ends the session at both ends, with client_id instead of an ID token', async ( { context } ) => {
	await loggedInBySso( context, OPEN, PUPIL );
	const value = ( await pupilCookie( context, OPEN ) ) ?? '';
	const answer = await logOut( context, OPEN );
	expect( answer.status() ).toBe( 302 );
	const target = new URL( answer.headers().location ?? '' );
	expect( target.href.startsWith( network().identityProvider.issuer ) ).toBe( true );
	expect( target.searchParams.get( 'client_id' ) ).not.toBeNull();
	expect( target.searchParams.get( 'post_logout_redirect_uri' ) ).toBe( address( OPEN, '/sso/logged-out' ) );
	expect( target.searchParams.has( 'id_token_hint' ) ).toBe( false );
	expect( await pupilCookie( context, OPEN ) ).toBeUndefined();

	await context.addCookies( [ { ...pupilSession, value, url: address( OPEN ) } ] );
	expect( await isPupil( context, OPEN ), 'whoever kept the cookie' ).toBe( false );
	expect( await pupilCookie( context, OPEN ), 'an ended session’s cookie is taken back' ).toBeUndefined();
} );

test( 'the provider’s word ends a pupil’s sessions on all portals', async ( { context } ) => {
	for ( const portal of [ OPEN, CLOSED ] ) {
		await loggedInBySso( context, portal, PUPIL );
		expect( await isPupil( context, portal ) ).toBe( true );
	}
	// This browser's session only: other files log the same pupil in meanwhile.
	const cookie = ( await context.cookies( network().identityProvider.issuer ) ).find( ( { name } ) =>
		/^bs\d+$/.test( name )
	);
	expect( cookie?.value ).toBeTruthy();
	await turnProvider( { endSession: cookie?.value } );
	for ( const portal of [ OPEN, CLOSED ] ) {
		expect( await isPupil( context, portal ), portal ).toBe( false );
	}
} );

test( 'whoever logs in takes the place of the pupil in this browser, and the other way round', async ( {
	browser,
} ) => {
	const context = await browser.newContext();
	await loggedInBySso( context, OPEN, PUPIL );
	await loggedIn( context, OPEN, 'editor' );
	expect( await pupilCookie( context, OPEN ) ).toBeUndefined();
	expect( await isPupil( context, OPEN ) ).toBe( false );

	await loggedInBySso( context, OPEN, PUPIL );
	expect( await isPupil( context, OPEN ) ).toBe( true );
	const users = ( await context.cookies( address( OPEN, '/wp-admin/' ) ) ).filter( ( { name } ) =>
		/^wordpress_(?!test)/.test( name )
	);
	expect( users ).toEqual( [] );
	await context.close();
} );

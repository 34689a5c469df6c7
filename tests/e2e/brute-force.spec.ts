import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { newAccount, type TestAccount } from '../support/accounts.ts';
import { address, portals, stack } from '../support/network.ts';
import { loggedInBySso } from '../support/sso.ts';

const PORTAL = 'lernorte';
const TRIES = 20;

async function attempt(
	request: APIRequestContext,
	{ login, password }: Pick< TestAccount, 'login' | 'password' >,
	number = 0,
	path = '/wp-login.php'
): Promise< APIResponse > {
	return request.post( address( PORTAL, path ), {
		form: { log: login, pwd: password, redirect_to: address( PORTAL, '/wp-admin/profile.php' ) },
		headers: {
			Origin: address( PORTAL, '' ),
			// Believed from trusted proxies only, of which there are none here.
			'X-Forwarded-For': `203.0.113.${ number }`,
			Forwarded: `for=203.0.113.${ number }`,
			'X-Real-IP': `203.0.113.${ number }`,
		},
		maxRedirects: 0,
	} );
}

function words( html: string ): string {
	const error = /<div id="login_error"[^>]*>(?<text>.*?)<\/div>/s.exec( html )?.groups?.text ?? '';
	return error
		.replace( /<[^>]+>/g, ' ' )
		.replace( /\s+/g, ' ' )
		.trim();
}

function hasSession( response: APIResponse ): boolean {
	return response
		.headersArray()
		.some(
			( { name, value } ) => name.toLowerCase() === 'set-cookie' && value.startsWith( 'wordpress_logged_in_' )
		);
}

for ( const [ way, path ] of [
	[ 'the login page', '/wp-login.php' ],
	[ 'the interim login', '/wp-login.php?interim-login=1' ],
] as const ) {
	test( `${ TRIES } wrong passwords at ${ way } close the account to this network, whatever headers say`, async ( {
		request,
	} ) => {
		const account = await newAccount( PORTAL, 'editor' );
		const neighbour = await newAccount( PORTAL, 'editor' );
		const answers = new Set< string >();
		for ( let number = 0; number < TRIES; number++ ) {
			const answer = await attempt( request, { ...account, password: `falsch ${ number }` }, number, path );
			expect( answer.status() ).toBe( 200 );
			answers.add( words( await answer.text() ) );
		}
		const right = await attempt( request, account, 99, path );
		expect( hasSession( right ), 'the right password' ).toBe( false );
		answers.add( words( await right.text() ) );
		expect( [ ...answers ], 'one answer to everything' ).toHaveLength( 1 );
		expect( [ ...answers ][ 0 ] ).toContain( 'Benutzername oder Passwort ist falsch.' );

		expect( hasSession( await attempt( request, neighbour ) ), 'another account of this network' ).toBe( true );
		await wp( stack, [ 'lernwelt', 'throttle', 'unlock', account.login ] );
		expect( hasSession( await attempt( request, account ) ), 'after unlocking' ).toBe( true );
	} );
}

test( 'who comes from the Bildungsserver gets in while others guess a password', async ( { request, browser } ) => {
	const victim = { login: 'elif.yildiz@bildung.example.org', password: 'falsch' };
	const earlier = await browser.newContext();
	await loggedInBySso( earlier, PORTAL, 'redaktion' );
	await earlier.close();
	for ( let number = 0; number < TRIES; number++ ) {
		expect( hasSession( await attempt( request, victim, number ) ) ).toBe( false );
	}
	const context = await browser.newContext();
	await loggedInBySso( context, PORTAL, 'redaktion' );
	const admin = await context.request.get( address( PORTAL, '/wp-admin/profile.php' ), { maxRedirects: 0 } );
	expect( admin.status() ).toBe( 200 );
	await context.close();
} );

test( 'six wrong passwords at the same moment get no more than the limit', async ( { request } ) => {
	const account = await newAccount( PORTAL, 'editor' );
	const guesses = [ 1, 2, 3, 4, 5, 6 ].map( ( number ) =>
		attempt( request, { ...account, password: `falsch ${ number }` }, number )
	);
	await Promise.all( guesses );
	expect( hasSession( await attempt( request, account ) ) ).toBe( false );
	const { stdout } = await wp( stack, [ 'lernwelt', 'throttle', 'list', '--format=json' ] );
	const rows = JSON.parse( stdout ) as { account: string; kind: string; tries: number }[];
	const own = rows.filter( ( row ) => row.account === account.login );
	expect( own.map( ( { kind, tries } ) => `${ kind } ${ tries }` ).sort() ).toEqual( [ 'account 3', 'try 3' ] );
} );

test( 'an unknown name is answered like a known one', async ( { request } ) => {
	const account = await newAccount( PORTAL, 'subscriber' );
	const answers: string[][] = [ [], [] ];
	for ( let number = 0; number < TRIES; number++ ) {
		for ( const [ index, login ] of [ account.login, `niemand${ account.login }` ].entries() ) {
			const answer = await attempt( request, { login, password: `falsch ${ number }` } );
			answers[ index ]?.push( `${ answer.status() } ${ words( await answer.text() ) }` );
		}
	}
	expect( answers[ 0 ] ).toEqual( answers[ 1 ] );
} );

test( 'wrong codes of the second factor count like wrong passwords', async ( { request } ) => {
	const account = await newAccount( PORTAL, 'administrator' );
	const statuses: number[] = [];
	for ( let number = 0; number < TRIES; number++ ) {
		await attempt( request, account );
		const answer = await request.post( address( PORTAL, '/wp-login.php?action=second_factor' ), {
			form: { code: String( 100_000 + number ) },
			maxRedirects: 0,
		} );
		statuses.push( answer.status() );
		expect( hasSession( answer ) ).toBe( false );
	}
	expect( statuses.slice( 0, 3 ) ).toEqual( [ 200, 200, 429 ] );
	// The step has ended; without the password there is no other.
	expect( new Set( statuses.slice( 3 ) ) ).toEqual( new Set( [ 302 ] ) );
} );

test( 'asking for passwords tells nothing and sends three links at most', async ( { request } ) => {
	const account = await newAccount( PORTAL, 'editor' );
	const answers = new Set< string >();
	for ( let number = 0; number < TRIES / 2; number++ ) {
		for ( const login of [ account.login, 'gibt-es-nicht' ] ) {
			const answer = await request.post( address( PORTAL, '/wp-login.php?action=lostpassword' ), {
				form: { user_login: login },
				maxRedirects: 0,
			} );
			answers.add( `${ answer.status() } ${ answer.headers().location }` );
		}
	}
	expect( [ ...answers ] ).toEqual( [ `302 ${ address( PORTAL, '/wp-login.php?checkemail=confirm' ) }` ] );
} );

test( 'wrong keys of a password link come to an end', async ( { browser } ) => {
	const statuses: number[] = [];
	for ( let number = 0; number <= TRIES; number++ ) {
		const { request } = await browser.newContext();
		const answer = await request.get(
			address( PORTAL, `/wp-login.php?action=rp&key=falsch${ number }&login=redaktion` )
		);
		statuses.push( answer.status() );
		await request.dispose();
	}
	expect( statuses.slice( 0, -1 ).every( ( status ) => status === 200 ) ).toBe( true );
	expect( statuses.at( -1 ) ).toBe( 429 );
} );

test( 'XML-RPC, Basic authentication, signing up and lists of accounts are closed', async ( { request } ) => {
	const account = await newAccount( PORTAL, 'editor' );
	const basic = `Basic ${ Buffer.from( `${ account.login }:${ account.password }` ).toString( 'base64' ) }`;
	const call = `<?xml version="1.0"?><methodCall><methodName>system.multicall</methodName><params><param><value><array><data>${ '<value><struct><member><name>methodName</name><value>wp.getUsersBlogs</value></member><member><name>params</name><value><array><data/></array></value></member></struct></value>'.repeat(
		TRIES
	) }</data></array></value></param></params></methodCall>`;
	for ( let number = 0; number < TRIES; number++ ) {
		const rpc = await request.post( address( PORTAL, '/xmlrpc.php' ), { data: call } );
		expect( rpc.status() ).toBe( 403 );
		const rest = await request.get( address( PORTAL, '/wp-json/wp/v2/users/me' ), {
			headers: { Authorization: basic },
		} );
		expect( [ 401, 403, 404 ], 'the right password, too' ).toContain( rest.status() );
	}
	for ( const { id } of portals ) {
		for ( const path of [ '/wp-signup.php', '/wp-activate.php', '/wp-activate.php?key=1', '/xmlrpc.php' ] ) {
			expect.soft( ( await request.get( address( id, path ) ) ).status(), id + path ).toBe( 403 );
		}
		for ( const path of [
			'/?author=1',
			'/author/netzwerk/',
			'/wp-json/wp/v2/users',
			'/wp-json/wp/v2/users/1',
			'/wp-sitemap-users-1.xml',
			'/wp-json/oembed/1.0/embed?url=x',
		] ) {
			const answer = await request.get( address( id, path ), { maxRedirects: 0 } );
			// A closed portal sends guests to its login before anything is looked up.
			expect.soft( [ 302, 401, 403, 404 ], id + path ).toContain( answer.status() );
			expect.soft( await answer.text(), id + path ).not.toMatch( /portaladmin|Petra Adler|@example\.org/ );
		}
	}
	const signup = await request.get( address( PORTAL, '/wp-login.php?action=register' ), { maxRedirects: 0 } );
	expect( signup.headers().location ?? '' ).not.toContain( 'success' );
	expect( await signup.text() ).not.toContain( 'registerform' );
} );

test( 'guessing the password of a text comes to an end', async ( { request } ) => {
	const statuses: number[] = [];
	for ( let number = 0; number < 61; number++ ) {
		const answer = await request.post( address( PORTAL, '/wp-login.php?action=postpass' ), {
			form: { post_password: `falsch ${ number }` },
			headers: { Referer: address( PORTAL ) },
			maxRedirects: 0,
		} );
		statuses.push( answer.status() );
	}
	expect( statuses.at( 0 ) ).toBe( 302 );
	expect( statuses.at( -1 ) ).toBe( 429 );
} );

test( `${ TRIES } wrong tries at each address of the single sign-on change nothing, and the right way in stays open`, async ( {
	browser,
} ) => {
	const stranger = await browser.newContext();
	const wrong = [
		( number: number ) =>
			stranger.request.get(
				address( PORTAL, `/sso/callback?code=geraten-${ number }&state=geraten-${ number }` )
			),
		( number: number ) =>
			stranger.request.post( address( PORTAL, '/sso/backchannel-logout' ), {
				form: { logout_token: `eyJhbGciOiJub25lIn0.e30.${ number }` },
			} ),
		( number: number ) =>
			stranger.request.post( address( PORTAL, '/sso/logout' ), {
				headers: { Origin: `https://fremd-${ number }.example`, 'Sec-Fetch-Site': 'cross-site' },
			} ),
	];
	for ( const knock of wrong ) {
		for ( let number = 0; number < TRIES; number++ ) {
			const answer = await knock( number );
			expect( [ 400, 403 ], answer.url() ).toContain( answer.status() );
			expect( hasSession( answer ) ).toBe( false );
		}
	}
	// Whoever is told to go to the provider leads nobody else anywhere.
	for ( let number = 0; number < TRIES; number++ ) {
		const answer = await stranger.request.get(
			address( PORTAL, `/sso/start?weiter=//fremd-${ number }.example/` ),
			{
				maxRedirects: 0,
			}
		);
		expect( answer.status() ).toBe( 302 );
		expect( answer.headers().location ).not.toContain( 'fremd' );
	}
	expect( ( await stranger.cookies() ).filter( ( { name } ) => name.startsWith( 'wordpress_' ) ) ).toEqual( [] );

	const teacher = await browser.newContext();
	const arrived = await loggedInBySso( teacher, PORTAL, 'lehrkraft' );
	expect( arrived.url() ).toBe( address( PORTAL, '/' ) );
	expect( await arrived.text() ).toContain( 'Anja Lehmann' );
	await stranger.close();
	await teacher.close();
} );

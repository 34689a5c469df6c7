import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { address, stack } from '../support/network.ts';
import { complaints } from '../support/page.ts';
import { loggedIn } from '../support/session.ts';
import { ON_STACK } from '../support/tags.ts';

const PORTAL = 'lernorte';

function wp( ...args: readonly string[] ): string {
	return execFileSync( inRoot( 'bin/wp' ), [ `--url=${ address( PORTAL ) }`, ...args ], {
		env: { ...process.env, LERNWELT_STACK: stack.name },
		encoding: 'utf8',
	} ).trim();
}

/** The hashes that a policy names. */
const named = ( policy: string ): string[] =>
	[ ...policy.matchAll( /'(sha256-[^']+)'/g ) ].map( ( [ , hash = '' ] ) => hash );

/** The hashes of what stands in a page, byte for byte. */
const printed = ( html: string ): string[] =>
	[ ...html.matchAll( /<script(?<attributes>[^>]*)>(?<text>.*?)<\/script>/gs ) ]
		.filter(
			( { groups } ) =>
				! /\ssrc=|type="(application|text)\/(ld\+)?json"|type="speculationrules"/.test(
					groups?.attributes ?? ''
				)
		)
		.map(
			( { groups } ) =>
				`sha256-${ createHash( 'sha256' )
					.update( groups?.text ?? '' )
					.digest( 'base64' ) }`
		);

for ( const path of [ '/', '/orte/', '/anmelden/', '/wp-login.php', '/kontakt/' ] ) {
	test( `${ path } names exactly the scripts that it prints`, ON_STACK, async ( { request } ) => {
		const response = await request.get( address( PORTAL, path ) );
		const policy = response.headers()[ 'content-security-policy' ] ?? '';
		expect( policy ).not.toMatch( /script-src[^;]*unsafe/ );
		expect( named( policy ).sort() ).toEqual( [ ...new Set( printed( await response.text() ) ) ].sort() );
	} );
}

test( 'a script that stands in an article does not run, nor does a handler', async ( { page } ) => {
	const content =
		'<p>Davor</p><script>document.title = "übernommen"</script><img src="x" onerror="document.title = \'übernommen\'"><p>Danach</p>';
	const id = wp(
		'post',
		'create',
		'--post_status=publish',
		'--post_title=Fremdes Skript',
		`--post_content=${ content }`,
		'--porcelain'
	);
	try {
		const seen: string[] = [];
		page.on( 'console', ( message ) => seen.push( message.text() ) );
		const response = await page.goto( address( PORTAL, `/?p=${ id }` ) );
		const html = ( await response?.text() ) ?? '';
		expect( html, 'the script is really there' ).toContain( 'document.title = "übernommen"' );
		await expect( page.getByText( 'Danach' ) ).toBeVisible();
		expect( await page.title() ).not.toContain( 'übernommen' );
		expect( seen.filter( ( text ) => /Content Security Policy/.test( text ) ).length ).toBeGreaterThanOrEqual( 2 );
	} finally {
		wp( 'post', 'delete', id, '--force' );
	}
} );

test( 'the block editor works within its policy', async ( { page } ) => {
	const list = complaints( page ).list;
	await loggedIn( page.context(), PORTAL, 'editor' );
	await page.goto( address( PORTAL, '/wp-admin/post-new.php' ) );
	await expect( page.getByRole( 'button', { name: 'Veröffentlichen', exact: true } ) ).toBeVisible( {
		timeout: 30_000,
	} );
	expect( list.filter( ( text ) => /Content Security Policy|Refused/.test( text ) ) ).toEqual( [] );
} );

test( 'reports of browsers are taken from our own pages only, and not without end', async ( { request } ) => {
	const report = { 'csp-report': { 'effective-directive': 'script-src', 'blocked-uri': 'inline' } };
	const send = ( headers: Record< string, string >, data: unknown = report ) =>
		request.post( address( PORTAL, '/csp-report' ), {
			headers: { 'Content-Type': 'application/csp-report', ...headers },
			data: JSON.stringify( data ),
		} );
	expect( ( await send( { 'Sec-Fetch-Site': 'cross-site' } ) ).status() ).toBe( 403 );
	expect( ( await send( {}, { nonsense: true } ) ).status() ).toBe( 400 );
	expect( ( await send( {}, { 'csp-report': 'x'.repeat( 20_000 ) } ) ).status() ).toBe( 400 );
	expect( ( await request.get( address( PORTAL, '/csp-report' ) ) ).status() ).toBe( 405 );
	let status = 0;
	for ( let sent = 0; sent < 40 && status !== 429; ++sent ) {
		status = ( await send( { 'Sec-Fetch-Site': 'same-origin' } ) ).status();
	}
	expect( status ).toBe( 429 );
} );

test( 'security.txt says whom to tell', ON_STACK, async ( { request } ) => {
	const response = await request.get( address( PORTAL, '/.well-known/security.txt' ) );
	expect( response.headers()[ 'content-type' ] ).toBe( 'text/plain; charset=utf-8' );
	const text = await response.text();
	expect( text ).toMatch( /^Contact: mailto:\S+@\S+$/m );
	const expires = Date.parse( /^Expires: (\S+)$/m.exec( text )?.[ 1 ] ?? '' );
	expect( expires ).toBeGreaterThan( Date.now() );
	expect( expires ).toBeLessThan( Date.now() + 366 * 86_400_000 );
} );

/**
 * The page cache in front of WordPress: only the production stack has one (./bin/test --only e2e --stack).
 */
import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { forGuests, isClosed } from '../support/gate.ts';
import { address, portals, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { loggedInBySso } from '../support/sso.ts';
import { ON_STACK } from '../support/tags.ts';
import { pathOf } from '../support/templates.ts';

/** What R6 promises: after so long nobody gets the old page. */
const SECONDS = 5;

const PORTAL = 'lernorte';

const OTHER = 'kreativpotentiale';

test.use( { ignoreHTTPSErrors: true } );
// They change the same pages.
test.describe.configure( { mode: 'serial' } );

function cache( answer: APIResponse ): string {
	return answer.headers()[ 'x-cache' ] ?? '';
}

/** Asks until the page lies in the cache. */
async function warm( request: APIRequestContext, url: string ): Promise< APIResponse > {
	await request.get( url );
	const answer = await request.get( url );
	expect( cache( answer ), url ).toBe( 'HIT' );
	return answer;
}

/** wp-cli on one portal; prints what it said. */
async function cli( portal: string, ...args: string[] ): Promise< string > {
	const { stdout } = await wp(
		stack,
		args,
		portals.find( ( { id } ) => id === portal )
	);
	return stdout.trim();
}

/** Waits until a page says something, never longer than promised, and never without an answer. */
async function sees( request: APIRequestContext, url: string, words: RegExp, status = 200 ): Promise< void > {
	await expect( async () => {
		const answer = await request.get( url );
		expect( answer.status() ).toBe( status );
		expect( await answer.text() ).toMatch( words );
	} ).toPass( { timeout: SECONDS * 1000, intervals: [ 100 ] } );
}

for ( const { portal, template, path } of forGuests() ) {
	test(
		`${ portal }, ${ template }: from the cache, and nothing that is for it alone`,
		ON_STACK,
		async ( { request } ) => {
			const url = address( portal, path );
			const first = await request.get( url );
			const second = await request.get( url );
			const mayBeKept = ! isClosed( portal ) && template !== 'search' && ! path.includes( 'barriere-melden' );
			expect( cache( second ) ).toMatch( mayBeKept ? /^HIT$/ : /^(?:BYPASS|MISS)$/ );
			expect( await second.text() ).toBe( await first.text() );
			for ( const name of [ 'x-accel-expires', 'x-lernwelt-shows', 'set-cookie' ] ) {
				expect( second.headers()[ name ], name ).toBeUndefined();
			}
			if ( mayBeKept && second.status() === 200 ) {
				const same = await request.get( url, { headers: { 'If-None-Match': second.headers().etag ?? '' } } );
				expect( same.status() ).toBe( 304 );
			}
		}
	);
}

test( 'what is asked with a head alone is the page', ON_STACK, async ( { request } ) => {
	const url = address( PORTAL, `/kontakt/?kopf=${ Date.now() }` );
	expect( ( await request.head( url ) ).status() ).toBe( 200 );
	const answer = await request.get( url );
	expect( cache( answer ) ).toBe( 'HIT' );
	expect( ( await answer.text() ).length ).toBeGreaterThan( 1000 );
} );

test(
	'an edit is seen by everybody within five seconds, and concerns nobody else',
	ON_STACK,
	async ( { context, request } ) => {
		const path = pathOf( PORTAL, 'article' );
		const article = address( PORTAL, path );
		const untouched = address( PORTAL, '/impressum/' );
		const elsewhere = address( OTHER, pathOf( OTHER, 'article' ) );
		for ( const url of [ article, untouched, elsewhere, `${ article }?ansicht=2` ] ) {
			await warm( request, url );
		}
		const id = await cli( PORTAL, 'post', 'list', `--name=${ path.split( '/' ).at( -2 ) }`, '--field=ID' );
		const text = await cli( PORTAL, 'post', 'get', id, '--field=post_content' );
		const mark = `Nachtrag ${ Date.now() }`;

		await loggedIn( context, PORTAL, 'editor' );
		const nonce = await (
			await context.request.get( address( PORTAL, '/wp-admin/admin-ajax.php?action=rest-nonce' ) )
		).text();
		const saved = await context.request.post( address( PORTAL, `/wp-json/wp/v2/posts/${ id }` ), {
			headers: { 'X-WP-Nonce': nonce },
			data: { content: `${ text }<!-- wp:paragraph --><p>${ mark }</p><!-- /wp:paragraph -->` },
		} );
		expect( saved.status() ).toBe( 200 );
		const guest = request;
		await Promise.all( [
			sees( guest, article, new RegExp( mark ) ),
			sees( guest, `${ article }?ansicht=2`, new RegExp( mark ) ),
		] );
		expect( cache( await guest.get( untouched ) ) ).toBe( 'HIT' );
		expect( cache( await guest.get( elsewhere ) ) ).toBe( 'HIT' );
		await cli( PORTAL, 'post', 'update', id, `--post_content=${ text }` );
		await expect( async () => expect( await ( await guest.get( article ) ).text() ).not.toContain( mark ) ).toPass(
			{
				timeout: SECONDS * 1000,
			}
		);
	}
);

test( 'an article comes, moves and goes', ON_STACK, async ( { request } ) => {
	const name = `cache-${ Date.now() }`;
	const old = address( PORTAL, `/aktuelles/${ name }/` );
	const list = address( PORTAL, '/aktuelles/' );
	await warm( request, list );
	expect( ( await request.get( old ) ).status() ).toBe( 404 );
	const id = await cli(
		PORTAL,
		'post',
		'create',
		`--post_title=Titel ${ name }`,
		`--post_name=${ name }`,
		'--post_status=publish',
		'--porcelain'
	);
	try {
		await sees( request, old, new RegExp( `Titel ${ name }` ) );
		await sees( request, list, new RegExp( `Titel ${ name }` ) );
		await cli( PORTAL, 'post', 'update', id, `--post_name=${ name }-neu`, `--post_title=Neuer ${ name }` );
		await sees( request, list, new RegExp( `Neuer ${ name }` ) );
		const moved = await request.get( old, { maxRedirects: 0 } );
		expect( [ moved.status(), moved.headers().location ] ).toEqual( [
			301,
			address( PORTAL, `/aktuelles/${ name }-neu/` ),
		] );
	} finally {
		await cli( PORTAL, 'post', 'delete', id, '--force' );
	}
	await sees( request, address( PORTAL, `/aktuelles/${ name }-neu/` ), /404/, 404 );
	expect( await ( await request.get( list ) ).text() ).not.toContain( name );
} );

test( 'a setting changes every page of its portal, and no other', ON_STACK, async ( { request } ) => {
	const before = await cli( PORTAL, 'option', 'get', 'blogdescription' );
	const urls = [ '/', '/kontakt/', '/impressum/' ].map( ( path ) => address( PORTAL, path ) );
	const elsewhere = address( OTHER, '/' );
	for ( const url of [ ...urls, elsewhere ] ) {
		await warm( request, url );
	}
	try {
		await cli( PORTAL, 'option', 'update', 'blogdescription', 'Ein neuer Untertitel' );
		await sees( request, address( PORTAL, '/' ), /Ein neuer Untertitel/ );
		expect( cache( await request.get( elsewhere ) ) ).toBe( 'HIT' );
	} finally {
		await cli( PORTAL, 'option', 'update', 'blogdescription', before );
	}
} );

test( 'the command says, refreshes and clears', ON_STACK, async ( { request } ) => {
	await warm( request, address( PORTAL, '/kontakt/' ) );
	await warm( request, address( OTHER, '/kontakt/' ) );
	expect( await cli( PORTAL, 'lernwelt', 'cache', 'status' ) ).toMatch( /^lernorte: [1-9]\d* pages/ );
	expect( await cli( PORTAL, 'lernwelt', 'cache', 'refresh', '/kontakt/' ) ).toMatch(
		/lernorte: [1-9]\d* pages made anew/
	);
	expect( cache( await request.get( address( PORTAL, '/kontakt/' ) ) ) ).toBe( 'HIT' );
	await cli( PORTAL, 'lernwelt', 'cache', 'clear' );
	await expect( async () =>
		expect( await cli( PORTAL, 'lernwelt', 'cache', 'status' ) ).toMatch( /^lernorte: 0 pages/ )
	).toPass();
	expect( cache( await request.get( address( OTHER, '/kontakt/' ) ) ) ).toBe( 'HIT' );
} );

test( 'nothing that is no part of its name changes a page', ON_STACK, async ( { request } ) => {
	const attacks: Record< string, string > = {
		'X-Forwarded-Host': 'boese.example',
		'X-Forwarded-Proto': 'http',
		'X-Forwarded-Port': '6666',
		'X-Forwarded-Server': 'boese.example',
		'X-Host': 'boese.example',
		Forwarded: 'host=boese.example;proto=http',
		'X-Original-URL': '/boese/',
		'X-Rewrite-URL': '/boese/',
		'X-HTTP-Method-Override': 'DELETE',
		'X-Forwarded-Prefix': '/boese',
		'X-WP-Nonce': 'boese',
		'Accept-Language': 'fr-FR',
		Accept: 'application/json',
		'Accept-Encoding': 'identity',
		'User-Agent': 'boese/1.0',
		Referer: 'https://boese.example/',
		Origin: 'https://boese.example',
		Cookie: 'boese=1; wp_lang=fr_FR; lang=fr',
		'X-Lernwelt-Refresh': 'geraten',
		Range: 'bytes=0-10',
	};
	for ( const path of [ '/', '/kontakt/', pathOf( PORTAL, 'article' ), '/orte/' ] ) {
		const clean = await ( await request.get( address( PORTAL, path ) ) ).text();
		for ( const [ name, value ] of Object.entries( attacks ) ) {
			// A name of its own for each, so that the attacker is the first to ask.
			const query = `versuch-${ name.toLowerCase() }-${ Date.now() }=1`;
			const first = await request.get( address( PORTAL, `${ path }?${ query }` ), {
				headers: { [ name ]: value },
			} );
			const next = await ( await request.get( address( PORTAL, `${ path }?${ query }` ) ) ).text();
			expect.soft( next, `${ name } at ${ path }` ).not.toMatch( /boese|:6666/i );
			expect
				.soft( next.replaceAll( query, '' ).length, `${ name } at ${ path }` )
				.toBeGreaterThan( clean.length - 500 );
			expect.soft( [ 200, 206 ], `${ name } at ${ path }` ).toContain( first.status() );
			expect.soft( next, `${ name } at ${ path }` ).toMatch( /<html[^>]+lang="de/ );
			expect.soft( next, `${ name } at ${ path }` ).not.toMatch( /(?:href|src|action)="http:\/\// );
		}
	}
} );

test( 'parameters of advertising are no part of a page', ON_STACK, async ( { request } ) => {
	const url = address( PORTAL, '/kontakt/' );
	await cli( PORTAL, 'lernwelt', 'cache', 'clear' );
	await expect( async () => {
		const answer = await request.get( `${ url }?utm_source=jemand&fbclid=eine-person-123` );
		expect( await answer.text() ).not.toMatch( /jemand|eine-person/ );
	} ).toPass();
	expect( cache( await request.get( url ) ) ).toBe( 'HIT' );
	expect( await ( await request.get( url ) ).text() ).not.toMatch( /jemand|eine-person/ );
} );

test( 'no address makes the cache keep what one person sees', ON_STACK, async ( { browser, request } ) => {
	const context = await browser.newContext( { ignoreHTTPSErrors: true } );
	await loggedInBySso( context, 'startchancen', 'lehrkraft' );
	const portal = 'startchancen';
	const tricks = [
		'/meine-buchungen/x.css',
		'/meine-buchungen/x.js',
		'/meine-buchungen;x.css',
		'/meine-buchungen/;x.js',
		'/meine-buchungen%2Fx.css',
		'/meine-buchungen/%2e%2e/x.css',
		'/meine-buchungen//',
		'//meine-buchungen/',
		'/meine-buchungen/?x.css',
		'/meine-buchungen/%00.css',
		'/meine-buchungen/%0a.css',
		'/meine-buchungen/..%2fkontakt/',
		'/buchung/ABCD-EFGH/;x.js',
		'/index.php/meine-buchungen/x.css',
		'/wp-content/themes/../../meine-buchungen/',
		'/?x=/kontakt.css',
	];
	for ( const path of tricks ) {
		const seen = await context.request.get( address( portal, path ), { maxRedirects: 0 } );
		expect.soft( cache( seen ), path ).not.toMatch( /HIT|STALE|UPDATING/ );
		const next = await request.get( address( portal, path ), { maxRedirects: 0 } );
		expect.soft( await next.text(), path ).not.toContain( 'Anja Lehmann' );
		const again = await request.get( address( portal, path ), { maxRedirects: 0 } );
		expect.soft( await again.text(), path ).not.toContain( 'Anja Lehmann' );
	}
	const home = await context.request.get( address( portal, '/' ) );
	expect( await home.text() ).toContain( 'Anja Lehmann' );
	expect( cache( home ) ).toBe( 'BYPASS' );
	expect( await ( await request.get( address( portal, '/' ) ) ).text() ).not.toContain( 'Anja Lehmann' );
	await context.close();
} );

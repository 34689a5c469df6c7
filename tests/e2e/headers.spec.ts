import { readFileSync } from 'node:fs';
import { type APIResponse, expect, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { admitted, forGuests, forMembers, isClosed } from '../support/gate.ts';
import { address, network, portals } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { ON_STACK } from '../support/tags.ts';

const SHARED = JSON.parse( readFileSync( inRoot( 'plugins-src/lernwelt-security/headers.json' ), 'utf8' ) ) as Record<
	string,
	string
>;

const CLOSED = JSON.parse(
	readFileSync( inRoot( 'plugins-src/lernwelt-security/closed-paths.json' ), 'utf8' )
) as string[];

/** Forms of pages may lead to the provider of the single sign-on, and nowhere else. */
function provider(): string {
	return new URL( network().identityProvider.issuer ).origin;
}

function expectShared( response: APIResponse, other: Readonly< Record< string, string > > = {} ): void {
	const headers = response.headers();
	for ( const [ name, value ] of Object.entries( { ...SHARED, ...other } ) ) {
		expect.soft( headers[ name.toLowerCase() ], `${ name } of ${ response.url() }` ).toBe( value );
	}
	expect.soft( headers[ 'x-powered-by' ], `X-Powered-By of ${ response.url() }` ).toBeUndefined();
	expect.soft( headers[ 'x-pingback' ], `X-Pingback of ${ response.url() }` ).toBeUndefined();
}

/** The policy as directive → sources. */
function policy( response: APIResponse ): Readonly< Record< string, readonly string[] > > {
	const header = response.headers()[ 'content-security-policy' ] ?? '';
	return Object.fromEntries(
		header.split( ';' ).map( ( directive ) => {
			const [ name = '', ...sources ] = directive.trim().split( /\s+/ );
			return [ name, sources ];
		} )
	);
}

function expectStrictScripts( response: APIResponse ): void {
	const sources = policy( response )[ 'script-src' ] ?? [];
	expect.soft( sources, `script-src of ${ response.url() }` ).toContain( "'self'" );
	for ( const source of sources ) {
		expect.soft( source, `script-src of ${ response.url() }` ).toMatch( /^'(self|sha256-[A-Za-z0-9+/=]+)'$/ );
	}
}

for ( const { portal, template, path } of [ ...forGuests(), ...forMembers() ] ) {
	test( `headers: ${ portal }, ${ template }`, async ( { context } ) => {
		if ( forMembers().some( ( example ) => example.path === path && example.portal === portal ) ) {
			await admitted( context, portal );
		}
		const response = await context.request.get( address( portal, path ) );

		expect( response.status() ).toBe( template === 'notFound' ? 404 : 200 );
		expectShared( response );
		expectStrictScripts( response );
		expect( policy( response ) ).toMatchObject( {
			'default-src': [ "'self'" ],
			'base-uri': [ "'none'" ],
			'connect-src': [ "'self'" ],
			'form-action': [ "'self'", provider() ],
			'frame-ancestors': [ "'none'" ],
			'img-src': [ "'self'", 'data:' ],
			'object-src': [ "'none'" ],
		} );
	} );
}

for ( const { id } of portals ) {
	test( `headers: ${ id }, everything that is not a page`, ON_STACK, async ( { request } ) => {
		const open = ( status: number ): number => ( isClosed( id ) ? 401 : status );
		const answers: ReadonlyArray< readonly [ path: string, status: number ] > = [
			[ '/wp-login.php', 200 ],
			[ '/wp-admin/', 302 ],
			[ '/wp-json/', open( 200 ) ],
			[ '/wp-json/lernwelt/v1/gibt-es-nicht', open( 404 ) ],
			[ '/wp-admin/admin-ajax.php', open( 400 ) ],
			[ '/wp-cron.php', network().server === 'nginx' ? 403 : 200 ],
			[ '/feed/', open( 200 ) ],
			[ '/robots.txt', 200 ],
			[ '/wp-sitemap.xml', open( 200 ) ],
			[ '/wp-includes/js/jquery/jquery.min.js', 200 ],
			[ '/wp-content/plugins/lernwelt-security/assets/avatar.svg', 200 ],
			[ '/wp-includes/js/tinymce/wp-tinymce.php', 200 ],
			[ '/wp-content/gibt-es-nicht.css', 404 ],
			[ '/wp-admin', 301 ],
			[ '/%2Fwp-admin', 301 ],
			[ '/.git/config', 403 ],
			[ '/wp-settings.php', 403 ],
			[ '/wp-admin/includes/schema.php', 403 ],
			...CLOSED.map( ( path ) => [ path, 403 ] as const ),
		];
		for ( const [ path, status ] of answers ) {
			const response = await request.get( address( id, path ), { maxRedirects: 0 } );
			expect.soft( response.status(), path ).toBe( status );
			expect.soft( policy( response )[ 'base-uri' ], path ).toBeDefined();
			expect.soft( policy( response )[ 'form-action' ], path ).toBeDefined();
			expect.soft( policy( response )[ 'frame-ancestors' ], path ).toBeDefined();
			// A screen may show other screens, so its redirect says the same.
			expectShared(
				response,
				path === '/wp-admin/' && ! isClosed( id ) ? { 'X-Frame-Options': 'SAMEORIGIN' } : {}
			);
		}
	} );
}

test( 'the login page runs only scripts that WordPress itself printed', ON_STACK, async ( { request } ) => {
	expectStrictScripts( await request.get( address( 'lernorte', '/wp-login.php' ) ) );
	expectStrictScripts( await request.get( address( 'lernorte', '/wp-login.php?action=lostpassword' ) ) );
} );

test( 'answers for programs may load nothing at all', ON_STACK, async ( { request } ) => {
	const tasks = network().server === 'nginx' ? [] : [ '/wp-cron.php' ];
	for ( const path of [ '/wp-json/', '/wp-admin/admin-ajax.php', ...tasks ] ) {
		const response = await request.get( address( 'lernorte', path ) );
		expect( policy( response ), path ).toEqual( {
			'default-src': [ "'none'" ],
			'base-uri': [ "'none'" ],
			'form-action': [ "'none'" ],
			'frame-ancestors': [ "'none'" ],
			'report-uri': [ '/csp-report' ],
			...( address( 'lernorte' ).startsWith( 'https:' ) ? { 'upgrade-insecure-requests': [] } : {} ),
		} );
	}
} );

test( 'an uploaded or shipped SVG runs no script when it is opened', ON_STACK, async ( { request } ) => {
	const response = await request.get(
		address( 'lernorte', '/wp-content/plugins/lernwelt-security/assets/avatar.svg' )
	);

	expect( response.headers()[ 'content-security-policy' ] ).toContain( "default-src 'none'" );
	expect( response.headers()[ 'content-security-policy' ] ).toContain( 'sandbox' );
} );

test( 'screens of wp-admin name no other host', async ( { context } ) => {
	await loggedIn( context, 'lernorte', 'editor' );
	const response = await context.request.get( address( 'lernorte', '/wp-admin/' ) );

	expect( response.status() ).toBe( 200 );
	expectShared( response, { 'X-Frame-Options': 'SAMEORIGIN' } );
	expect( policy( response )[ 'frame-ancestors' ] ).toEqual( [ "'self'" ] );
	const { 'form-action': forms, ...others } = policy( response );
	expect( forms ).toEqual( [ "'self'", provider() ] );
	const sources = Object.values( others ).flat();
	expect( sources ).toContain( "'self'" );
	for ( const source of sources ) {
		expect( source ).toMatch( /^('(self|none|unsafe-inline|unsafe-eval)'|data:|blob:|\/csp-report)$/ );
	}
} );

test( 'a script that somebody smuggled into a page does not run', ON_STACK, async ( { page } ) => {
	await page.goto( address( 'lernorte' ) );
	const violation = page.evaluate(
		() =>
			new Promise< string >( ( resolve ) => {
				document.addEventListener( 'securitypolicyviolation', ( event ) => {
					resolve( event.effectiveDirective );
				} );
				const script = document.createElement( 'script' );
				script.textContent = 'document.title = "übernommen"';
				document.body.append( script );
			} )
	);

	expect( await violation ).toBe( 'script-src-elem' );
	expect( await page.title() ).not.toBe( 'übernommen' );
} );

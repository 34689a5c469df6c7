import { readdirSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { forMembers, isClosed, OPEN_PAGES } from '../support/gate.ts';
import { address, network, portals, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { ON_STACK } from '../support/tags.ts';

const CLOSED = portals.filter( ( { id } ) => isClosed( id ) );

const MAIN = portals[ 0 ]?.id ?? '';

/** Words that stand on pages behind the gate, and on none before it. */
const INSIDE = /Calliope|VR-Koffer|Lasercutter|Telepräsenz|Podcast-Koffer|ausleihe\//i;

interface Inventory {
	/** WordPress's number of the site. */
	readonly blog: number;
	/** Addresses of pages: posts of all types and statuses, terms, archives. */
	readonly pages: readonly string[];
	/** Addresses for programs: routes, feeds, sitemaps. */
	readonly data: readonly string[];
	/** Number of the newest post. */
	readonly newest: number;
}

/** Everything WordPress knows of a portal, asked from within. */
async function inventory( portal: ( typeof portals )[ number ] ): Promise< Inventory > {
	const { stdout } = await wp(
		stack,
		[ 'eval-file', '--use-include', inRoot( 'tests/support/inventory.php' ) ],
		portal
	);
	return JSON.parse( stdout ) as Inventory;
}

/** All files below a folder, as paths from there. */
function filesIn( folder: string ): string[] {
	return readdirSync( folder, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.parentPath, entry.name ).slice( folder.length + 1 ) );
}

/** Sends an address exactly as it stands here: clients tidy paths up before they ask. */
function raw(
	portal: string,
	path: string,
	method = 'GET',
	headers: Readonly< Record< string, string > > = {}
): Promise< { status: number; type: string; headers: Record< string, unknown >; body: string } > {
	const { protocol, host, hostname, port } = new URL( address( portal ) );
	const isSecure = protocol === 'https:';
	return new Promise( ( resolve, reject ) => {
		const sent = ( isSecure ? secureRequest : plainRequest )(
			{
				host: '127.0.0.1',
				// The production stack signs its own certificate.
				...( isSecure ? { servername: hostname, rejectUnauthorized: false } : {} ),
				port,
				method,
				path,
				headers: { Host: host, ...headers },
			},
			( response ) => {
				const parts: Buffer[] = [];
				response.on( 'data', ( part: Buffer ) => parts.push( part ) );
				response.on( 'error', reject );
				response.on( 'end', () =>
					resolve( {
						status: response.statusCode ?? 0,
						type: response.headers[ 'content-type' ] ?? '',
						headers: response.headers,
						body: Buffer.concat( parts ).toString( 'latin1' ),
					} )
				);
			}
		);
		sent.on( 'error', reject );
		sent.end();
	} );
}

async function expectPage( portal: string, path: string ): Promise< void > {
	for ( const method of [ 'GET', 'HEAD' ] ) {
		const answer = await raw( portal, path, method );
		const what = `${ method } ${ path }`;
		expect.soft( answer.status, what ).toBe( 302 );
		expect.soft( answer.headers.location, what ).toMatch( /\/anmelden\/\?weiter=[^&]+&still=1$/ );
		expect
			.soft( new URL( String( answer.headers.location ), address( portal ) ).host, what )
			.toBe( new URL( address( portal ) ).host );
		expectNothing( answer, what );
	}
}

async function expectData( portal: string, path: string, method = 'GET', status = 401 ): Promise< void > {
	const answer = await raw( portal, path, method );
	expect.soft( answer.status, `${ method } ${ path }` ).toBe( status );
	expectNothing( answer, `${ method } ${ path }` );
}

function expectNothing( answer: Awaited< ReturnType< typeof raw > >, what: string ): void {
	expect.soft( answer.headers[ 'cache-control' ], what ).toBe( 'no-store' );
	for ( const name of [ 'etag', 'last-modified', 'link', 'x-pingback', 'x-wp-total', 'allow', 'set-cookie' ] ) {
		expect.soft( answer.headers[ name ], `${ name } of ${ what }` ).toBeUndefined();
	}
	expect.soft( answer.body.length, what ).toBeLessThan( 200 );
	expect.soft( answer.body, what ).not.toMatch( INSIDE );
}

test( 'exactly the portals that the list closes are closed', ON_STACK, async ( { request } ) => {
	expect( CLOSED.map( ( { id } ) => id ) ).toEqual( [ 'eure-lernwelt' ] );
	for ( const { id } of portals ) {
		const { status } = await raw( id, '/' );
		expect( status, id ).toBe( isClosed( id ) ? 302 : 200 );
		const robots = await ( await request.get( address( id, '/robots.txt' ) ) ).text();
		expect( /^Disallow: \/$/m.test( robots ), id ).toBe( isClosed( id ) );
	}
} );

for ( const portal of CLOSED ) {
	const { id } = portal;

	test( `${ id }: every page leads a guest to the login, and everything else asks for one`, async () => {
		test.setTimeout( 540_000 );
		const { pages, data, newest } = await inventory( portal );
		expect( pages.length ).toBeGreaterThan( 40 );
		expect( data.length ).toBeGreaterThan( 100 );

		const closedPages = pages.filter( ( path ) => ! ( OPEN_PAGES as readonly string[] ).includes( path ) );
		expect( pages.length - closedPages.length, 'the open pages are there' ).toBe( OPEN_PAGES.length - 1 );
		for ( const path of [
			...closedPages,
			...forMembers().map( ( { path: example } ) => example ),
			...[ '/', '/page/2/', '/?s=Calliope', '/?s=', '/?m=2026', '/2026/', '/2026/11/', '/?cat=1', '/?author=1' ],
			...[ '/author/netzwerk/', '/author/gibt-es-nicht/', '/gibt-es-nicht/', '/index.php?p=1', '/?preview=true' ],
			...[ '/Impressum/', '/impressum/x/', '/x/impressum/', '//impressum/', '/impressum//', '/%69mpressum/' ],
			...[ '/impressum/?p=2', '/impressum/?page_id=2', '/impressum/?s=VR', '/impressum/?pagename=ausleihe' ],
			...[ '/impressum/?attachment_id=2', '/impressum/?preview=true&p=2', '/impressum/2/', '/impressum%2f' ],
			...[ '/wp-admin/', '/wp-admin/edit.php', '/wp-admin/profile.php' ],
		] ) {
			// "index.php" in the address is a script's name, not a page's.
			await ( path.startsWith( '/index.php' ) ? expectData( id, path ) : expectPage( id, path ) );
		}
		for ( let post = 1; post <= newest + 3; post++ ) {
			const answer = await raw( id, `/?p=${ post }` );
			expect.soft( answer.status, `/?p=${ post }` ).toBe( 302 );
			expectNothing( answer, `/?p=${ post }` );
		}
		for ( const path of [
			...data,
			...[ '/feed/', '/feed/atom/', '/?feed=rss2', '/comments/feed/', '/ausleihe/feed/', '/impressum/feed/' ],
			...[ '/impressum/?feed=rss2', '/impressum/?rest_route=/wp/v2/posts', '/?rest_route=/', '/WP-JSON/' ],
			...[ '/wp-sitemap.xml', '/wp-sitemap-posts-page-1.xml', '/wp-sitemap-index.xsl', '/sitemap.xml' ],
			...[ '/wp-json/oembed/1.0/embed?url=x', '/?embed=true&p=1', '/ausleihe/embed/', '/ausleihe/trackback/' ],
			...[
				'/wp-admin/admin-ajax.php?action=heartbeat',
				'/wp-admin/admin-post.php',
				'/wp-admin/async-upload.php',
			],
			...[ '/favicon.ico' ],
			...[
				'/readyz',
				'/sso/start',
				'/sso/start/',
				'/sso/callback',
				'/sso/logged-out',
				'/anmelden/',
				'/csp-report',
			].map( ( own ) => `${ own }?rest_route=/wp/v2/pages` ),
			...[
				'/.well-known/security.txt?rest_route=/wp/v2/pages',
				'/anmelden/?feed=rss2',
				'/robots.txt?rest_route=/',
			],
		] ) {
			await expectData( id, path );
		}
		for ( const path of [ '/', '/ausleihe/', '/impressum/', '/?s=x', '/wp-json/wp/v2/posts', '/robots.txt' ] ) {
			await expectData( id, path, 'POST' );
		}
		await expectData( id, '/', 'OPTIONS' );
		await expectData( id, '/wp-admin/admin-ajax.php', 'POST' );
	} );

	test( `${ id }: what is there and what isn't is answered alike`, ON_STACK, async () => {
		const plain = ( { status, headers, body }: Awaited< ReturnType< typeof raw > > ): unknown => ( {
			status,
			body,
			headers: Object.fromEntries(
				Object.entries( headers ).filter( ( [ name ] ) => ! [ 'date', 'location' ].includes( name ) )
			),
		} );
		for ( const [ there, missing ] of [
			[ '/ausleihe/', '/ausleiha/' ],
			[ '/wp-json/wp/v2/pages', '/wp-json/wp/v2/paggs' ],
			[ '/ausleihe/feed/', '/ausleiha/feed/' ],
			[ '/wp-content/uploads/sites/2/2026/11/vr.webp', '/wp-content/uploads/sites/2/2026/11/vx.webp' ],
		] as const ) {
			expect( plain( await raw( id, there ) ), there ).toEqual( plain( await raw( id, missing ) ) );
		}
	} );

	test( `${ id }: the open pages answer, and name nothing that lies behind`, ON_STACK, async ( { page } ) => {
		for ( const path of OPEN_PAGES ) {
			const response = await page.goto( address( id, path ) );
			expect( response?.status(), path ).toBe( 200 );
			const html = ( await response?.text() ) ?? '';
			expect( html, path ).not.toMatch( INSIDE );
			expect( html, path ).not.toMatch( /wp-content\/uploads|application\/rss|wp-json|oembed/ );
			await expect( page.locator( 'meta[name=robots]' ).first(), path ).toHaveAttribute( 'content', /noindex/ );
			const links = await page
				.locator( `a[href^="${ address( id, '/' ) }"]` )
				.evaluateAll( ( list ) =>
					list.map( ( link ) => new URL( ( link as HTMLAnchorElement ).href ).pathname )
				);
			expect( links.filter( ( link ) => ! isOpen( link ) ) ).toEqual( [] );
		}
		for ( const path of [ '/robots.txt', '/.well-known/security.txt', '/wp-login.php' ] ) {
			expect( ( await raw( id, path ) ).status, path ).toBe( 200 );
		}
		expect( ( await raw( id, '/csp-report' ) ).status ).toBe( 405 );
		expect( ( await raw( id, '/wp-content/themes/lernwelt/build/theme.css' ) ).status ).toBe( 200 );
		expect( ( await raw( id, '/wp-login.php' ) ).body ).not.toMatch( INSIDE );
	} );

	test( `${ id }: a guest can report a barrier`, async ( { page } ) => {
		await page.goto( address( id, '/barriere-melden/?seite=%2Fanmelden%2F' ) );
		await page.locator( '#lw-form-text' ).fill( 'Auf der Anmeldeseite fehlt mir etwas.' );
		await page.locator( 'form.lw-form [type=submit]' ).click();
		await expect( page.locator( '.lw-form-sent' ) ).toBeVisible();
	} );

	test(
		`${ id }: who belongs here gets everything, who belongs elsewhere is told so`,
		ON_STACK,
		async ( { browser } ) => {
			const member = await browser.newContext();
			await loggedIn( member, id, 'subscriber' );
			for ( const { path, template } of forMembers() ) {
				expect( ( await member.request.get( address( id, path ) ) ).status(), path ).toBe(
					template === 'notFound' ? 404 : 200
				);
			}
			// Without a nonce even a member is nobody for REST.
			expect( ( await member.request.get( address( id, '/wp-json/wp/v2/pages' ) ) ).status() ).toBe( 401 );
			const nonce = await (
				await member.request.get( address( id, '/wp-admin/admin-ajax.php?action=rest-nonce' ) )
			).text();
			const pages = await member.request.get( address( id, '/wp-json/wp/v2/pages' ), {
				headers: { 'X-WP-Nonce': nonce },
			} );
			expect( pages.status() ).toBe( 200 );
			expect( pages.headers()[ 'cache-control' ] ).toContain( 'no-store' );
			const robots = await member.request.get( address( id, '/' ) );
			expect( robots.headers()[ 'x-robots-tag' ] ).toContain( 'noindex' );
			await member.close();
		}
	);
}

/** Whether a link of an open page leads to something open; the start page leads to the login. */
function isOpen( path: string ): boolean {
	return (
		path === '/' ||
		( OPEN_PAGES as readonly string[] ).includes( path ) ||
		[ '/sso/start', '/wp-login.php' ].includes( path )
	);
}

/** A file of a portal. */
interface Upload {
	readonly portal: string;
	readonly path: string;
}

const ENCODED: ReadonlyArray< ( path: string ) => string > = [
	( path ) => path,
	( path ) => path.replace( /\w(?=\.\w+$)/, ( letter ) => `%${ letter.charCodeAt( 0 ).toString( 16 ) }` ),
	( path ) => path.replaceAll( '/', '%2f' ).replace( '%2f', '/' ),
	( path ) => path.replace( '/uploads/', '//uploads/' ),
	( path ) => path.replace( '/uploads/', '/uploads//' ),
	( path ) => `/${ path }`,
	( path ) => path.replace( '/uploads/', '/UPLOADS/' ),
	( path ) => path.replace( '/uploads/', '/uploads/./' ),
	( path ) => path.replace( '/wp-content/', '/wp-content/themes/../' ),
	( path ) => path.replace( '/uploads/', '/uploads/x/%2e%2e/' ),
	( path ) => path.replace( '/uploads/', '/uploads%5c' ),
	( path ) => path.replace( '%', '%25' ),
	( path ) => path.replace( '/uploads/', '/%2575ploads/' ),
	( path ) => path.toUpperCase(),
	( path ) => `${ path }/`,
	( path ) => `${ path }.`,
	( path ) => `${ path };x.css`,
	( path ) => `${ path }/x.css`,
	( path ) => `${ path }%00.css`,
	( path ) => `${ path }%20`,
	( path ) => `${ path }?ver=1`,
	( path ) => `/index.php${ path }`,
	( path ) => `/impressum/..${ path }`,
	( path ) => `/wp-login.php/..${ path }`,
];

async function uploads( request: APIRequestContext ): Promise< Upload[] > {
	const blogs = await Promise.all(
		portals.map( async ( portal ) => [ portal.id, await inventory( portal ) ] as const )
	);
	expect( ( await request.get( address( 'lernorte' ) ) ).status() ).toBe( 200 );
	const folder = join( stack.public, 'wp-content/uploads' );
	return filesIn( folder ).map( ( file ) => {
		const blog = /^sites\/(\d+)\//.exec( file )?.[ 1 ];
		const owner = blogs.find( ( [ , { blog: number } ] ) => String( number ) === ( blog ?? '1' ) );
		return { portal: owner?.[ 0 ] ?? '', path: `/wp-content/uploads/${ file }` };
	} );
}

test( 'every uploaded file is served on the host of its portal alone, and to members alone where it is closed', async ( {
	request,
	browser,
} ) => {
	test.setTimeout( 540_000 );
	const all = ( await uploads( request ) ).filter( ( { path } ) => ! path.endsWith( '.php' ) );
	expect( new Set( all.map( ( { portal } ) => portal ) ).size, 'every portal has files' ).toBe( portals.length );
	expect( all.filter( ( { path } ) => /-\d+x\d+\.\w+$/.test( path ) ).length, 'thumbnails' ).toBeGreaterThan( 5 );

	for ( const { portal, path } of all ) {
		for ( const { id } of portals ) {
			const { status, headers, type } = await raw( id, path );
			const own = id === portal ? 200 : 404;
			const expected = isClosed( id ) ? 401 : own;
			expect.soft( status, `${ path } on ${ id }` ).toBe( expected );
			expect.soft( headers[ 'x-content-type-options' ] ).toBe( 'nosniff' );
			if ( status === 200 ) {
				expect.soft( type, path ).not.toMatch( /html|php/ );
			}
		}
	}
	// The other ways to write an address: for one picture, one thumbnail and one document of each portal.
	for ( const { id: owner } of portals ) {
		const own = all.filter( ( { portal } ) => portal === owner );
		const some = [ /\/\w+\.webp$/, /-\d+x\d+\.\w+$/, /\.pdf$/ ].flatMap( ( kind ) =>
			own.filter( ( { path } ) => kind.test( path ) ).slice( 0, 1 )
		);
		expect( some.length, owner ).toBeGreaterThan( 1 );
		for ( const { path } of some ) {
			// The closed portals, its own, and the main one, whose folder all others lie in.
			for ( const { id } of portals.filter(
				( other ) => isClosed( other.id ) || [ owner, MAIN ].includes( other.id )
			) ) {
				for ( const write of ENCODED ) {
					const { status } = await raw( id, write( path ) );
					const what = `${ write( path ) } on ${ id }`;
					expect.soft( status, what ).not.toBe( 500 );
					if ( isClosed( id ) || id !== owner ) {
						expect.soft( status, what ).not.toBe( 200 );
					}
				}
			}
			// The address line may name another host than the header does.
			const elsewhere = portals.find( ( { id } ) => id !== owner && ! isClosed( id ) )?.id ?? '';
			const named = ( await raw( elsewhere, address( owner, path ) ) ).status;
			if ( network().server === 'nginx' ) {
				// It is the address line that counts (RFC 9112), so this is the owner's own answer.
				expect.soft( named, path ).toBe( isClosed( owner ) ? 401 : 200 );
			} else {
				expect.soft( named, path ).not.toBe( 200 );
			}
			expect
				.soft(
					(
						await raw( elsewhere, path, 'GET', {
							'X-Forwarded-Host': new URL( address( owner ) ).host,
							'X-Original-URL': '/robots.txt',
						} )
					).status,
					path
				)
				.not.toBe( 200 );
		}
	}

	for ( const { id } of CLOSED ) {
		const member = await browser.newContext();
		await loggedIn( member, id, 'subscriber' );
		for ( const { portal, path } of all ) {
			const response = await member.request.get( address( id, path ) );
			expect.soft( response.status(), `${ path } for a member` ).toBe( portal === id ? 200 : 404 );
			if ( response.ok() ) {
				expect.soft( response.headers()[ 'cache-control' ], path ).toBe( 'private, no-store' );
				expect.soft( response.headers().etag, path ).toBeUndefined();
				expect
					.soft( Number( response.headers()[ 'content-length' ] ), path )
					.toBe( ( await response.body() ).length );
			}
		}
		const film = all.find( ( { portal } ) => portal === id )?.path ?? '';
		const part = await member.request.get( address( id, film ), { headers: { Range: 'bytes=2-5' } } );
		expect( part.status() ).toBe( 206 );
		expect( ( await part.body() ).length ).toBe( 4 );
		await member.close();
	}
} );

test( 'sources, packages and the inside of plugins are given out by nobody', ON_STACK, async () => {
	for ( const { id } of portals ) {
		for ( const path of [
			...[ '/.git/config', '/composer.json', '/package.json', '/README.html', '/readme.html', '/readme.html/x' ],
			...[ '/license.txt', '/wp-content/debug.log', '/wp-admin/load-styles.php', '/wp-admin/load-scripts.php' ],
			...[
				'/wp-admin/install.php',
				'/wp-admin/upgrade.php',
				'/WP-ADMIN/upgrade.php',
				'/wp-admin/maint/repair.php',
			],
			...[ '/wp-content/mu-plugins/lernwelt-core/build/vendor/composer/installed.json' ],
			...[ '/wp-content/mu-plugins/lernwelt-core/build/vendor/autoload.php', '/wp-content/db.php' ],
			...[ '/wp-content/plugins/lernwelt-security/headers.json', '/wp-content/plugins/lernwelt-sso/roles.json' ],
			...[
				'/wp-content/plugins/lernwelt-security/build/admin/index.asset.php',
				'/wp-content/themes/lernwelt/theme.json',
			],
			...[
				'/wp-content/plugins/lernwelt-portal/schemas/portal-settings.json',
				'/wp-content/uploads/sites/2/x.php',
			],
		] ) {
			const { status } = await raw( id, path );
			expect.soft( [ 401, 403, 404 ], `${ path } on ${ id }: ${ status }` ).toContain( status );
		}
	}
	expect( Object.keys( network().portals ) ).toHaveLength( portals.length );
} );

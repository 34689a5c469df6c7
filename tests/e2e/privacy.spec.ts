import { expect, type Page, test } from '@playwright/test';
import { admitted, forGuests, forMembers, isClosed } from '../support/gate.ts';
import { address, portals } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { watch } from '../support/traffic.ts';

for ( const { portal, template, path } of forGuests() ) {
	test( `a visitor: ${ portal }, ${ template }`, async ( { context, page } ) => {
		const traffic = await watch( context, address( portal, '' ) );
		await page.goto( address( portal, path ), { waitUntil: 'networkidle' } );

		expect( traffic.count() ).toBeGreaterThan( 1 );
		expect( traffic.foreign ).toEqual( [] );
		expect( traffic.violations ).toEqual( [] );
		expect( await context.cookies() ).toEqual( [] );
		expect( await page.evaluate( () => localStorage.length + sessionStorage.length ) ).toBe( 0 );
		// Nothing may hint at another host either: no prefetch, no preconnect, no discovery.
		const hints = await page
			.locator( 'link[rel~="dns-prefetch"], link[rel~="preconnect"], link[rel="EditURI"], link[rel="pingback"]' )
			.count();
		expect( hints ).toBe( 0 );
		expect( await page.locator( 'meta[name="generator"]' ).count() ).toBe( 0 );
	} );
}

for ( const { portal, template, path } of forMembers() ) {
	test( `a member: ${ portal }, ${ template }`, async ( { context, page } ) => {
		await admitted( context, portal );
		const traffic = await watch( context, address( portal, '' ) );
		await page.goto( address( portal, path ), { waitUntil: 'networkidle' } );

		expect( traffic.count() ).toBeGreaterThan( 1 );
		expect( traffic.foreign ).toEqual( [] );
		expect( traffic.violations ).toEqual( [] );
		expect( await page.evaluate( () => localStorage.length + sessionStorage.length ) ).toBe( 0 );
	} );
}

test( 'the login page asks nobody else and breaks no rule of its own', async ( { context, page } ) => {
	const traffic = await watch( context, address( 'lernorte', '' ) );
	for ( const action of [ '', '?action=lostpassword', '?checkemail=confirm' ] ) {
		await page.goto( address( 'lernorte', `/wp-login.php${ action }` ), { waitUntil: 'networkidle' } );
	}

	expect( traffic.foreign ).toEqual( [] );
	expect( traffic.violations ).toEqual( [] );
} );

test( 'pages with the toolbar break no rule either', async ( { context, page } ) => {
	const traffic = await watch( context, address( 'lernorte', '' ) );
	await loggedIn( context, 'lernorte', 'administrator' );
	await page.goto( address( 'lernorte', '/' ) );
	await expect( page.locator( '#wpadminbar' ) ).toBeVisible();
	await page.waitForLoadState( 'networkidle' );

	expect( traffic.foreign ).toEqual( [] );
	expect( traffic.violations ).toEqual( [] );
} );

test( 'customizer and site editor are closed, and nothing leads there', async ( { context, page } ) => {
	await loggedIn( context, 'lernorte', 'administrator' );
	await page.goto( address( 'lernorte', '/wp-admin/themes.php' ) );
	await expect( page.getByRole( 'link', { name: /Customizer|Anpassen|Editor$/ } ) ).toHaveCount( 0 );
	for ( const screen of [ 'customize.php', 'site-editor.php' ] ) {
		const answer = await page.goto( address( 'lernorte', `/wp-admin/${ screen }` ) );
		const refused = answer?.status() === 403 || ! new URL( page.url() ).pathname.endsWith( screen );
		expect( refused, `${ screen } at ${ page.url() }` ).toBe( true );
	}
} );

const SCREENS = {
	portal: [
		'index.php',
		'profile.php',
		'edit.php',
		'edit.php?post_type=page',
		'upload.php?mode=grid',
		'upload.php?mode=list',
		'media-new.php',
		'users.php',
		'user-new.php',
		'themes.php',
		'nav-menus.php',
		'plugins.php',
		'tools.php',
		'import.php',
		'export.php',
		'site-health.php',
		'site-health.php?tab=debug',
		'export-personal-data.php',
		'options-general.php',
		'options-writing.php',
		'options-reading.php',
		'options-media.php',
		'options-permalink.php',
		'options-privacy.php',
		'my-sites.php',
	],
	network: [
		'network/index.php',
		'network/sites.php',
		'network/users.php',
		'network/themes.php',
		'network/plugins.php',
		'network/settings.php',
		'network/site-info.php?id=1',
	],
	closed: [
		'about.php',
		'credits.php',
		'freedoms.php',
		'privacy.php',
		'contribute.php',
		'edit-comments.php',
		'options-discussion.php',
		'options-connectors.php',
		'font-library.php',
		'plugin-install.php',
		'theme-install.php',
		'update-core.php',
		'network/about.php',
		'network/plugin-install.php',
	],
} as const;

for ( const [ id, screens ] of [
	[ 'lernorte', SCREENS.portal ],
	[ 'lernwelt-lsa', SCREENS.network ],
] as const ) {
	test( `wp-admin of ${ id } asks nobody else`, async ( { context, page } ) => {
		test.setTimeout( 240_000 );
		const traffic = await watch( context, address( id, '' ) );
		await loggedIn( context, id, 'super admin' );
		for ( const screen of screens ) {
			const response = await page.goto( address( id, `/wp-admin/${ screen }` ), { waitUntil: 'load' } );
			expect.soft( response?.status(), screen ).toBe( 200 );
			// Time for what scripts ask afterwards. The heartbeat keeps some screens from ever being idle.
			await page.waitForTimeout( screen.startsWith( 'site-health' ) ? 4000 : 700 );
		}

		expect( traffic.count() ).toBeGreaterThan( screens.length * 10 );
		expect( traffic.foreign ).toEqual( [] );
		expect( traffic.violations ).toEqual( [] );
	} );
}

test( 'screens without a purpose here lead to the dashboard and stand in no menu', async ( { context, page } ) => {
	test.setTimeout( 120_000 );
	await loggedIn( context, 'lernwelt-lsa', 'super admin' );
	for ( const screen of SCREENS.closed ) {
		const home = screen.startsWith( 'network/' ) ? '/wp-admin/network/' : '/wp-admin/';
		const response = await context.request.get( address( 'lernwelt-lsa', `/wp-admin/${ screen }` ), {
			maxRedirects: 0,
		} );
		expect.soft( [ 302, 403 ], `${ screen }: ${ response.status() }` ).toContain( response.status() );
		if ( response.status() === 302 ) {
			expect.soft( response.headers().location, screen ).toBe( address( 'lernwelt-lsa', home ) );
		}
	}
	await page.goto( address( 'lernwelt-lsa', '/wp-admin/' ) );
	for ( const screen of SCREENS.closed ) {
		await expect.soft( page.locator( `#adminmenu a[href="${ screen }"]` ), screen ).toHaveCount( 0 );
	}
	await expect( page.locator( '#wp-admin-bar-comments, #wp-admin-bar-wp-logo' ) ).toHaveCount( 0 );
} );

async function openEditor( page: Page, postType: 'post' | 'page' ): Promise< void > {
	await page.goto( address( 'lernorte', `/wp-admin/post-new.php?post_type=${ postType }` ) );
	await page.locator( 'iframe[name="editor-canvas"], .editor-visual-editor' ).first().waitFor();
	await page.getByRole( 'button', { name: 'Block-Inserter', exact: false } ).first().waitFor();
}

test( 'the block editor opens, inserts a block and asks nobody else', async ( { context, page } ) => {
	test.setTimeout( 120_000 );
	const traffic = await watch( context, address( 'lernorte', '' ) );
	const errors: string[] = [];
	page.on( 'pageerror', ( error ) => errors.push( error.message ) );
	await loggedIn( context, 'lernorte', 'editor' );
	await openEditor( page, 'post' );

	// The welcome guide would load films from s.w.org.
	await expect( page.locator( '.edit-post-welcome-guide' ) ).toHaveCount( 0 );

	const canvas = page.frameLocator( 'iframe[name="editor-canvas"]' );
	await canvas.getByRole( 'textbox', { name: 'Titel hinzufügen' } ).fill( 'Ein Testbeitrag' );
	await page.keyboard.press( 'Enter' );
	await page.keyboard.type( 'Ein Absatz aus der Tastatur.' );
	await expect( canvas.locator( 'p[data-type="core/paragraph"]' ).first() ).toHaveText( /Ein Absatz/ );

	await page.getByRole( 'button', { name: 'Block-Inserter' } ).first().click();
	const inserter = page.locator( '.block-editor-inserter__menu' );
	await inserter.waitFor();
	// Pointing at a block shows its preview; WordPress's own previews have pictures from s.w.org.
	const items = inserter.locator( '.block-editor-block-types-list__item' );
	await expect( items.nth( 10 ), 'the list fills itself bit by bit' ).toBeAttached();
	for ( const block of await items.all() ) {
		await block.hover();
		await page.waitForTimeout( 200 );
	}
	const tabs = await inserter.getByRole( 'tab' ).all();
	expect( tabs.length ).toBeGreaterThan( 1 );
	for ( const tab of tabs ) {
		await tab.click();
		// Previews come and go, so the network never calls itself idle here.
		await page.waitForTimeout( 1500 );
	}
	await expect( inserter.getByText( 'Openverse' ) ).toHaveCount( 0 );
	await page.getByRole( 'button', { name: 'Entwurf speichern' } ).click();
	await expect( page.locator( '.editor-post-saved-state' ) ).toHaveText( /Gespeichert/ );

	expect( traffic.foreign ).toEqual( [] );
	expect( traffic.violations ).toEqual( [] );
	expect( errors ).toEqual( [] );
} );

// What a closed portal answers instead, guest-gate.spec.ts says.
for ( const { id } of portals.filter( ( portal ) => ! isClosed( portal.id ) ) ) {
	test( `closed entrances of ${ id }`, async ( { request } ) => {
		const status = async ( path: string ): Promise< number > =>
			( await request.get( address( id, path ), { maxRedirects: 0 } ) ).status();

		expect.soft( await status( '/?author=1' ), 'author by number' ).toBe( 404 );
		expect.soft( await status( '/author/netzwerk/' ), 'author archive' ).toBe( 404 );
		expect.soft( await status( '/wp-json/wp/v2/users' ), 'users' ).toBe( 404 );
		expect.soft( await status( '/wp-json/wp/v2/users/1' ), 'one user' ).toBe( 404 );
		expect.soft( await status( '/?rest_route=/wp/v2/users' ), 'users, plain address' ).toBe( 404 );
		expect.soft( await status( '/wp-json/wp/v2/comments' ), 'comments' ).toBe( 404 );
		expect.soft( await status( '/wp-json/oembed/1.0/embed?url=x' ), 'oEmbed' ).toBe( 404 );
		expect.soft( await status( '/comments/feed/' ), 'feed of comments' ).toBe( 404 );
		expect.soft( await status( '/?feed=comments-rss2' ), 'feed of comments, plain address' ).toBe( 404 );
		expect.soft( await status( '/?embed=true&p=1' ), 'embeddable view' ).toBe( 404 );
		expect.soft( await status( '/xmlrpc.php?rsd' ), 'XML-RPC' ).toBe( 403 );
		expect.soft( await status( '/feed/' ), 'feed of articles' ).toBe( 200 );

		const elsewhere = await request.get( address( id, '/wp-json/wp/v2/posts' ), {
			headers: { Origin: 'https://example.org' },
		} );
		expect.soft( elsewhere.headers()[ 'access-control-allow-origin' ], 'answers for other hosts' ).toBeUndefined();

		const index = ( await ( await request.get( address( id, '/wp-json/' ) ) ).json() ) as Record< string, unknown >;
		expect.soft( Object.keys( index ).sort() ).toEqual( [ 'home', 'name' ] );
		const users = await request.get( address( id, '/wp-sitemap-users-1.xml' ) );
		expect.soft( users.status(), 'users in the site map' ).toBe( 404 );
		for ( const path of [ '/', '/feed/', '/wp-login.php' ] ) {
			const text = await ( await request.get( address( id, path ) ) ).text();
			expect.soft( text, `version in ${ path }` ).not.toMatch( /wordpress\.org\/\?v=|ver=7\.\d|WordPress 7\.\d/ );
		}
	} );
}

test( 'a wrong name and a wrong password get the same answer', async ( { page } ) => {
	const answers: string[] = [];
	for ( const name of [ 'gibt-es-nicht', 'redaktion', 'niemand@example.org' ] ) {
		await page.goto( address( 'lernorte', '/wp-login.php' ) );
		// WordPress moves the focus there a moment after loading; who types before is disturbed.
		await expect( page.locator( '#user_login' ) ).toBeFocused();
		await page.locator( '#user_login' ).fill( name );
		await page.locator( '#user_pass' ).fill( 'falsch' );
		await page.locator( '#user_pass' ).press( 'Enter' );
		await expect( page.locator( '#login_error' ) ).toBeVisible();
		answers.push( ( await page.locator( '#login_error' ).innerText() ).trim() );
		await expect( page.locator( '#user_login' ) ).toHaveValue( '' );
	}

	expect( new Set( answers ).size ).toBe( 1 );
	expect( answers[ 0 ] ).toContain( 'Benutzername oder Passwort ist falsch.' );
} );

test( 'asking for a new password does not tell who has an account', async ( { page } ) => {
	const answers: string[] = [];
	for ( const name of [ 'gibt-es-nicht', 'konto' ] ) {
		await page.goto( address( 'lernorte', '/wp-login.php?action=lostpassword' ) );
		// WordPress moves the focus there a moment after loading; who types before is disturbed.
		await expect( page.locator( '#user_login' ) ).toBeFocused();
		await page.locator( '#user_login' ).fill( name );
		await page.locator( '#wp-submit' ).click();
		await page.waitForURL( /checkemail=confirm/ );
		answers.push( await page.locator( '#login' ).innerText() );
	}

	expect( answers[ 0 ] ).toBe( answers[ 1 ] );
	expect( answers[ 0 ] ).toContain( 'Überprüfen Sie Ihr E-Mail-Postfach' );
} );

import { expect, type Page, test } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { newAccount, type TestAccount } from '../support/accounts.ts';
import { violations } from '../support/axe.ts';
import { address, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { loggedInBySso } from '../support/sso.ts';

const PORTAL = 'lernorte';

const SCREEN = '/wp-admin/users.php?page=lernwelt-sessions';

test.use( { actionTimeout: 15_000 } );

async function password( page: Page, account: TestAccount ): Promise< void > {
	await page.goto( address( PORTAL, '/wp-login.php' ) );
	// WordPress moves the focus there a moment after loading; who types before is disturbed.
	await expect( page.locator( '#user_login' ) ).toBeFocused();
	await page.locator( '#user_login' ).fill( account.login );
	await page.locator( '#user_pass' ).fill( account.password );
	await page.locator( '#user_pass' ).press( 'Enter' );
	await page.waitForURL( /wp-admin/ );
}

test( 'an editor whose session is ended logs in again in a new tab, and the text is still there', async ( {
	browser,
	page,
	context,
} ) => {
	test.setTimeout( 120_000 );
	const editor = await newAccount( PORTAL, 'editor' );
	await password( page, editor );
	await page.goto( address( PORTAL, '/wp-admin/post-new.php' ) );
	const canvas = page.frameLocator( 'iframe[name="editor-canvas"]' );
	const title = `Getippt vor dem Ende ${ editor.login }`;
	await canvas.locator( '.editor-post-title__input' ).fill( title );

	const admin = await browser.newContext( { locale: 'de-DE' } );
	await loggedIn( admin, PORTAL, 'administrator' );
	const list = await admin.newPage();
	await list.goto( address( PORTAL, SCREEN ) );
	const row = list.getByRole( 'row' ).filter( { hasText: editor.name } );
	await expect( row ).toHaveCount( 1 );
	await row.getByRole( 'link', { name: /Diese Sitzung/ } ).click();
	await expect( list.getByRole( 'heading', { level: 1 } ) ).toContainText( editor.name );
	expect( await violations( list, '#wpbody-content' ) ).toEqual( [] );
	await list.getByRole( 'button', { name: 'Ja, beenden' } ).click();
	await expect( list.getByRole( 'status' ) ).toHaveText( '1 Sitzung wurde beendet.' );
	await expect( row ).toHaveCount( 0 );
	expect( await violations( list, '#wpbody-content' ) ).toEqual( [] );
	await admin.close();

	await page.evaluate( 'wp.heartbeat.connectNow()' );
	const dialog = page.locator( '#wp-auth-check' );
	await expect( dialog ).toBeVisible();
	await expect( dialog.locator( 'iframe' ) ).toHaveCount( 0 );
	const opened = context.waitForEvent( 'page' );
	await dialog.getByRole( 'link' ).first().click();
	const tab = await opened;
	await tab.waitForLoadState();
	expect( new URL( tab.url() ).host ).toBe( new URL( address( PORTAL ) ).host );
	await password( tab, editor );
	await tab.close();

	// The first beat brings new nonces, the second says that somebody is there again.
	await expect( async () => {
		await page.evaluate( 'wp.heartbeat.connectNow()' );
		await expect( dialog ).toBeHidden( { timeout: 3_000 } );
	} ).toPass( { timeout: 30_000 } );
	await expect( canvas.locator( '.editor-post-title__input' ) ).toHaveText( title );
	await page.getByRole( 'button', { name: 'Entwurf speichern' } ).click();
	await expect( page.getByRole( 'button', { name: /Gespeichert/ } ) ).toBeVisible();
} );

test( 'administrators see their portal, the network sees all, pupils have no name, and nobody else sees anything', async ( {
	browser,
} ) => {
	test.setTimeout( 90_000 );
	const [ pupil, teacher ] = [ await browser.newContext(), await browser.newContext() ];
	await loggedInBySso( pupil, PORTAL, 'schueler' );
	await loggedInBySso( teacher, 'startchancen', 'schulleitung' );

	const admin = await browser.newContext( { locale: 'de-DE' } );
	await loggedIn( admin, PORTAL, 'administrator' );
	const page = await admin.newPage();
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'row' ).filter( { hasText: 'das sind Sie' } ) ).toHaveCount( 1 );
	await expect( page.getByRole( 'row' ).filter( { hasText: 'Schülerin/Schüler' } ).first() ).toBeVisible();
	const text = await page.locator( 'table' ).innerText();
	expect( text ).not.toContain( 'Clara' );
	expect( text ).not.toContain( 'Bernd Schulze' );
	for ( const width of [ 360, 768, 1280 ] ) {
		await page.setViewportSize( { width, height: 800 } );
		expect( await page.evaluate( 'document.documentElement.scrollWidth' ), `${ width } px` ).toBeLessThanOrEqual(
			width
		);
	}
	const network = await admin.request.get( address( PORTAL, '/wp-admin/network/users.php?page=lernwelt-sessions' ), {
		maxRedirects: 0,
	} );
	expect( [ 302, 403 ] ).toContain( network.status() );
	const forged = await admin.request.post( address( PORTAL, '/wp-admin/admin-post.php' ), {
		form: { action: 'lernwelt_end_sessions', portal: '0', target: 'all', _wpnonce: '0123456789' },
		maxRedirects: 0,
	} );
	expect( forged.status(), 'the network’s form' ).toBe( 403 );
	const unasked = await admin.request.post( address( PORTAL, '/wp-admin/admin-post.php' ), {
		form: { action: 'lernwelt_end_sessions', portal: '1', target: 'all', _wpnonce: '0123456789' },
		maxRedirects: 0,
	} );
	expect( unasked.status(), 'without its nonce' ).toBe( 403 );
	await admin.close();

	const editor = await browser.newContext();
	await loggedIn( editor, PORTAL, 'editor' );
	expect( ( await editor.request.get( address( PORTAL, SCREEN ) ) ).status() ).toBe( 403 );
	await editor.close();

	const owner = await browser.newContext( { locale: 'de-DE' } );
	await loggedIn( owner, 'lernwelt-lsa', 'super admin' );
	const all = await owner.newPage();
	await all.goto( address( 'lernwelt-lsa', '/wp-admin/network/users.php?page=lernwelt-sessions' ) );
	await expect( all.getByRole( 'row' ).filter( { hasText: 'Bernd Schulze' } ).first() ).toBeVisible();
	await expect( all.getByRole( 'row' ).filter( { hasText: 'Schülerin/Schüler' } ).first() ).toBeVisible();
	await owner.close();

	// The command line ends what it names and nothing else.
	const ended = await wp( stack, [
		'lernwelt',
		'session',
		'end',
		'--account=bernd.schulze@schule.example.org',
		'--portal=startchancen',
	] );
	expect( ended.stdout ).toMatch( /[1-9]\d* ended/ );
	expect( await ( await teacher.request.get( address( 'startchancen' ) ) ).text() ).not.toContain( 'Bernd Schulze' );
	expect( await ( await pupil.request.get( address( PORTAL ) ) ).text() ).toContain( 'Schülerin/Schüler' );
	await pupil.close();
	await teacher.close();
} );

import { expect, test, type Page } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { newAccount, type TestAccount } from '../support/accounts.ts';
import { violations } from '../support/axe.ts';
import { hostCookie, isSecure } from '../support/cookies.ts';
import { address, stack } from '../support/network.ts';
import { totp } from '../support/totp.ts';

const PORTAL = 'lernorte';

const STEP = hostCookie( 'lernwelt_login_step' );

async function password( page: Page, account: TestAccount, target = '' ): Promise< void > {
	await page.goto( address( PORTAL, `/wp-login.php${ target }` ) );
	// WordPress moves the focus there a moment after loading; who types before is disturbed.
	await expect( page.locator( '#user_login' ) ).toBeFocused();
	await page.locator( '#user_login' ).fill( account.login );
	await page.locator( '#user_pass' ).fill( account.password );
	await page.locator( '#user_pass' ).press( 'Enter' );
	await page.waitForURL( /action=second_factor/ );
}

async function sessionCookies( page: Page ): Promise< string[] > {
	const cookies = await page.context().cookies( address( PORTAL, '/wp-admin/' ) );
	return cookies.map( ( { name } ) => name ).filter( ( name ) => /^wordpress_(?!test)/.test( name ) );
}

/** The next moment whose code hasn't been used yet. */
async function nextStep(): Promise< void > {
	await new Promise( ( done ) => setTimeout( done, 30_000 - ( Date.now() % 30_000 ) + 200 ) );
}

test( 'an administrator sets the second factor up, logs in with it, once a code, and with a recovery code', async ( {
	page,
} ) => {
	test.setTimeout( 150_000 );
	const account = await newAccount( PORTAL, 'administrator' );
	const target = `?redirect_to=${ encodeURIComponent( address( PORTAL, '/wp-admin/profile.php' ) ) }`;

	await password( page, account, target );
	expect( await sessionCookies( page ), 'nothing lets anybody in before the second step' ).toEqual( [] );
	await expect( page.getByRole( 'heading', { name: 'So richten Sie Ihre App ein' } ) ).toBeVisible();
	await expect( page.locator( '#lernwelt-qr svg path' ) ).toHaveAttribute( 'd', /^M\d/ );
	const key = await page.locator( '.lernwelt-key' ).innerText();
	expect( key ).toMatch( /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/ );
	expect( await violations( page ) ).toEqual( [] );

	const field = page.getByLabel( 'Code aus Ihrer App' );
	await expect( field ).toBeFocused();
	await expect( field ).toHaveAttribute( 'autocomplete', 'one-time-code' );
	await expect( field ).toHaveAttribute( 'inputmode', 'numeric' );
	await field.fill( '000000' );
	await field.press( 'Enter' );
	await expect( page.locator( '#login_error' ) ).toContainText( 'Dieser Code ist falsch' );
	expect( await sessionCookies( page ) ).toEqual( [] );
	const code = totp( key );
	await page.getByLabel( 'Code aus Ihrer App' ).fill( code );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'heading', { name: 'Ihre Notfallcodes' } ) ).toBeVisible();
	const codes = await page.locator( '.lernwelt-codes code' ).allInnerTexts();
	expect( new Set( codes ).size ).toBe( 10 );
	expect( await violations( page ) ).toEqual( [] );
	await page.getByRole( 'link', { name: 'Ich habe die Codes notiert' } ).click();
	await page.waitForURL( /wp-admin\/profile\.php/ );
	await expect( page.getByText( '10 Notfallcodes sind übrig.' ) ).toBeVisible();

	await page.context().clearCookies();
	await password( page, account, target );
	await expect( page.locator( '#lernwelt-qr' ) ).toHaveCount( 0 );
	await page.getByLabel( 'Code aus Ihrer App' ).fill( code );
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( '#login_error' ), 'the same code a second time' ).toContainText(
		'wurde schon benutzt'
	);
	await nextStep();
	await page.getByLabel( 'Code aus Ihrer App' ).fill( totp( key ) );
	await page.keyboard.press( 'Enter' );
	await page.waitForURL( /wp-admin\/profile\.php/ );

	await page.context().clearCookies();
	await password( page, account, target );
	await page.getByText( 'Ich habe meine App nicht zur Hand' ).click();
	await page.getByLabel( 'Notfallcode' ).fill( ( codes[ 3 ] ?? '' ).toUpperCase().replace( '-', ' ' ) );
	await page.keyboard.press( 'Enter' );
	await page.waitForURL( /wp-admin\/profile\.php/ );
	await expect( page.getByText( '9 Notfallcodes sind übrig.' ) ).toBeVisible();

	// New codes from the profile: a code first; the old ones are gone.
	await page.getByRole( 'link', { name: 'Neue Notfallcodes' } ).click();
	await page.getByText( 'Ich habe meine App nicht zur Hand' ).click();
	await page.getByLabel( 'Notfallcode' ).fill( codes[ 4 ] ?? '' );
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( '.lernwelt-codes code' ) ).toHaveCount( 10 );
	expect( await page.locator( '.lernwelt-codes code' ).allInnerTexts() ).not.toContain( codes[ 5 ] );

	// Nothing of it is left when the second factor is taken away, and the session has ended.
	await wp( stack, [ 'lernwelt', 'second-factor', 'reset', account.login ] );
	await page.goto( address( PORTAL, '/wp-admin/profile.php' ) );
	await page.waitForURL( /wp-login\.php|anmelden\// );
} );

test( 'an account without administrative rights logs in without it and may set it up', async ( { page } ) => {
	const account = await newAccount( PORTAL, 'editor' );
	await page.goto( address( PORTAL, '/wp-login.php' ) );
	await expect( page.locator( '#user_login' ) ).toBeFocused();
	await page.locator( '#user_login' ).fill( account.login );
	await page.locator( '#user_pass' ).fill( account.password );
	await page.locator( '#user_pass' ).press( 'Enter' );
	await page.waitForURL( /wp-admin/ );
	await page.goto( address( PORTAL, '/wp-admin/profile.php' ) );
	await page.getByRole( 'link', { name: 'Zweiten Faktor einrichten' } ).click();
	await page.getByLabel( 'Code aus Ihrer App' ).fill( totp( await page.locator( '.lernwelt-key' ).innerText() ) );
	await page.keyboard.press( 'Enter' );
	await page.getByRole( 'link', { name: 'Ich habe die Codes notiert' } ).click();
	await expect( page.getByText( '10 Notfallcodes sind übrig.' ) ).toBeVisible();
} );

test( 'half a login is worth nothing on another portal, in another browser, or without its cookie', async ( {
	page,
	browser,
} ) => {
	const account = await newAccount( PORTAL, 'administrator' );
	await password( page, account );
	const cookies = await page.context().cookies( address( PORTAL, '/wp-login.php' ) );
	const step = cookies.find( ( { name } ) => name === STEP );
	expect( step ).toMatchObject( { httpOnly: true, sameSite: 'Strict', expires: -1, secure: isSecure } );

	const other = await browser.newContext();
	const anywhere = await other.request.get( address( PORTAL, '/wp-login.php?action=second_factor' ) );
	expect( anywhere.url() ).toContain( 'step=over' );
	const carried = await other.request.get( address( 'startchancen', '/wp-login.php?action=second_factor' ), {
		headers: { Cookie: `${ STEP }=${ step?.value }` },
		maxRedirects: 0,
	} );
	expect( carried.status() ).toBe( 302 );
	const admin = await page.request.get( address( PORTAL, '/wp-admin/' ), { maxRedirects: 0 } );
	expect( admin.status() ).toBe( 302 );
	await other.close();
} );

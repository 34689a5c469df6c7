import { expect, test, type Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'lernwelt-lsa';
const SCREEN = '/wp-admin/network/settings.php?page=lernwelt-sso';

async function open( page: Page ): Promise< void > {
	await loggedIn( page.context(), PORTAL, 'super admin' );
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Anmeldung (SSO)' } ) ).toBeVisible();
	await expect( row( page, 1 ) ).toBeVisible();
}

function row( page: Page, number: number ) {
	return page.getByRole( 'group', { name: `Zeile ${ number }`, exact: true } );
}

async function save( page: Page ): Promise< void > {
	await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();
}

// Both change the one table of the network.
test.describe.configure( { mode: 'serial' } );

test( 'the connection shows what decides it, keeps the secret to itself, and can be checked', async ( { page } ) => {
	await open( page );
	await expect( page.getByLabel( 'Adresse des Anmeldedienstes' ) ).toHaveJSProperty( 'readOnly', true );
	await expect( page.getByText( 'Durch die Konstante LERNWELT_OIDC_ISSUER festgelegt' ) ).toBeVisible();
	await expect( page.getByText( 'gesetzt', { exact: true } ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Verbindung prüfen' } ).click();
	const steps = page.locator( '.lernwelt-sso-steps li' );
	await expect( steps ).toHaveCount( 6 );
	await expect( steps.filter( { hasText: 'Nein:' } ) ).toHaveCount( 0 );
	await expect( steps.filter( { hasText: 'Er nimmt Client-ID und Geheimnis an' } ) ).toHaveCount( 1 );
} );

test( 'a row is added with the keyboard, tried, saved and taken back', async ( { page } ) => {
	await open( page );
	const add = page.getByRole( 'button', { name: 'Zeile hinzufügen' } );
	await add.focus();
	await page.keyboard.press( 'Enter' );
	const fresh = row( page, 10 );
	await expect( fresh.getByLabel( 'Wert' ) ).toBeFocused();
	await page.keyboard.type( 'fachberatung' );
	await fresh.getByLabel( 'Rolle' ).selectOption( { label: 'Lehrkraft' } );
	await fresh.getByRole( 'combobox', { name: 'Portale' } ).selectOption( { label: 'Lernorte LSA' } );

	await page.getByLabel( 'Claims (JSON)' ).fill( '{"realm_access":{"roles":["fachberatung"]}}' );
	await page.getByRole( 'button', { name: 'Zeigen, was dieses Token bekäme' } ).click();
	const result = page.locator( '.lernwelt-sso-result div' );
	await expect( result.filter( { hasText: 'Lernorte LSA' } ) ).toContainText( 'Lehrkraft' );
	await expect( result.filter( { hasText: 'Startchancen' } ) ).toContainText( 'kommt nicht hinein' );

	await save( page );
	await expect( page.getByText( 'Die Einstellungen sind gespeichert.' ) ).toBeVisible();
	await page.reload();
	await expect( row( page, 10 ).getByLabel( 'Wert' ) ).toHaveValue( 'fachberatung' );

	await page.getByRole( 'button', { name: 'Zurück zur mitgelieferten Tabelle' } ).click();
	await expect( row( page, 10 ) ).toHaveCount( 0 );
	await save( page );
	await expect( page.getByText( 'Die Einstellungen sind gespeichert.' ) ).toBeVisible();
} );

test( 'what is refused is said at the field, and a change that was overtaken is not saved', async ( { page } ) => {
	await open( page );
	await row( page, 2 ).getByLabel( 'Claim' ).fill( 'realm_access..roles' );
	await save( page );
	const summary = page.locator( '.lernwelt-sso-summary' );
	await expect( summary ).toBeFocused();
	await expect( summary.getByRole( 'link' ) ).toHaveCount( 1 );
	await summary.getByRole( 'link' ).click();
	await expect( row( page, 2 ).getByLabel( 'Claim' ) ).toBeFocused();
	await expect( row( page, 2 ).getByLabel( 'Claim' ) ).toHaveAccessibleDescription( /Namen mit Punkten/ );
	await row( page, 2 ).getByLabel( 'Claim' ).fill( 'realm_access.roles' );
	await row( page, 3 ).getByLabel( 'Wert' ).fill( 'lehrkraft' );
	await row( page, 3 ).getByLabel( 'Rolle' ).selectOption( { label: 'Lehrkraft' } );
	await save( page );
	await expect( summary.getByRole( 'link' ) ).toHaveText( /Zeile 3, Wert: Derselbe Claim/ );
	expect( await violations( page, '#lernwelt-sso-settings' ) ).toEqual( [] );

	const faster = await page.context().newPage();
	await faster.goto( address( PORTAL, SCREEN ) );
	for ( const value of [ 'anders', 'lehrkraft' ] ) {
		await row( faster, 1 ).getByLabel( 'Wert' ).fill( value );
		await save( faster );
		await expect( faster.getByText( 'Die Einstellungen sind gespeichert.' ) ).toBeVisible();
	}
	await row( page, 3 ).getByLabel( 'Wert' ).fill( 'zu-spaet' );
	await save( page );
	await expect( summary ).toContainText( 'Jemand anderes hat diese Einstellungen inzwischen geändert' );
	await summary.getByRole( 'button', { name: 'Neuen Stand laden' } ).click();
	await expect( row( page, 3 ).getByLabel( 'Wert' ) ).toHaveValue( 'schueler' );
} );

test( 'hostile and broken claims are refused in words', async ( { page } ) => {
	await open( page );
	const claims = page.getByLabel( 'Claims (JSON)' );
	for ( const text of [ '', '[1]', '{"name":"<img src=x onerror=alert(1)>"' ] ) {
		await claims.fill( text );
		await page.getByRole( 'button', { name: 'Zeigen, was dieses Token bekäme' } ).click();
		await expect( claims ).toHaveAccessibleDescription( /kein JSON-Objekt/ );
	}
	await page.getByLabel( 'Beispiel' ).selectOption( { label: 'Schülerin/Schüler' } );
	await page.getByRole( 'button', { name: 'Zeigen, was dieses Token bekäme' } ).click();
	await expect( page.getByText( 'kein Konto, nichts wird gespeichert' ) ).toBeVisible();
} );

for ( const width of [ 360, 768, 1280 ] ) {
	test( `nothing runs out of the screen at ${ width } px`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 900 } );
		await open( page );
		await row( page, 1 ).getByRole( 'combobox', { name: 'Portale' } ).selectOption( { label: 'Mehrere …' } );
		await expect( row( page, 1 ).getByRole( 'checkbox' ) ).toHaveCount( 5 );
		const overflow = await page.evaluate( () => document.documentElement.scrollWidth - window.innerWidth );
		expect( overflow ).toBeLessThanOrEqual( 0 );
		if ( process.env.LERNWELT_SHOTS ) {
			await page.screenshot( { path: `${ process.env.LERNWELT_SHOTS }/sso-${ width }.png`, fullPage: true } );
		}
	} );
}

test( 'an administrator of a portal has no such screen', async ( { page } ) => {
	await loggedIn( page.context(), 'lernorte', 'administrator' );
	expect( ( await page.goto( address( 'lernorte', SCREEN ) ) )?.status() ).toBe( 403 );
} );

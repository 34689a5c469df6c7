import { expect, test, type Page } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'kreativpotentiale';
const SCREEN = '/wp-admin/options-general.php?page=lernwelt-portal';

function svg( name: string ): string {
	return inRoot( 'plugins-src/lernwelt-portal/tests/files/svg', `${ name }.svg` );
}

async function open( page: Page ): Promise< void > {
	await loggedIn( page.context(), PORTAL, 'editor' );
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Portal' } ) ).toBeVisible();
	await expect( page.getByLabel( 'Organisation' ) ).toBeVisible();
}

test( 'an editor finds the screen, changes the town and changes it back', async ( { page } ) => {
	await open( page );
	await expect( page.locator( '#adminmenu' ).getByRole( 'link', { name: 'Portal', exact: true } ) ).toHaveCount( 1 );
	const town = page.getByLabel( 'Ort', { exact: true } );
	const before = await town.inputValue();
	for ( const text of [ 'Zörbig', before ] ) {
		await town.fill( text );
		await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();
		await expect( page.getByText( 'Die Einstellungen sind gespeichert.' ) ).toBeVisible();
		await page.reload();
		await expect( town ).toHaveValue( text );
	}
} );

test( 'what is refused is said in a summary and at the field, and nothing is stored', async ( { page } ) => {
	await open( page );
	await page.getByLabel( 'Postleitzahl' ).fill( '61' );
	await page.getByLabel( 'E-Mail-Adresse', { exact: true } ).fill( 'keine' );
	await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();

	const summary = page.locator( '.lernwelt-portal-summary' );
	await expect( summary ).toBeFocused();
	await expect( summary.getByRole( 'link' ) ).toHaveCount( 2 );
	await summary.getByRole( 'link' ).first().click();
	await expect( page.getByLabel( 'Postleitzahl' ) ).toBeFocused();
	await expect( page.getByLabel( 'Postleitzahl' ) ).toHaveAccessibleDescription( /fünf Ziffern/ );
	expect( await violations( page, '#lernwelt-portal-settings' ) ).toEqual( [] );

	page.on( 'dialog', ( dialog ) => void dialog.accept() );
	await page.reload();
	await expect( page.getByLabel( 'Postleitzahl' ) ).not.toHaveValue( '61' );
} );

test( 'a light accent is refused with the measured ratio', async ( { page } ) => {
	await open( page );
	await page.getByLabel( 'Akzentfarbe' ).fill( '#FB9049' );
	await expect( page.getByText( 'Kontrast auf Weiß: 2,28:1.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();
	await expect( page.locator( '.lernwelt-portal-summary' ) ).toContainText( 'Kontrast von 2,28:1, nötig sind 4,5:1' );
} );

test( 'leaving with changes asks first', async ( { page } ) => {
	await open( page );
	let asked = '';
	page.on( 'dialog', ( dialog ) => {
		asked = dialog.type();
		void dialog.accept();
	} );
	await page.getByLabel( 'Ort', { exact: true } ).pressSequentially( '!' );
	await page.goto( address( PORTAL, '/wp-admin/profile.php' ) );
	expect( asked ).toBe( 'beforeunload' );
} );

test( 'the media library refuses a hostile SVG with a reason and takes a friendly one', async ( { page } ) => {
	await open( page );
	await page.locator( '#lernwelt-portal-logo' ).click();
	const upload = page.locator( '.media-modal input[type=file]' );
	await upload.setInputFiles( svg( 'hostile/script--onload' ) );
	await expect( page.locator( '.upload-errors' ) ).toContainText( 'Diese SVG-Datei enthält ein Skript.' );

	await upload.setInputFiles( svg( 'friendly/logo-with-title' ) );
	await page.getByRole( 'button', { name: 'Als Logo verwenden' } ).click();
	await expect( page.locator( '#lernwelt-portal-logo' ) ).toBeFocused();
	await expect( page.locator( '.lernwelt-portal-logo img' ) ).toBeVisible();
} );

test( 'an author sees neither the screen nor its menu', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'author' );
	const response = await page.goto( address( PORTAL, SCREEN ) );
	expect( response?.status() ).toBe( 403 );
	await page.goto( address( PORTAL, '/wp-admin/' ) );
	await expect( page.locator( '#adminmenu a[href*="lernwelt-portal"]' ) ).toHaveCount( 0 );
} );

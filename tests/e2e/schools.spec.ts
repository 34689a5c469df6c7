import { expect, test, type Page } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { tryWp, wp } from '../../bin/src/lib/wp.ts';
import { violations } from '../support/axe.ts';
import { address, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'lernwelt-lsa';
const SCHOOLS = '/wp-admin/network/settings.php?page=lernwelt-schools';
const HOLIDAYS = '/wp-admin/network/settings.php?page=lernwelt-holidays';

async function open( page: Page, screen: string, heading: string ): Promise< void > {
	await loggedIn( page.context(), PORTAL, 'super admin' );
	await page.goto( address( PORTAL, screen ) );
	await expect( page.getByRole( 'heading', { level: 1, name: heading } ) ).toBeVisible();
}

async function choose( page: Page, lines: readonly string[] ): Promise< void > {
	const text = [ 'Schulnummer;Name;Schulform;Landkreis;Startchancen', ...lines ].join( '\r\n' );
	await page
		.getByLabel( 'CSV-Datei' )
		.setInputFiles( { name: 'schulen.csv', mimeType: 'text/csv', buffer: Buffer.from( text ) } );
}

// All of them change one list of the network.
test.describe.configure( { mode: 'serial' } );

test.afterAll( async () => {
	await wp( stack, [ 'lernwelt', 'schools', 'import', inRoot( 'demo/schulen.csv' ), '--prune' ] );
	// There is none when the last test has not come that far.
	await tryWp( stack, [ 'site', 'option', 'delete', 'lernwelt_school_holidays' ] );
} );

test( 'a register is checked, imported, found and downloaded', async ( { page } ) => {
	await open( page, SCHOOLS, 'Schulverzeichnis' );
	await expect( page.getByText( '60 Schulen im Verzeichnis' ) ).toBeVisible();
	expect( await violations( page, '#wpbody-content' ) ).toEqual( [] );

	await choose( page, [ 'E2E-1;Testschule Überall;Gymnasium;Börde;ja', 'E2E-2;Falsch;Oberschule;;' ] );
	await page.getByRole( 'button', { name: 'Nur prüfen' } ).click();
	await expect( page.getByRole( 'status' ).filter( { hasText: 'Nur geprüft' } ) ).toContainText(
		'1 Schule würde hinzugefügt.'
	);
	const line = page.getByRole( 'table', { name: '1 Zeile wurde nicht übernommen' } ).getByRole( 'row' ).nth( 1 );
	await expect( line ).toHaveText( /3\s*Diese Schulform ist nicht bekannt\.\s*Oberschule/ );
	expect( await violations( page, '#wpbody-content' ) ).toEqual( [] );

	await choose( page, [ 'E2E-1;Testschule Überall;Gymnasium;Börde;ja', 'E2E-2;Falsch;Oberschule;;' ] );
	await page.getByRole( 'button', { name: 'Importieren' } ).click();
	await expect( page.getByText( '61 Schulen im Verzeichnis' ) ).toBeVisible();

	await page.getByLabel( 'Nummer, Name, Schulform oder Landkreis' ).fill( 'ueberall' );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByText( '1 Schule gefunden' ) ).toBeVisible();
	await expect( page.getByRole( 'rowheader', { name: 'Testschule Überall' } ) ).toBeVisible();

	const download = page.waitForEvent( 'download' );
	await page.getByRole( 'link', { name: 'Verzeichnis herunterladen (CSV)' } ).click();
	expect( ( await download ).suggestedFilename() ).toBe( 'schulverzeichnis.csv' );
} );

test( 'schools go only when the whole file is right, and each one that goes is named', async ( { page } ) => {
	await open( page, SCHOOLS, 'Schulverzeichnis' );
	await choose( page, [ 'E2E-1;Testschule;Gymnasium;Leipzig;ja' ] );
	await page.getByLabel( 'Schulen entfernen, die nicht in der Datei stehen' ).check();
	const answer = page.waitForResponse( ( response ) => response.request().method() === 'POST' );
	await page.getByRole( 'button', { name: 'Importieren' } ).click();
	expect( ( await answer ).status() ).toBe( 422 );
	await expect( page.getByRole( 'alert' ) ).toContainText( 'Es wurde nichts geändert' );
	await expect( page.getByText( '61 Schulen im Verzeichnis' ) ).toBeVisible();

	await choose( page, [ 'E2E-1;Testschule;Gymnasium;Harz;ja' ] );
	await page.getByLabel( 'Schulen entfernen, die nicht in der Datei stehen' ).check();
	await page.getByRole( 'button', { name: 'Nur prüfen' } ).click();
	await expect( page.getByRole( 'heading', { name: 'Diese Schulen würden entfernt' } ) ).toBeVisible();
	await expect( page.getByText( '0471188 – Sekundarschule „Am Mühlteich“ Auendorf' ) ).toBeVisible();
	await expect( page.getByText( '61 Schulen im Verzeichnis' ) ).toBeVisible();
} );

test( 'holidays are added and removed with the keyboard', async ( { page } ) => {
	await open( page, HOLIDAYS, 'Schulferien' );
	await expect( page.getByText( 'Die Liste ist vollständig bis Di., 2. Januar 2029.' ) ).toBeVisible();
	expect( await violations( page, '#wpbody-content' ) ).toEqual( [] );

	await page.getByLabel( 'Name', { exact: true } ).fill( 'Winterferien' );
	await page.getByLabel( 'Erster Tag' ).fill( '2028-12-30' );
	await page.getByLabel( 'Letzter Tag' ).fill( '2029-01-04' );
	await page.getByRole( 'button', { name: 'Hinzufügen' } ).press( 'Enter' );
	await expect( page.getByRole( 'alert' ) ).toContainText( 'An mindestens einem dieser Tage' );
	await expect( page.getByLabel( 'Erster Tag' ) ).toHaveAttribute( 'aria-invalid', 'true' );
	await expect( page.getByLabel( 'Letzter Tag' ) ).toHaveValue( '2029-01-04' );
	expect( await violations( page, '#wpbody-content' ) ).toEqual( [] );

	await page.getByLabel( 'Erster Tag' ).fill( '2029-02-05' );
	await page.getByLabel( 'Letzter Tag' ).fill( '2029-02-10' );
	await page.getByRole( 'button', { name: 'Hinzufügen' } ).press( 'Enter' );
	await expect( page.getByRole( 'status' ) ).toContainText( 'Die Ferien wurden hinzugefügt.' );
	await page.getByRole( 'button', { name: 'Entfernen (Winterferien ab Mo., 5. Februar 2029)' } ).press( 'Enter' );
	await expect( page.getByRole( 'status' ) ).toContainText( 'Die Ferien wurden entfernt.' );
	await expect( page.getByText( '5. Februar 2029' ) ).toHaveCount( 0 );
} );

test( 'an administrator of a portal gets to neither', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	for ( const screen of [ SCHOOLS, HOLIDAYS ] ) {
		expect( ( await page.goto( address( PORTAL, screen ) ) )?.status() ).toBe( 403 );
	}
} );

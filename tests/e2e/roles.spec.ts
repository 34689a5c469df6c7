import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { wp } from '../../bin/src/lib/wp.ts';

const PORTAL = 'kreativpotentiale';
const SCREEN = '/wp-admin/options-general.php?page=lernwelt-roles';
const CELL = 'Autorenschaft – Dateien in die Mediathek hochladen';

async function open( page: Page ): Promise< void > {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Rechte auf diesem Portal' } ) ).toBeVisible();
	await expect( page.getByRole( 'table', { name: 'Rechte in Zeilen, Rollen in Spalten' } ) ).toBeVisible();
}

async function save( page: Page, decision: string, summary: RegExp ): Promise< void > {
	await page.getByRole( 'combobox', { name: CELL } ).selectOption( { label: decision } );
	await expect( page.getByRole( 'status' ).filter( { hasText: '1 Änderung' } ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Prüfen und speichern' } ).click();
	const dialog = page.getByRole( 'dialog', { name: '1 Änderung' } );
	await expect( dialog.getByRole( 'listitem' ) ).toHaveText( summary );
	await dialog.getByRole( 'button', { name: 'Änderungen speichern' } ).click();
	await expect( page.getByText( 'Die Änderungen sind gespeichert und gelten sofort.' ) ).toBeVisible();
}

test.describe.configure( { mode: 'serial' } );

// What a right does once it has changed; four-eyes.spec.ts is about who has to agree before.
test.beforeAll( () => wp( stack, [ 'lernwelt', 'approvals', 'settings', 'rights', 'off' ] ) );
test.afterAll( () => wp( stack, [ 'lernwelt', 'approvals', 'settings', 'rights', 'on' ] ) );

test( 'a right that is taken away is gone at once, and comes back', async ( { page, browser } ) => {
	await open( page );
	const author = await browser.newContext();
	const theirs = await author.newPage();
	await loggedIn( author, PORTAL, 'author' );
	const media = async () => ( await theirs.goto( address( PORTAL, '/wp-admin/upload.php' ) ) )?.status();
	expect( await media() ).toBe( 200 );

	await save( page, 'nein', /von „erbt: ja“ zu „nein“/ );
	expect( await media() ).toBe( 403 );

	await page.getByRole( 'tab', { name: 'Verlauf' } ).click();
	const line = page.getByRole( 'row' ).nth( 1 );
	await expect( line ).toContainText( 'Dateien in die Mediathek hochladen' );
	await expect( line ).toContainText( 'geerbt' );
	await expect( line ).toContainText( 'nein' );

	await page.getByRole( 'tab', { name: 'Rollen und Rechte' } ).click();
	await save( page, 'erbt: ja', /von „nein“ zu „erbt: ja“/ );
	expect( await media() ).toBe( 200 );
	await author.close();
} );

test( 'what is fixed says why, and what the administrator can not give is no choice', async ( { page } ) => {
	await open( page );
	const row = page.getByRole( 'row', { name: /Sehen, wer was darf/ } );
	await expect( row.getByRole( 'combobox' ) ).toHaveCount( 0 );
	await expect( row.getByRole( 'cell' ).first() ).toContainText( 'ja, fest' );
	await expect( page.getByText( 'Portal-Admins behalten dieses Recht immer' ) ).toBeVisible();
	await expect( page.getByText( 'haben kein Konto, deshalb' ) ).toBeVisible();
	await expect( page.getByRole( 'combobox', { name: /^Portal-Admin –/ } ) ).toHaveCount( 0 );
} );

test( 'the filter finds rights, by keyboard alone', async ( { page } ) => {
	await open( page );
	await page.getByRole( 'searchbox', { name: 'Rechte suchen' } ).focus();
	await page.keyboard.type( 'mediathek' );
	await expect( page.getByText( '1 Recht', { exact: true } ) ).toBeVisible();
	const cell = page.getByRole( 'combobox', { name: CELL } );
	for (
		let step = 0;
		step < 12 && ! ( await cell.evaluate( ( each ) => each === document.activeElement ) );
		step++
	) {
		await page.keyboard.press( 'Tab' );
	}
	await expect( cell ).toBeFocused();
	await page.keyboard.press( 'ArrowDown' );
	await expect( page.getByRole( 'button', { name: 'Prüfen und speichern' } ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Änderungen verwerfen' } ).press( 'Enter' );
	await expect( page.getByText( 'Keine Änderungen' ) ).toBeVisible();
} );

test( 'somebody who was slower keeps their changes and sees the others’', async ( { page, context } ) => {
	await open( page );
	const second = await context.newPage();
	await second.goto( address( PORTAL, SCREEN ) );
	await second.getByRole( 'combobox', { name: 'Mitarbeit – Beiträge veröffentlichen' } ).selectOption( 'yes' );
	await save( page, 'nein', /nein/ );

	await second.getByRole( 'button', { name: 'Prüfen und speichern' } ).click();
	await second.getByRole( 'button', { name: 'Änderungen speichern' } ).click();
	await expect( second.getByText( 'Inzwischen hat jemand anderes gespeichert' ).first() ).toBeVisible();
	await expect( second.getByRole( 'combobox', { name: CELL } ) ).toHaveValue( 'no' );
	await expect( second.getByText( '1 Änderung', { exact: true } ) ).toBeVisible();
	await second.getByRole( 'button', { name: 'Prüfen und speichern' } ).click();
	await second.getByRole( 'dialog' ).getByRole( 'button', { name: 'Zurück' } ).click();
	await second.getByRole( 'button', { name: 'Änderungen verwerfen' } ).click();
	await second.close();
	await save( page, 'erbt: ja', /erbt: ja/ );
} );

test( 'the screen explains why an editor may publish', async ( { page } ) => {
	await open( page );
	await page.getByRole( 'tab', { name: 'Warum darf jemand das?' } ).click();
	await page.getByRole( 'button', { name: 'Erklären' } ).click();
	const person = page.getByRole( 'combobox', { name: 'Person' } );
	await expect( person ).toBeFocused();
	await expect( person ).toHaveAccessibleDescription( 'Bitte wählen Sie zuerst eine Person.' );
	await person.fill( 'redakt' );
	await page
		.getByRole( 'option', { name: /redaktion/ } )
		.first()
		.click();
	await page.getByLabel( 'Recht', { exact: true } ).selectOption( { label: 'Beiträge: Beiträge veröffentlichen' } );
	await page.getByRole( 'button', { name: 'Erklären' } ).click();
	await expect( page.getByRole( 'heading', { name: 'Ja: „Beiträge veröffentlichen“ ist erlaubt.' } ) ).toBeVisible();
	await expect( page.getByText( 'Das ist der Standard; niemand hat etwas anderes festgelegt.' ) ).toBeVisible();
} );

test( 'the table for Excel comes with the portal’s name', async ( { page } ) => {
	await open( page );
	await page.getByRole( 'tab', { name: 'Export' } ).click();
	const [ file, answer ] = await Promise.all( [
		page.waitForEvent( 'download' ),
		page.waitForResponse( /role-matrix(\/|%2F)export/ ),
		page.getByRole( 'button', { name: 'Als CSV herunterladen' } ).click(),
	] );
	// The file is printed after everybody who sends headers.
	expect( answer.headers()[ 'content-security-policy' ] ).toContain( "default-src 'none'" );
	expect( answer.headers()[ 'content-type' ] ).toBe( 'text/csv; charset=utf-8' );
	expect( file.suggestedFilename() ).toBe( `rechte-${ PORTAL }.csv` );
	const text = readFileSync( await file.path(), 'utf8' );
	expect( text.startsWith( '\uFEFF"Bereich";"Recht";"Technischer Name";"Portal-Admin"' ) ).toBe( true );
	expect( text ).toContain( '"Lehrkraft"' );
} );

for ( const width of [ 360, 1280 ] ) {
	test( `no barriers at ${ width } px`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		await open( page );
		expect( await violations( page, '#lernwelt-roles' ) ).toEqual( [] );
		if ( width === 360 ) {
			await expect( page.getByRole( 'columnheader' ) ).toHaveText( [ 'Recht', 'Redaktion' ] );
			await page.getByLabel( 'Rolle', { exact: true } ).selectOption( { label: 'Lehrkraft' } );
			await expect( page.getByRole( 'columnheader' ).nth( 1 ) ).toHaveText( 'Lehrkraft' );
			const overflow = await page.evaluate( () => document.documentElement.scrollWidth - window.innerWidth );
			expect( overflow ).toBeLessThanOrEqual( 0 );
		}
		for ( const tab of [ 'Warum darf jemand das?', 'Verlauf', 'Export' ] ) {
			await page.getByRole( 'tab', { name: tab } ).click();
			expect( await violations( page, '#lernwelt-roles' ) ).toEqual( [] );
		}
	} );
}

test( 'the network decides for all portals, and editors see none of it', async ( { page, browser } ) => {
	await loggedIn( page.context(), 'lernwelt-lsa', 'super admin' );
	await page.goto( address( 'lernwelt-lsa', '/wp-admin/network/admin.php?page=lernwelt-roles' ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Rechte auf allen Portalen' } ) ).toBeVisible();
	await expect(
		page.getByRole( 'combobox', { name: 'Portal-Admin – Dateien in die Mediathek hochladen' } )
	).toHaveCount( 1 );
	expect( await violations( page, '#lernwelt-roles' ) ).toEqual( [] );

	const editor = await browser.newContext();
	await loggedIn( editor, PORTAL, 'editor' );
	const answer = await ( await editor.newPage() ).goto( address( PORTAL, SCREEN ) );
	expect( answer?.status() ).toBe( 403 );
	await editor.close();
} );

test( 'a cell with the focus is wholly visible, in a wide window and at 200 %', async ( { page } ) => {
	await open( page );
	const hidden = () =>
		page.evaluate( () => {
			const focused = document.activeElement;
			const box = focused?.getBoundingClientRect();
			if ( ! ( focused instanceof HTMLSelectElement ) || box === undefined ) {
				return [];
			}
			const corners = [
				[ box.left + 3, box.top + 3 ],
				[ box.right - 3, box.bottom - 3 ],
			] as const;
			const covered = corners.some( ( [ x, y ] ) => document.elementFromPoint( x, y ) !== focused );
			return covered ? [ focused.getAttribute( 'aria-label' ) ] : [];
		} );
	// Wherever the edge cuts a column: in one of these a third of it is there.
	for ( const viewport of [
		{ width: 1280, height: 720 },
		{ width: 1230, height: 720 },
		{ width: 1180, height: 720 },
		{ width: 640, height: 450 },
	] ) {
		await page.setViewportSize( viewport );
		const first = page.locator( '.lernwelt-roles-table select:visible' ).first();
		await first.selectOption( 'no' );
		await first.focus();
		for ( const key of [ ...Array< string >( 14 ).fill( 'Tab' ), ...Array< string >( 10 ).fill( 'Shift+Tab' ) ] ) {
			await page.keyboard.press( key );
			await expect.poll( hidden ).toEqual( [] );
		}
	}
	await page.getByRole( 'button', { name: 'Änderungen verwerfen' } ).press( 'Enter' );
	await expect( page.getByText( 'Keine Änderungen' ) ).toBeFocused();
} );

import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { newAccount } from '../support/accounts.ts';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { makeEvents, removeEvents, type TestEvents } from '../support/booking.ts';
import { loggedIn } from '../support/session.ts';

/** The numbers for the funding programme: who sees them, and what can be done with them. */

const PORTAL = 'startchancen';
const SCREEN = '/wp-admin/admin.php?page=lernwelt-booking-statistics';
const MARK = 'Zahlprobe';

let events: TestEvents;

test.describe.configure( { mode: 'serial' } );

test.beforeAll( async () => {
	await removeEvents( MARK );
	events = await makeEvents( MARK );
} );

test.afterAll( async () => {
	await removeEvents( MARK );
} );

/** Somebody who may read numbers and nothing else. */
async function asReader( context: BrowserContext ): Promise< void > {
	const { login, password } = await newAccount( PORTAL, 'lernwelt_statistics_reader' );
	const answer = await context.request.post( address( PORTAL, '/wp-login.php' ), {
		form: { log: login, pwd: password, testcookie: '1' },
		headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
		maxRedirects: 0,
	} );
	expect( answer.status() ).toBe( 302 );
}

/** Only the days on which the test's events take place, so that nobody else's dates count. */
async function showDays( page: Page ): Promise< void > {
	await page.getByRole( 'combobox', { name: 'Zeitraum' } ).selectOption( { label: 'Andere Tage' } );
	await page.getByLabel( 'Erster Tag' ).fill( events.full.day );
	await page.getByLabel( 'Letzter Tag' ).fill( events.full.day );
	await page.getByRole( 'button', { name: 'Zahlen anzeigen' } ).click();
	await expect( page.getByRole( 'status' ).filter( { hasText: 'Termine vom' } ) ).not.toHaveAttribute(
		'aria-busy',
		'true'
	);
}

test( 'a reader of statistics finds them in the menu and reads numbers without names', async ( { page } ) => {
	await asReader( page.context() );
	await page.goto( address( PORTAL, '/wp-admin/' ) );
	await page
		.getByRole( 'navigation', { name: 'Hauptmenü' } )
		.getByRole( 'link', { name: 'Buchungsstatistik' } )
		.click();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Buchungsstatistik' } ) ).toBeVisible();
	await expect( page.getByRole( 'combobox', { name: 'Zeitraum' } ) ).toContainText( '(laufend)' );
	await showDays( page );
	const months = page.getByRole( 'region', { name: 'Nach Monat' } ).first();
	await expect( months.getByRole( 'listitem' ) ).toHaveCount( 1 );
	await expect(
		page
			.getByRole( 'region', { name: 'Nach Landkreis der Schule' } )
			.first()
			.getByRole( 'listitem' )
			.filter( { hasText: 'unbekannt' } )
	).toContainText( /[1-9]/ );
	await expect( page.getByText( 'Gudrun Geheim' ) ).toHaveCount( 0 );

	await months.getByText( 'Alle Zahlen als Tabelle' ).click();
	await expect( months.getByRole( 'table' ).getByRole( 'columnheader' ) ).toHaveCount( 8 );
	expect( await violations( page, '#lernwelt-booking-statistics' ) ).toEqual( [] );
	const list = await page.request.get( address( PORTAL, '/wp-admin/edit.php?post_type=lernwelt_event' ) );
	expect( list.status() ).toBe( 403 );
} );

test( 'the table can be taken home for Excel and as JSON', async ( { page } ) => {
	await asReader( page.context() );
	await page.goto( address( PORTAL, SCREEN ) );
	await showDays( page );
	const file = async ( button: string ): Promise< { name: string; text: string } > => {
		const download = page.waitForEvent( 'download' );
		await page.getByRole( 'button', { name: button } ).click();
		const got = await download;
		return { name: got.suggestedFilename(), text: readFileSync( await got.path(), 'utf8' ) };
	};
	const csv = await file( 'Für Excel herunterladen (CSV)' );
	expect( csv.name ).toBe( `buchungsstatistik-${ events.full.day }-bis-${ events.full.day }.csv` );
	expect( csv.text ).toMatch( /^\uFEFF"Gliederung";"Wert";"Veranstaltungen"/ );
	const json = await file( 'Als JSON herunterladen' );
	expect( json.name ).toMatch( /\.json$/ );
	expect( JSON.parse( json.text ) ).toMatchObject( { first: events.full.day, last: events.full.day } );
} );

test( 'wrong days are said at the field', async ( { page } ) => {
	await asReader( page.context() );
	await page.goto( address( PORTAL, SCREEN ) );
	await page.getByRole( 'combobox', { name: 'Zeitraum' } ).selectOption( { label: 'Andere Tage' } );
	await page.getByLabel( 'Erster Tag' ).fill( '2027-01-02' );
	await page.getByLabel( 'Letzter Tag' ).fill( '2027-01-01' );
	await page.getByLabel( 'Letzter Tag' ).press( 'Enter' );
	await expect( page.getByLabel( 'Letzter Tag' ) ).toHaveAccessibleDescription(
		'Der letzte Tag darf nicht vor dem ersten liegen.'
	);
	await expect( page.getByLabel( 'Letzter Tag' ) ).toHaveAttribute( 'aria-invalid', 'true' );
} );

test( 'it fits on a phone and on paper', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await asReader( page.context() );
	await page.goto( address( PORTAL, SCREEN ) );
	await showDays( page );
	expect( await page.evaluate( () => document.documentElement.scrollWidth - window.innerWidth ) ).toBeLessThanOrEqual(
		0
	);
	await page.emulateMedia( { media: 'print' } );
	await page.evaluate( () => window.dispatchEvent( new Event( 'beforeprint' ) ) );
	await expect( page.getByRole( 'table' ).first() ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Drucken' } ) ).toBeHidden();
} );

test( 'editors have no numbers, organisers find them below the events', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'editor' );
	expect( ( await page.goto( address( PORTAL, SCREEN ) ) )?.status() ).toBe( 403 );
	const organiser = await page.context().browser()?.newContext();
	expect( organiser ).toBeDefined();
	if ( organiser !== undefined ) {
		const theirs = await organiser.newPage();
		await loggedIn( organiser, PORTAL, 'administrator' );
		await theirs.goto(
			address( PORTAL, '/wp-admin/edit.php?post_type=lernwelt_event&page=lernwelt-booking-statistics' )
		);
		await expect( theirs.getByRole( 'heading', { level: 1, name: 'Buchungsstatistik' } ) ).toBeVisible();
		await expect( theirs.getByRole( 'link', { name: 'Statistik', exact: true } ) ).toHaveAttribute(
			'aria-current',
			'page'
		);
		await organiser.close();
	}
} );

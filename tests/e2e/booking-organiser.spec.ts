import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { complaints, cutOff, tooWide } from '../support/page.ts';
import { loggedInBySso } from '../support/sso.ts';

const PORTAL = 'startchancen';
const SCREEN = '/wp-admin/edit.php?post_type=lernwelt_event&page=lernwelt-bookings';
const BOX = '#lernwelt-bookings';

/** Somebody of the tests who books: name, address, school of the demo register. */
interface Guest {
	readonly name: string;
	readonly email?: string;
	readonly school_number?: string;
}

const ANJA: Guest = { name: 'Anja Ähnlich', email: 'anja.aehnlich@schule.example.org', school_number: '0471188' };
const LUKASZ: Guest = { name: 'Łukasz Öztürk', email: 'lukasz.oeztuerk@schule.example.org' };
const FORMULA: Guest = { name: '=cmd|’/C calc’!A0' };

type Fetch = ( options: object ) => Promise< { id: number; items: Array< { id: number } > } >;

/** Makes an event with one date and people, as the person who is logged in; the screen has to be open. */
async function newDate( page: Page, title: string, guests: readonly Guest[] ): Promise< number > {
	return page.evaluate(
		async ( [ name, people ] ) => {
			const fetch = ( window as unknown as { wp: { apiFetch: Fetch } } ).wp.apiFetch;
			const event = await fetch( {
				path: '/wp/v2/events',
				method: 'POST',
				data: { title: name, status: 'publish' },
			} );
			const data = { start: '2099-03-04 14:00', end: '2099-03-04 16:30', place: 'Halle (Saale)', capacity: 12 };
			const dates = await fetch( { path: `/lernwelt/v1/events/${ event.id }/dates`, method: 'POST', data } );
			const date = dates.items[ 0 ]?.id ?? 0;
			for ( const person of people ) {
				await fetch( { path: `/lernwelt/v1/event-dates/${ date }/bookings`, method: 'POST', data: person } );
			}
			return date;
		},
		[ title, guests ] as const
	);
}

async function openList( page: Page, person = 'veranstaltungen' ): Promise< void > {
	await loggedInBySso( page.context(), PORTAL, person );
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Buchungen' } ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { level: 2, name: /Termine?$/ } ) ).toBeVisible();
}

async function openDate( page: Page, title: string, guests: readonly Guest[] ): Promise< number > {
	await openList( page );
	const date = await newDate( page, title, guests );
	await page.goto( address( PORTAL, `${ SCREEN }&date=${ date }` ) );
	await expect( page.getByRole( 'heading', { level: 1, name: title } ) ).toBeFocused();
	return date;
}

const tab = ( page: Page, name: string ) => page.getByRole( 'tab', { name } ).click();

const marksOf = ( page: Page, name: string ) => page.getByRole( 'listitem' ).filter( { hasText: name } );

/** An unmistakable title, so that tests at the same time don't meet. */
const titled = ( words: string ) => `${ words } ${ Date.now().toString( 36 ) }`;

/** What the server knows, asked anew. */
async function stored( page: Page, date: number ): Promise< Record< string, boolean | null > > {
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Buchungen' } ) ).toBeVisible();
	return page.evaluate( async ( id ) => {
		const fetch = ( window as unknown as { wp: { apiFetch: ( options: object ) => Promise< unknown > } } ).wp
			.apiFetch;
		const { items } = ( await fetch( { path: `/lernwelt/v1/event-dates/${ id }/bookings` } ) ) as {
			items: Array< { name: string; attended: boolean | null } >;
		};
		return Object.fromEntries( items.map( ( { name, attended } ) => [ name, attended ] ) );
	}, date );
}

test( 'an organiser finds a date, registers somebody, writes a note and cancels a booking', async ( { page } ) => {
	const title = titled( 'Größen schätzen' );
	await openList( page );
	await newDate( page, title, [ ANJA, LUKASZ ] );
	const found = complaints( page );
	await page.getByLabel( 'Titel der Veranstaltung' ).fill( title.replace( 'Größen', 'groessen' ) );
	await page.getByRole( 'button', { name: 'Suchen' } ).click();
	await expect( page.getByRole( 'heading', { level: 2, name: '1 Termin' } ) ).toBeVisible();
	expect( await violations( page, BOX ) ).toEqual( [] );
	await page.getByRole( 'button', { name: title } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: title } ) ).toBeFocused();
	await expect( page.getByText( '2 von 12 gebucht' ) ).toBeVisible();

	await page.getByLabel( 'Name, E-Mail, Schule oder Nummer' ).fill( 'ozturk' );
	await expect( page.getByRole( 'heading', { level: 2, name: '1 Person' } ) ).toBeVisible();
	await page.getByLabel( 'Name, E-Mail, Schule oder Nummer' ).fill( '' );

	await page.getByRole( 'button', { name: 'Von Hand anmelden' } ).click();
	await expect( page.getByLabel( 'Name', { exact: true } ) ).toBeFocused();
	await page.getByLabel( /^Dienstliche E-Mail/ ).fill( 'keine Adresse' );
	await page.getByRole( 'button', { name: 'Anmelden', exact: true } ).click();
	await expect( page.getByLabel( 'Name', { exact: true } ) ).toHaveAccessibleDescription(
		'Bitte füllen Sie dieses Feld aus.'
	);
	await expect( page.getByLabel( 'Name', { exact: true } ) ).toBeFocused();
	expect( await violations( page, BOX ) ).toEqual( [] );
	await page.getByLabel( 'Name', { exact: true } ).fill( 'Zoë Ștefan' );
	await page.getByLabel( /^Dienstliche E-Mail/ ).fill( '' );
	await page.getByLabel( /^Schulnummer/ ).fill( '0470933' );
	await page.getByRole( 'button', { name: 'Anmelden', exact: true } ).click();
	await expect( page.getByText( 'Zoë Ștefan ist angemeldet.' ).first() ).toBeVisible();
	const row = page.getByRole( 'row' ).filter( { hasText: 'Zoë Ștefan' } );
	await expect( row ).toContainText( 'Grundschule „Elbwiese“ Neuhagen' );
	await expect( page.getByText( '3 von 12 gebucht' ) ).toBeVisible();

	await row.getByRole( 'button', { name: /^Notiz/ } ).click();
	await expect( page.getByLabel( 'Notiz zu Zoë Ștefan' ) ).toBeFocused();
	await page.keyboard.type( '<b>kommt später</b>' );
	await page.getByRole( 'button', { name: 'Notiz speichern' } ).click();
	await expect( row.getByText( '<b>kommt später</b>' ) ).toBeVisible();

	await row.getByRole( 'button', { name: /^Buchung stornieren/ } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Buchung von Zoë Ștefan stornieren?' } );
	await expect( dialog ).toContainText( 'Bitte sagen Sie der Person selbst Bescheid.' );
	expect( await violations( page, '.components-modal__frame' ) ).toEqual( [] );
	await dialog.getByRole( 'button', { name: 'Buchung stornieren' } ).click();
	await expect( dialog ).toHaveCount( 0 );
	await expect( row ).toHaveCount( 0 );
	await expect( page.getByText( '2 von 12 gebucht' ) ).toBeVisible();
	await page.getByLabel( 'Stand' ).selectOption( { label: 'Storniert' } );
	await expect( row ).toContainText( 'von den Veranstaltenden storniert' );
	// The refused form is a line of the console.
	expect( found.list.filter( ( line ) => ! line.includes( '422' ) ) ).toEqual( [] );
} );

test( 'marks at the door survive a lost connection and are sent once it is back', async ( { page, context } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	const date = await openDate( page, titled( 'Anwesenheit' ), [ ANJA, LUKASZ ] );
	await tab( page, 'Anwesenheit' );
	for ( const button of await page.locator( '.lernwelt-bookings-mark' ).all() ) {
		const box = await button.boundingBox();
		expect( box?.height ).toBeGreaterThanOrEqual( 48 );
		expect( box?.width ).toBeGreaterThanOrEqual( 88 );
	}
	const there = marksOf( page, ANJA.name ).getByRole( 'button', { name: 'Da', exact: true } );
	const answer = page.waitForResponse( /attendance/ );
	await there.click();
	await answer;
	await expect( there ).toHaveAttribute( 'aria-pressed', 'true' );
	await expect( page.getByText( '1 von 2 sind da.' ) ).toBeVisible();
	await expect( page.getByText( 'noch nicht gesendet' ) ).toHaveCount( 0 );

	await context.setOffline( true );
	await marksOf( page, LUKASZ.name ).getByRole( 'button', { name: 'Nicht da' } ).click();
	await expect( marksOf( page, LUKASZ.name ) ).toContainText( 'noch nicht gesendet' );
	await expect( page.getByText( /^Keine Verbindung\./ ).first() ).toBeVisible();
	expect( await violations( page, BOX ) ).toEqual( [] );
	// To another date and back: what waits stays.
	await tab( page, 'Teilnehmende' );
	await tab( page, 'Anwesenheit' );
	await expect( page.getByText( '1 Angabe ist noch nicht gesendet.' ) ).toBeVisible();

	const sent = page.waitForResponse( /attendance/ );
	await context.setOffline( false );
	expect( ( await sent ).status() ).toBe( 200 );
	await expect( page.getByText( 'noch nicht gesendet' ) ).toHaveCount( 0 );
	expect( await stored( page, date ) ).toEqual( { [ ANJA.name ]: true, [ LUKASZ.name ]: false } );
} );

test( 'a server that fails loses no mark', async ( { page } ) => {
	const date = await openDate( page, titled( 'Störung' ), [ ANJA ] );
	await tab( page, 'Anwesenheit' );
	let failures = 0;
	await page.route( /event-dates\/\d+\/attendance/, ( route ) => {
		failures++;
		return failures > 1
			? route.continue()
			: route.fulfill( {
					status: 503,
					contentType: 'application/json',
					body: '{"code":"x","message":"x","data":{"status":503}}',
				} );
	} );
	await marksOf( page, ANJA.name ).getByRole( 'button', { name: 'Da', exact: true } ).click();
	await expect( marksOf( page, ANJA.name ) ).toContainText( 'noch nicht gesendet' );
	// The next try comes by itself.
	await expect( page.getByText( 'noch nicht gesendet' ) ).toHaveCount( 0, { timeout: 60_000 } );
	expect( await stored( page, date ) ).toEqual( { [ ANJA.name ]: true } );
} );

test( 'everybody gets a message, and lists and certificates come as files', async ( { page } ) => {
	const date = await openDate( page, titled( 'Dateien' ), [ ANJA, FORMULA ] );
	await tab( page, 'Nachricht' );
	await expect( page.getByText( '1 Person mit Platz bekommt eine E-Mail.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'An alle schicken' } ).click();
	await expect( page.getByLabel( 'Betreff' ) ).toBeFocused();
	await page.getByLabel( 'Betreff' ).fill( 'Raum geändert' );
	await page.getByRole( 'textbox', { name: 'Nachricht' } ).fill( 'Wir sind in Raum 5.' );
	expect( await violations( page, BOX ) ).toEqual( [] );
	await page.getByRole( 'button', { name: 'An alle schicken' } ).click();
	await expect( page.getByText( 'An 1 Person verschickt.' ).first() ).toBeVisible();

	await tab( page, 'Drucken und Dateien' );
	await expect( page.getByText( /^Erfassen Sie zuerst/ ) ).toBeVisible();
	const [ csv ] = await Promise.all( [
		page.waitForEvent( 'download' ),
		page.getByRole( 'button', { name: 'CSV' } ).click(),
	] );
	expect( csv.suggestedFilename() ).toBe( `teilnehmende-2099-03-04-${ date }.csv` );
	expect( await readFile( await csv.path(), 'utf8' ) ).toContain( `"'${ FORMULA.name }"` );
	const [ xlsx ] = await Promise.all( [
		page.waitForEvent( 'download' ),
		page.getByRole( 'button', { name: /^Excel/ } ).click(),
	] );
	expect( xlsx.suggestedFilename() ).toBe( `teilnehmende-2099-03-04-${ date }.xlsx` );
	expect( ( await readFile( await xlsx.path() ) ).subarray( 0, 2 ).toString() ).toBe( 'PK' );

	await tab( page, 'Anwesenheit' );
	const answer = page.waitForResponse( /attendance/ );
	await marksOf( page, ANJA.name ).getByRole( 'button', { name: 'Da', exact: true } ).click();
	await answer;
	await tab( page, 'Drucken und Dateien' );
	expect( await violations( page, BOX ) ).toEqual( [] );
	const [ pdf ] = await Promise.all( [
		page.waitForEvent( 'download' ),
		page.getByRole( 'link', { name: /^PDF/ } ).click(),
	] );
	expect( ( await readFile( await pdf.path() ) ).subarray( 0, 5 ).toString() ).toBe( '%PDF-' );

	for ( const [ name, heading ] of [
		[ 'Unterschriftenliste', 'Unterschriftenliste' ],
		[ 'Namensschilder', 'Namensschilder' ],
	] as const ) {
		await page.getByRole( 'link', { name } ).click();
		await expect( page.getByRole( 'heading', { level: 1, name: heading } ) ).toBeVisible();
		await expect( page.getByText( ANJA.name ) ).toBeVisible();
		await expect( page.locator( '#wpadminbar, script' ) ).toHaveCount( 0 );
		expect( await violations( page ) ).toEqual( [] );
		await page.goBack();
		await tab( page, 'Drucken und Dateien' );
	}
} );

/** Statuses that refuse: guests of admin-post.php get 400 by WordPress, teachers are led out of wp-admin. */
function refusals( person: string, overRest: boolean ): number[] {
	if ( overRest ) {
		// Without a nonce everybody is a guest; with one, see ParticipantRoutesTest.
		return [ 401 ];
	}
	return person === '' ? [ 302, 400 ] : [ 302, 403 ];
}

/** Asks as a browser does that holds somebody's cookies, but no nonce. */
function ask( context: BrowserContext, path: string ): Promise< number > {
	return context.request.get( address( PORTAL, path ), { maxRedirects: 0 } ).then( ( answer ) => answer.status() );
}

test( 'teachers, guests and editors see nothing of it; the portal’s administrators do', async ( { page, browser } ) => {
	const date = await openDate( page, titled( 'Geheim' ), [ ANJA ] );
	const paths = [
		SCREEN,
		`/wp-admin/admin-post.php?action=lernwelt_booking_print&what=badges&date=${ date }`,
		`/wp-admin/admin-post.php?action=lernwelt_booking_certificates&date=${ date }`,
	];
	const rest = [ 'bookings', 'bookings-export', 'bookings-table' ].map(
		( name ) => `/wp-json/lernwelt/v1/event-dates/${ date }/${ name }`
	);
	// The organiser's own cookies without a nonce are nobody's.
	for ( const path of rest ) {
		expect( await ask( page.context(), path ), path ).toBe( 401 );
	}
	for ( const person of [ 'lehrkraft', 'redaktion', '' ] ) {
		const context = await browser.newContext();
		if ( person !== '' ) {
			await loggedInBySso( context, PORTAL, person );
		}
		for ( const path of [ ...paths, ...rest ] ) {
			expect( refusals( person, rest.includes( path ) ), `${ person } ${ path }` ).toContain(
				await ask( context, path )
			);
		}
		await context.close();
	}
	const admin = await browser.newContext();
	const own = await admin.newPage();
	await openList( own, 'portal-admin' );
	await own.goto( address( PORTAL, `${ SCREEN }&date=${ date }` ) );
	await expect( own.getByText( ANJA.name ).first() ).toBeVisible();
	await admin.close();
} );

test( 'it works by keyboard alone', async ( { page } ) => {
	await openDate( page, titled( 'Tastatur' ), [ ANJA ] );
	const reach = async ( what: ReturnType< Page[ 'getByRole' ] > ) => {
		for (
			let presses = 0;
			presses < 25 && ! ( await what.evaluate( ( one ) => one === document.activeElement ) );
			presses++
		) {
			await page.keyboard.press( 'Tab' );
		}
		await expect( what ).toBeFocused();
	};
	await reach( page.getByRole( 'tab', { name: 'Teilnehmende' } ) );
	await page.keyboard.press( 'ArrowRight' );
	await page.keyboard.press( 'Enter' );
	const there = marksOf( page, ANJA.name ).getByRole( 'button', { name: 'Da', exact: true } );
	await expect( there ).toBeVisible();
	await reach( there );
	await page.keyboard.press( 'Space' );
	await expect( there ).toHaveAttribute( 'aria-pressed', 'true' );
	await page.keyboard.press( 'Space' );
	await expect( there ).toHaveAttribute( 'aria-pressed', 'false' );
} );

for ( const width of [ 360, 768, 1280 ] ) {
	test( `it fits ${ width } pixels`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		await openDate( page, titled( 'Lesenlernenmitallensinnenfortbildungsveranstaltung' ), [
			ANJA,
			{ ...LUKASZ, name: 'Bartholomäus Freiherr von Hohenzollern-Sigmaringen' },
		] );
		for ( const name of [ 'Teilnehmende', 'Anwesenheit', 'Nachricht', 'Drucken und Dateien' ] ) {
			await tab( page, name );
			expect( await tooWide( page ), name ).toEqual( [] );
			const cut = await cutOff( page );
			expect(
				cut.filter( ( text ) => ! text.includes( 'ab-item' ) ),
				name
			).toEqual( [] );
			expect( await violations( page, BOX ), name ).toEqual( [] );
		}
	} );
}

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { wp } from '../../bin/src/lib/wp.ts';
import { violations } from '../support/axe.ts';
import { address, portals, stack } from '../support/network.ts';
import { complaints, cutOff, tooWide } from '../support/page.ts';
import { loggedInBySso } from '../support/sso.ts';
import { ON_STACK } from '../support/tags.ts';

/** What people do who book: the page of an event, own bookings, the link in mails. */

const PORTAL = 'startchancen';
const BOOKINGS = '/wp-json/lernwelt/v1/bookings';

interface Shown {
	readonly event: number;
	readonly path: string;
	readonly open: number;
	readonly full: number;
	readonly others: number;
	readonly link: string;
	readonly calendar: string;
}

let shown: Shown;

async function bookers( ...args: string[] ): Promise< string > {
	const portal = portals.find( ( { id } ) => id === PORTAL );
	const file = inRoot( 'tests/support/bookers.php' );
	return ( await wp( stack, [ 'eval-file', '--use-include', file, ...args ], portal ) ).stdout;
}

/** Session of somebody of the demo provider, without any page opened yet. */
async function as( context: BrowserContext, person: string ): Promise< void > {
	await loggedInBySso( context, PORTAL, person );
}

async function expectFine( page: Page ): Promise< void > {
	for ( const width of [ 320, 768, 1280 ] ) {
		await page.setViewportSize( { width, height: 900 } );
		expect( await tooWide( page ), `at ${ width } px` ).toEqual( [] );
		expect( await cutOff( page ), `at ${ width } px` ).toEqual( [] );
	}
	expect( await violations( page ) ).toEqual( [] );
}

// Each test has an event of its own: the demo's people are few, and book one seat each.
test.beforeEach( async () => {
	shown = JSON.parse( await bookers( 'show' ) ) as Shown;
} );

test.afterEach( async () => {
	await bookers( 'clear', String( shown.event ) );
} );

test( 'guests see dates with free seats, no names, and a way to log in that leads back', async ( { page } ) => {
	const problems = complaints( page );
	await page.goto( address( PORTAL, shown.path ) );
	const open = page.locator( `#termin-${ shown.open }` );
	await expect( open ).toContainText( 'Dienstag, 4. Mai 2060, 14:00 bis 16:00 Uhr' );
	await expect( open ).toContainText( '20 von 20 Plätzen frei' );
	const login = open.getByRole( 'link', { name: 'Mit Bildungsserver anmelden und buchen' } );
	const back = `${ shown.path }?termin=${ shown.open }`;
	expect( new URL( ( await login.getAttribute( 'href' ) ) ?? '' ).searchParams.get( 'weiter' ) ).toBe( back );
	await expect( page.locator( `#termin-${ shown.full }` ) ).toContainText( 'Ausgebucht' );
	await expect( page.locator( `#termin-${ shown.full }` ).getByRole( 'link', { name: /buchen/ } ) ).toHaveCount( 0 );
	const source = await page.content();
	expect( source ).not.toContain( 'Ohne Konto' );
	expect( source ).not.toContain( 'konferenz.example.org' );
	expect( source, 'no nonce in a page that may be cached' ).not.toMatch( /nonce/i );
	await expectFine( page );
	expect( problems.list ).toEqual( [] );
} );

test( 'a page from the cache gets the seats of this moment', ON_STACK, async ( { page } ) => {
	await page.route( '**/event-seats**', ( route ) =>
		route.fulfill( {
			json: {
				items: [
					{ id: shown.open, state: 'full', bookable: false, free: 0, capacity: 20, words: 'Ausgebucht' },
				],
			},
		} )
	);
	await page.goto( address( PORTAL, shown.path ) );
	const open = page.locator( `#termin-${ shown.open }` );
	await expect( open ).toContainText( 'Ausgebucht' );
	await expect( open.getByRole( 'link', { name: /buchen/ } ) ).toBeHidden();
} );

test( 'a page from the cache offers the seat that came back', async ( { page } ) => {
	await page.route( '**/event-seats**', ( route ) =>
		route.fulfill( {
			json: {
				items: [
					{
						id: shown.full,
						state: 'open',
						bookable: true,
						free: 1,
						capacity: 1,
						words: '1 von 1 Platz frei',
					},
				],
			},
		} )
	);
	await page.goto( address( PORTAL, shown.path ) );
	const back = page.locator( `#termin-${ shown.full }` );
	await expect( back ).toContainText( '1 von 1 Platz frei' );
	await expect( back.getByRole( 'link', { name: 'Mit Bildungsserver anmelden und buchen' } ) ).toBeVisible();
	await expect( back.getByText( 'Es gibt keine Warteliste' ) ).toBeHidden();
	await expectFine( page );
} );

for ( const javaScriptEnabled of [ true, false ] ) {
	test( `a teacher books, sees and cancels ${ javaScriptEnabled ? 'with' : 'without' } JavaScript`, async ( {
		browser,
	} ) => {
		const context = await browser.newContext( { javaScriptEnabled, locale: 'de-DE' } );
		await as( context, 'lehrkraft' );
		const page = await context.newPage();
		await page.goto( address( PORTAL, `${ shown.path }?termin=${ shown.open }` ) );
		const form = page.locator( 'form.lw-form' );
		await expect( form ).toContainText( 'Anja Lehmann' );
		await expect( form ).toContainText( 'Sekundarschule „Am Mühlteich“ Auendorf' );
		await expect( form ).toContainText( 'anja.lehmann@schule.example.org' );
		await expect( page.locator( `#termin-${ shown.others }` ) ).toContainText(
			'Mit Ihrer Rolle kann er nicht gebucht werden.'
		);

		await page.getByLabel( /mitnehmen/ ).fill( '<b>Ideen</b> 😀' );
		await form.getByRole( 'button', { name: 'Buchen' } ).click();
		await expect( page ).toHaveTitle( /^Noch nicht gebucht: / );
		await expect( form ).toContainText( 'Bitte wählen Sie eine Antwort.' );
		await expect( page.getByLabel( /mitnehmen/ ) ).toHaveValue( '<b>Ideen</b> 😀' );
		if ( javaScriptEnabled ) {
			await expectFine( page );
		}

		await page.getByLabel( 'Lautlesetandems' ).check();
		await form.getByRole( 'button', { name: 'Buchen' } ).click();
		const notice = page.locator( '.lw-booked' );
		await expect( notice ).toContainText(
			'Ein Platz ist reserviert für Anja Lehmann: Dienstag, 4. Mai 2060, 14:00 bis 16:00 Uhr.'
		);
		await expect( page.locator( `#termin-${ shown.open }` ) ).toContainText( '19 von 20 Plätzen frei' );
		if ( javaScriptEnabled ) {
			await expectFine( page );
		}

		await notice.getByRole( 'link', { name: 'Meine Buchungen ansehen oder stornieren' } ).click();
		// The same person may have bookings of tests that run at the same time.
		const event = shown.path.replace( /\/$/, '' ).split( '-' ).at( -1 ) ?? '';
		const booking = page.locator( '.lw-booking', { hasText: event } );
		await expect( booking ).toContainText( '<b>Ideen</b> 😀' );
		const file = await context.request.get(
			( await booking.getByRole( 'link', { name: /Kalender/ } ).getAttribute( 'href' ) ) ?? ''
		);
		expect( file.headers()[ 'content-type' ] ).toContain( 'text/calendar' );
		expect( await file.text() ).toContain( 'DTSTART;TZID=Europe/Berlin:20600504T140000' );
		await booking.getByRole( 'link', { name: /Buchung stornieren/ } ).click();
		if ( javaScriptEnabled ) {
			await expectFine( page );
		}
		await page.getByRole( 'button', { name: 'Ja, stornieren' } ).click();
		await expect( page.locator( '.lw-form-sent' ) ).toContainText( 'ist storniert' );
		expect( JSON.parse( await bookers( 'count', String( shown.open ) ) ) ).toEqual( { counter: 0, rows: 0 } );
		await context.close();
	} );
}

test( 'a refused nonce keeps what was typed, and a seat that went meanwhile is said', async ( { page, context } ) => {
	await as( context, 'lehrkraft' );
	await page.goto( address( PORTAL, `${ shown.path }?termin=${ shown.open }` ) );
	await page.getByLabel( 'Lautlesetandems' ).check();
	await page.locator( 'input[name=lw_nonce]' ).evaluate( ( field: HTMLInputElement ) => {
		field.value = 'falsch';
	} );
	await page.getByRole( 'button', { name: 'Buchen' } ).click();
	await expect( page.locator( '.lw-error-summary' ) ).toContainText( 'lange geöffnet' );
	await expect( page.getByLabel( 'Lautlesetandems' ) ).toBeChecked();
	expect( JSON.parse( await bookers( 'count', String( shown.open ) ) ) ).toEqual( { counter: 0, rows: 0 } );

	await page.locator( 'input[name=lw_date]' ).evaluate( ( field: HTMLInputElement, id ) => {
		field.value = String( id );
	}, shown.full );
	await page.getByRole( 'button', { name: 'Buchen' } ).click();
	await expect( page.locator( '.lw-error-summary' ) ).toContainText( 'Dieser Termin ist ausgebucht.' );
} );

test( 'whoever was logged out meanwhile finds their answers after logging in again', async ( { page, context } ) => {
	await as( context, 'lehrkraft' );
	await page.goto( address( PORTAL, `${ shown.path }?termin=${ shown.open }` ) );
	await page.getByLabel( 'Lautlesetandems' ).check();
	await page.getByLabel( /mitnehmen/ ).fill( 'Ideen' );
	await context.clearCookies();
	const [ answer ] = await Promise.all( [
		page.waitForResponse( ( response ) => response.request().method() === 'POST' ),
		page.getByRole( 'button', { name: 'Buchen' } ).click(),
	] );
	expect( answer.status() ).toBe( 401 );
	await expect( page.locator( '.lw-error-summary' ) ).toContainText( 'Sie sind nicht mehr angemeldet.' );
	await expect( page.getByLabel( /mitnehmen/ ) ).toHaveValue( 'Ideen' );
	await expect( page.getByLabel( 'Lautlesetandems' ) ).toBeChecked();
	await expect(
		page.locator( 'form.lw-form' ).getByRole( 'link', { name: 'Mit Bildungsserver anmelden und buchen' } )
	).toBeVisible();
	expect( JSON.parse( await bookers( 'count', String( shown.open ) ) ) ).toEqual( { counter: 0, rows: 0 } );
} );

test( 'the whole way goes by keyboard', async ( { page, context } ) => {
	await as( context, 'lehrkraft' );
	await page.goto( address( PORTAL, shown.path ) );
	await page
		.locator( `#termin-${ shown.open }` )
		.getByRole( 'link', { name: /^Buchen/ } )
		.focus();
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( '#lw-buchung' ) ).toBeInViewport();
	await page.getByLabel( 'Vorlesen mit Rollen' ).focus();
	await page.keyboard.press( 'ArrowDown' );
	await expect( page.getByLabel( 'Lautlesetandems' ) ).toBeChecked();
	await page.keyboard.press( 'Tab' );
	await page.keyboard.type( 'Ideen' );
	await page.keyboard.press( 'Tab' );
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( '.lw-booked' ) ).toBeFocused();
} );

test( 'the link of a mail shows by GET and cancels by POST, without a login', async ( { page, request } ) => {
	await page.goto( shown.link );
	await expect( page.locator( 'main' ) ).toContainText( 'Ohne Konto' );
	await expect( page.locator( 'meta[name=robots]' ) ).toHaveAttribute( 'content', /noindex/ );
	await expectFine( page );
	expect( ( await request.get( shown.calendar ) ).status() ).toBe( 200 );
	expect( JSON.parse( await bookers( 'count', String( shown.full ) ) ) ).toEqual( { counter: 1, rows: 1 } );
	for ( const wrong of [
		shown.link.slice( 0, -1 ),
		shown.link.replace( /key=.*/, '' ),
		shown.link.replace( /buchung\/\w{10}/, 'buchung/0000000000' ),
	] ) {
		expect( ( await request.post( wrong ) ).status() ).toBe( 404 );
	}
	expect( JSON.parse( await bookers( 'count', String( shown.full ) ) ) ).toEqual( { counter: 1, rows: 1 } );
	await page.getByRole( 'button', { name: 'Buchung stornieren' } ).click();
	await expect( page.locator( 'main' ) ).toContainText( 'Buchung storniert' );
	await expect( page.getByRole( 'button', { name: 'Buchung stornieren' } ) ).toHaveCount( 0 );
	expect( ( await request.post( shown.link ) ).status() ).toBe( 409 );
	expect( JSON.parse( await bookers( 'count', String( shown.full ) ) ) ).toEqual( { counter: 0, rows: 0 } );
} );

test( 'dates of published events go into every calendar, without the link of the conference', async ( { request } ) => {
	const file = await request.get( address( PORTAL, `/termin/${ shown.open }/kalender.ics` ) );
	expect( file.headers()[ 'content-type' ] ).toContain( 'text/calendar' );
	const text = await file.text();
	expect( text ).toContain( 'METHOD:PUBLISH' );
	expect( text ).not.toContain( 'konferenz' );
	expect( ( await request.get( address( PORTAL, '/termin/999999999/kalender.ics' ) ) ).status() ).toBe( 404 );
} );

test( 'a head books for a colleague, and both find the booking', async ( { browser } ) => {
	const teacher = await browser.newContext( { locale: 'de-DE' } );
	const head = await browser.newContext( { locale: 'de-DE' } );
	await as( teacher, 'lehrkraft' );
	await as( head, 'schulleitung' );
	const page = await head.newPage();
	await page.goto( address( PORTAL, `${ shown.path }?termin=${ shown.open }` ) );
	await page.getByLabel( 'Für wen buchen Sie?' ).selectOption( 'Anja Lehmann' );
	await page.getByLabel( 'Lautlesetandems' ).check();
	await page.getByRole( 'button', { name: 'Buchen' } ).click();
	await expect( page.locator( '.lw-booked' ) ).toContainText( 'Ein Platz ist reserviert für Anja Lehmann' );
	await expect( page.locator( '.lw-booked' ) ).toContainText( 'ist unterwegs an Anja Lehmann' );
	await expect( page.locator( '.lw-booked' ) ).not.toContainText( '@' );

	await page.getByRole( 'link', { name: 'Meine Buchungen ansehen oder stornieren' } ).click();
	await expect( page ).toHaveURL( /meine-buchungen/ );
	await expect( page.locator( 'main' ) ).toContainText( 'Anja Lehmann' );
	const own = await teacher.newPage();
	await own.goto( address( PORTAL, shown.path ) );
	await expect( own.locator( `#termin-${ shown.open }` ) ).toContainText( 'Sie haben diesen Termin gebucht' );
	await expect( own.locator( `#termin-${ shown.open }` ).getByRole( 'button' ) ).toHaveCount( 0 );
	expect( JSON.parse( await bookers( 'count', String( shown.open ) ) ) ).toEqual( { counter: 1, rows: 1 } );
	await teacher.close();
	await head.close();
} );

test( 'pupils see dates, and that they cannot book', async ( { page, context } ) => {
	await as( context, 'schueler' );
	await page.goto( address( PORTAL, `${ shown.path }?termin=${ shown.open }` ) );
	await expect( page.locator( `#termin-${ shown.open }` ) ).toContainText(
		'können Sie auf diesem Portal keine Veranstaltungen buchen'
	);
	await expect( page.getByRole( 'button', { name: 'Buchen' } ) ).toHaveCount( 0 );
	expect( ( await page.goto( address( PORTAL, '/meine-buchungen/' ) ) )?.status() ).toBe( 403 );
	const sent = { form: { lw_date: String( shown.open ), lw_nonce: 'x' } };
	expect( ( await context.request.post( address( PORTAL, shown.path ), sent ) ).status() ).toBe( 403 );
	expect( JSON.parse( await bookers( 'count', String( shown.open ) ) ) ).toEqual( { counter: 0, rows: 0 } );
} );

test( 'own bookings ask guests to log in; REST wants a nonce', async ( { page, context } ) => {
	await page.goto( address( PORTAL, '/meine-buchungen/' ) );
	expect( new URL( page.url() ).pathname ).toBe( '/anmelden/' );
	await as( context, 'lehrkraft' );
	const sent = { data: { date: shown.full } };
	expect( ( await context.request.post( address( PORTAL, BOOKINGS ), sent ) ).status() ).toBe( 401 );
	const forged = { ...sent, headers: { 'X-WP-Nonce': 'falsch' } };
	expect( ( await context.request.post( address( PORTAL, BOOKINGS ), forged ) ).status() ).toBe( 403 );
	await page.goto( address( PORTAL, '/' ) );
	await page.locator( '.lw-account summary' ).click();
	await page.locator( '.lw-account' ).getByRole( 'link', { name: 'Meine Buchungen' } ).click();
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Meine Buchungen' );
	await expectFine( page );
} );

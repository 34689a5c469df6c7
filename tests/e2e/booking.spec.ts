import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { entryOf, makeEvents, removeEvents, type TestEvents } from '../support/booking.ts';
import { type CaughtMail, mailWith } from '../support/mail.ts';
import { address } from '../support/network.ts';
import { complaints, cutOff, tooWide } from '../support/page.ts';
import { loggedInBySso } from '../support/sso.ts';
import { ON_STACK } from '../support/tags.ts';

const PORTAL = 'startchancen';
const ALL = address( PORTAL, '/veranstaltungen/' );
/** Invented people of the demo content and of these tests who booked. */
const NAMES = [ 'Ahrendt', 'Baumbach', 'Czerny', 'Gudrun Geheim', '@schule.example.org' ];
const MARK = `probe${ Date.now().toString( 36 ) }`;

test.describe.configure( { mode: 'serial' } );

let events: TestEvents;
test.beforeAll( async () => {
	events = await makeEvents( MARK );
} );
test.afterAll( () => removeEvents( MARK ) );

const slot = ( page: Page, date: number ): Locator => page.locator( `#termin-${ date }` );
const status = ( page: Page ): Locator => page.locator( '.lw-dv' ).getByRole( 'status' );
const dayInGerman = ( day: string ): string =>
	new Date( `${ day }T12:00:00Z` ).toLocaleDateString( 'de-DE', { day: 'numeric', month: 'long', year: 'numeric' } );
const linkIn = ( mail: CaughtMail ): string => /https?:\/\/\S*\/buchung\/\S+/.exec( mail.text )?.[ 0 ] ?? '';

/** From a date's button by the login page to the provider and back. */
async function logIn( page: Page, date: number, name: string ): Promise< void > {
	await slot( page, date )
		.getByRole( 'link', { name: /Mit Bildungsserver anmelden und buchen/ } )
		.click();
	await page.getByRole( 'main' ).getByRole( 'link', { name: 'Mit Bildungsserver anmelden' } ).click();
	await page.getByRole( 'button', { name } ).click();
}

/** Asserts that a page says nothing about anybody who booked. */
async function namesNobody( page: Page ): Promise< void > {
	const html = await page.content();
	for ( const name of NAMES ) {
		expect( html ).not.toContain( name );
	}
}

test( 'a guest finds a date by search, filter and calendar, and sees no names', ON_STACK, async ( { page } ) => {
	const seen = complaints( page );
	await page.goto( ALL );
	await expect( page.getByRole( 'article' ).first() ).toBeVisible();
	await namesNobody( page );
	await page.getByRole( 'searchbox' ).fill( MARK );
	await page.keyboard.press( 'Enter' );
	await expect( status( page ) ).toHaveText( `3 Termine für „${ MARK }“` );
	const full = page.getByRole( 'article' ).filter( { hasText: events.full.title } );
	await expect( full ).toContainText( 'ausgebucht' );
	await expect( page.getByRole( 'article' ).filter( { hasText: events.open.title } ) ).toContainText(
		'10 von 10 Plätzen frei'
	);
	await page.getByRole( 'checkbox', { name: /mit freien Plätzen/ } ).check();
	await expect( status( page ) ).toHaveText( /^2 Termine/ );
	await page.getByRole( 'link', { name: 'Kalender', exact: true } ).click();
	await expect( status( page ) ).toHaveText( /im \S+ \d{4}/ );
	await page.goto( `${ ALL }?ansicht=kalender&suche=${ MARK }&monat=${ events.open.day.slice( 0, 7 ) }` );
	await namesNobody( page );
	await page.getByRole( 'link', { name: events.open.title } ).click();
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( events.open.title );
	await expect( slot( page, events.open.date ) ).toContainText( '10 von 10 Plätzen frei' );
	await expect( page.getByRole( 'navigation', { name: /Brotkr|Sie sind hier|Breadcrumb/ } ) ).toContainText(
		'Veranstaltungen'
	);
	await namesNobody( page );
	expect( await page.content() ).not.toContain( 'konferenz.example.org' );
	expect( seen.list ).toEqual( [] );
} );

test( 'a full date says so and offers others', async ( { page } ) => {
	await page.goto( address( PORTAL, events.full.path ) );
	await expect( slot( page, events.full.date ) ).toContainText( 'Ausgebucht' );
	await expect( slot( page, events.full.date ) ).toContainText( 'Es gibt keine Warteliste' );
	await expect( slot( page, events.full.date ).getByRole( 'link', { name: /buchen/ } ) ).toHaveCount( 0 );
	const others = page.locator( '.lw-slots__others' );
	await expect( others.getByRole( 'link', { name: events.open.title } ) ).toBeVisible();
	await others.getByRole( 'link', { name: events.open.title } ).click();
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( events.open.title );
	await namesNobody( page );
} );

test(
	'a teacher logs in from the event, books with one button, gets the mail and cancels by its link',
	ON_STACK,
	async ( { page, browser } ) => {
		await page.goto( address( PORTAL, events.open.path ) );
		await logIn( page, events.open.date, 'Anja Lehmann' );
		const form = slot( page, events.open.date ).locator( 'form' );
		await expect( form ).toContainText( 'Anja Lehmann' );
		await expect( form ).toContainText( 'Sekundarschule „Am Mühlteich“ Auendorf' );
		await expect( form ).toContainText( 'anja.lehmann@schule.example.org' );
		await expect( form.getByRole( 'combobox' ), 'teachers book for themselves' ).toHaveCount( 0 );
		await form.getByRole( 'button', { name: 'Buchen' } ).click();

		const booked = page.getByRole( 'group', { name: 'Gebucht' } );
		await expect( booked ).toContainText( 'Ein Platz ist reserviert für Anja Lehmann' );
		await expect( slot( page, events.open.date ) ).toContainText( '9 von 10 Plätzen frei' );
		const number = /Buchungsnummer: (\w+)/.exec( await booked.innerText() )?.[ 1 ] ?? '';
		expect( number ).not.toBe( '' );

		const mail = await mailWith( number );
		expect( mail.to.map( ( to ) => to.address ) ).toEqual( [ 'anja.lehmann@schule.example.org' ] );
		expect( mail.subject ).toContain( events.open.title );
		expect( mail.text ).toContain( 'https://konferenz.example.org/werkstatt' );
		const entry = await entryOf( mail );
		expect( entry ).toMatchObject( {
			method: 'REQUEST',
			summary: events.open.title,
			location: 'Bildungsort Saaleufer, Halle (Saale)',
			zone: 'Europe/Berlin',
		} );
		expect( entry.uid ).toMatch( new RegExp( `^booking-${ number.toLowerCase() }@startchancen\\.localhost` ) );
		const begins = new Date( entry.start * 1000 ).toLocaleString( 'sv-SE', { timeZone: 'Europe/Berlin' } );
		expect( begins ).toBe( `${ events.open.day } 14:00:00` );

		await page.getByRole( 'link', { name: 'Meine Buchungen ansehen oder stornieren' } ).click();
		const own = page.locator( `#buchung-${ number }` );
		await expect( own ).toContainText( events.open.title );
		await expect( own ).toContainText( dayInGerman( events.open.day ) );
		await expect( own ).toContainText( 'https://konferenz.example.org/werkstatt' );

		// The link works without a login, and looking at it changes nothing.
		const link = linkIn( mail );
		const elsewhere = await ( await browser.newContext() ).newPage();
		for ( const look of [ 1, 2 ] ) {
			await elsewhere.goto( link );
			await expect( elsewhere.getByText( 'Platz reserviert' ), `look ${ look }` ).toBeVisible();
		}
		expect( await violations( elsewhere ) ).toEqual( [] );
		await elsewhere.getByRole( 'button', { name: 'Buchung stornieren' } ).click();
		await expect( elsewhere.getByRole( 'main' ) ).toContainText( 'storniert' );
		await expect( elsewhere.getByRole( 'button', { name: 'Buchung stornieren' } ) ).toHaveCount( 0 );
		await elsewhere.goto( `${ link.slice( 0, -1 ) }${ link.endsWith( '0' ) ? '1' : '0' }` );
		await expect( elsewhere.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Buchung nicht gefunden' );
		await elsewhere.context().close();

		const farewell = await mailWith( `Storniert: ${ events.open.title }` );
		const removed = await entryOf( farewell );
		expect( removed ).toMatchObject( { method: 'CANCEL', uid: entry.uid } );
		expect( removed.sequence ).toBeGreaterThan( entry.sequence );
		await page.goto( address( PORTAL, events.open.path ) );
		await expect( slot( page, events.open.date ) ).toContainText( '10 von 10 Plätzen frei' );
	}
);

test( 'a teacher is refused for a colleague; a head teacher books for one, who is told', async ( {
	page,
	browser,
} ) => {
	// Colleagues are people who have logged in before.
	await loggedInBySso( page.context(), PORTAL, 'lehrkraft' );
	await page.goto( address( PORTAL, `${ events.open.path }?termin=${ events.open.date }` ) );
	await expect( page.getByLabel( 'Für wen buchen Sie?' ) ).toHaveCount( 0 );
	const nonce = await page
		.locator( 'form.lw-form input[type=hidden]' )
		.evaluateAll( ( fields ) =>
			Object.fromEntries(
				fields.map( ( field ) => [ field.getAttribute( 'name' ), field.getAttribute( 'value' ) ] )
			)
		);
	const head = await browser.newContext();
	await loggedInBySso( head, PORTAL, 'schulleitung' );
	const screen = await head.newPage();
	await screen.goto( address( PORTAL, `${ events.open.path }?termin=${ events.open.date }` ) );
	const whom = screen.getByLabel( 'Für wen buchen Sie?' );
	await expect( whom.getByRole( 'option' ) ).toContainText( [ 'Für mich', 'Anja Lehmann' ] );
	const anja = await whom.getByRole( 'option', { name: 'Anja Lehmann' } ).getAttribute( 'value' );
	const field = ( await whom.getAttribute( 'name' ) ) ?? '';

	const forged = await page.request.post( address( PORTAL, events.open.path ), {
		form: { ...nonce, [ field ]: String( Number( anja ) + 1 ) } as Record< string, string >,
		headers: { Origin: address( PORTAL, '' ) },
		maxRedirects: 0,
	} );
	expect( forged.status() ).toBe( 403 );
	expect( await forged.text() ).toContain( 'Für diese Person können Sie nicht buchen' );

	await whom.selectOption( { label: 'Anja Lehmann' } );
	await screen.getByRole( 'button', { name: 'Buchen' } ).click();
	const booked = screen.getByRole( 'group', { name: 'Gebucht' } );
	await expect( booked ).toContainText( 'Ein Platz ist reserviert für Anja Lehmann' );
	const number = /Buchungsnummer: (\w+)/.exec( await booked.innerText() )?.[ 1 ] ?? '';
	const mail = await mailWith( number );
	expect( mail.to.map( ( to ) => to.address ) ).toEqual( [ 'anja.lehmann@schule.example.org' ] );
	expect( mail.text ).toContain( 'Dr. Bernd Schulze hat einen Platz für Sie gebucht.' );
	await head.close();
	await page.goto( address( PORTAL, '/meine-buchungen/' ) );
	await expect( page.locator( `#buchung-${ number }` ) ).toContainText( events.open.title );
} );

test( 'the wrong role is told why, and no request of theirs takes a seat', async ( { page } ) => {
	await loggedInBySso( page.context(), PORTAL, 'lehrkraft' );
	await page.goto( address( PORTAL, `${ events.leaders.path }?termin=${ events.leaders.date }` ) );
	await expect( slot( page, events.leaders.date ) ).toContainText( 'Mit Ihrer Rolle kann er nicht gebucht werden.' );
	await expect( page.getByRole( 'button', { name: 'Buchen' } ) ).toHaveCount( 0 );
	await expect( slot( page, events.leaders.date ) ).toContainText( '10 von 10 Plätzen frei' );
} );

test( 'with the keyboard alone: from the list to the booking and to its cancellation', async ( { page } ) => {
	await loggedInBySso( page.context(), PORTAL, 'schul-admin' );
	await page.goto( `${ ALL }?suche=${ events.open.title.replace( ' ', '+' ) }` );
	await page.getByRole( 'article' ).getByRole( 'link' ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( events.open.title );
	const button = page.getByRole( 'button', { name: 'Buchen' } );
	for (
		let steps = 0;
		steps < 80 && ! ( await button.evaluate( ( el ) => el === document.activeElement ) );
		steps++
	) {
		await page.keyboard.press( 'Tab' );
	}
	await expect( button ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'group', { name: 'Gebucht' } ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Meine Buchungen' );
	await page
		.getByRole( 'listitem' )
		.filter( { hasText: events.open.title } )
		.getByRole( 'link', { name: /^Buchung stornieren/ } )
		.press( 'Enter' );
	await page.getByRole( 'button', { name: 'Ja, stornieren' } ).press( 'Enter' );
	await expect( page.getByText( /Die Buchung \w+ ist storniert\./ ) ).toBeVisible();
} );

test.describe( 'without JavaScript', () => {
	test.use( { javaScriptEnabled: false } );

	test( 'everything works by links and forms', async ( { page } ) => {
		await page.goto( `${ ALL }?suche=${ MARK }` );
		await page.getByRole( 'link', { name: events.open.title } ).click();
		await logIn( page, events.open.date, 'Daniel Krause' );
		await page.getByRole( 'button', { name: 'Buchen' } ).click();
		await expect( page.getByText( 'Ein Platz ist reserviert für Daniel Krause' ) ).toBeVisible();
		await page.getByRole( 'link', { name: 'Meine Buchungen ansehen oder stornieren' } ).click();
		await page
			.getByRole( 'link', { name: /^Buchung stornieren/ } )
			.first()
			.click();
		await page.getByRole( 'button', { name: 'Ja, stornieren' } ).click();
		await expect( page.getByText( /Die Buchung \w+ ist storniert\./ ) ).toBeVisible();
	} );
} );

for ( const width of [ 360, 768, 1280 ] ) {
	test( `${ width } px: lists, event, form and own bookings are accessible and fit`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		const check = async ( path: string ): Promise< void > => {
			await page.goto( address( PORTAL, path ) );
			await page.waitForLoadState( 'networkidle' );
			expect( await violations( page ), path ).toEqual( [] );
			expect( await tooWide( page ), path ).toEqual( [] );
			expect( await cutOff( page ), path ).toEqual( [] );
		};
		for ( const layout of [ 'liste', 'kacheln', 'tabelle', 'kalender' ] ) {
			await check( `/veranstaltungen/?ansicht=${ layout }` );
		}
		await check( events.full.path );
		await loggedInBySso( page.context(), PORTAL, 'schulleitung' );
		await check( `${ events.open.path }?termin=${ events.open.date }` );
		await check( '/meine-buchungen/' );
	} );
}

test( 'the start page shows the next four dates without the script of data views', async ( { page } ) => {
	const scripts: string[] = [];
	page.on( 'request', ( request ) => scripts.push( request.url() ) );
	await page.goto( address( PORTAL ) );
	await page.waitForLoadState( 'networkidle' );
	await expect( page.locator( '.lw-dv' ).getByRole( 'article' ) ).toHaveCount( 4 );
	expect( scripts.filter( ( url ) => /interactivity|data-view\/view/.test( url ) ) ).toEqual( [] );
} );

import { expect, test, type Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address, network } from '../support/network.ts';
import { complaints, cutOff, headingLevels, tooWide } from '../support/page.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'lernorte';
const MAIN = 'lernwelt-lsa';
const OF_PORTAL = '/wp-admin/tools.php?page=lernwelt-audit';
const OF_NETWORK = '/wp-admin/network/admin.php?page=lernwelt-audit';
const BOX = '#lernwelt-audit';

/** Leaves an event: looks at the list of people. */
async function viewPeople( page: Page, portal: string ): Promise< void > {
	await page.goto( address( portal, '/wp-admin/users.php' ) );
}

async function open( page: Page, portal: string, screen: string ): Promise< void > {
	await page.goto( address( portal, screen ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Protokoll' } ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { level: 2, name: /Eintr(ag|äge)$/ } ) ).toBeVisible();
	await expect( page.getByLabel( 'Bereich' ) ).toBeVisible();
}

async function search( page: Page ): Promise< void > {
	const answer = page.waitForResponse( /audit-events/ );
	await page.getByRole( 'button', { name: 'Suchen' } ).click();
	await answer;
	await expect( page.getByRole( 'region', { name: /Eintr(ag|äge)$/ } ) ).toHaveAttribute( 'aria-busy', 'false' );
}

const rows = ( page: Page ) => page.locator( `${ BOX } tbody tr` );

/** The newest line with this text; what others do at the same moment may stand above it. */
const withText = ( page: Page, text: string ) => rows( page ).filter( { hasText: text } ).first();

test( 'a portal’s administrator finds who viewed the list of people, and that they looked', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await viewPeople( page, PORTAL );
	const found = complaints( page );
	await open( page, PORTAL, OF_PORTAL );
	await page.getByLabel( 'Text im Ereignis' ).fill( 'personenliste' );
	await search( page );
	await expect( withText( page, 'Personenliste oder Konto angesehen' ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { level: 2, name: /Eintr/ } ) ).toBeFocused();

	await page.getByLabel( 'Text im Ereignis' ).fill( '' );
	await page.getByLabel( 'Bereich' ).selectOption( { label: 'Protokoll' } );
	await search( page );
	await expect( withText( page, 'Protokoll angesehen' ) ).toBeVisible();

	// The portal's own lines only, and no name anywhere.
	await expect( page.getByLabel( 'Portal', { exact: true } ) ).toHaveCount( 0 );
	const account = network().accounts.find( ( { role } ) => role === 'administrator' );
	await expect( page.locator( `${ BOX } table` ) ).not.toContainText( account?.login ?? 'administrator' );
	expect( await violations( page, BOX ) ).toEqual( [] );
	expect( await headingLevels( page ) ).not.toContain( 4 );
	expect( found.list ).toEqual( [] );
} );

test( 'a person is looked up by account, and unknown ones are said beside the field', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await viewPeople( page, PORTAL );
	await open( page, PORTAL, OF_PORTAL );
	const field = page.getByLabel( /^Person/ );
	await field.fill( 'niemand@example.org' );
	await page.getByRole( 'button', { name: 'Suchen' } ).click();
	await expect( field ).toHaveAccessibleDescription( /Dieses Konto gibt es hier nicht/ );
	await expect( field ).toBeFocused();
	expect( await violations( page, BOX ) ).toEqual( [] );

	const account = network().accounts.find( ( { role } ) => role === 'administrator' );
	await field.fill( account?.login ?? '' );
	await search( page );
	await expect( page.getByText( /^Nur Person [0-9a-f]{8}/ ) ).toBeVisible();
	await expect( withText( page, 'Person im Protokoll nachgeschlagen' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Alle Personen zeigen' } ).click();
	await expect( page.getByText( /^Nur Person/ ) ).toHaveCount( 0 );
} );

test( 'nothing found is said, and clearing the filters brings the lines back', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await open( page, PORTAL, OF_PORTAL );
	await page.getByLabel( 'Text im Ereignis' ).fill( '<script>alert(1)</script>' );
	await page.getByLabel( 'Von (Tag)' ).fill( '2020-01-02' );
	await page.getByLabel( 'Bis (Tag)' ).fill( '2020-01-01' );
	await search( page );
	await expect( page.getByText( 'Nichts gefunden.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Filter leeren' } ).click();
	await expect( rows( page ).first() ).toBeVisible();
	await expect( page.getByLabel( 'Text im Ereignis' ) ).toHaveValue( '' );
} );

test( 'the network’s administrator sees all portals, the result of the verification and the time lines are kept', async ( {
	page,
} ) => {
	await loggedIn( page.context(), MAIN, 'super admin' );
	await open( page, MAIN, OF_NETWORK );
	await expect( page.locator( `${ BOX } .components-notice` ).first() ).toContainText( /Protokoll/ );
	await page.getByLabel( 'Portal', { exact: true } ).selectOption( { label: 'Das Netzwerk selbst' } );
	await search( page );
	const days = page.getByLabel( 'Tage', { exact: true } );
	await days.fill( '12' );
	await page.getByRole( 'button', { name: 'Speichern' } ).click();
	await expect( page.getByText( 'Bitte geben Sie eine Zahl von 30 bis 365 Tagen an.' ).first() ).toBeVisible();
	await expect( days ).toBeFocused();
	await days.fill( '90' );
	await page.getByRole( 'button', { name: 'Speichern' } ).click();
	await expect( page.getByText( 'Einträge werden 90 Tage aufbewahrt.' ).first() ).toBeVisible();
	expect( await violations( page, BOX ) ).toEqual( [] );
} );

test( 'it works by keyboard alone', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await viewPeople( page, PORTAL );
	await open( page, PORTAL, OF_PORTAL );
	await page.getByLabel( 'Text im Ereignis' ).focus();
	await page.keyboard.type( 'personenliste' );
	const answer = page.waitForResponse( /audit-events/ );
	await page.keyboard.press( 'Enter' );
	await answer;
	await expect( page.getByRole( 'heading', { level: 2, name: /Eintr/ } ) ).toBeFocused();
	const person = rows( page ).first().getByRole( 'button' ).first();
	for ( let presses = 0; presses < 20; presses++ ) {
		await page.keyboard.press( 'Tab' );
		if ( await person.evaluate( ( button ) => button === document.activeElement ) ) {
			break;
		}
	}
	await page.keyboard.press( 'Enter' );
	await expect( page.getByText( /^Nur Person [0-9a-f]{8}/ ) ).toBeVisible();
} );

test( 'it fits a phone', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await loggedIn( page.context(), MAIN, 'super admin' );
	await open( page, MAIN, OF_NETWORK );
	expect( await tooWide( page ) ).toEqual( [] );
	// WordPress's own bar cuts its names off.
	const cut = await cutOff( page );
	expect( cut.filter( ( text ) => ! text.includes( 'ab-item' ) ) ).toEqual( [] );
	expect( await violations( page, BOX ) ).toEqual( [] );
} );

test( 'who may not read it doesn’t see it', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'editor' );
	const response = await page.goto( address( PORTAL, OF_PORTAL ) );
	expect( response?.status() ).toBe( 403 );
	await page.goto( address( PORTAL, '/wp-admin/' ) );
	await expect( page.getByRole( 'link', { name: 'Protokoll', exact: true } ) ).toHaveCount( 0 );
} );

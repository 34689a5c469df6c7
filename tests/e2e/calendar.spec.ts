import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { type CalendarPage, calendarPage } from '../support/calendar.ts';
import { complaints, cutOff, tooWide } from '../support/page.ts';
import { weigh } from '../support/weight.ts';

/** Theme and in-place update of a data view; the keys of a calendar come on top. */
const DATA_VIEW_SCRIPT_BYTES = 12_000;
const CALENDAR_SCRIPT_BYTES = 2_000;

const MAY = '?monat=2031-05';

test.describe.configure( { mode: 'serial' } );

let calendar: CalendarPage;
test.beforeAll( () => {
	calendar = calendarPage( [ 'calendar', 'list', 'chart' ] );
} );
test.afterAll( () => calendar.remove() );

const status = ( page: Page ): Locator => page.locator( '.lw-dv' ).getByRole( 'status' );
const months = ( page: Page ): Locator => page.getByRole( 'navigation', { name: 'Monat', exact: true } );
/** A day; what is on it follows its name. */
const day = ( page: Page, name: string ): Locator =>
	page.getByRole( 'gridcell', { name: new RegExp( `^${ name }\\b` ) } );

test.describe( 'without JavaScript', () => {
	test.use( { javaScriptEnabled: false } );

	test( 'a month is a table with links, and every filter stays', async ( { page } ) => {
		await page.goto( calendar.url + MAY );
		await expect( status( page ) ).toHaveText( '12 Termine im Mai 2031' );
		const table = page.getByRole( 'table', { name: 'Termine im Mai 2031' } );
		await expect( table.getByRole( 'columnheader', { name: 'Donnerstag' } ) ).toBeVisible();
		const sixth = table.getByRole( 'cell', { name: /^Dienstag, 6\. Mai, 2 Termine/ } );
		await expect( sixth.getByRole( 'link' ) ).toHaveText( [
			/^09:30 Uhr\s+Sprechstunde/,
			/^14:00 Uhr\s+Digitale/,
		] );

		await page.getByRole( 'checkbox', { name: /^Burg/ } ).check();
		await page.getByRole( 'button', { name: 'Anwenden' } ).click();
		await expect( status( page ) ).toHaveText( '2 Termine im Mai 2031 in Burg' );
		await months( page ).getByRole( 'link', { name: 'Juni 2031' } ).click();
		await expect( page ).toHaveURL( /stadt%5B%5D=burg&monat=2031-06/ );
		await expect( status( page ) ).toHaveText( '1 Termin im Juni 2031 in Burg' );
		await expect( page.getByRole( 'cell', { name: /^Montag, 2\. Juni, 1 Termin/ } ) ).toContainText(
			'bis 15:00 Uhr'
		);
		await months( page ).getByRole( 'link', { name: 'Juli 2031' } ).click();
		await page.getByRole( 'link', { name: 'Juni 2031 zeigen' } ).click();
		await page.getByRole( 'link', { name: 'Liste', exact: true } ).click();
		await expect( page.getByRole( 'article' ) ).toHaveCount( 1 );
		await expect( page.getByRole( 'article' ) ).toContainText( 'Fr., 30. Mai 2031, 09:00 Uhr' );
	} );

	test( 'a chart is a table that leads to the list', async ( { page } ) => {
		await page.goto( `${ calendar.url }?ansicht=diagramm&monat[]=2031-05` );
		const table = page.getByRole( 'table', { name: 'Termine nach Stadt' } );
		await expect( table.getByRole( 'row' ) ).toHaveText( [
			/Stadt\s*Anzahl/,
			/Burg\s*2/,
			/Halle\s*2/,
			/Zeitz\s*8/,
		] );
		await table.getByRole( 'link', { name: 'Halle' } ).click();
		await expect( status( page ) ).toHaveText( /^2 Termine in Halle/ );
		await expect( page.getByRole( 'article' ) ).toHaveCount( 2 );
	} );
} );

test( 'with the keyboard alone: to a day, to its dates, to the next month and back', async ( { page } ) => {
	const seen = complaints( page );
	await page.goto( calendar.url + MAY );
	await page.evaluate( () => ( ( window as unknown as { same: boolean } ).same = true ) );
	await expect( page.getByRole( 'grid', { name: 'Termine im Mai 2031' } ) ).toBeVisible();
	const hint = page.getByText( 'Pfeiltasten: andere Tage.' );
	await expect( hint ).toBeHidden();
	await months( page ).getByRole( 'link', { name: 'Aktueller Monat' } ).focus();
	await page.keyboard.press( 'Tab' );
	await expect( day( page, 'Dienstag, 6. Mai, 2 Termine' ) ).toBeFocused();
	await expect( hint ).toBeVisible();

	await page.keyboard.press( 'ArrowDown' );
	await expect( day( page, 'Dienstag, 13. Mai, 0 Termine' ) ).toBeFocused();
	await page.keyboard.press( 'ArrowRight' );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'link', { name: /Demokratiebildungsnetzwerktreffen/ } ) ).toBeFocused();
	await page.keyboard.press( 'Escape' );
	await page.keyboard.press( 'End' );
	await expect( day( page, 'Sonntag, 18. Mai, 0 Termine' ) ).toBeFocused();

	await page.keyboard.press( 'PageDown' );
	await expect( status( page ) ).toHaveText( '1 Termin im Juni 2031' );
	await expect( day( page, 'Mittwoch, 18. Juni, 0 Termine' ) ).toBeFocused();
	await expect( page ).toHaveURL( /monat=2031-06/ );
	await page.keyboard.press( 'PageUp' );
	await expect( day( page, 'Sonntag, 18. Mai, 0 Termine' ) ).toBeFocused();
	await page.keyboard.press( 'Shift+Tab' );
	await expect( months( page ).getByRole( 'link', { name: 'Aktueller Monat' } ) ).toBeFocused();

	await day( page, 'Dienstag, 27. Mai, 7 Termine' ).focus();
	await page.keyboard.press( 'Enter' );
	for ( let step = 0; step < 4; step++ ) {
		await page.keyboard.press( 'ArrowDown' );
	}
	await page.keyboard.press( 'Enter' );
	await page.keyboard.press( 'ArrowDown' );
	await expect( page.getByRole( 'link', { name: /Kurzberatung um 12 Uhr/ } ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( page ).toHaveURL( /\/termin-11\// );
	await page.goBack();
	// The date's own page doesn't exist; everything before happened on one page.
	expect(
		seen.list.filter( ( line ) => ! line.includes( 'termin-11' ) && ! line.includes( 'ERR_ABORTED' ) )
	).toEqual( [] );
} );

test( 'turning the month by link stays on the page, and the focus on the link', async ( { page } ) => {
	await page.goto( calendar.url + MAY );
	await page.evaluate( () => ( ( window as unknown as { same: boolean } ).same = true ) );
	const next = months( page ).getByRole( 'link' ).nth( 1 );
	await next.focus();
	await page.keyboard.press( 'Enter' );
	await expect( status( page ) ).toHaveText( '1 Termin im Juni 2031' );
	await expect( next ).toBeFocused();
	await expect( next ).toHaveText( 'Juli 2031' );
	await page.goBack();
	await expect( status( page ) ).toHaveText( '12 Termine im Mai 2031' );
	expect( await page.evaluate( () => ( window as unknown as { same?: boolean } ).same ) ).toBe( true );
} );

test( 'today is marked and where the keyboard begins', async ( { page } ) => {
	await page.goto( calendar.url );
	const today = page.locator( '[aria-current="date"]' );
	await expect( today ).toHaveAttribute( 'tabindex', '0' );
	await expect( today ).toContainText( 'Heute' );
	await expect( months( page ).getByRole( 'link' ) ).toHaveCount( 2 );
} );

test( 'on a phone a month is the list of its days, with the same keys', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await page.goto( calendar.url + MAY );
	await expect( page.getByText( 'Di., 6. Mai' ) ).toBeVisible();
	await expect( page.locator( '#lw-dv-calendar-7' ) ).toBeHidden();
	await day( page, 'Dienstag, 6. Mai, 2 Termine' ).focus();
	await page.keyboard.press( 'ArrowDown' );
	await expect( day( page, 'Mittwoch, 14. Mai, 1 Termin' ) ).toBeFocused();
	await page.keyboard.press( 'End' );
	await expect( day( page, 'Samstag, 31. Mai, 1 Termin' ) ).toBeFocused();
} );

for ( const width of [ 360, 768, 1280 ] ) {
	for ( const query of [ MAY, '?monat=2031-07', '?ansicht=diagramm' ] ) {
		test( `${ width } px ${ query }: accessible, nothing sticks out or is cut off`, async ( { page } ) => {
			await page.setViewportSize( { width, height: 800 } );
			await page.goto( calendar.url + query );
			await page.waitForLoadState( 'networkidle' );
			expect( await violations( page ) ).toEqual( [] );
			expect( await tooWide( page ) ).toEqual( [] );
			expect( await cutOff( page ) ).toEqual( [] );
		} );
	}
}

test( 'text at 200 % sticks out nowhere', async ( { page } ) => {
	await page.goto( calendar.url + MAY );
	await page.addStyleTag( { content: 'html { font-size: 200% }' } );
	expect( await tooWide( page ) ).toEqual( [] );
	expect( await cutOff( page ) ).toEqual( [] );
} );

test( 'the keys weigh little and come only where a month is', async ( { page, browser } ) => {
	const bytes = ( parts: ReadonlyArray< { readonly path: string; readonly bytes: number } > ): number =>
		parts.find( ( { path } ) => path.endsWith( '/data-view/calendar.js' ) )?.bytes ?? 0;
	const { ownScript, parts, shift } = await weigh( page, calendar.url + MAY );
	expect( bytes( parts ) ).toBeGreaterThan( 0 );
	expect( bytes( parts ) ).toBeLessThanOrEqual( CALENDAR_SCRIPT_BYTES );
	expect( ownScript - bytes( parts ) ).toBeLessThanOrEqual( DATA_VIEW_SCRIPT_BYTES );
	expect( shift ).toBeLessThanOrEqual( 0.01 );
	const other = await browser.newPage();
	const list = await weigh( other, `${ calendar.url }?ansicht=liste` );
	expect( bytes( list.parts ) ).toBe( 0 );
	await other.close();
} );

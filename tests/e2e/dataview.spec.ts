import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { complaints, cutOff, tooWide } from '../support/page.ts';
import { ON_STACK } from '../support/tags.ts';
import { watch } from '../support/traffic.ts';

/** The learning places: list with map, cards, table. */
const PLACES = address( 'lernorte', '/orte/' );

const view = ( page: Page ): Locator => page.locator( '.lw-dv' ).first();
const status = ( page: Page ): Locator => view( page ).getByRole( 'status' );
const boxes = ( page: Page ): Locator => view( page ).locator( '.lw-dv__facet' ).first().getByRole( 'checkbox' );

/** The number at the beginning of "48 Lernorte …". */
async function count( page: Page ): Promise< number > {
	return Number.parseInt( ( await status( page ).innerText() ).replaceAll( '.', '' ), 10 );
}

/** Waits until the page shows another state than the one before. */
async function changed( page: Page, before: string ): Promise< void > {
	await expect( status( page ) ).not.toHaveText( before );
	await expect( view( page ) ).not.toHaveAttribute( 'aria-busy', 'true' );
}

test.describe( 'without JavaScript', () => {
	test.use( { javaScriptEnabled: false } );

	test( 'search, filter, table, sorting and pages are a form and links', ON_STACK, async ( { page } ) => {
		await page.goto( PLACES );
		const all = await count( page );
		expect( all ).toBeGreaterThan( 20 );
		await expect( view( page ).locator( '[data-lw-map]' ) ).toBeHidden();

		const first = boxes( page ).first();
		const promised = Number.parseInt(
			await view( page ).locator( '.lw-dv__count > [aria-hidden]' ).first().innerText(),
			10
		);
		await first.check();
		await view( page ).getByRole( 'button', { name: 'Anwenden' } ).click();
		await expect( page ).toHaveURL( /%5B%5D=/ );
		expect( await count( page ) ).toBe( promised );
		expect( promised ).toBeLessThan( all );
		await expect( first ).toBeChecked();

		await view( page )
			.getByRole( 'link', { name: /Filter .* entfernen/ } )
			.first()
			.click();
		expect( await count( page ) ).toBe( all );

		await view( page ).getByRole( 'link', { name: 'Tabelle' } ).click();
		await expect( view( page ).getByRole( 'table' ) ).toBeVisible();
		const head = view( page ).getByRole( 'columnheader' ).first();
		await head.getByRole( 'link' ).click();
		await expect( view( page ).getByRole( 'columnheader' ).first() ).toHaveAttribute( 'aria-sort', /ascending/ );

		const pages = view( page ).getByRole( 'navigation', { name: /Seiten/ } );
		await pages.getByRole( 'link', { name: '2' } ).first().click();
		await expect( page ).toHaveURL( /seite=2/ );
		await expect( view( page ).getByRole( 'row' ).nth( 1 ) ).toBeVisible();
	} );

	test( 'nothing found says so and offers a way back', async ( { page } ) => {
		await page.goto( `${ PLACES }?suche=qwrtzpsdf` );
		expect( await count( page ) ).toBe( 0 );
		await view( page ).locator( '.lw-dv__empty' ).getByRole( 'link' ).click();
		expect( await count( page ) ).toBeGreaterThan( 20 );
	} );
} );

test(
	'a filter changes results, address and counts in place, and the focus stays',
	ON_STACK,
	async ( { page, context } ) => {
		const traffic = await watch( context, address( 'lernorte', '' ) );
		const seen = complaints( page );
		await page.goto( PLACES );
		await page.evaluate( () => ( ( window as unknown as { same: boolean } ).same = true ) );
		const before = await status( page ).innerText();
		const said: string[] = [];
		await page.exposeFunction( 'heard', ( text: string ) => said.push( text ) );
		await status( page ).evaluate( ( element ) => {
			new MutationObserver( () =>
				( window as unknown as { heard: ( text: string ) => void } ).heard( element.textContent )
			).observe( element, { childList: true, characterData: true, subtree: true } );
		} );

		const first = boxes( page ).first();
		await first.focus();
		await page.keyboard.press( 'Space' );
		await changed( page, before );
		await expect( page ).toHaveURL( /%5B%5D=/ );
		await expect( first ).toBeChecked();
		await expect( first ).toBeFocused();
		expect( said ).toHaveLength( 1 );
		expect( await page.evaluate( () => ( window as unknown as { same?: boolean } ).same ) ).toBe( true );

		const filtered = await status( page ).innerText();
		await page.goBack();
		await changed( page, filtered );
		await expect( status( page ) ).toHaveText( before );
		await expect( first ).not.toBeChecked();
		await page.goForward();
		await changed( page, before );
		await expect( status( page ) ).toHaveText( filtered );

		await page.reload();
		await expect( status( page ) ).toHaveText( filtered );
		expect( traffic.violations ).toEqual( [] );
		expect( traffic.foreign ).toEqual( [] );
		// What a newer state or the reload overtakes is given up on purpose.
		expect( seen.list.filter( ( line ) => ! line.endsWith( 'net::ERR_ABORTED' ) ) ).toEqual( [] );
	}
);

test( 'typing searches after a pause and is one step back', async ( { page } ) => {
	await page.goto( PLACES );
	const before = await status( page ).innerText();
	const field = view( page ).getByRole( 'searchbox' );
	await field.pressSequentially( 'mus', { delay: 30 } );
	await changed( page, before );
	const third = await status( page ).innerText();
	await field.pressSequentially( 'eum', { delay: 30 } );
	await expect( page ).toHaveURL( /suche=museum/ );
	await expect( field ).toBeFocused();
	await expect( field ).toHaveValue( 'museum' );
	expect( third ).not.toBe( before );
	await page.goBack();
	await expect( status( page ) ).toHaveText( before );
	await expect( field ).toHaveValue( '' );
} );

test( 'removing a chip gives the focus to what is left', async ( { page } ) => {
	await page.goto( PLACES );
	const before = await status( page ).innerText();
	await boxes( page ).nth( 0 ).check();
	await changed( page, before );
	const one = await status( page ).innerText();
	await boxes( page ).nth( 1 ).check();
	await changed( page, one );
	const two = await status( page ).innerText();
	const chips = view( page ).getByRole( 'link', { name: /Filter .* entfernen/ } );
	await expect( chips ).toHaveCount( 2 );
	await chips.first().focus();
	await page.keyboard.press( 'Enter' );
	await changed( page, two );
	await expect( chips ).toHaveCount( 1 );
	await expect( chips.first() ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( chips ).toHaveCount( 0 );
	await expect( status( page ) ).toHaveText( before );
	await expect( status( page ) ).toBeFocused();
} );

test( 'another page of results begins at its top', async ( { page } ) => {
	await page.goto( PLACES );
	const first = await view( page ).locator( '.lw-dv__results li' ).first().innerText();
	await view( page )
		.getByRole( 'navigation', { name: /Seiten/ } )
		.getByRole( 'link', { name: '2' } )
		.first()
		.click();
	await expect( page ).toHaveURL( /seite=2/ );
	await expect( view( page ).locator( '.lw-dv__results li' ).first() ).not.toHaveText( first );
	await expect( view( page ).locator( '.lw-dv__results' ) ).toBeFocused();
	expect( await page.evaluate( () => window.scrollY ) ).toBeLessThan( 1200 );
} );

test( 'an answer that fails is told in words, with a way to try again', async ( { page } ) => {
	await page.goto( PLACES );
	const before = await status( page ).innerText();
	await page.route( /\/orte\/\?/, ( route ) => route.fulfill( { status: 503, body: 'no' } ) );
	await boxes( page ).first().check();
	const problem = view( page ).locator( '.lw-dv__problem' );
	await expect( problem ).toBeVisible();
	await expect( problem ).toContainText( 'nicht geladen' );
	await expect( problem ).toHaveAttribute( 'role', 'alert' );
	await page.unroute( /\/orte\/\?/ );
	await problem.getByRole( 'link' ).click();
	await changed( page, before );
	await expect( problem ).toBeHidden();
	await expect( page ).toHaveURL( /%5B%5D=/ );
} );

test( 'unknown, malformed and hostile parameters are ignored', async ( { page, request } ) => {
	await page.goto( PLACES );
	const all = await count( page );
	for ( const query of [
		'region[]=gibtesnicht',
		'region[][]=harz',
		'suche[]=a',
		'seite=-1&seite[]=2',
		'seite=99999',
		'sortierung[a][b]=c',
		'ansicht=%F0%28%8C%28',
		'note=x&sortierung=note',
		`suche=${ 'x'.repeat( 3000 ) }`,
	] ) {
		const response = await request.get( `${ PLACES }?${ query }` );
		expect( response.status(), query ).toBe( 200 );
		const html = await response.text();
		expect( html, query ).toMatch( new RegExp( `role="status"[^>]*><strong>${ all }\\b` ) );
	}
} );

for ( const width of [ 360, 768, 1280 ] ) {
	for ( const layout of [ '', '?ansicht=kacheln', '?ansicht=tabelle', '?suche=qwrtzpsdf' ] ) {
		test( `${ width } px ${ layout || 'first layout' }: accessible, nothing sticks out or is cut off`, async ( {
			page,
		} ) => {
			await page.setViewportSize( { width, height: 800 } );
			await page.goto( PLACES + layout );
			await page.waitForLoadState( 'networkidle' );
			expect( await violations( page ) ).toEqual( [] );
			expect( await tooWide( page ) ).toEqual( [] );
			expect( await cutOff( page ) ).toEqual( [] );
		} );
	}
}

test( 'text at 200 % sticks out nowhere', async ( { page } ) => {
	await page.setViewportSize( { width: 1280, height: 800 } );
	await page.goto( PLACES );
	await page.addStyleTag( { content: 'html { font-size: 200% }' } );
	expect( await tooWide( page ) ).toEqual( [] );
	expect( await cutOff( page ) ).toEqual( [] );
} );

test( 'on a phone the table keeps its headings, and filters unfold', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await page.goto( `${ PLACES }?ansicht=tabelle` );
	const row = view( page ).getByRole( 'row' ).nth( 1 );
	await expect( row.locator( '.lw-dv__head' ).first() ).toBeVisible();
	await expect( view( page ).locator( '.lw-dv__facets' ) ).toBeHidden();
	await view( page ).locator( '.lw-dv__show' ).click();
	await expect( view( page ).locator( '.lw-dv__facets' ) ).toBeVisible();
	const before = await status( page ).innerText();
	await boxes( page ).first().check();
	await changed( page, before );
	await expect( boxes( page ).first() ).toBeVisible();
} );

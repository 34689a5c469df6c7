import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { address } from '../support/network.ts';
import { tooWide } from '../support/page.ts';

const PORTAL = 'lernorte';
const START = address( PORTAL );
const PLACES = address( PORTAL, '/orte/' );

const view = ( page: Page ): Locator => page.locator( '.lw-dv' );
const status = ( page: Page ): Locator => view( page ).getByRole( 'status' );
const results = ( page: Page ): Locator => view( page ).locator( '.lw-dv__results' );

/** The box of a value; its spoken name goes on with the count. */
const box = ( page: Page, name: string ): Locator =>
	view( page ).getByRole( 'checkbox', { name: new RegExp( `^${ name }\\s*,` ) } );

/** The number in "48 Lernorte …". */
async function count( page: Page ): Promise< number > {
	return Number.parseInt( ( await status( page ).innerText() ).replaceAll( '.', '' ), 10 );
}

/** Ticks a box of a filter; boxes beyond the first few are folded away. */
async function choose( page: Page, filter: string, name: string ): Promise< void > {
	const facet = view( page ).getByRole( 'group', { name: filter } );
	if ( ! ( await box( page, name ).isVisible() ) ) {
		await facet.locator( 'summary' ).click();
	}
	await box( page, name ).check();
}

/** Titles of the results shown, in their order. */
async function titles( page: Page ): Promise< string[] > {
	return results( page ).locator( ':is(h2, h3, tbody th) a' ).allInnerTexts();
}

for ( const javaScriptEnabled of [ true, false ] ) {
	test.describe( javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use( { javaScriptEnabled } );

		test( 'from the start page to a place by word and region', async ( { page } ) => {
			await page.goto( START );
			const search = page.getByRole( 'main' ).getByRole( 'search' );
			await search.getByLabel( 'Was suchen Sie?' ).fill( 'Himmelsscheibe' );
			await search.getByLabel( 'Region' ).selectOption( 'Burgenlandkreis' );
			await search.getByRole( 'button', { name: 'Suchen' } ).click();

			await expect( page ).toHaveURL( /\/orte\/\?suche=Himmelsscheibe&region%5B%5D=burgenlandkreis/ );
			await expect( status( page ) ).toContainText( 'für „Himmelsscheibe“ in der Region Burgenlandkreis' );
			await expect( box( page, 'Burgenlandkreis' ) ).toBeChecked();
			await results( page ).getByRole( 'link', { name: 'Arche Nebra' } ).first().click();

			await expect( page.getByRole( 'heading', { level: 1, name: 'Arche Nebra' } ) ).toBeVisible();
			await expect( page.getByRole( 'main' ) ).toContainText( '06642' );
			await page.goBack();
			await expect( status( page ) ).toContainText( 'für „Himmelsscheibe“ in der Region Burgenlandkreis' );
		} );

		test( 'by subject from the start page', async ( { page } ) => {
			await page.goto( START );
			await page.getByRole( 'main' ).getByRole( 'link', { name: 'Astronomie', exact: true } ).click();
			await expect( box( page, 'Astronomie' ) ).toBeChecked();
			expect( await count( page ) ).toBeGreaterThan( 2 );
			expect( await titles( page ) ).toContain( 'Arche Nebra' );
		} );

		test( 'a word that no place has leads back to all places', async ( { page } ) => {
			await page.goto( PLACES );
			const all = await count( page );
			await page.goto( `${ PLACES }?suche=Quastenflosser` );
			await expect( view( page ).getByRole( 'heading', { name: 'Nichts gefunden' } ) ).toBeVisible();
			await view( page ).getByRole( 'link', { name: 'Wieder alles zeigen' } ).click();
			await expect( status( page ) ).toContainText( String( all ) );
			await expect( view( page ).getByLabel( 'Suche', { exact: true } ) ).toHaveValue( '' );
		} );
	} );
}

test( 'the address can be shared, and the back button takes back one step after the other', async ( {
	page,
	browser,
} ) => {
	await page.goto( PLACES );
	await choose( page, 'Region', 'Harz' );
	await expect( status( page ) ).toContainText( 'in der Region Harz' );
	const harz = await status( page ).innerText();
	await choose( page, 'Fach', 'Technik' );
	await expect( status( page ) ).not.toHaveText( harz );
	const both = await status( page ).innerText();
	expect( await count( page ) ).toBeGreaterThan( 0 );

	const visitor = await browser.newContext( { locale: 'de-DE' } );
	const other = await visitor.newPage();
	await other.goto( page.url() );
	await expect( status( other ) ).toHaveText( both );
	expect( await titles( other ) ).toEqual( await titles( page ) );
	await visitor.close();

	await page.goBack();
	await expect( status( page ) ).toHaveText( harz );
	await expect( box( page, 'Technik' ) ).not.toBeChecked();
	await expect( box( page, 'Harz' ) ).toBeChecked();
	await page.goBack();
	await expect( box( page, 'Harz' ) ).not.toBeChecked();
} );

test( 'the table is sorted as Germans sort', async ( { page } ) => {
	await page.goto( PLACES );
	await view( page ).getByRole( 'link', { name: 'Tabelle' } ).click();
	const heading = view( page ).getByRole( 'columnheader', { name: 'Ort', exact: true } );
	const german = new Intl.Collator( 'de' );
	for ( const [ direction, sign ] of [
		[ 'ascending', 1 ],
		[ 'descending', -1 ],
	] as const ) {
		await heading.getByRole( 'link' ).click();
		await expect( heading ).toHaveAttribute( 'aria-sort', direction );
		const towns = await results( page ).locator( 'tbody tr td:nth-of-type(1) .lw-dv__cell' ).allInnerTexts();
		expect( towns.length ).toBeGreaterThan( 10 );
		expect( towns ).toEqual( towns.toSorted( ( one, two ) => sign * german.compare( one, two ) ) );
	}
} );

test( 'with the keyboard alone from the search to a place', async ( { page } ) => {
	await page.goto( START );
	const search = page.getByRole( 'main' ).getByRole( 'search' );
	await search.getByLabel( 'Was suchen Sie?' ).focus();
	await page.keyboard.type( 'Werkstatt' );
	await page.keyboard.press( 'Tab' );
	await expect( search.getByLabel( 'Region' ) ).toBeFocused();
	await page.keyboard.type( 'Harz' );
	await page.keyboard.press( 'Tab' );
	await page.keyboard.press( 'Enter' );
	await expect( status( page ) ).toContainText( 'für „Werkstatt“ in der Region Harz' );

	// The filters stand before the results, so whoever tabs needs a while, but gets there.
	const first = results( page ).getByRole( 'link' ).first();
	const title = await first.innerText();
	for ( let tabs = 0; tabs < 100; tabs++ ) {
		await page.keyboard.press( 'Tab' );
		if ( await first.evaluate( ( link ) => link === document.activeElement ) ) {
			break;
		}
	}
	await expect( first ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'heading', { level: 1, name: title } ) ).toBeVisible();
} );

test( 'on a phone: results first, filters unfold, a place fits', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await page.goto( START );
	expect( await tooWide( page ) ).toEqual( [] );
	await page.goto( PLACES );
	expect( await tooWide( page ) ).toEqual( [] );
	await view( page )
		.getByRole( 'link', { name: /Filter zeigen/ } )
		.click();
	await box( page, 'Börde' ).check();
	await expect( status( page ) ).toContainText( 'in der Region Börde' );
	await results( page ).getByRole( 'link' ).first().click();
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
	expect( await tooWide( page ) ).toEqual( [] );
} );

test( 'every shipped place has its page, and every page answers', async ( { request } ) => {
	test.setTimeout( 180_000 );
	const list = readFileSync( inRoot( 'plugins-src/lernwelt-places/data/lernorte.csv' ), 'latin1' );
	const shipped = list.split( '\r\n' ).length - 2;
	expect( shipped ).toBeGreaterThanOrEqual( 80 );

	const links = new Set< string >();
	for ( let number = 1; number <= 50; number++ ) {
		const html = await ( await request.get( `${ PLACES }?seite=${ number }` ) ).text();
		const found = [ ...html.matchAll( /href="([^"]*\/orte\/[a-z0-9-]+\/)"/g ) ].map( ( [ , link ] ) => link ?? '' );
		const before = links.size;
		found.forEach( ( link ) => links.add( link ) );
		// Beyond the last page the first one comes again.
		if ( links.size === before ) {
			break;
		}
	}
	expect( links.size ).toBeGreaterThanOrEqual( shipped );

	const broken: string[] = [];
	const queue = [ ...links ];
	const visit = async (): Promise< void > => {
		for ( let link = queue.pop(); link !== undefined; link = queue.pop() ) {
			const response = await request.get( link );
			if ( response.status() !== 200 || ! ( await response.text() ).includes( 'application/ld+json' ) ) {
				broken.push( `${ response.status() } ${ link }` );
			}
		}
	};
	await Promise.all( [ visit(), visit(), visit(), visit() ] );
	expect( broken ).toEqual( [] );
} );

test( 'the start page counts places, and what it counts is true', async ( { page } ) => {
	await page.goto( START );
	const fact = page.locator( '.lw-fact', { hasText: 'Lernorte im ganzen Land' } ).locator( 'strong' );
	const places = Number.parseInt( ( await fact.innerText() ).replaceAll( '.', '' ), 10 );
	const free = page.locator( '.lw-fact', { hasText: 'kostenfrei' } ).locator( 'strong' );
	const freePlaces = Number.parseInt( await free.innerText(), 10 );
	await page.goto( PLACES );
	expect( await count( page ) ).toBe( places );
	await page.goto( `${ PLACES }?besonders%5B%5D=kostenfrei` );
	expect( await count( page ) ).toBe( freePlaces );
	expect( freePlaces ).toBeGreaterThan( 0 );
	expect( freePlaces ).toBeLessThan( places );
} );

test( 'another portal shows its own data with the same view', async ( { page } ) => {
	await page.goto( address( 'startchancen', '/meldungen/' ) );
	await expect( status( page ) ).toContainText( /\d+ (Meldungen|Beiträge|Artikel)/ );
	await expect( view( page ).locator( '[data-lw-map]' ) ).toHaveCount( 0 );
	const all = await count( page );
	const first = view( page ).getByRole( 'checkbox' ).first();
	await first.check();
	await expect( page ).toHaveURL( /thema%5B%5D=/ );
	await expect( status( page ) ).not.toContainText( `${ all } ` );
	await view( page ).getByRole( 'link', { name: 'Tabelle' } ).click();
	await expect( results( page ).getByRole( 'table' ) ).toBeVisible();
	await results( page ).locator( 'tbody a' ).first().click();
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
} );

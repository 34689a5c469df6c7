import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { complaints, cutOff, headingLevels, tooWide } from '../support/page.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'lernorte';

/** One of the places that come with the plugin. */
const PLACE = '/orte/jahrtausendturm-magdeburg/';

function canvas( page: Page ): FrameLocator {
	return page.frameLocator( 'iframe[name="editor-canvas"]' );
}

test.describe( 'a place, without JavaScript', () => {
	test.use( { javaScriptEnabled: false } );

	test( 'says everything a class needs and leads on', async ( { page } ) => {
		await page.goto( address( PORTAL, PLACE ) );
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Jahrtausendturm Magdeburg' );
		await expect( page.getByRole( 'navigation', { name: 'Brotkrumen' } ) ).toContainText( 'Orte finden' );
		const facts = page.getByRole( 'complementary', { name: 'Auf einen Blick' } );
		await expect( facts ).toContainText( '39114 Magdeburg' );
		await expect( facts.getByRole( 'link', { name: 'elbauenpark.de' } ) ).toHaveAttribute(
			'href',
			'https://www.elbauenpark.de/'
		);
		await expect( page.getByRole( 'img', { name: 'Lage in Sachsen-Anhalt: Magdeburg' } ) ).toBeVisible();
		await expect( page.getByText( 'GeoBasis-DE / BKG' ) ).toBeVisible();

		const nearby = page.getByRole( 'region', { name: 'Lernorte in der Nähe' } );
		await expect( nearby.getByRole( 'article' ) ).toHaveCount( 3 );
		await expect( nearby.getByText( /km entfernt/ ) ).toHaveCount( 3 );
		await page.getByRole( 'link', { name: 'Alle Lernorte auf der Karte: Magdeburg' } ).click();
		await expect( page ).toHaveURL( /\/orte\/\?region(\[|%5B)(\]|%5D)=magdeburg$/ );
		await expect( page.getByRole( 'checkbox', { name: /^Magdeburg/ } ) ).toBeChecked();
	} );
} );

for ( const width of [ 360, 1280 ] ) {
	test( `a place is well made at ${ width } px`, async ( { page } ) => {
		const complained = complaints( page );
		await page.setViewportSize( { width, height: 800 } );
		await page.goto( address( PORTAL, PLACE ) );
		expect( await violations( page ) ).toEqual( [] );
		expect( await tooWide( page ) ).toEqual( [] );
		expect( await cutOff( page ) ).toEqual( [] );
		const levels = await headingLevels( page );
		expect( levels.filter( ( level ) => level === 1 ) ).toHaveLength( 1 );
		expect( levels.some( ( level, index ) => level - ( levels[ index - 1 ] ?? level ) > 1 ) ).toBe( false );
		expect( complained.list ).toEqual( [] );
	} );
}

test( 'a place is described for search engines', async ( { page } ) => {
	await page.goto( address( PORTAL, PLACE ) );
	const json = await page.locator( 'script[type="application/ld+json"]' ).textContent();
	expect( JSON.parse( json ?? '' ) ).toMatchObject( {
		'@context': 'https://schema.org',
		'@type': 'Museum',
		name: 'Jahrtausendturm Magdeburg',
		url: address( PORTAL, PLACE ),
		address: { postalCode: '39114', addressLocality: 'Magdeburg' },
		geo: { '@type': 'GeoCoordinates' },
	} );
} );

test( 'every link of a place is reached with the Tab key, facts before location', async ( { page } ) => {
	await page.goto( address( PORTAL, PLACE ) );
	await page.getByRole( 'navigation', { name: 'Brotkrumen' } ).getByRole( 'link' ).last().focus();
	const reached: string[] = [];
	for ( let step = 0; step < 8; step++ ) {
		await page.keyboard.press( 'Tab' );
		reached.push( await page.evaluate( () => document.activeElement?.textContent.trim() ?? '' ) );
	}
	expect( reached.slice( 0, 4 ) ).toEqual( [
		'elbauenpark.de',
		'Zur Website',
		'Alle Lernorte auf der Karte: Magdeburg',
		'Alle Lernorte',
	] );
} );

test( 'a place fits on paper', async ( { page } ) => {
	await page.emulateMedia( { media: 'print' } );
	await page.goto( address( PORTAL, PLACE ) );
	await expect( page.getByText( 'Tessenowstraße 5a' ).first() ).toBeVisible();
	await expect( page.getByRole( 'img', { name: 'Lage in Sachsen-Anhalt: Magdeburg' } ) ).toBeVisible();
	await expect( page.locator( '.lw-related' ) ).toBeHidden();
	await expect( page.locator( '.lw-nav' ) ).toBeHidden();
} );

/** Presses the button in the panel, which stays open after a refusal. */
async function publish( page: Page ): Promise< void > {
	const button = page.locator( '.editor-post-publish-panel .editor-post-publish-button' );
	if ( ( await button.count() ) === 0 ) {
		await page.locator( '.editor-post-publish-panel__toggle' ).focus();
		await page.keyboard.press( 'Enter' );
	}
	await expect( button ).toBeEnabled();
	await button.focus();
	await page.keyboard.press( 'Enter' );
}

/** Types into the field that has the focus and goes on to the next one. */
async function fillIn( page: Page, ...texts: readonly string[] ): Promise< void > {
	for ( const text of texts ) {
		await page.keyboard.type( text );
		await page.keyboard.press( 'Tab' );
	}
}

test( 'an editor fills in a place by keyboard; what is wrong is said and nothing is lost', async ( {
	page,
	context,
	browser,
} ) => {
	test.setTimeout( 180_000 );
	const title = `Sternwarte ${ Date.now() }`;
	await loggedIn( context, PORTAL, 'editor' );
	await page.goto( address( PORTAL, '/wp-admin/post-new.php?post_type=lernwelt_place' ) );
	const frame = canvas( page );
	await frame.locator( '.editor-post-title__input' ).focus();
	await page.keyboard.type( title );
	await frame.getByRole( 'textbox', { name: 'In einem Satz' } ).focus();
	await fillIn( page, 'Sterne und Planeten mit eigenen Augen sehen.', 'Abend am Fernrohr', 'Sternweg 1', '06110' );
	await fillIn( page, 'Halle (Saale)', '0345 1234567', 'kaputt', 'https://sternwarte.example/' );
	await fillIn( page, 'Fr ab 19 Uhr', '2 Euro je Kind' );
	await page.keyboard.press( 'Space' );
	await page.keyboard.press( 'Tab' );
	await fillIn( page, 'Kuppel nur über Treppen' );
	await expect( frame.getByLabel( 'Für Klassen kostenfrei' ).first() ).toBeChecked();
	await expect( frame.getByText( 'Bitte prüfen Sie die E-Mail-Adresse.' ) ).toBeVisible();

	// The map: in by Tab, the pin by a button, then by arrow keys.
	await frame.getByRole( 'button', { name: 'Marke in die Mitte der Karte setzen' } ).focus();
	await page.keyboard.press( 'Enter' );
	const latitude = frame.getByLabel( 'Breitengrad (Nord)' );
	const before = await latitude.inputValue();
	await frame.locator( '.lw-point-map__pin' ).focus();
	await page.keyboard.press( 'Shift+ArrowDown' );
	await expect( latitude ).not.toHaveValue( before );
	await latitude.focus();
	await page.keyboard.press( 'ControlOrMeta+a' );
	await fillIn( page, '52,52', '13,405' );
	await expect( frame.getByText( 'Dieser Punkt liegt außerhalb Sachsen-Anhalts.' ) ).toBeVisible();
	await latitude.focus();
	await page.keyboard.press( 'ControlOrMeta+a' );
	await fillIn( page, '51,4828', '11,9697' );
	await expect( frame.getByText( 'Noch ist keine Region gewählt.' ) ).toBeVisible();
	await frame.getByRole( 'button', { name: 'Region Halle (Saale) wählen' } ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( frame.getByText( 'Die Marke steht in: Halle (Saale).' ) ).toBeVisible();
	expect( await frame.locator( '.lw-place-form' ).evaluate( ( form ) => form.scrollWidth <= form.clientWidth ) ).toBe(
		true
	);

	await publish( page );
	await expect( page.getByText( /E-Mail: Bitte prüfen Sie die E-Mail-Adresse/ ).first() ).toBeVisible();
	await frame.getByRole( 'textbox', { name: 'E-Mail' } ).focus();
	await page.keyboard.press( 'ControlOrMeta+a' );
	await page.keyboard.type( 'post@sternwarte.example' );
	await publish( page );
	const link = page.locator( '.post-publish-panel__postpublish a' ).first();
	await expect( link ).toBeVisible();

	const visitor = await browser.newContext( { locale: 'de-DE' } );
	const guest = await visitor.newPage();
	await guest.goto( ( await link.getAttribute( 'href' ) ) ?? '' );
	await expect( guest.getByRole( 'heading', { level: 1, name: title } ) ).toBeVisible();
	for ( const words of [ 'Abend am Fernrohr', 'Sternweg 1', '06110 Halle (Saale)', 'Für Klassen kostenfrei' ] ) {
		await expect( guest.getByText( words ).first() ).toBeVisible();
	}
	await expect( guest.getByRole( 'link', { name: 'post@sternwarte.example' } ) ).toBeVisible();
	await expect( guest.getByRole( 'img', { name: 'Lage in Sachsen-Anhalt: Halle (Saale)' } ) ).toBeVisible();
	expect( await violations( guest ) ).toEqual( [] );
	await visitor.close();
} );

import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'kreativpotentiale';

/** The preview asks the server; on a busy machine that takes a while. */
const PATIENCE = { timeout: 30_000 };

function canvas( page: Page ): FrameLocator {
	return page.frameLocator( 'iframe[name="editor-canvas"]' );
}

async function newPage( page: Page, title: string ): Promise< void > {
	// New pages offer patterns in a window of their own, at a moment of its own.
	const overlay = page.locator( '.components-modal__screen-overlay' );
	await page.addLocatorHandler( overlay, () => overlay.getByRole( 'button', { name: 'Schließen' } ).click() );
	await page.goto( address( PORTAL, '/wp-admin/post-new.php?post_type=page' ) );
	await canvas( page ).locator( '.editor-post-title__input' ).fill( title );
}

/** Inserts one more data view; the list of blocks is drawn anew while somebody types, so a click can miss. */
async function insertDataView( page: Page ): Promise< void > {
	const views = canvas( page ).locator( '[data-type="lernwelt/data-view"]' );
	const before = await views.count();
	await page.locator( '.editor-document-tools__inserter-toggle' ).click();
	await page.locator( '.block-editor-inserter__search input' ).fill( 'Datenansicht' );
	const item = page.locator( '.block-editor-block-types-list__item' ).filter( { hasText: 'Datenansicht' } );
	await expect( async () => {
		await item.click();
		await expect( views ).toHaveCount( before + 1, { timeout: 3_000 } );
	} ).toPass( PATIENCE );
	await page.locator( '.editor-document-tools__inserter-toggle' ).click();
}

async function openSettings( page: Page, block: number ): Promise< void > {
	await canvas( page ).locator( '[data-type="lernwelt/data-view"]' ).nth( block ).click();
	const tab = page.getByRole( 'tab', { name: 'Block', exact: true } );
	if ( ! ( await tab.isVisible() ) ) {
		await page.getByRole( 'button', { name: 'Einstellungen', exact: true } ).click();
	}
	await tab.click();
}

async function publish( page: Page ): Promise< string > {
	await page.locator( '.editor-post-publish-button__button' ).click();
	await page.locator( '.editor-post-publish-panel .editor-post-publish-button' ).click();
	const link = page.locator( '.post-publish-panel__postpublish a' ).first();
	await expect( link ).toBeVisible( PATIENCE );
	return ( await link.getAttribute( 'href' ) ) ?? '';
}

test( 'an editor puts two data views on a page, changes them, and visitors see both', async ( { page, browser } ) => {
	test.setTimeout( 180_000 );
	await loggedIn( page.context(), PORTAL, 'editor' );
	await newPage( page, `Datenansichten ${ Date.now() }` );

	await insertDataView( page );
	const first = canvas( page ).locator( '[data-type="lernwelt/data-view"]' ).first();
	await expect( first ).toContainText( 'Welche Daten sollen hier stehen?' );
	await expect( first.getByRole( 'button', { name: 'Lernorte' } ) ).toHaveCount( 0 );
	await first.getByRole( 'button', { name: 'Artikel', exact: true } ).click();
	await expect( first.locator( '.lw-dv__status' ) ).toHaveText( /^\d+ Artikel$/, PATIENCE );

	await openSettings( page, 0 );
	await page.getByRole( 'checkbox', { name: 'Tabelle' } ).check();
	await page.getByLabel( 'Zuerst gezeigt' ).selectOption( { label: 'Tabelle' } );
	await expect( first.locator( 'table.lw-dv__table' ) ).toBeVisible( PATIENCE );
	await page.getByLabel( 'Reihenfolge' ).selectOption( { label: 'Veröffentlicht am' } );
	await page.getByRole( 'checkbox', { name: 'Umgekehrt' } ).check();
	await expect( first.locator( 'th[aria-sort="descending"]' ) ).toContainText( 'Veröffentlicht am', PATIENCE );
	await expect( page.getByRole( 'checkbox', { name: 'Kalender' } ) ).toHaveCount( 0 );
	await page.getByRole( 'checkbox', { name: 'Diagramm' } ).check();
	await page.getByLabel( 'Zuerst gezeigt' ).selectOption( { label: 'Diagramm' } );
	await page.getByLabel( 'Das Diagramm zählt nach' ).selectOption( { label: 'Thema' } );
	await expect( first.locator( 'table.lw-dv__bars caption' ) ).toHaveText( 'Artikel nach Thema', PATIENCE );
	await page.getByLabel( 'Zuerst gezeigt' ).selectOption( { label: 'Tabelle' } );
	await expect( first.locator( 'table.lw-dv__table' ) ).toBeVisible( PATIENCE );
	expect( await violations( page, '.interface-interface-skeleton__sidebar' ) ).toEqual( [] );

	await canvas( page ).locator( '.editor-post-title__input' ).click();
	await insertDataView( page );
	const second = canvas( page ).locator( '[data-type="lernwelt/data-view"]' ).filter( { hasText: 'Welche Daten' } );
	await second.getByRole( 'button', { name: 'Downloads', exact: true } ).click();
	await expect( canvas( page ).locator( '.lw-dv__status', { hasText: 'Dateien' } ) ).toBeVisible( PATIENCE );

	const url = await publish( page );
	const visitor = await browser.newPage( { javaScriptEnabled: false } );
	await visitor.goto( url );
	await expect( visitor.locator( '.lw-dv' ) ).toHaveCount( 2 );
	const ids = await visitor.locator( '.lw-dv' ).evaluateAll( ( views ) => views.map( ( view ) => view.id ) );
	expect( new Set( ids ).size ).toBe( 2 );

	const articles = visitor.locator( '.lw-dv', { has: visitor.locator( 'table' ) } );
	const files = visitor.locator( '.lw-dv', { hasNot: visitor.locator( 'table' ) } );
	await files.getByRole( 'checkbox' ).first().check();
	await files.getByRole( 'button', { name: 'Anwenden' } ).click();
	await expect( files.locator( '.lw-dv__chip' ) ).toHaveCount( 1 );
	await expect( articles.locator( '.lw-dv__chip' ) ).toHaveCount( 0 );
	await articles.getByRole( 'columnheader' ).first().getByRole( 'link' ).click();
	await expect( articles.locator( 'th[aria-sort="ascending"]' ) ).toContainText( 'Titel' );
	await expect( files.locator( '.lw-dv__chip' ) ).toHaveCount( 1 );
	await visitor.close();
} );

test( 'a source this portal does not have says so', async ( { page } ) => {
	test.setTimeout( 120_000 );
	await loggedIn( page.context(), PORTAL, 'editor' );
	await newPage( page, 'Falsche Quelle' );
	await page.evaluate( () => {
		const { wp } = window as unknown as {
			wp: {
				blocks: { createBlock: ( name: string, attributes: object ) => object };
				data: { dispatch: ( store: string ) => { insertBlocks: ( block: object ) => void } };
			};
		};
		wp.data
			.dispatch( 'core/block-editor' )
			.insertBlocks( wp.blocks.createBlock( 'lernwelt/data-view', { source: 'places' } ) );
	} );
	const block = canvas( page ).locator( '[data-type="lernwelt/data-view"]' );
	await expect( block ).toContainText( 'Dieses Portal hat keine Datenquelle „places“.' );
	await expect( block.getByRole( 'button', { name: 'Artikel', exact: true } ) ).toBeVisible();
} );

import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'lernorte';

/** A picture as an editor has it on disk. */
const PICTURE = inRoot( 'demo/common/pictures/logo-gedenkstaetten-im-land.webp' );

const PICTURE_TEXT = 'Logo der Gedenkstätten im Land';

const FILE_TITLE = 'Checkliste für den Lernort-Tag';

function canvas( page: Page ): FrameLocator {
	return page.frameLocator( 'iframe[name="editor-canvas"]' );
}

/** Opens the inserter, searches and clicks the first hit of a list. */
async function insert( page: Page, list: 'block-types' | 'block-patterns', word: string ): Promise< void > {
	await page.locator( '.editor-document-tools__inserter-toggle' ).click();
	if ( list === 'block-patterns' ) {
		await page.getByRole( 'tab', { name: 'Vorlagen' } ).click();
	}
	await page.locator( '.block-editor-inserter__search input' ).fill( word );
	await page.locator( `.block-editor-${ list }-list__item` ).filter( { hasText: word } ).first().click();
	await page.locator( '.editor-document-tools__inserter-toggle' ).click();
}

async function write( page: Page, title: string, text: string ): Promise< void > {
	const frame = canvas( page );
	await frame.locator( '.editor-post-title__input' ).fill( title );
	await page.keyboard.press( 'Enter' );
	await page.keyboard.type( text );
}

async function addPicture( page: Page ): Promise< void > {
	await insert( page, 'block-types', 'Bild' );
	const placeholder = canvas( page ).locator( '.wp-block-image' ).last();
	await placeholder.locator( 'input[type=file]' ).setInputFiles( PICTURE );
	await expect( placeholder.locator( 'img[src^="http"]' ) ).toBeVisible();
	await placeholder.click();
	await page.getByRole( 'textbox', { name: 'Alternativtext' } ).fill( PICTURE_TEXT );
}

async function addDownloads( page: Page ): Promise< void > {
	await insert( page, 'block-types', 'Downloads' );
	const field = page.getByRole( 'combobox', { name: 'Dateien' } );
	await field.fill( FILE_TITLE );
	await page.getByRole( 'option', { name: FILE_TITLE } ).click();
	await expect( canvas( page ).getByText( FILE_TITLE ).first() ).toBeVisible();
}

async function publish( page: Page ): Promise< string > {
	await page.locator( '.editor-post-publish-button__button' ).click();
	await page.locator( '.editor-post-publish-panel .editor-post-publish-button' ).click();
	const link = page.locator( '.post-publish-panel__postpublish a' ).first();
	await expect( link ).toBeVisible();
	return ( await link.getAttribute( 'href' ) ) ?? '';
}

test( 'an editor writes an article, previews and publishes it; visitors find it', async ( {
	page,
	context,
	browser,
} ) => {
	test.setTimeout( 180_000 );
	const title = `Nachtwanderung ${ Date.now() }`;
	await loggedIn( context, PORTAL, 'editor' );
	await page.goto( address( PORTAL, '/wp-admin/post-new.php' ) );
	await write( page, title, 'Mit Stirnlampe durch den Harz: Wir suchen Tiere, die nur nachts unterwegs sind.' );
	await insert( page, 'block-patterns', 'Zitat' );
	await addPicture( page );
	await addDownloads( page );

	await page.getByRole( 'button', { name: 'Anzeigen', exact: true } ).click();
	const opened = context.waitForEvent( 'page' );
	await page.getByRole( 'menuitem', { name: /Vorschau in neuem Tab/ } ).click();
	const preview = await opened;
	await expect( preview.getByRole( 'heading', { level: 1, name: title } ) ).toBeVisible();
	await preview.close();

	const link = await publish( page );
	expect( link ).toContain( address( PORTAL, '/aktuelles/' ) );

	const visitor = await browser.newContext( { locale: 'de-DE' } );
	const guest = await visitor.newPage();
	await guest.goto( address( PORTAL, `/?s=${ encodeURIComponent( title ) }` ) );
	await expect( guest.getByRole( 'main' ).getByRole( 'link', { name: title } ) ).toBeVisible();

	await guest.goto( address( PORTAL ) );
	await guest.locator( '#navigation' ).getByRole( 'link', { name: 'Aktuelles' } ).click();
	await guest.getByRole( 'main' ).getByRole( 'link', { name: title } ).click();
	await expect( guest.getByRole( 'heading', { level: 1, name: title } ) ).toBeVisible();
	await expect( guest.getByRole( 'img', { name: PICTURE_TEXT } ) ).toBeVisible();
	await expect( guest.locator( 'blockquote' ) ).toBeVisible();
	const file = guest.getByRole( 'main' ).getByRole( 'link', { name: FILE_TITLE } );
	const download = await visitor.request.get( ( await file.getAttribute( 'href' ) ) ?? '' );
	expect( download.headers()[ 'content-type' ] ).toContain( 'application/pdf' );
	expect( await violations( guest ) ).toEqual( [] );
	await visitor.close();
} );

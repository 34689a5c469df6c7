import { expect, test, type Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { complaints, tooWide } from '../support/page.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'lernorte';
const SCREEN = '/wp-admin/edit.php?post_type=lernwelt_place&page=lernwelt-places-import';
const BOX = '#lernwelt-places-import';

// Two imports never overlap on a portal.
test.describe.configure( { mode: 'serial' } );

/** A source nobody else has, so that the shipped places stay as they are. */
const unique = ( name: string ): string => `${ name } ${ Date.now().toString( 36 ) }`;

const file = ( content: string, name = 'orte.csv' ) => ( {
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from( content ),
} );

/** Takes away what a test imported: other tests count the places of this portal. */
async function deletePlaces( page: Page, search: string ): Promise< void > {
	await page.evaluate( async ( words ) => {
		type Fetch = ( options: { path: string; method?: string } ) => Promise< Array< { id: number } > >;
		const { apiFetch } = ( window as unknown as { wp: { apiFetch: Fetch } } ).wp;
		const places = await apiFetch( { path: `/wp/v2/places?search=${ words }&per_page=100&_fields=id` } );
		for ( const { id } of places ) {
			await apiFetch( { path: `/wp/v2/places/${ id }?force=true`, method: 'DELETE' } );
		}
	}, search );
}

async function open( page: Page ): Promise< void > {
	await loggedIn( page.context(), PORTAL, 'editor' );
	await page.goto( address( PORTAL, SCREEN ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Lernorte importieren' } ) ).toBeVisible();
}

async function choose( page: Page, source: string, upload: ReturnType< typeof file > ): Promise< void > {
	await page.getByRole( 'button', { name: /^(Neuer Import|Datei oder Adresse wählen)$/ } ).click();
	await page.getByLabel( 'Name der Quelle' ).fill( source );
	await page.getByLabel( 'Datei', { exact: true } ).setInputFiles( upload );
	await page.getByRole( 'button', { name: 'Weiter zu den Spalten' } ).click();
}

async function check( page: Page ): Promise< void > {
	await expect( page.getByText( /Zeilen? gezeigt/ ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Prüfen, was sich ändern würde' } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: /Was der Import von/ } ) ).toBeVisible( {
		timeout: 30_000,
	} );
}

async function number( page: Page, name: string ): Promise< string > {
	const box = page
		.locator( '.lernwelt-import-numbers > div' )
		.filter( { has: page.getByText( name, { exact: true } ) } );
	return ( await box.locator( 'dd' ).innerText() ).split( '\n' )[ 0 ] ?? '';
}

test( 'an editor checks a file, sees before and after, imports it, and changes it', async ( { page } ) => {
	const found = complaints( page );
	const source = unique( 'Verband' );
	await open( page );
	await choose( page, source, file( 'Nr;Name;Ort\n1;Importprobe Zoo;Magdeburg\n2;Importprobe Turm;Halle\n' ) );

	await expect( page.getByLabel( 'Kennung' ) ).toHaveValue( 'Nr' );
	await expect( page.locator( 'summary', { hasText: 'Importprobe Zoo' } ) ).toBeVisible();
	expect( await violations( page, BOX ) ).toEqual( [] );
	await check( page );
	expect( await number( page, 'wäre neu' ) ).toBe( '2' );
	expect( await violations( page, BOX ) ).toEqual( [] );

	await page.getByRole( 'button', { name: 'Jetzt importieren' } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: /Bericht zum Import/ } ) ).toBeVisible( {
		timeout: 30_000,
	} );
	expect( await number( page, 'neu' ) ).toBe( '2' );

	await page.getByRole( 'button', { name: 'Alle Importe' } ).click();
	await expect( page.getByRole( 'heading', { level: 2, name: 'Bisherige Importe' } ) ).toBeVisible();
	expect( await violations( page, BOX ) ).toEqual( [] );
	await page.getByRole( 'button', { name: `Jetzt importieren: ${ source }` } ).click();
	await page
		.getByLabel( 'Datei', { exact: true } )
		.setInputFiles( file( 'Nr;Name;Ort\n1;Importprobe Zoo;Burg\n2;Importprobe Turm;Halle\n' ) );
	await page.getByRole( 'button', { name: 'Weiter zu den Spalten' } ).click();
	await check( page );
	expect( [ await number( page, 'würde sich ändern' ), await number( page, 'unverändert' ) ] ).toEqual( [
		'1',
		'1',
	] );
	const change = page.getByRole( 'region', { name: /Was sich ändern würde/ } );
	await expect( change.locator( 'del' ) ).toContainText( 'Magdeburg' );
	await expect( change.locator( 'ins' ) ).toContainText( 'Burg' );
	expect( found.list ).toEqual( [] );
	await deletePlaces( page, 'Importprobe' );
} );

test( 'a damaged file loses nothing: every bad row is named with its reason', async ( { page } ) => {
	await open( page );
	const rows = [
		'1;Gut;52,13;11,63',
		'2;;52,13;11,63',
		'1;Doppelt;52,13;11,63',
		'4;Hamburg;53,55;9,99',
		'5;Vertauscht;11,63;52,13',
		'6;<b>Fett</b>;52,13;11,63',
		'7;Kurz',
	];
	await choose( page, unique( 'Beschädigt' ), file( `Nr;Name;Breite;Länge\n${ rows.join( '\n' ) }\n` ) );
	await check( page );
	expect( [
		await number( page, 'gelesene Zeilen' ),
		await number( page, 'wäre neu' ),
		await number( page, 'abgelehnte Zeilen' ),
	] ).toEqual( [ '7', '3', '4' ] );

	const report = page.getByRole( 'region', { name: /Hinweise zu Zeilen/ } );
	for ( const reason of [
		/Name des Ortes fehlt/,
		/kommt doppelt vor/,
		/außerhalb von Sachsen-Anhalt/,
		/waren vertauscht/,
		/HTML wurde/,
		/weniger Spalten/,
	] ) {
		await expect( report.getByText( reason ).first() ).toBeVisible();
	}
	await expect( page.getByText( '<b>Fett</b>' ).first() ).toBeVisible();
	expect( await violations( page, BOX ) ).toEqual( [] );

	const download = page.waitForEvent( 'download' );
	await page.getByRole( 'link', { name: 'Hinweise als CSV herunterladen' } ).click();
	expect( ( await download ).suggestedFilename() ).toMatch( /^import-.*\.csv$/ );
} );

test( 'what is refused is said beside its field, and nothing typed is lost', async ( { page } ) => {
	await open( page );
	await choose( page, unique( 'Tabelle' ), { ...file( 'PK\u0003\u0004' ), name: 'orte.xlsx' } );
	const field = page.getByLabel( 'Datei', { exact: true } );
	await expect( field ).toBeFocused();
	await expect( field ).toHaveAccessibleDescription( /auf \.csv, \.json oder \.geojson endet/ );
	await expect( page.getByLabel( 'Name der Quelle' ) ).not.toHaveValue( '' );

	await page.getByLabel( 'Sie werden von einer Adresse abgerufen' ).check();
	await page.getByLabel( 'Adresse der Daten' ).fill( 'http://127.0.0.1/orte.csv' );
	await page.getByRole( 'button', { name: 'Weiter zu den Spalten' } ).click();
	await expect( page.getByLabel( 'Adresse der Daten' ) ).toHaveAccessibleDescription(
		/darf noch nichts abgerufen werden/
	);
	expect( await violations( page, BOX ) ).toEqual( [] );
} );

test( 'a missing column is asked for by name, and reloading keeps what was assigned', async ( { page } ) => {
	await open( page );
	await choose( page, unique( 'Fremd' ), file( 'Code;Wie\nA1;Testburg\n' ) );
	await page.getByRole( 'button', { name: 'Prüfen, was sich ändern würde' } ).click();
	const summary = page.getByRole( 'alert' );
	await expect( summary.getByRole( 'link' ) ).toHaveCount( 2 );
	await summary.getByRole( 'link', { name: /Kennung/ } ).click();
	await expect( page.getByLabel( 'Kennung' ) ).toBeFocused();

	await page.getByLabel( 'Kennung' ).selectOption( 'Code' );
	await page.getByLabel( 'Name', { exact: true } ).selectOption( 'Wie' );
	await expect( page.locator( 'summary', { hasText: 'Testburg' } ) ).toBeVisible();
	await page.reload();
	await expect( page.getByLabel( 'Kennung' ) ).toHaveValue( 'Code' );
	await expect( page.locator( 'summary', { hasText: 'Testburg' } ) ).toBeVisible();
} );

test( 'it works by keyboard alone', async ( { page } ) => {
	await open( page );
	await page.getByRole( 'button', { name: /^(Neuer Import|Datei oder Adresse wählen)$/ } ).press( 'Enter' );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeFocused();
	await page.getByLabel( 'Name der Quelle' ).focus();
	await page.keyboard.type( unique( 'Tastatur' ) );
	// The dialog of the browser can't be operated here; everything else is.
	await page.getByLabel( 'Datei', { exact: true } ).setInputFiles( file( 'Nr;Name\n1;Tastenort\n' ) );
	await page.getByLabel( 'Datei', { exact: true } ).focus();
	await page.keyboard.press( 'Tab' );
	await expect( page.getByRole( 'button', { name: 'Weiter zu den Spalten' } ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByText( /Zeile gezeigt/ ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeFocused();
	await page.getByLabel( 'Interne Notiz' ).focus();
	for ( let presses = 0; presses < 40; presses++ ) {
		await page.keyboard.press( 'Tab' );
		if (
			await page
				.getByRole( 'button', { name: 'Prüfen, was sich ändern würde' } )
				.evaluate( ( button ) => button === document.activeElement )
		) {
			break;
		}
	}
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'heading', { level: 1, name: /Was der Import von/ } ) ).toBeVisible( {
		timeout: 30_000,
	} );
	expect( await page.evaluate( () => document.activeElement !== document.body ) ).toBe( true );
	await expect( page.getByRole( 'button', { name: 'Jetzt importieren' } ) ).toBeVisible();
} );

test( 'leaving during the import loses nothing', async ( { page } ) => {
	await open( page );
	const source = unique( 'Lang' );
	const rows = Array.from( { length: 3000 }, ( _, index ) => `${ index };Ort ${ index }` ).join( '\n' );
	await choose( page, source, file( `Nr;Name\n${ rows }\n` ) );
	await expect( page.getByText( /Zeilen gezeigt/ ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Prüfen, was sich ändern würde' } ).click();
	// The columns are headed by the source's name, too: only these words say that the server knows the run.
	await expect( page.getByRole( 'heading', { level: 1, name: /wird geprüft|Was der Import von/ } ) ).toBeVisible( {
		timeout: 30_000,
	} );
	await page.goto( address( PORTAL, SCREEN ) );
	// The source has buttons, too: the run's own leads to its report.
	await page.getByRole( 'button', { name: new RegExp( `${ source } ?, Bericht vom` ) } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: /Was der Import von/ } ) ).toBeVisible( {
		timeout: 90_000,
	} );
	expect( await number( page, 'wäre neu' ) ).toMatch( /^3\.?000$/ );
} );

test( 'nothing sticks out on a phone', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 780 } );
	await open( page );
	expect( await tooWide( page ) ).toEqual( [] );
	await choose( page, unique( 'Telefon' ), file( 'Nr;Name;Ort\n1;Handyort;Magdeburg\n' ) );
	await expect( page.getByText( /Zeile gezeigt/ ) ).toBeVisible();
	expect( await tooWide( page ) ).toEqual( [] );
	await check( page );
	expect( await tooWide( page ) ).toEqual( [] );
} );

test( 'an author sees neither the screen nor its menu', async ( { page } ) => {
	await loggedIn( page.context(), PORTAL, 'author' );
	const response = await page.goto( address( PORTAL, SCREEN ) );
	expect( response?.status() ).toBe( 403 );
	await page.goto( address( PORTAL, '/wp-admin/' ) );
	await expect( page.locator( '#adminmenu a[href*="lernwelt-places-import"]' ) ).toHaveCount( 0 );
} );

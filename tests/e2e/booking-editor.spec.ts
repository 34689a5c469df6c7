import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'startchancen';

/** The editor asks the server; on a busy machine that takes a while. */
const PATIENCE = { timeout: 30_000 };

function canvas( page: Page ): FrameLocator {
	return page.frameLocator( 'iframe[name="editor-canvas"]' );
}

/** A day of next December, which has holidays: far enough away in any month. */
const YEAR = new Date().getFullYear() + 1;
const FIRST = `${ YEAR }-12-01`;

async function press( page: Page, name: string | RegExp, within = page.getByRole( 'dialog' ) ): Promise< void > {
	const button = within.getByRole( 'button', { name } );
	await button.focus();
	await page.keyboard.press( 'Enter' );
}

async function newEvent( page: Page, title: string ): Promise< FrameLocator > {
	await loggedIn( page.context(), PORTAL, 'editor' );
	await page.goto( address( PORTAL, '/wp-admin/post-new.php?post_type=lernwelt_event' ) );
	const frame = canvas( page );
	await frame.locator( '.editor-post-title__input' ).focus();
	await page.keyboard.type( title );
	await frame.getByRole( 'button', { name: 'Als Entwurf speichern' } ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( frame.getByText( 'Noch gibt es keine Termine.' ) ).toBeVisible( PATIENCE );
	return frame;
}

for ( const width of [ 768, 1280 ] ) {
	test( `an editor writes an event and manages its dates by keyboard at ${ width } px`, async ( { page } ) => {
		test.setTimeout( 120_000 );
		await page.setViewportSize( { width, height: 900 } );
		const frame = await newEvent( page, `Leseabend ${ Date.now() }` );

		// Details are saved with the event; what is wrong is said at the field and by the server, and stays.
		await frame.getByRole( 'textbox', { name: 'In einem Satz' } ).focus();
		await page.keyboard.type( 'Ein Abend über Leseförderung.' );
		await frame.getByRole( 'textbox', { name: 'E-Mail der Ansprechperson' } ).focus();
		await page.keyboard.type( 'kaputt' );
		await page.keyboard.press( 'Tab' );
		await expect( frame.getByText( 'Bitte prüfen Sie die E-Mail-Adresse.' ) ).toBeVisible();

		// A date: refused at the fields first, then added; nothing typed is lost.
		await frame.getByRole( 'button', { name: 'Termin anlegen' } ).focus();
		await page.keyboard.press( 'Enter' );
		const dialog = page.getByRole( 'dialog', { name: 'Neuer Termin' } );
		await expect( dialog ).toBeVisible();
		await dialog.getByLabel( 'Beginn' ).fill( `${ FIRST }T14:00` );
		await expect( dialog.getByLabel( 'Ende' ) ).toHaveValue( `${ FIRST }T16:00` );
		await dialog.getByLabel( 'Plätze', { exact: true } ).fill( '0' );
		await press( page, 'Termin anlegen', dialog );
		await expect( dialog.getByText( 'Bitte geben Sie eine Zahl von 1 bis 10.000 ein.' ) ).toBeVisible( PATIENCE );
		await expect( dialog.getByText( 'Bitte sagen Sie, wo der Termin stattfindet' ) ).toBeVisible();
		await expect( dialog.getByLabel( 'Raum und Anschrift' ) ).toBeFocused();
		expect( await violations( page, '.components-modal__frame' ) ).toEqual( [] );
		await page.keyboard.type( 'Aula <b>Süd</b> 🙂' );
		await dialog.getByLabel( 'Plätze', { exact: true } ).fill( '12' );
		await press( page, 'Termin anlegen', dialog );
		await expect( dialog ).toBeHidden( PATIENCE );
		await expect( frame.getByText( 'Der Termin ist angelegt.' ).first() ).toBeVisible();
		await expect( frame.getByRole( 'heading', { name: 'Termine' } ) ).toBeFocused();
		const row = frame.getByRole( 'row' ).filter( { hasText: '1. Dez.' } );
		await expect( row ).toContainText( 'Aula <b>Süd</b> 🙂' );
		await expect( row ).toContainText( '0 von 12' );

		// Like it, but every week and not in the holidays; the preview makes nothing.
		await row.getByRole( 'button', { name: /^Duplizieren/ } ).focus();
		await page.keyboard.press( 'Enter' );
		await dialog.getByLabel( 'Beginn' ).fill( `${ YEAR }-12-02T09:00` );
		await dialog.getByLabel( 'Eine Serie von Terminen anlegen' ).focus();
		await page.keyboard.press( 'Space' );
		await dialog.getByLabel( 'Letzter möglicher Tag' ).fill( `${ YEAR }-12-31` );
		await press( page, 'Tage der Serie zeigen', dialog );
		const preview = dialog.getByRole( 'heading', { name: /Termine? w(e|i)rden? angelegt|Termin wird angelegt/ } );
		await expect( preview ).toBeFocused( PATIENCE );
		await expect( dialog.getByText( /entfällt: Weihnachtsferien/ ).first() ).toBeVisible();
		expect( await violations( page, '.components-modal__frame' ) ).toEqual( [] );
		const count = Number.parseInt( ( await preview.textContent() ) ?? '', 10 );
		await expect( frame.locator( '.lw-event-form__dates tbody tr' ) ).toHaveCount( 1 );
		await press( page, /^\d+ Termine? anlegen$/, dialog );
		await expect( frame.locator( '.lw-event-form__dates tbody tr' ) ).toHaveCount( count + 1, PATIENCE );

		// Escape asks before it throws away what was typed.
		await row.getByRole( 'button', { name: /^Bearbeiten/ } ).focus();
		await page.keyboard.press( 'Enter' );
		const edit = page.getByRole( 'dialog', { name: 'Termin bearbeiten' } );
		await edit.getByLabel( 'Raum und Anschrift' ).fill( 'Turnhalle' );
		await page.keyboard.press( 'Escape' );
		await expect( edit.getByText( 'Ihre Eingaben sind noch nicht gespeichert.' ).first() ).toBeVisible();
		await press( page, 'Weiter bearbeiten', edit );
		await expect( edit.getByLabel( 'Raum und Anschrift' ) ).toHaveValue( 'Turnhalle' );
		await press( page, 'Termin speichern', edit );
		await expect( row ).toContainText( 'Turnhalle', PATIENCE );

		await row.getByRole( 'button', { name: /^Löschen/ } ).focus();
		await page.keyboard.press( 'Enter' );
		await press( page, 'Termin löschen' );
		await expect( frame.locator( '.lw-event-form__dates tbody tr' ) ).toHaveCount( count, PATIENCE );
		const form = frame.locator( '.lw-event-form' );
		expect( await form.evaluate( ( box ) => box.scrollWidth <= box.clientWidth ) ).toBe( true );
	} );
}

test( 'an editor publishes an event, moves a date with a message and calls it off', async ( { page } ) => {
	test.setTimeout( 120_000 );
	const title = `Netzwerktreffen ${ Date.now() }`;
	const frame = await newEvent( page, title );
	await frame.getByRole( 'button', { name: 'Termin anlegen' } ).click();
	const dialog = page.getByRole( 'dialog' );
	await dialog.getByLabel( 'Beginn' ).fill( `${ FIRST }T14:00` );
	await dialog.getByLabel( 'Raum und Anschrift' ).fill( 'Aula' );
	await dialog.getByRole( 'button', { name: 'Frage mit Auswahl hinzufügen' } ).click();
	await dialog.getByLabel( 'Frage 1', { exact: true } ).fill( 'Welcher Workshop?' );
	await dialog.getByLabel( 'Antworten, eine pro Zeile' ).fill( 'Lesen' );
	await dialog.getByLabel( 'Freien Text als Antwort erlauben' ).check();
	await expect(
		dialog.getByText( /nichts über Schülerinnen und Schüler. Die Antworten sehen alle/ ).first()
	).toBeVisible();
	await dialog.getByRole( 'button', { name: 'Termin anlegen' } ).click();
	await expect( dialog.getByLabel( 'Antworten, eine pro Zeile' ) ).toBeFocused( PATIENCE );
	await expect( dialog.getByText( 'Bitte geben Sie mindestens zwei Antworten ein' ) ).toBeVisible();
	await dialog.getByLabel( 'Antworten, eine pro Zeile' ).fill( 'Lesen\nSchreiben' );
	await dialog.getByRole( 'button', { name: 'Termin anlegen' } ).click();
	const row = frame.getByRole( 'row' ).filter( { hasText: '1. Dez.' } );
	await expect( row ).toContainText( '0 von 20', PATIENCE );

	await page.locator( '.editor-post-publish-panel__toggle, .editor-post-publish-button__button' ).first().click();
	await page.locator( '.editor-post-publish-panel .editor-post-publish-button' ).click();
	await expect( page.locator( '.post-publish-panel__postpublish a' ).first() ).toBeVisible( PATIENCE );

	// Somebody books; the editor who may book does it here, by the route that the public form uses.
	const booked = await page.evaluate( async () => {
		const { apiFetch, data } = (
			window as unknown as {
				wp: {
					apiFetch: ( request: object ) => Promise< { items: { id: number }[] } >;
					data: { select: ( store: string ) => { getCurrentPostId: () => number } };
				};
			}
		 ).wp;
		const event = data.select( 'core/editor' ).getCurrentPostId();
		const { items } = await apiFetch( { path: `/lernwelt/v1/events/${ event }/dates` } );
		await apiFetch( {
			path: '/lernwelt/v1/bookings',
			method: 'POST',
			data: { date: items[ 0 ]?.id, answers: {} },
		} );
		return event;
	} );
	await page.reload();
	await expect( row ).toContainText( '1 von 20', PATIENCE );
	await expect( row.getByRole( 'button', { name: /^Löschen/ } ) ).toHaveCount( 0 );

	await row.getByRole( 'button', { name: /^Bearbeiten/ } ).click();
	await dialog.getByLabel( 'Beginn' ).fill( `${ YEAR }-12-03T15:00` );
	await expect( dialog.getByText( '1 Person hat gebucht und bekommt eine E-Mail' ) ).toBeVisible();
	await dialog.getByLabel( 'Ihre Nachricht dazu' ).fill( 'Die Aula war belegt.' );
	await dialog.getByRole( 'button', { name: 'Speichern und alle benachrichtigen' } ).click();
	const moved = frame.getByRole( 'row' ).filter( { hasText: '3. Dez.' } );
	await expect( moved ).toContainText( '1 von 20', PATIENCE );

	// Nobody makes an event disappear that people have booked.
	const refused = await page.evaluate( async ( event ) => {
		const { apiFetch } = ( window as unknown as { wp: { apiFetch: ( request: object ) => Promise< unknown > } } )
			.wp;
		return apiFetch( { path: `/wp/v2/events/${ event }`, method: 'DELETE' } ).catch(
			( error: { message: string } ) => error.message
		);
	}, booked );
	expect( refused ).toContain( 'Bitte sagen Sie zuerst die Termine ab' );

	await moved.getByRole( 'button', { name: /^Absagen/ } ).click();
	await dialog.getByLabel( 'Ihre Nachricht dazu' ).fill( 'Leider krank.' );
	expect( await violations( page, '.components-modal__frame' ) ).toEqual( [] );
	await dialog.getByRole( 'button', { name: 'Termin absagen' } ).click();
	await expect( moved ).toContainText( 'abgesagt', PATIENCE );
	await expect( moved ).toContainText( '0 von 20' );

	await page.goto(
		address( PORTAL, `/wp-admin/edit.php?post_type=lernwelt_event&s=${ encodeURIComponent( title ) }` )
	);
	const listed = page.getByRole( 'row' ).filter( { hasText: title } );
	await expect( listed ).toContainText( 'Abgesagt' );
	await listed.getByRole( 'link', { name: `„${ title }“ duplizieren` } ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( canvas( page ).locator( '.editor-post-title__input' ) ).toHaveText( `${ title } (Kopie)`, PATIENCE );
	await expect( canvas( page ).getByText( 'Noch gibt es keine Termine.' ) ).toBeVisible( PATIENCE );
} );

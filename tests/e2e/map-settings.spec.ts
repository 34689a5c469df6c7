import { expect, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const SCREEN = address( 'kreativpotentiale', '/wp-admin/options-general.php?page=lernwelt-map' );

test( 'an administrator chooses a map server; OpenStreetMap is refused in words', async ( { page, context } ) => {
	await loggedIn( context, 'kreativpotentiale', 'administrator' );
	await page.goto( SCREEN );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Karte' );
	await page.getByRole( 'radio', { name: 'Eine Karte mit Straßen' } ).check();
	const server = page.getByRole( 'combobox', { name: 'Kartendienst' } );
	await expect( server ).toHaveValue( 'colour' );
	expect( await violations( page, '#lernwelt-map-settings' ) ).toEqual( [] );

	await server.selectOption( { label: 'Eine andere Adresse des BKG oder des Landesvermessungsamts' } );
	await page.getByRole( 'textbox', { name: 'Adresse' } ).fill( 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' );
	await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();
	await expect( page.getByText( 'OpenStreetMap erlaubt nicht' ).first() ).toBeVisible();
	await page.reload();
	await expect( page.getByRole( 'radio', { name: 'Die Landkreise' } ) ).toBeChecked();

	await page.getByRole( 'radio', { name: 'Eine Karte mit Straßen' } ).check();
	await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();
	await expect( page.getByText( 'Die Einstellungen sind gespeichert.' ) ).toBeVisible();
	await page.getByRole( 'radio', { name: 'Die Landkreise' } ).check();
	await page.getByRole( 'button', { name: 'Einstellungen speichern' } ).click();
	await expect( page.getByText( 'Die Einstellungen sind gespeichert.' ) ).toBeVisible();
} );

test( 'an editor has no such screen', async ( { page, context } ) => {
	await loggedIn( context, 'kreativpotentiale', 'editor' );
	const response = await page.goto( SCREEN );
	expect( response?.status() ).toBe( 403 );
} );

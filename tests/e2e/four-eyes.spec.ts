import { expect, test, type Page } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { violations } from '../support/axe.ts';
import { newAccount } from '../support/accounts.ts';
import { address, portals, stack } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';

const PORTAL = 'kreativpotentiale';
const RIGHTS = '/wp-admin/options-general.php?page=lernwelt-roles';
const APPROVALS = '/wp-admin/options-general.php?page=lernwelt-approvals';
const CELL = 'Mitarbeit – Beiträge veröffentlichen';

test.describe.configure( { mode: 'serial', timeout: 120_000 } );
test.beforeAll( () => wp( stack, [ 'lernwelt', 'approvals', 'settings', 'rights', 'on' ] ) );

async function approvals( page: Page ): Promise< void > {
	await page.goto( address( PORTAL, APPROVALS ) );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Freigaben' } ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { level: 2, name: 'Zu entscheiden' } ) ).toBeVisible();
}

async function ask( page: Page, decision: string, reason: string ): Promise< void > {
	await page.goto( address( PORTAL, RIGHTS ) );
	await page.getByRole( 'combobox', { name: CELL } ).selectOption( { label: decision } );
	await page.getByRole( 'button', { name: 'Prüfen und speichern' } ).click();
	const dialog = page.getByRole( 'dialog' );
	await expect( dialog ).toContainText( 'braucht es zwei Personen' );
	await dialog.getByRole( 'button', { name: 'Zweite Person fragen' } ).click();
	await expect( dialog.getByRole( 'textbox', { name: 'Grund' } ) ).toHaveAccessibleDescription(
		'Bitte geben Sie einen Grund an.'
	);
	await dialog.getByRole( 'textbox', { name: 'Grund' } ).fill( reason );
	await dialog.getByRole( 'button', { name: 'Zweite Person fragen' } ).click();
	await expect( page.getByText( 'Ihr Antrag wartet unter „Freigaben“ auf eine zweite Person' ) ).toBeVisible();
}

test( 'a right changes when a second person has confirmed it', async ( { page, browser } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await ask( page, 'ja', 'Probe eins.' );
	await page.reload();
	await expect( page.getByRole( 'combobox', { name: CELL } ) ).toHaveValue( 'inherited' );
	await approvals( page );
	const mine = page.getByRole( 'listitem' ).filter( { hasText: 'Probe eins.' } );
	await expect( mine.getByRole( 'button' ) ).toHaveText( [ 'Zurückziehen' ] );
	await expect( mine ).toContainText( /noch \d Tage? zu entscheiden|Heute zu entscheiden/ );

	const second = await ( await browser.newContext( { ignoreHTTPSErrors: true } ) ).newPage();
	await loggedIn( second.context(), PORTAL, 'super admin' );
	await approvals( second );
	const theirs = second.getByRole( 'listitem' ).filter( { hasText: 'Probe eins.' } );
	await expect( theirs ).toContainText( `${ CELL }: von „geerbt“ zu „ja“` );
	expect( await violations( second, '.lernwelt-approvals' ) ).toEqual( [] );
	await theirs.getByRole( 'button', { name: 'Bestätigen' } ).focus();
	await second.keyboard.press( 'Enter' );
	await expect( second.getByText( 'Sie haben den Antrag bestätigt.' ).first() ).toBeVisible();
	await expect( second.getByRole( 'heading', { level: 1 } ) ).toBeFocused();

	await page.goto( address( PORTAL, RIGHTS ) );
	await expect( page.getByRole( 'combobox', { name: CELL } ) ).toHaveValue( 'yes' );
	await second.context().close();
} );

test( 'a request that is denied changes nothing, and its answer is shown', async ( { page, browser } ) => {
	await loggedIn( page.context(), PORTAL, 'administrator' );
	await ask( page, 'erbt: nein', 'Probe zwei.' );
	const second = await ( await browser.newContext( { ignoreHTTPSErrors: true } ) ).newPage();
	await loggedIn( second.context(), PORTAL, 'super admin' );
	await second.setViewportSize( { width: 360, height: 740 } );
	await approvals( second );
	const theirs = second.getByRole( 'listitem' ).filter( { hasText: 'Probe zwei.' } );
	await theirs.getByRole( 'button', { name: 'Ablehnen' } ).click();
	await expect( theirs.getByRole( 'textbox', { name: 'Grund' } ) ).toBeFocused();
	expect( await violations( second, '.lernwelt-approvals' ) ).toEqual( [] );
	expect(
		await second.evaluate( () => document.documentElement.scrollWidth - window.innerWidth )
	).toBeLessThanOrEqual( 0 );
	await second.keyboard.type( 'Bleibt so.' );
	await theirs.getByRole( 'button', { name: 'Antrag ablehnen' } ).click();
	await expect( second.getByText( 'Sie haben den Antrag abgelehnt.' ).first() ).toBeVisible();
	await second.context().close();

	await approvals( page );
	await expect( page.getByRole( 'listitem' ).filter( { hasText: 'Probe zwei.' } ).first() ).toContainText(
		'Bleibt so.'
	);
	await page.goto( address( PORTAL, RIGHTS ) );
	await expect( page.getByRole( 'combobox', { name: CELL } ) ).toHaveValue( 'yes' );
	await ask( page, 'erbt: nein', 'Zurück zum Anfang.' );
	const list = JSON.parse( ( await wp( stack, [ 'lernwelt', 'approvals', 'list', '--format=json' ] ) ).stdout ) as {
		id: number;
		state: string;
	}[];
	const open = list.find( ( { state } ) => state === 'open' );
	await wp( stack, [ 'lernwelt', 'approvals', 'confirm', String( open?.id ), '--user=netzwerk' ] );
	await page.reload();
	await expect( page.getByRole( 'combobox', { name: CELL } ) ).toHaveValue( 'inherited' );
} );

test( 'WordPress’s own screen makes nobody an administrator without a second person', async ( { page } ) => {
	const person = await newAccount( PORTAL, 'editor' );
	await loggedIn( page.context(), PORTAL, 'super admin' );
	await page.goto( address( PORTAL, `/wp-admin/users.php?s=${ person.login }` ) );
	await page.getByRole( 'checkbox', { name: new RegExp( person.login ) } ).check();
	await page.locator( '#new_role' ).selectOption( 'administrator' );
	await page.locator( '#changeit' ).click();
	await expect( page.getByText( 'Das braucht eine zweite Person. Ihr Antrag ist vorgemerkt' ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'Zu den Freigaben' } ).click();
	const draft = page.getByRole( 'listitem' ).filter( { hasText: person.login } ).first();
	await draft.getByRole( 'button', { name: 'Begründen' } ).click();
	await draft.getByRole( 'textbox', { name: 'Grund' } ).fill( 'Vertretung.' );
	await draft.getByRole( 'button', { name: 'Antrag stellen' } ).click();
	await expect( page.getByText( 'Ihr Antrag wartet jetzt auf eine zweite Person.' ).first() ).toBeVisible();
	const roles = await wp(
		stack,
		[ 'user', 'get', person.login, '--field=roles' ],
		portals.find( ( { id } ) => id === PORTAL )
	);
	expect( roles.stdout.trim() ).toBe( 'editor' );
	await draft.getByRole( 'button', { name: 'Zurückziehen' } ).click();
	await expect( page.getByText( 'Sie haben Ihren Antrag zurückgezogen.' ).first() ).toBeVisible();
} );

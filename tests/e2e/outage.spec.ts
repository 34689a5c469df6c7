import { expect, test } from '@playwright/test';
import { address } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { loggedInBySso, turnProvider } from '../support/sso.ts';

const PORTAL = 'lernorte';

test.afterAll( () => turnProvider( { unavailable: false } ) );

test( 'while the provider is silent, sessions live, the login page says so and local administrators get in', async ( {
	browser,
} ) => {
	const teacher = await browser.newContext();
	await loggedInBySso( teacher, PORTAL, 'lehrkraft' );

	// Somebody is between the provider's login and our callback when it goes silent.
	const guest = await browser.newContext();
	const asked = await guest.request.get( address( PORTAL, '/sso/start?weiter=/' ) );
	const entered = await guest.request.post( asked.url(), { form: { login: 'schulleitung' }, maxRedirects: 0 } );
	const resumed = await guest.request.get( new URL( entered.headers().location ?? '', asked.url() ).href, {
		maxRedirects: 0,
	} );
	await turnProvider( { unavailable: true } );
	const refused = await guest.request.get( resumed.headers().location ?? '' );
	expect( refused.status() ).toBe( 503 );
	expect( await refused.text() ).toContain( 'Bildungsserver' );

	// Everybody after reads it before they try.
	const page = await guest.newPage();
	await page.goto( address( PORTAL, '/anmelden/' ) );
	await expect( page.getByRole( 'alert' ) ).toContainText( 'antwortet gerade nicht' );

	const open = await teacher.newPage();
	await open.goto( address( PORTAL ) );
	await expect( open.getByText( 'Abmelden' ).first() ).toBeAttached();

	const administrator = await browser.newContext();
	await loggedIn( administrator, PORTAL, 'administrator' );
	const screen = await administrator.request.get( address( PORTAL, '/wp-admin/tools.php?page=lernwelt-audit' ) );
	expect( screen.status() ).toBe( 200 );
} );

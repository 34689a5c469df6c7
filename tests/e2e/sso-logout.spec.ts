import { expect, type Page, test } from '@playwright/test';
import { address, network } from '../support/network.ts';
import { loggedInBySso } from '../support/sso.ts';

const PORTAL = 'lernorte';

async function logOutOfTheDashboard( page: Page ): Promise< void > {
	await page.goto( address( PORTAL, '/wp-admin/' ) );
	// The menu opens for a mouse only; its link is there all the time.
	const link = await page.locator( '#wp-admin-bar-logout a' ).getAttribute( 'href' );
	await page.goto( link ?? '' );
}

test( 'who logs out in the dashboard is logged out at the provider too and is asked anew', async ( {
	page,
	context,
} ) => {
	await loggedInBySso( context, PORTAL, 'redaktion' );
	const atProvider = page.waitForRequest( ( request ) =>
		request.url().startsWith( new URL( network().identityProvider.issuer ).origin )
	);
	await logOutOfTheDashboard( page );
	const asked = new URL( ( await atProvider ).url() );
	expect( asked.searchParams.get( 'id_token_hint' ) ).not.toBeNull();
	expect( asked.searchParams.get( 'post_logout_redirect_uri' ) ).toBe( address( PORTAL, '/sso/logged-out' ) );
	await expect( page ).toHaveURL( address( PORTAL ) );

	await page.goto( address( PORTAL, '/wp-admin/' ) );
	await expect( page ).toHaveURL( /\/anmelden\// );
	await page
		.locator( 'main' )
		.getByRole( 'link', { name: /Mit Bildungsserver anmelden/ } )
		.click();
	await expect( page ).toHaveURL( ( url ) => url.href.startsWith( network().identityProvider.issuer ) );
	await expect( page.getByRole( 'button' ).first() ).toBeVisible();
} );

import { expect, test } from '@playwright/test';
import { address, network } from '../support/network.ts';

const PORTAL = 'lernorte';

const TEXT = 'Wir kommen mit 27 Kindern.\nPasst „Mittwoch“?';

test( 'a half-filled form outlives the login, and is forgotten once it was sent', async ( { page } ) => {
	const form = address( PORTAL, '/kontakt/?thema=ausflug' );
	await page.goto( form );
	await page.locator( '#lw-form-name' ).fill( 'Jörg Thiele' );
	await page.locator( '#lw-form-email' ).fill( 'joerg.thiele@example.org' );
	await page.locator( '#lw-form-text' ).fill( TEXT );
	await page.locator( '.lw-service__login' ).click();
	await page.waitForURL( ( url ) => url.href.startsWith( network().identityProvider.issuer ) );
	await page.getByRole( 'button', { name: 'Anja Lehmann' } ).click();

	await expect( page.locator( '.lw-account > summary' ) ).toBeVisible();
	expect( page.url() ).toBe( form );
	await expect( page.locator( '#lw-form-email' ) ).toHaveValue( 'joerg.thiele@example.org' );
	await expect( page.locator( '#lw-form-text' ) ).toHaveValue( TEXT );
	await expect( page.getByText( 'Was Sie geschrieben hatten, steht noch da' ) ).toBeVisible();

	await page.locator( 'form.lw-form [type=submit]' ).click();
	await expect( page.locator( '.lw-form-sent' ) ).toBeVisible();
	expect( await page.evaluate( () => Object.keys( sessionStorage ) ) ).toEqual( [] );
	await page.goto( form );
	await expect( page.locator( '#lw-form-text' ) ).toHaveValue( '' );
} );

test( 'a public page asks no provider who is there, not even one that knows the person', async ( {
	page,
	context,
} ) => {
	await page.goto( address( 'startchancen' ) );
	await page.locator( '.lw-service__login' ).click();
	await page.getByRole( 'button', { name: 'Anja Lehmann' } ).click();
	await expect( page.locator( '.lw-account > summary' ) ).toBeVisible();

	const asked: string[] = [];
	context.on( 'request', ( request ) => asked.push( request.url() ) );
	await page.goto( address( PORTAL ) );
	await expect( page.locator( '.lw-service__login' ) ).toBeVisible();
	expect(
		asked.filter( ( url ) => url.includes( '/sso/' ) || url.startsWith( network().identityProvider.issuer ) )
	).toEqual( [] );
} );

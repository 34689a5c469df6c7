import { expect, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { address } from '../support/network.ts';

const PORTAL = 'lernorte';

for ( const [ name, query ] of [
	[ 'the login', '' ],
	[ 'the way to a new password', '?action=lostpassword' ],
	[ 'a link for a new password that is no longer good', '?action=lostpassword&error=invalidkey' ],
] as const ) {
	for ( const width of [ 360, 1280 ] ) {
		test( `${ name } of local accounts has no barriers at ${ width } px`, async ( { page } ) => {
			await page.setViewportSize( { width, height: 800 } );
			await page.goto( address( PORTAL, `/wp-login.php${ query }` ) );
			await expect( page.getByRole( 'main' ) ).toHaveCount( 1 );
			expect( await page.getByRole( 'main' ).locator( '#login form' ).count() ).toBe( 1 );
			expect( await violations( page ) ).toEqual( [] );
			expect( await page.evaluate( () => document.documentElement.scrollWidth ) ).toBeLessThanOrEqual( width );
		} );
	}
}

test( 'what was wrong with a password stands in the main part of the page', async ( { page } ) => {
	await page.goto( address( PORTAL, '/wp-login.php' ) );
	await expect( page.locator( '#user_login' ) ).toBeFocused();
	await page.locator( '#user_login' ).fill( `niemand-${ Date.now() }` );
	await page.locator( '#user_pass' ).fill( 'falsch' );
	await page.locator( '#user_pass' ).press( 'Enter' );
	await expect( page.getByRole( 'main' ).locator( '#login_error' ) ).toContainText( 'Benutzername oder Passwort' );
	expect( await violations( page ) ).toEqual( [] );
} );

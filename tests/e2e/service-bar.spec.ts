import { expect, test, type Page } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { newAccount } from '../support/accounts.ts';
import { violations } from '../support/axe.ts';
import { address, stack } from '../support/network.ts';
import { tooWide } from '../support/page.ts';

const PORTAL = 'lernorte';

const NAMES = [ 'Dr. Maximiliane-Charlotte von Hohenwarthe-Schleusingen', 'Al' ] as const;

function barHeight( page: Page ): Promise< number > {
	return page.locator( '.lw-service' ).evaluate( ( bar ) => bar.getBoundingClientRect().height );
}

for ( const name of NAMES ) {
	test( `“${ name }” keeps the service bar in one line, and its name whole`, async ( { page } ) => {
		await page.setViewportSize( { width: 320, height: 640 } );
		await page.goto( address( PORTAL ) );
		const guest = await barHeight( page );

		const account = await newAccount( PORTAL, 'subscriber' );
		await wp( stack, [ 'user', 'update', account.login, `--display_name=${ name }` ] );
		await page.goto( address( PORTAL, '/wp-login.php' ) );
		await expect( page.locator( '#user_login' ) ).toBeFocused();
		await page.locator( '#user_login' ).fill( account.login );
		await page.locator( '#user_pass' ).fill( account.password );
		await page.locator( '#user_pass' ).press( 'Enter' );
		await page.waitForURL( ( url ) => ! url.pathname.startsWith( '/wp-login' ) );

		for ( const width of [ 320, 360, 768, 1280 ] ) {
			await page.setViewportSize( { width, height: 640 } );
			await page.goto( address( PORTAL ) );
			const summary = page.locator( '.lw-account > summary' );
			expect( await barHeight( page ), `${ width } px` ).toBeCloseTo( guest, 0 );
			expect( await tooWide( page ), `${ width } px` ).toEqual( [] );
			await expect( summary ).toHaveAccessibleName( name );
			const box = await summary.boundingBox();
			expect( ( box?.x ?? Infinity ) + ( box?.width ?? 0 ) ).toBeLessThanOrEqual( width );

			await summary.press( 'Enter' );
			await expect( page.getByRole( 'button', { name: 'Abmelden' } ) ).toBeVisible();
			expect( await barHeight( page ), `${ width } px, opened` ).toBeCloseTo( guest, 0 );
			await expect( page.locator( '.lw-account__full' ) ).toHaveText( name );
			expect( await cut( page ), `${ width } px, opened` ).toBe( false );
			expect( await tooWide( page ), `${ width } px, opened` ).toEqual( [] );
			expect( await violations( page, '.lw-service' ) ).toEqual( [] );
		}
		await page.setViewportSize( { width: 360, height: 640 } );
		await page.goto( address( PORTAL ) );
		await page.evaluate( () => ( document.documentElement.style.fontSize = '200%' ) );
		expect( await tooWide( page ), 'text at 200 %' ).toEqual( [] );
	} );
}

/** Whether a part of the name is missing in the list. */
function cut( page: Page ): Promise< boolean > {
	return page.locator( '.lw-account__full' ).evaluate( ( name ) => name.scrollWidth > name.clientWidth );
}

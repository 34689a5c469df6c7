import { expect, test } from '@playwright/test';
import { admitted } from '../support/gate.ts';
import { mailWith } from '../support/mail.ts';
import { address, portals } from '../support/network.ts';
import { pathOf } from '../support/templates.ts';

test.use( { javaScriptEnabled: false } );

for ( const { id } of portals ) {
	test( `${ id }: menu of a phone without JavaScript`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.setViewportSize( { width: 360, height: 740 } );
		await page.goto( address( id ) );
		await page.locator( '[popovertarget="navigation"]:not([popovertargetaction])' ).click();
		const navigation = page.locator( '#navigation' );
		await expect( navigation ).toBeVisible();
		await navigation.locator( 'summary' ).first().click();
		const entry = navigation.locator( 'details' ).first().getByRole( 'link' ).last();
		const target = await entry.getAttribute( 'href' );
		await entry.click();
		await expect( page ).toHaveURL( new URL( target ?? '', address( id ) ).href );
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
	} );

	test( `${ id }: search without JavaScript`, async ( { context, page } ) => {
		await admitted( context, id );
		const word = new URL( address( id, pathOf( id, 'search' ) ) ).searchParams.get( 's' ) ?? '';
		await page.goto( address( id ) );
		await page.locator( 'header .lw-head__search summary' ).click();
		const form = page.locator( 'header .lw-head__search [role=search]' );
		await form.locator( '[name=s]' ).fill( word );
		await form.getByRole( 'button' ).click();
		await expect( page ).toHaveURL( /\?s=/ );
		await expect( page.getByRole( 'main' ).getByText( word ).first() ).toBeVisible();
		await expect(
			page.getByRole( 'main' ).getByRole( 'article' ).or( page.locator( 'main li a' ) ).first()
		).toBeVisible();
	} );
}

test( 'contact form without JavaScript', async ( { page } ) => {
	const mark = `ohne-skript-${ Date.now() }`;
	await page.goto( address( 'startchancen', '/kontakt/' ) );
	await page.locator( '#lw-form-name' ).fill( 'Ines Vogt' );
	await page.locator( '#lw-form-email' ).fill( 'ines.vogt@example.org' );
	await page.locator( '#lw-form-text' ).fill( `Guten Tag, wann ist der nächste Termin? ${ mark }` );
	await page.locator( 'form.lw-form [type=submit]' ).click();
	await expect( page.locator( '.lw-form-sent' ) ).toBeVisible();
	await mailWith( mark );
} );

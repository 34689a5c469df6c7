import { expect, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { isClosed } from '../support/gate.ts';
import { mailWith } from '../support/mail.ts';
import { address, portals } from '../support/network.ts';
import { complaints } from '../support/page.ts';
import { ON_STACK } from '../support/tags.ts';

test( 'contact form: errors are linked, words stay, the mail arrives', ON_STACK, async ( { page } ) => {
	const mark = `kontakt-${ Date.now() }`;
	await page.goto( address( 'lernorte', '/kontakt/' ) );
	const send = page.locator( 'form.lw-form [type=submit]' );
	await page.locator( '#lw-form-name' ).fill( 'Jörg Thiele' );
	await page.locator( '#lw-form-email' ).fill( 'keine Adresse' );
	await send.click();

	const summary = page.locator( '.lw-error-summary' );
	await expect( summary ).toBeVisible();
	await expect( summary.getByRole( 'link' ) ).toHaveCount( 2 );
	expect( await page.title() ).toMatch( /^Fehler/ );
	await expect( page.locator( '#lw-form-name' ) ).toHaveValue( 'Jörg Thiele' );
	await expect( page.locator( '#lw-form-email' ) ).toHaveValue( 'keine Adresse' );
	await expect( page.locator( '#lw-form-email' ) ).toHaveAttribute( 'aria-invalid', 'true' );
	expect( await violations( page ) ).toEqual( [] );

	await summary.getByRole( 'link' ).first().click();
	await expect( page.locator( '#lw-form-email' ) ).toBeFocused();
	await page.locator( '#lw-form-email' ).fill( 'joerg.thiele@example.org' );
	await page.locator( '#lw-form-text' ).fill( `Können wir mit 27 Kindern kommen?\n${ mark }` );
	await send.click();

	await expect( page.locator( '.lw-form-sent' ) ).toBeVisible();
	expect( await violations( page ) ).toEqual( [] );
	const mail = await mailWith( mark );
	expect( mail.to.map( ( { address: to } ) => to ) ).toEqual( [ 'lernorte@example.org' ] );
	expect( mail.replyTo?.[ 0 ]?.address ).toBe( 'joerg.thiele@example.org' );
	expect( mail.subject ).toContain( 'Lernorte LSA' );
	expect( mail.text ).toContain( 'Können wir mit 27 Kindern kommen?' );

	await page.reload();
	expect( ( await mailWith( mark ) ).id, 'reloading sends no second mail' ).toBe( mail.id );
} );

test( 'barrier form: knows the page, needs no name', async ( { page } ) => {
	const mark = `barriere-${ Date.now() }`;
	await page.goto( address( 'kreativpotentiale', '/materialien/' ) );
	await page
		.getByRole( 'contentinfo' )
		.getByRole( 'link', { name: /Barriere melden/ } )
		.click();
	await expect( page ).toHaveURL( /\/barriere-melden\// );
	await expect( page.locator( '#lw-form-page' ) ).toHaveValue( '/materialien/' );
	await page.locator( '#lw-form-text' ).fill( `Die Liste lässt sich nicht mit der Tastatur bedienen. ${ mark }` );
	await page.locator( 'form.lw-form [type=submit]' ).click();
	await expect( page.locator( '.lw-form-sent' ) ).toBeVisible();
	const mail = await mailWith( mark );
	expect( mail.text ).toContain( '/materialien/' );
	expect( mail.replyTo ?? [] ).toEqual( [] );
} );

test( 'a program that fills every field is not believed', async ( { page } ) => {
	await page.goto( address( 'lernwelt-lsa', '/kontakt/' ) );
	await page.locator( '#lw-form-name' ).fill( 'Bot' );
	await page.locator( '#lw-form-email' ).fill( 'bot@example.org' );
	await page.locator( '#lw-form-text' ).fill( 'Billige Uhren' );
	await page
		.locator( '#lw-form-website' )
		.evaluate( ( field ) => ( ( field as HTMLInputElement ).value = 'https://example.org' ) );
	await page.locator( 'form.lw-form [type=submit]' ).click();
	await expect( page.locator( '.lw-error-summary' ) ).toBeVisible();
	await expect( page.locator( '#lw-form-text' ) ).toHaveValue( 'Billige Uhren' );
} );

test( 'another site can not send our form', ON_STACK, async ( { request } ) => {
	const response = await request.post( address( 'lernwelt-lsa', '/kontakt/' ), {
		headers: { Origin: 'https://example.org', 'Sec-Fetch-Site': 'cross-site' },
		form: { lw_form: 'contact', lw_name: 'X', lw_email: 'x@example.org', lw_text: 'Y' },
	} );
	expect( [ 200, 303 ] ).not.toContain( response.status() );
} );

for ( const { id } of portals ) {
	test( `${ id }: the page with the form can be cached: no nonce, no cookie, no complaint`, async ( {
		page,
		context,
	} ) => {
		const heard = complaints( page );
		// Guests of a closed portal have one form.
		await page.goto( address( id, isClosed( id ) ? '/barriere-melden/' : '/kontakt/' ) );
		await expect( page.locator( 'form.lw-form' ) ).toBeVisible();
		expect( await page.content() ).not.toMatch( /nonce=|_wpnonce/ );
		expect( await context.cookies() ).toEqual( [] );
		expect( heard.list ).toEqual( [] );
	} );
}

import { expect, type Page, test } from '@playwright/test';
import { admitted } from '../support/gate.ts';
import { address, portals } from '../support/network.ts';
import { pathOf } from '../support/templates.ts';

/** More stops than any page of ours has. */
const MOST_STOPS = 150;

interface Stop {
	readonly name: string;
	readonly ring: boolean;
	readonly inView: boolean;
}

function focused( page: Page ): Promise< Stop | null > {
	return page.evaluate( () => {
		const element = document.activeElement;
		if ( element === null || element === document.body ) {
			return null;
		}
		const rings = ( { outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration ): boolean =>
			( outlineStyle !== 'none' && parseFloat( outlineWidth ) >= 2 ) ||
			/\b[2-9]px( inset)?(,|$)/.test( boxShadow );
		// Some rings are drawn around a whole card, by the link's own layer over it or by the card.
		const layers = [
			getComputedStyle( element ),
			getComputedStyle( element, '::after' ),
			getComputedStyle( element, '::before' ),
		];
		for (
			let around = element.parentElement;
			around !== null && around.matches( ':has(:focus-visible)' ) && around !== document.body;
			around = around.parentElement
		) {
			const { outlineStyle, outlineWidth } = getComputedStyle( around );
			if ( outlineStyle !== 'none' && parseFloat( outlineWidth ) >= 2 ) {
				layers.push( getComputedStyle( around ) );
			}
		}
		const box = element.getBoundingClientRect();
		return {
			name: `${ element.tagName.toLowerCase() }.${ element.className } "${ element.textContent.trim().slice( 0, 40 ) }"`,
			ring: layers.some( rings ),
			inView:
				box.bottom > 0 &&
				box.top < window.innerHeight &&
				box.right > 0 &&
				box.left < window.innerWidth &&
				box.width > 1,
		};
	} );
}

for ( const { id } of portals ) {
	test( `${ id }: the first stop skips to the content`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.goto( address( id ) );
		await page.keyboard.press( 'Tab' );
		const skip = page.locator( ':focus' );
		await expect( skip ).toHaveText( 'Zum Inhalt springen' );
		await expect( skip ).toBeInViewport( { ratio: 1 } );
		await page.keyboard.press( 'Enter' );
		await expect( page.locator( 'main' ) ).toBeFocused();
	} );

	test( `${ id }: every stop of the start page shows its focus`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.goto( address( id ) );
		const stops: Stop[] = [];
		for ( let count = 0; count < MOST_STOPS; count++ ) {
			await page.keyboard.press( 'Tab' );
			const stop = await focused( page );
			if ( stop === null ) {
				break;
			}
			stops.push( stop );
		}
		expect( stops.length ).toBeGreaterThan( 10 );
		expect( stops.length, 'focus leaves the page at its end' ).toBeLessThan( MOST_STOPS );
		expect(
			stops.filter( ( { ring } ) => ! ring ).map( ( { name } ) => name ),
			'focus ring'
		).toEqual( [] );
		expect(
			stops.filter( ( { inView } ) => ! inView ).map( ( { name } ) => name ),
			'in view'
		).toEqual( [] );
	} );

	test( `${ id }: submenu opens with Enter and closes with Escape`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.goto( address( id ) );
		const entry = page.locator( '#navigation summary' ).first();
		const panel = page.locator( '#navigation details' ).first().getByRole( 'link' ).first();
		await entry.focus();
		await expect( panel ).toBeHidden();
		await page.keyboard.press( 'Enter' );
		await expect( panel ).toBeVisible();
		await page.keyboard.press( 'Tab' );
		await expect( panel ).toBeFocused();
		await page.keyboard.press( 'Escape' );
		await expect( panel ).toBeHidden();
		await expect( entry ).toBeFocused();
	} );

	test( `${ id }: only one submenu is open at a time`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.goto( address( id ) );
		const summaries = page.locator( '#navigation summary' );
		expect( await summaries.count(), 'the demo content has several submenus' ).toBeGreaterThan( 1 );
		await summaries.nth( 0 ).click();
		await summaries.nth( 1 ).click();
		await expect( page.locator( '#navigation details[open]' ) ).toHaveCount( 1 );
		await page.locator( 'main' ).click( { position: { x: 5, y: 5 } } );
		await expect( page.locator( '#navigation details[open]' ) ).toHaveCount( 0 );
	} );

	test( `${ id }: the menu of a phone works by keyboard`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.setViewportSize( { width: 360, height: 740 } );
		await page.goto( address( id ) );
		const button = page.locator( '[popovertarget="navigation"]:not([popovertargetaction])' );
		await expect( page.locator( '#navigation' ) ).toBeHidden();
		await button.focus();
		await page.keyboard.press( 'Enter' );
		await expect( page.locator( '#navigation' ) ).toBeVisible();
		await page.keyboard.press( 'Escape' );
		await expect( page.locator( '#navigation' ) ).toBeHidden();
		await expect( button ).toBeFocused();
	} );
}

test( 'targets on a phone are at least 24 px high and wide', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await page.goto( address( 'lernorte', pathOf( 'lernorte', 'overview' ) ) );
	const small = await page.evaluate( () =>
		[ ...document.querySelectorAll( 'button, input:not([type=hidden]), select, summary, header a, footer a' ) ]
			.filter( ( element ) => element.checkVisibility() )
			.map( ( element ) => ( { element, box: element.getBoundingClientRect() } ) )
			.filter( ( { box } ) => box.width > 1 && ( box.width < 24 || box.height < 24 ) )
			.map(
				( { element, box } ) =>
					`${ element.textContent.trim().slice( 0, 30 ) || element.outerHTML.slice( 0, 60 ) }: ${ Math.round( box.width ) } × ${ Math.round( box.height ) }`
			)
	);
	expect( small ).toEqual( [] );
} );

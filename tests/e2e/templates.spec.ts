import { expect, type Page, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { admitted } from '../support/gate.ts';
import { address, portals } from '../support/network.ts';
import { complaints, cutOff, headingLevels, tooWide } from '../support/page.ts';
import { type Example, examples } from '../support/templates.ts';

/** Window sizes in CSS pixels; the first is a phone. */
const SIZES = [
	{ width: 360, height: 740 },
	{ width: 1280, height: 800 },
] as const;

async function structure( page: Page, { portal, template }: Example ): Promise< void > {
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', /^de(-DE)?$/ );
	const name = portals.find( ( { id } ) => id === portal )?.name ?? '';
	expect( await page.title(), 'the title names the portal' ).toContain( name );
	if ( template !== 'start' ) {
		expect( ( await page.title() ).replace( name, '' ).trim(), 'the title names the page' ).not.toBe( '' );
	}
	for ( const landmark of [ 'banner', 'main', 'contentinfo' ] as const ) {
		await expect( page.getByRole( landmark ), `exactly one ${ landmark }` ).toHaveCount( 1 );
	}
	const levels = await headingLevels( page );
	expect(
		levels.filter( ( level ) => level === 1 ),
		'exactly one h1'
	).toHaveLength( 1 );
	const jumps = levels.filter( ( level, index ) => level > ( levels[ index - 1 ] ?? 0 ) + 1 );
	expect( jumps, `no heading level is left out: ${ levels.join( ' ' ) }` ).toEqual( [] );
}

for ( const example of examples() ) {
	const { portal, template, path } = example;
	for ( const size of SIZES ) {
		test( `${ portal }: ${ template } at ${ size.width } px`, async ( { page } ) => {
			const status = template === 'notFound' ? 404 : 200;
			await page.setViewportSize( size );
			await admitted( page.context(), portal );
			const heard = complaints( page, [ status ] );
			const response = await page.goto( address( portal, path ) );
			expect( response?.status() ).toBe( status );
			await structure( page, example );
			expect( await violations( page ) ).toEqual( [] );
			expect( await tooWide( page ) ).toEqual( [] );

			if ( size.width === 360 ) {
				await page.setViewportSize( { width: 320, height: 640 } );
				expect( await tooWide( page ), 'reflow at 320 px' ).toEqual( [] );
			} else {
				await page.evaluate( () => document.documentElement.style.setProperty( 'font-size', '200%' ) );
				expect( await tooWide( page ), '200 % text' ).toEqual( [] );
				expect( await cutOff( page ), '200 % text' ).toEqual( [] );
			}
			expect( heard.list ).toEqual( [] );
		} );
	}
}

for ( const { id } of portals ) {
	test( `${ id }: printed page shows the content and no navigation`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.goto( address( id ) );
		await page.emulateMedia( { media: 'print' } );
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
		await expect( page.locator( '#navigation' ) ).toBeHidden();
	} );

	test( `${ id }: nothing moves for people who ask for less motion`, async ( { context, page } ) => {
		await admitted( context, id );
		await page.emulateMedia( { reducedMotion: 'reduce' } );
		await page.goto( address( id ) );
		const moving = await page.evaluate( () =>
			[ ...document.querySelectorAll( '*' ) ]
				.filter( ( element ) => {
					const { transitionDuration, animationDuration, animationName } = getComputedStyle( element );
					const seconds = ( value: string ): number => Math.max( ...value.split( ',' ).map( parseFloat ) );
					return (
						seconds( transitionDuration ) > 0.01 ||
						( animationName !== 'none' && seconds( animationDuration ) > 0.01 )
					);
				} )
				.map( ( element ) => `${ element.tagName }.${ element.className }` )
		);
		expect( moving ).toEqual( [] );
		expect( await page.evaluate( () => getComputedStyle( document.documentElement ).scrollBehavior ) ).not.toBe(
			'smooth'
		);
	} );
}

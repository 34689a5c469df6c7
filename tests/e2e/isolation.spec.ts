import { expect, test } from '@playwright/test';
import { admitted } from '../support/gate.ts';
import { address, network, portals } from '../support/network.ts';
import { loggedIn } from '../support/session.ts';
import { ON_STACK } from '../support/tags.ts';
import { pathOf } from '../support/templates.ts';

interface RestPost {
	readonly link: string;
	readonly slug: string;
}

for ( const { id } of portals ) {
	const others = portals.filter( ( portal ) => portal.id !== id );

	test( `${ id }: articles of the other portals are not there`, async ( { context } ) => {
		await admitted( context, id );
		for ( const other of others ) {
			const response = await context.request.get( address( id, pathOf( other.id, 'article' ) ), {
				maxRedirects: 0,
			} );
			expect( response.status(), `article of ${ other.id }` ).toBe( 404 );
		}
	} );

	test( `${ id }: every file of the page comes from its own host`, async ( { context, page } ) => {
		await admitted( context, id );
		const hosts = new Set< string >();
		page.on( 'request', ( request ) => hosts.add( new URL( request.url() ).host ) );
		await page.goto( address( id ) );
		expect( [ ...hosts ] ).toEqual( [ new URL( address( id ) ).host ] );
	} );

	test( `${ id }: its interface tells about its own articles only`, async ( { context } ) => {
		await admitted( context, id );
		const response = await context.request.get( address( id, '/wp-json/wp/v2/posts?per_page=100' ) );
		if ( response.ok() ) {
			const posts = ( await response.json() ) as RestPost[];
			const foreign = posts.filter( ( { link } ) => ! link.startsWith( address( id ) ) );
			expect( foreign ).toEqual( [] );
		} else {
			expect( [ 401, 403, 404 ] ).toContain( response.status() );
		}
	} );
}

test( 'a login on one portal is none on the others', ON_STACK, async ( { context } ) => {
	await loggedIn( context, 'lernorte', 'editor' );
	const own = await context.request.get( address( 'lernorte', '/wp-admin/' ), { maxRedirects: 0 } );
	expect( own.status() ).toBe( 200 );
	for ( const { id } of portals.filter( ( portal ) => portal.id !== 'lernorte' ) ) {
		const other = await context.request.get( address( id, '/wp-admin/' ), { maxRedirects: 0 } );
		expect( other.status(), id ).toBe( 302 );
		expect( other.headers().location, id ).toMatch( /\/(wp-login\.php|anmelden\/)\?/ );
	}
} );

test( 'an unknown host gets no portal of its own', ON_STACK, async ( { request } ) => {
	const { port, protocol } = new URL( address( 'lernorte' ) );
	const response = await request.get( `${ protocol }//unbekannt.localhost:${ port }/`, { maxRedirects: 0 } );
	if ( network().server === 'nginx' ) {
		expect( response.status() ).toBe( 421 );
		return;
	}
	expect( response.status() ).toBe( 302 );
	expect( response.headers().location ).toContain( new URL( address( 'lernwelt-lsa' ) ).host );
} );

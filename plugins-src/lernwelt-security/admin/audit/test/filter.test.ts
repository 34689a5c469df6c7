import { describe, expect, it } from '@jest/globals';
import { everything, failureOf, queryOf } from '../filter';

describe( 'queryOf', () => {
	it( 'asks for a whole portal', () => {
		expect( queryOf( everything( 3 ), 1, undefined ) ).toBe( 'page=1&per_page=20&portal=3' );
	} );

	it( 'asks for the network’s own lines, which is not everything', () => {
		expect( queryOf( { ...everything( undefined ), portal: '0' }, 1, undefined ) ).toContain( 'portal=0' );
		expect( queryOf( everything( undefined ), 1, undefined ) ).not.toContain( 'portal' );
	} );

	it( 'splits an event, whatever the area says', () => {
		const query = new URLSearchParams(
			queryOf( { ...everything( 1 ), area: 'role', event: 'login/refused' }, 2, 77 )
		);
		expect( Object.fromEntries( query ) ).toEqual( {
			page: '2',
			per_page: '20',
			portal: '1',
			area: 'login',
			action: 'refused',
			up_to: '77',
		} );
	} );

	it( 'keeps signs of addresses apart', () => {
		expect( queryOf( { ...everything( 1 ), search: ' a&b=c ' }, 1, undefined ) ).toContain( 'search=a%26b%3Dc' );
	} );
} );

describe( 'failureOf', () => {
	it( 'takes the server’s sentence for refusals only', () => {
		expect( failureOf( { message: 'Nein.', data: { status: 403 } } ).message ).toBe( 'Nein.' );
		expect( failureOf( { message: 'SQL …', data: { status: 500 } } ).message ).toMatch( /^This did not work/ );
		expect( failureOf( undefined ).fields ).toEqual( {} );
	} );
} );

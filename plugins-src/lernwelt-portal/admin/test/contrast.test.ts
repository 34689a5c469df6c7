import { describe, expect, it } from '@jest/globals';
import { formatRatio, ratioOnWhite } from '../contrast';

describe( 'ratioOnWhite', () => {
	it.each( [
		[ '#000000', 21 ],
		[ '#FFFFFF', 1 ],
		[ '#3f6b2a', 6.27 ],
		[ '#4C7094', 5.18 ],
		[ '#FB9049', 2.28 ],
		[ '#767676', 4.54 ],
	] )( 'measures %s as the server does', ( color, ratio ) => {
		expect( ratioOnWhite( color ) ).toBe( ratio );
	} );

	it.each( [ '', '#FFF', '3F6B2A', '#3F6B2', '#3F6B2AFF', 'green' ] )( 'knows that "%s" is no colour', ( color ) => {
		expect( ratioOnWhite( color ) ).toBeNull();
	} );
} );

describe( 'formatRatio', () => {
	it( 'writes numbers as the reader does', () => {
		expect( formatRatio( 2.28, 'de-DE' ) ).toBe( '2,28:1' );
		expect( formatRatio( 4.5, 'en' ) ).toBe( '4.5:1' );
	} );
} );

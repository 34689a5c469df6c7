import { describe, expect, test } from '@jest/globals';
import { spots, undelta, unpack } from '../map/points';

describe( 'points', () => {
	test( 'turns differences back into numbers', () => {
		expect( undelta( [ 4, 5, -2, 0 ] ) ).toEqual( [ 4, 9, 7, 7 ] );
		expect( undelta( [] ) ).toEqual( [] );
	} );

	test( 'unpacks ids, titles and degrees', () => {
		const packed = { ids: [ 4, 5 ], lat: [ 5212346, -62346 ], lng: [ 1100000, 50000 ], titles: [ 'A', 'B' ] };
		expect( unpack( packed ) ).toEqual( [
			{ id: 4, title: 'A', lat: 52.12346, lng: 11 },
			{ id: 9, title: 'B', lat: 51.5, lng: 11.5 },
		] );
	} );

	test( 'refuses lists of different length instead of drawing records in the wrong place', () => {
		expect( () => unpack( { ids: [ 1, 1 ], lat: [ 1 ], lng: [ 1, 1 ], titles: [ 'A', 'B' ] } ) ).toThrow(
			RangeError
		);
		expect( () => unpack( { ids: [ 1 ], lat: [ 1 ], lng: [ 1 ], titles: [] } ) ).toThrow( RangeError );
	} );

	test( 'puts records at one coordinate together', () => {
		const at = ( id: number, lat: number ) => ( { id, title: `T${ id }`, lat, lng: 11 } );
		const found = spots( [ at( 1, 51.5 ), at( 2, 52 ), at( 3, 51.5 ) ] );
		expect( found.map( ( { points } ) => points.map( ( { id } ) => id ) ) ).toEqual( [ [ 1, 3 ], [ 2 ] ] );
		expect( found[ 0 ] ).toMatchObject( { lat: 51.5, lng: 11 } );
	} );
} );

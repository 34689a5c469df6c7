import { describe, expect, test } from '@jest/globals';
import { nearestTo, neighbour, readingOrder } from '../map/spatial';

/** A cross with one marker far off: north, west, centre, east, south, far south-east. */
const CROSS = [
	{ x: 100, y: 0 },
	{ x: 0, y: 100 },
	{ x: 100, y: 100 },
	{ x: 200, y: 110 },
	{ x: 90, y: 200 },
	{ x: 400, y: 390 },
];

describe( 'going from marker to marker', () => {
	test( 'every arrow leads to the nearest marker straight ahead', () => {
		expect( neighbour( CROSS, 2, 'up' ) ).toBe( 0 );
		expect( neighbour( CROSS, 2, 'left' ) ).toBe( 1 );
		expect( neighbour( CROSS, 2, 'right' ) ).toBe( 3 );
		expect( neighbour( CROSS, 2, 'down' ) ).toBe( 4 );
	} );

	test( 'what lies beside the way is found when nothing lies on it', () => {
		expect(
			neighbour(
				[
					{ x: 0, y: 0 },
					{ x: 10, y: 300 },
				],
				0,
				'right'
			)
		).toBe( 1 );
	} );

	test( 'there is an end in every direction', () => {
		expect( neighbour( CROSS, 0, 'up' ) ).toBe( -1 );
		expect( neighbour( CROSS, 5, 'right' ) ).toBe( -1 );
		expect( neighbour( CROSS, 9, 'right' ) ).toBe( -1 );
		expect( neighbour( [], 0, 'down' ) ).toBe( -1 );
	} );

	test( 'the reading order goes line by line', () => {
		expect( readingOrder( CROSS ) ).toEqual( [ 0, 1, 2, 3, 4, 5 ] );
		expect(
			readingOrder( [
				{ x: 50, y: 10 },
				{ x: 10, y: 20 },
			] )
		).toEqual( [ 1, 0 ] );
	} );

	test( 'the nearest to a place', () => {
		expect( nearestTo( CROSS, { x: 380, y: 380 } ) ).toBe( 5 );
		expect( nearestTo( [], { x: 0, y: 0 } ) ).toBe( -1 );
	} );
} );

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, print, quantile } from '../src/bench/table.ts';

test( 'median and quantiles lie between the values', () => {
	assert.equal( median( [ 3, 1, 2 ] ), 2 );
	assert.equal( median( [ 4, 1, 2, 3 ] ), 2.5 );
	assert.equal( quantile( [ 10, 20, 30, 40, 50 ], 0.95 ), 48 );
	assert.throws( () => median( [] ), RangeError );
} );

test( 'a table is Markdown with numbers on the right', () => {
	const text = print( {
		head: [ 'page', 'ms' ],
		rows: [
			[ 'start', '1.5' ],
			[ 'a', '10.0' ],
		],
	} );
	assert.equal( text, '| page  |   ms |\n|-------|-----:|\n| start |  1.5 |\n| a     | 10.0 |' );
} );

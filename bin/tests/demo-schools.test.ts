import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { PEOPLE } from '../../tests/support/provider/people.ts';

const [ headings, ...schools ] = readFileSync( inRoot( 'demo/schulen.csv' ), 'utf8' )
	.trim()
	.split( '\n' )
	.map( ( line ) => line.split( ';' ) );

/** Different values of a column. */
function values( column: number ): string[] {
	return [ ...new Set( schools.map( ( school ) => school[ column ] ?? '' ) ) ];
}

test( 'the demo register has the schools of the demo provider, with their names', () => {
	assert.deepEqual( headings, [ 'Schulnummer', 'Name', 'Schulform', 'Landkreis', 'Startchancen' ] );
	for ( const { school } of PEOPLE.filter( ( person ) => person.school !== undefined ) ) {
		const found = schools.find( ( [ number ] ) => number === school?.number );
		assert.equal( found?.[ 1 ], school?.name );
	}
} );

test( 'the demo register has something of everything, and every number once', () => {
	assert.equal( values( 0 ).length, schools.length );
	assert.equal( values( 2 ).length, 8 );
	assert.equal( values( 3 ).length, 14 );
	assert.deepEqual( values( 4 ).sort(), [ 'ja', 'nein' ] );
} );

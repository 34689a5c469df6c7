import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../api';
import { changesOf, decided, type Draft, filtered, granted } from '../draft';
import { MATRIX } from './matrix';

const CELL: Cell = { granted: true, decision: 'inherited', inherited: true, locked: '', no_yes: '' };

describe( 'decided', () => {
	it( 'keeps what differs from what is stored, and forgets what doesn’t', () => {
		const once = decided( new Map(), 'editor/edit_posts', 'inherited', 'no' );
		expect( [ ...once ] ).toEqual( [ [ 'editor/edit_posts', 'no' ] ] );
		expect( decided( once, 'editor/edit_posts', 'inherited', 'inherited' ).size ).toBe( 0 );
	} );
} );

describe( 'granted', () => {
	it( 'follows the decision, and what is inherited without one', () => {
		expect( granted( CELL, 'inherited' ) ).toBe( true );
		expect( granted( CELL, 'no' ) ).toBe( false );
		expect( granted( { ...CELL, inherited: false }, 'yes' ) ).toBe( true );
	} );
} );

describe( 'changesOf', () => {
	it( 'names role and right, and leaves out what can’t be or is so already', () => {
		const draft: Draft = new Map( [
			[ 'editor/edit_posts', 'no' ],
			[ 'administrator/edit_posts', 'no' ],
			[ 'editor/upload_files', 'no' ],
			[ 'editor/gone', 'yes' ],
		] );
		const changes = changesOf( MATRIX, draft );
		expect( changes.map( ( { role, capability, roleName } ) => [ role, capability, roleName ] ) ).toEqual( [
			[ 'editor', 'edit_posts', 'Redaktion' ],
		] );
	} );
} );

describe( 'filtered', () => {
	it( 'finds all words in label, group and technical name, without minding capitals', () => {
		expect( filtered( MATRIX, '' ) ).toHaveLength( 2 );
		expect( filtered( MATRIX, 'BEITRÄGE schreib' ).map( ( { capability } ) => capability ) ).toEqual( [
			'edit_posts',
		] );
		expect( filtered( MATRIX, 'upload_' ).map( ( { capability } ) => capability ) ).toEqual( [ 'upload_files' ] );
		expect( filtered( MATRIX, 'beiträge medien' ) ).toHaveLength( 0 );
	} );
} );

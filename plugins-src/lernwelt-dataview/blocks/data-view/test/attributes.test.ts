import { describe, expect, it } from '@jest/globals';
import type { DataField, DataSource } from '../../../types/generated/data-sources';
import {
	type Attributes,
	chosenColumns,
	chosenFilters,
	freeKey,
	moved,
	offeredLayouts,
	scopeFields,
	toggled,
	withLayout,
	withScope,
	withSource,
} from '../attributes';

function field( id: string, more: Partial< DataField > = {} ): DataField {
	return { id, label: id, type: 'text', filter: false, sort: false, restricted: false, choices: [], ...more };
}

const SOURCE: DataSource = {
	id: 'places',
	label: 'Places',
	map: true,
	calendar: false,
	fields: [
		field( 'region', { filter: true } ),
		field( 'note', { restricted: true } ),
		field( 'website', { type: 'link' } ),
		field( 'subject', { filter: true } ),
		field( 'a' ),
		field( 'b' ),
		field( 'c' ),
	],
};

const FRESH: Attributes = {
	source: '',
	layouts: [ 'list' ],
	map: false,
	sort: '',
	descending: false,
	perPage: 20,
	paged: true,
	search: true,
	scope: {},
	chart: '',
	key: '',
};

describe( 'layouts', () => {
	it( 'are offered when the source has something to show there', () => {
		expect( offeredLayouts( SOURCE ) ).toEqual( [ 'list', 'cards', 'table', 'map', 'chart' ] );
		expect( offeredLayouts( { ...SOURCE, map: false, calendar: true, fields: [ field( 'a' ) ] } ) ).toEqual( [
			'list',
			'cards',
			'table',
			'calendar',
		] );
		const before: Attributes = { ...FRESH, layouts: [ 'calendar', 'chart' ], chart: 'region' };
		expect( withSource( SOURCE, before ) ).toMatchObject( { layouts: [ 'chart' ], chart: '' } );
	} );
} );

describe( 'another source', () => {
	it( 'takes nothing of the old one along', () => {
		const before: Attributes = {
			...FRESH,
			layouts: [ 'map', 'table' ],
			map: true,
			filters: [ 'x' ],
			columns: [ 'y' ],
			sort: 'z',
			descending: true,
			scope: { x: [ '1' ] },
		};
		expect( withSource( { ...SOURCE, map: false }, before ) ).toEqual( {
			source: 'places',
			layouts: [ 'table' ],
			chart: '',
			map: false,
			filters: undefined,
			columns: undefined,
			sort: '',
			descending: false,
			scope: {},
		} );
		expect( withSource( SOURCE, before ) ).toMatchObject( { layouts: [ 'map', 'table' ], map: true } );
		expect( withSource( { ...SOURCE, map: false }, { ...FRESH, layouts: [ 'map' ] } ).layouts ).toEqual( [
			'list',
		] );
	} );
} );

describe( 'what is chosen', () => {
	it( 'is what the server shows while nobody has chosen', () => {
		expect( chosenFilters( SOURCE, FRESH ) ).toEqual( [ 'region', 'subject' ] );
		expect( chosenColumns( SOURCE, FRESH ) ).toEqual( [ 'region', 'subject', 'a', 'b', 'c' ] );
	} );

	it( 'keeps the order and forgets what the source no longer has', () => {
		const attributes = { ...FRESH, filters: [ 'subject', 'gone', 'region' ], columns: [ 'c', 'gone', 'note' ] };
		expect( chosenFilters( SOURCE, attributes ) ).toEqual( [ 'subject', 'region' ] );
		expect( chosenColumns( SOURCE, attributes ) ).toEqual( [ 'c', 'note' ] );
		expect( chosenColumns( SOURCE, { ...FRESH, columns: [] } ) ).toEqual( [] );
	} );
} );

describe( 'what can be fixed', () => {
	const choices = [ { value: '1', label: 'One' } ];
	const source = {
		...SOURCE,
		fields: [
			field( 'region', { filter: true, choices } ),
			field( 'state', { filter: true, choices, restricted: true } ),
			field( 'free', { filter: true } ),
			field( 'a', { choices } ),
		],
	};
	const ids = ( scope: Attributes[ 'scope' ] ) => scopeFields( source, scope ).map( ( { id } ) => id );

	it( 'is what visitors see', () => {
		expect( ids( {} ) ).toEqual( [ 'region' ] );
	} );

	it( 'can be taken out again, also when visitors do not see it or the source no longer has it', () => {
		expect( ids( { state: [ '1' ] } ) ).toEqual( [ 'region', 'state' ] );
		expect( ids( { gone: [ '1' ] } ) ).toEqual( [ 'region', 'gone' ] );
	} );
} );

describe( 'lists', () => {
	it( 'take in at the end and take out', () => {
		expect( toggled( [ 'a', 'b' ], 'c', true ) ).toEqual( [ 'a', 'b', 'c' ] );
		expect( toggled( [ 'a', 'b' ], 'a', false ) ).toEqual( [ 'b' ] );
	} );

	it( 'move by one place and stop at their ends', () => {
		expect( moved( [ 'a', 'b', 'c' ], 'c', -1 ) ).toEqual( [ 'a', 'c', 'b' ] );
		expect( moved( [ 'a', 'b', 'c' ], 'a', 1 ) ).toEqual( [ 'b', 'a', 'c' ] );
		expect( moved( [ 'a', 'b' ], 'a', -1 ) ).toEqual( [ 'a', 'b' ] );
		expect( moved( [ 'a', 'b' ], 'b', 1 ) ).toEqual( [ 'a', 'b' ] );
		expect( moved( [ 'a' ], 'x', 1 ) ).toEqual( [ 'a' ] );
	} );

	it( 'keep one layout', () => {
		expect( withLayout( [ 'list' ], 'list', false ) ).toEqual( [ 'list' ] );
		expect( withLayout( [ 'list' ], 'table', true ) ).toEqual( [ 'list', 'table' ] );
	} );

	it( 'drop a field that fixes nothing', () => {
		expect( withScope( { region: [ 'harz' ] }, 'subject', [ 'art' ] ) ).toEqual( {
			region: [ 'harz' ],
			subject: [ 'art' ],
		} );
		expect( withScope( { region: [ 'harz' ] }, 'region', [] ) ).toEqual( {} );
	} );
} );

describe( 'the key', () => {
	it( 'stays while no other view before has it', () => {
		expect( freeKey( '', [] ) ).toBe( '' );
		expect( freeKey( 'v2', [ '', 'v3' ] ) ).toBe( 'v2' );
	} );

	it( 'is another one for a second view', () => {
		expect( freeKey( '', [ '' ] ) ).toBe( 'v2' );
		expect( freeKey( 'v2', [ '', 'v2', 'v3' ] ) ).toBe( 'v4' );
	} );
} );

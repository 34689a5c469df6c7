import { describe, expect, it } from '@jest/globals';
import { placeOf, searchOf, type Place } from '../place';

const INPUT = 'a'.repeat( 32 );
const MENU = '?post_type=lernwelt_place&page=lernwelt-places-import';

describe( 'place', () => {
	it( 'finds every view again by its address, and keeps what belongs to WordPress', () => {
		const places: Place[] = [
			{ view: 'overview' },
			{ view: 'source', source: '' },
			{ view: 'source', source: 'verband' },
			{ view: 'mapping', input: INPUT, source: 'verband', label: 'Verband „Süd“ & Co' },
			{ view: 'run', run: 12 },
		];
		let search = MENU;
		for ( const place of places ) {
			search = searchOf( place, search );
			expect( placeOf( search ) ).toEqual( place );
			expect( search.startsWith( MENU ) ).toBe( true );
		}
		expect( searchOf( { view: 'overview' }, search ) ).toBe( MENU );
	} );

	it( 'shows the overview for what makes no sense', () => {
		for ( const query of [ '?run=-1', '?run=x', '?run=1.5', `?input=${ INPUT }`, '?input=../../etc&source=a' ] ) {
			expect( placeOf( query ) ).toEqual( { view: 'overview' } );
		}
	} );
} );

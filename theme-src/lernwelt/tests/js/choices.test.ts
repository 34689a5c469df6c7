import { describe, expect, test } from '@jest/globals';
import { chosenTitles, idsOf } from '../../blocks/choices';

const choices = [
	{ id: 3, title: 'Arche Nebra' },
	{ id: 7, title: 'Bauhaus Dessau' },
	{ id: 9, title: 'Bauhaus Dessau' },
];

describe( 'chosen pages', () => {
	test( 'titles keep the order of choice and drop what no longer exists', () => {
		expect( chosenTitles( [ 7, 99, 3 ], choices ) ).toEqual( [ 'Bauhaus Dessau', 'Arche Nebra' ] );
	} );

	test( 'words that are no title are dropped, of equal titles the first is meant', () => {
		expect( idsOf( [ 'Bauhaus Dessau', 'Unsinn', { value: 'Arche Nebra' } ], choices ) ).toEqual( [ 7, 3 ] );
	} );
} );

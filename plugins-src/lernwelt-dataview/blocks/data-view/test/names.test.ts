import { describe, expect, test } from '@jest/globals';
import { nameOf, shortCount } from '../map/names';
import { fill } from '../words';
import type { Words } from '../words';

const words = {
	cluster: '%1$s bei „%2$s“: vergrößern',
	spot: '%1$s am Ort von „%2$s“: Liste öffnen',
} as unknown as Words;
const spot = { lat: 51, lng: 11, points: [] };

describe( 'names of markers', () => {
	test( 'a single record has its title', () => {
		expect( nameOf( { title: 'Arche Nebra', count: 1, spot }, '%d Lernorte', words ) ).toBe( 'Arche Nebra' );
	} );

	test( 'a cluster says how many and where', () => {
		expect( nameOf( { title: 'Arche Nebra', count: 12, spot: null }, '%d Lernorte', words ) ).toBe(
			'12 Lernorte bei „Arche Nebra“: vergrößern'
		);
	} );

	test( 'several records at one place announce a list', () => {
		expect( nameOf( { title: 'Zeche', count: 2, spot }, '%d Lernorte', words ) ).toBe(
			'2 Lernorte am Ort von „Zeche“: Liste öffnen'
		);
	} );

	test( 'titles with placeholders stay as they are', () => {
		expect( nameOf( { title: '100 %s $1', count: 2, spot: null }, '%d Lernorte', words ) ).toBe(
			'2 Lernorte bei „100 %s $1“: vergrößern'
		);
		expect( fill( '%d von %d', 1, 2 ) ).toBe( '1 von 2' );
	} );

	test( 'numbers fit into their circle', () => {
		expect( [ 2, 999, 1000, 10_400 ].map( shortCount ) ).toEqual( [ '2', '999', '1k', '10k' ] );
	} );
} );

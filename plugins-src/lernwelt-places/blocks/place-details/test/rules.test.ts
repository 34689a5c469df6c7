import { describe, expect, it } from '@jest/globals';
import schema from '../../../schemas/place-details.json';
import { type Districts, districtAt } from '../districts';
import { known } from '../draft';
import { IMPORTED } from '../fields';
import { formatDegrees, parseDegrees, parsePair } from '../numbers';
import { LENGTHS, problemOf } from '../problems';

describe( 'what the form says early', () => {
	it.each( [
		[ 'email', 'name@example.org' ],
		[ 'email', 'post@köthen.example' ],
		[ 'website', 'https://www.händel-haus.example/führung?a=1#b' ],
		[ 'website', 'http://example.org:8080' ],
		[ 'postcode', ' 06110 ' ],
		[ 'phone', '0345 5009-0 (Kasse)' ],
		[ 'city', 'Halle (Saale)' ],
	] as const )( 'takes %s %s', ( field, value ) => {
		expect( problemOf( field, value ) ).toBe( '' );
	} );

	it.each( [
		[ 'email', 'name@example' ],
		[ 'email', 'a@example.org, b@example.org' ],
		[ 'website', 'www.example.org' ],
		[ 'website', 'javascript:alert(1)' ],
		[ 'website', 'https://a:b@example.org' ],
		[ 'postcode', '061' ],
		[ 'phone', 'auf Anfrage' ],
		[ 'city', 'ä'.repeat( 101 ) ],
	] as const )( 'refuses %s %s', ( field, value ) => {
		expect( problemOf( field, value ) ).not.toBe( '' );
	} );

	it( 'says nothing about empty fields', () => {
		expect( problemOf( 'email', '  ' ) ).toBe( '' );
	} );

	it( 'knows the lengths of the schema', () => {
		const fields = schema.properties as Record< string, { maxLength?: number } >;
		for ( const [ field, length ] of Object.entries( LENGTHS ) ) {
			if ( field in fields ) {
				expect( [ field, fields[ field ]?.maxLength ] ).toEqual( [ field, length ] );
			}
		}
	} );

	it( 'offers every field an import could change', () => {
		expect( [ ...IMPORTED ].sort() ).toEqual( [ ...schema.properties.editorial.items.enum ].sort() );
	} );
} );

describe( 'degrees', () => {
	it.each( [
		[ '51,4828', 51.4828 ],
		[ ' 51.4828 ', 51.4828 ],
		[ '-12', -12 ],
	] )( 'reads %s', ( text, number ) => {
		expect( parseDegrees( text ) ).toBe( number );
	} );

	it.each( [ '', '51,', '51°', 'abc', '1.234,5' ] )( 'does not read "%s"', ( text ) => {
		expect( parseDegrees( text ) ).toBeNull();
	} );

	it( 'writes a comma and no more than a map needs', () => {
		expect( formatDegrees( 51.48280000001 ) ).toBe( '51,4828' );
	} );

	it.each( [ '51.4828, 11.9697', '51,4828 11,9697', '51.4828;11.9697' ] )( 'takes "%s" apart', ( text ) => {
		expect( parsePair( text ) ).toEqual( { lat: 51.4828, lng: 11.9697 } );
	} );

	it.each( [ '51,4828', '51 Nord', '1 2 3' ] )( 'leaves "%s" alone', ( text ) => {
		expect( parsePair( text ) ).toBeNull();
	} );
} );

describe( 'districts', () => {
	const square = ( from: number, to: number ) => [
		[ from, from ],
		[ to, from ],
		[ to, to ],
		[ from, to ],
		[ from, from ],
	];
	const districts: Districts = {
		type: 'FeatureCollection',
		attribution: '',
		features: [
			{
				type: 'Feature',
				properties: { name: 'Kreis' },
				geometry: { type: 'Polygon', coordinates: [ square( 0, 10 ), square( 4, 6 ) ] },
			},
			{
				type: 'Feature',
				properties: { name: 'Stadt' },
				geometry: { type: 'MultiPolygon', coordinates: [ [ square( 4, 6 ) ], [ square( 20, 21 ) ] ] },
			},
		],
	};

	it.each( [
		[ 1, 1, 'Kreis' ],
		[ 5, 5, 'Stadt' ],
		[ 20.5, 20.5, 'Stadt' ],
		[ 15, 15, '' ],
	] )( 'finds what %d, %d lies in', ( lat, lng, name ) => {
		expect( districtAt( { lat, lng }, districts ) ).toBe( name );
	} );
} );

describe( 'what is sent', () => {
	it( 'leaves out what says nothing, keeps what is unfinished', () => {
		expect( known( { city: '', free: false, accessible: true, lat: null, lng: '11,', editorial: [] } ) ).toEqual( {
			accessible: true,
			lng: '11,',
		} );
	} );
} );

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportRun } from '../../types/generated/import-run';
import { percent, size, spoken, time } from '../format';
import { hostOf } from '../hosts-panel';
import { problemAt } from '../mapping-words';
import { failureOf, sentenceOf } from '../problems';

const RUN: ImportRun = {
	id: 1,
	source: 'verband',
	label: 'Verband',
	input: 'orte.csv',
	dry_run: true,
	state: 'running',
	reason: '',
	message: '',
	position: 0,
	total: 200,
	counts: { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0, vanished: 0, unpublished: 0, findings: 0 },
	started_at: '2026-03-01T10:00:00Z',
	finished_at: null,
	person: '',
	can_force: false,
	can_import: false,
	report: '',
};

beforeAll( () => {
	document.documentElement.lang = 'de-DE';
} );

describe( 'format', () => {
	it( 'speaks at every quarter only', () => {
		const said = Array.from( { length: 201 }, ( _, position ) => spoken( { ...RUN, position } ) );
		expect( new Set( said ).size ).toBe( 5 );
		expect( spoken( { ...RUN, position: 60 } ) ).toBe( '25 percent done.' );
		expect( spoken( { ...RUN, state: 'finished' } ) ).toBe( 'The import has ended: finished.' );
	} );

	it( 'knows no percentage without a total', () => {
		expect( percent( { ...RUN, total: null } ) ).toBeUndefined();
		expect( percent( { ...RUN, total: 0 } ) ).toBeUndefined();
		expect( percent( { ...RUN, position: 300 } ) ).toBe( 100 );
	} );

	it( 'writes sizes and times as people read them', () => {
		expect( size( 20 * 1024 * 1024 ) ).toBe( '20 MB' );
		expect( size( 1536 ) ).toBe( '2 kB' );
		expect( time( '2026-03-01T10:00:00Z' ) ).toBe( '01.03.2026, 11:00' );
		expect( time( null ) ).toBe( '' );
	} );
} );

describe( 'problems', () => {
	it( 'has a sentence for the whole request and for each field', () => {
		expect( failureOf( { message: 'Nein.', data: { status: 422, fields: { url: 'bad_address' } } } ) ).toEqual( {
			fields: { url: 'bad_address' },
			message: 'Nein.',
			status: 422,
		} );
		expect( failureOf( { message: 'x', data: { status: 409 } } ).message ).toMatch( /Another import/ );
		expect( failureOf( { message: '<b>Fatal</b>', data: { status: 500 } } ).message ).toMatch( /did not work/ );
		expect( failureOf( new TypeError( 'fetch' ) ).message ).toMatch( /did not work/ );
		expect( sentenceOf( undefined ) ).toBeUndefined();
		expect( sentenceOf( 'never heard of' ) ).toMatch( /check this entry/ );
	} );

	it( 'shows a problem below a path at its control', () => {
		expect( problemAt( { 'fields.title.from': 'required' }, 'fields.title' ) ).toMatch( /name of the place/ );
		expect( problemAt( { id: 'required' }, 'id' ) ).toMatch( /tells the places apart/ );
		expect( problemAt( { 'fields.titles': 'unknown' }, 'fields.title' ) ).toBeUndefined();
	} );

	it( 'takes the host out of an address', () => {
		expect( hostOf( ' https://Daten.Example.org/orte?x=1 ' ) ).toEqual( [ 'daten.example.org' ] );
		expect( hostOf( 'daten.example.org/orte' ) ).toEqual( [ 'daten.example.org' ] );
		expect( hostOf( ' ' ) ).toEqual( [] );
	} );
} );

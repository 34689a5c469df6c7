import { describe, expect, it } from '@jest/globals';
import { columnOf, isElaborate, slugOf, tableOf, tableText, withColumn, withStep, type Draft } from '../mapping';

const DRAFT: Draft = {
	version: 1,
	format: 'csv',
	fields: { subject: { from: 'Fächer', transforms: [ { do: 'trim' }, { do: 'split', by: ';' } ] } },
};

describe( 'mapping', () => {
	it( 'keeps the steps of a field when its column changes, and takes the field out when it has none', () => {
		const changed = withColumn( DRAFT, 'subject', 'Fach' );
		expect( changed.fields?.subject ).toEqual( { from: 'Fach', transforms: DRAFT.fields?.subject?.transforms } );
		expect( withColumn( changed, 'subject', '' ).fields ).toEqual( {} );
		expect( DRAFT.fields?.subject?.from ).toBe( 'Fächer' );
	} );

	it( 'gives a new field the steps it needs', () => {
		expect( withColumn( DRAFT, 'free', 'gratis', [ { do: 'boolean' } ] ).fields?.free ).toEqual( {
			from: 'gratis',
			transforms: [ { do: 'boolean' } ],
		} );
		expect( withColumn( DRAFT, 'city', 'Ort' ).fields?.city ).toEqual( { from: 'Ort' } );
	} );

	it( 'splits before it looks up, and replaces a step where it stands', () => {
		const table = { Nawi: 'Biologie' };
		const looked = withStep( DRAFT, 'subject', 'lookup', { do: 'lookup', table } );
		expect( looked.fields?.subject?.transforms?.map( ( step ) => step.do ) ).toEqual( [
			'trim',
			'split',
			'lookup',
		] );
		const split = withStep( looked, 'subject', 'split', { do: 'split', by: '|' } );
		expect( split.fields?.subject?.transforms?.[ 1 ] ).toEqual( { do: 'split', by: '|' } );
		const none = withStep( withStep( split, 'subject', 'split', undefined ), 'subject', 'lookup', undefined );
		expect( withStep( none, 'subject', 'trim', undefined ).fields?.subject ).toEqual( { from: 'Fächer' } );
		expect( withStep( DRAFT, 'city', 'trim', { do: 'trim' } ) ).toBe( DRAFT );
	} );

	it( 'knows what simple controls would destroy', () => {
		expect( isElaborate( { from: 'Ort' } ) ).toBe( false );
		expect( isElaborate( { from: [ 'Ort', 'Teil' ] } ) ).toBe( true );
		expect( isElaborate( { value: 'Harz' } ) ).toBe( true );
		expect( isElaborate( { from: 'Stand', transforms: [ { do: 'date' } ] } ) ).toBe( true );
		expect( columnOf( { from: [ 'Ort', 'Teil' ] } ) ).toBe( 'Ort' );
		expect( columnOf( undefined ) ).toBe( '' );
	} );

	it( 'reads and writes lookup tables as lines', () => {
		expect( tableOf( 'Nawi = Biologie\n\nohne Zeichen\n a=b = c \n= leer' ) ).toEqual( {
			Nawi: 'Biologie',
			'a=b': 'c',
		} );
		expect( tableText( { do: 'lookup', table: { Nawi: 'Biologie', 1: 'ja' } } ) ).toBe( '1 = ja\nNawi = Biologie' );
		expect( tableText( undefined ) ).toBe( '' );
	} );

	it( 'makes short names', () => {
		expect( slugOf( 'Museumsverband Sachsen-Anhalt e. V.' ) ).toBe( 'museumsverband-sachsen-anhalt-e-v' );
		expect( slugOf( ' Größe & Übermaß ' ) ).toBe( 'groesse-uebermass' );
		expect( slugOf( '???' ) ).toBe( '' );
		expect( slugOf( 'x'.repeat( 80 ) ) ).toHaveLength( 60 );
	} );
} );

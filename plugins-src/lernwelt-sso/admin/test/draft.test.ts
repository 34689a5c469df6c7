import { describe, expect, it } from '@jest/globals';
import { ALL, differs, draftOf, newRow, plain } from '../settings/draft';
import { failureOf, problemAt } from '../settings/problems';
import { STORED } from './stored';

describe( 'draft', () => {
	it( 'leaves defaults empty, so that they are not stored', () => {
		expect( draftOf( STORED ).connection ).toEqual( {
			issuer: 'https://id.example.org',
			client_id: 'lernwelt',
			scopes: '',
			auth_method: '',
			algorithms: '',
		} );
	} );

	it( 'knows whether something would be lost', () => {
		const draft = draftOf( STORED );
		expect( differs( draft, STORED ) ).toBe( false );
		expect( differs( { ...draft, rows: draft.rows.slice( 1 ) }, STORED ) ).toBe( true );
		expect( differs( { ...draft, connection: { ...draft.connection, scopes: 'openid' } }, STORED ) ).toBe( true );
	} );

	it( 'sends rows without keys, and begins a new one where the last one stands', () => {
		const { rows } = draftOf( STORED );
		expect( plain( rows ) ).toEqual( STORED.rows );
		expect( newRow( rows ) ).toMatchObject( { claim: 'r', value: '', role: '', portals: [ ALL ] } );
		expect( newRow( [] ).claim ).toBe( 'realm_access.roles' );
	} );
} );

describe( 'problems', () => {
	it( 'says which entry, and falls back to a sentence for everything', () => {
		expect( problemAt( { 'rows.1.portals': 'required' }, 'rows.1.portals' ) ).toMatch( /portal/ );
		expect( problemAt( { 'rows.1.claim': 'whatever' }, 'rows.1.claim' ) ).toBe( 'Please check this entry.' );
		expect( problemAt( {}, 'rows.1.claim' ) ).toBeUndefined();
	} );

	it( 'tells refused entries, lost updates and outages apart', () => {
		expect( failureOf( { data: { status: 422, fields: { claims: 'json' } } } ).message ).toBe( '' );
		expect( failureOf( { message: 'x', data: { status: 409 } } ).message ).toMatch( /Somebody else/ );
		expect( failureOf( new TypeError( 'fetch' ) ).message ).toMatch( /connection/ );
	} );
} );

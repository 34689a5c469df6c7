import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { SsoSettingsRequest } from '../../types/generated/sso-settings-request';
import { Screen } from '../settings/screen';
import { STORED } from './stored';

Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

interface Request {
	readonly path: string;
	readonly method?: string;
	readonly data?: SsoSettingsRequest;
}

/** What the server answers; an error object is thrown. */
let answer: ( request: Request ) => unknown;
let place: HTMLElement;
let unmount: () => void;

apiFetch.setFetchHandler( ( async ( request: Request ) => answer( request ) ) as never );

beforeEach( async () => {
	answer = () => STORED;
	place = document.body.appendChild( document.createElement( 'div' ) );
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( <Screen /> ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

function control< T extends HTMLElement = HTMLInputElement >( id: string ): T {
	const found = place.querySelector< T >( `#lernwelt-sso-${ id }` );
	if ( found === null ) {
		throw new Error( `There is no control ${ id }.` );
	}
	return found;
}

function button( name: string ): HTMLButtonElement {
	const found = [ ...place.querySelectorAll( 'button' ) ].find(
		( candidate ) => ( candidate.getAttribute( 'aria-label' ) ?? candidate.textContent ) === name
	);
	if ( found === undefined ) {
		throw new Error( `There is no button ${ name }.` );
	}
	return found;
}

const click = ( name: string ) => act( async () => button( name ).click() );

async function type( id: string, text: string ): Promise< void > {
	await act( async () => {
		Object.getOwnPropertyDescriptor( HTMLInputElement.prototype, 'value' )?.set?.call( control( id ), text );
		control( id ).dispatchEvent( new Event( 'input', { bubbles: true } ) );
	} );
}

async function save(): Promise< void > {
	await act( async () => {
		place.querySelector( 'form' )?.dispatchEvent( new Event( 'submit', { bubbles: true, cancelable: true } ) );
	} );
}

describe( 'Screen', () => {
	it( 'locks what a constant decides and says so, and never shows a secret', () => {
		expect( control( 'connection-issuer' ).readOnly ).toBe( true );
		expect( place.textContent ).toContain( 'LERNWELT_OIDC_ISSUER' );
		expect( control( 'connection-client_id' ).readOnly ).toBe( false );
		expect( place.textContent ).toContain( 'missing' );
		for ( const input of place.querySelectorAll( 'input, select, textarea' ) ) {
			expect( [ input.id, ( input as HTMLInputElement ).labels?.length ] ).toEqual( [ input.id, 1 ] );
		}
	} );

	it( 'adds, edits and removes rows and keeps the focus where the work is', async () => {
		await click( 'Add row' );
		expect( place.ownerDocument.activeElement ).toBe( control( 'rows-2-value' ) );
		await type( 'rows-2-value', 'c' );
		await click( 'Remove Row 1' );
		expect( place.ownerDocument.activeElement ).toBe( control( 'rows-0-remove' ) );

		let sent: SsoSettingsRequest | undefined;
		answer = ( { data } ) => {
			sent = data;
			return STORED;
		};
		await save();
		expect( sent?.revision ).toBe( 3 );
		expect( sent?.rows.map( ( { value } ) => value ) ).toEqual( [ 'b', 'c' ] );
		expect( place.textContent ).toContain( 'The settings are saved.' );
	} );

	it( 'leads from the summary to the row that was refused', async () => {
		answer = () => {
			throw { data: { status: 422, fields: { 'rows.1.claim': 'pattern' } } };
		};
		await type( 'rows-1-claim', 'a..b' );
		await save();
		expect( place.ownerDocument.activeElement?.className ).toBe( 'lernwelt-sso-summary' );
		place.querySelector< HTMLAnchorElement >( '.lernwelt-sso-summary a' )?.click();
		expect( place.ownerDocument.activeElement ).toBe( control( 'rows-1-claim' ) );
		expect( control( 'rows-1-claim' ).getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( control( 'rows-1-claim' ).value ).toBe( 'a..b' );
	} );

	it( 'offers the new state when somebody else was faster', async () => {
		answer = () => {
			throw { data: { status: 409 } };
		};
		await type( 'rows-1-value', 'x' );
		await save();
		answer = () => ( { ...STORED, revision: 4 } );
		await click( 'Load the new state' );
		expect( control( 'rows-1-value' ).value ).toBe( 'b' );
	} );

	it( 'tries claims with the rows that stand there, and forgets the result when they change', async () => {
		let sent: SsoSettingsRequest | undefined;
		answer = ( { data } ) => {
			sent = data;
			return {
				outcome: 'account',
				missing: [],
				address: 'verified',
				portals: [
					{ id: 'lernorte', name: 'Lernorte', roles: [ 'editor' ], enters: true },
					{ id: 'startchancen', name: 'Startchancen', roles: [], enters: false },
				],
			};
		};
		await type( 'rows-0-value', 'neu' );
		await click( 'Show what this token would get' );
		expect( sent?.rows[ 0 ]?.value ).toBe( 'neu' );
		const result = place.querySelector( '.lernwelt-sso-result' )?.textContent ?? '';
		expect( result ).toContain( 'LernorteRedaktion' );
		expect( result ).toContain( 'Startchancenno role' );
		await type( 'rows-0-value', 'anders' );
		expect( place.querySelector( '.lernwelt-sso-result' ) ).toBeNull();
	} );

	it( 'leads to claims that can not be read', async () => {
		answer = () => {
			throw { data: { status: 422, fields: { claims: 'json' } } };
		};
		await click( 'Show what this token would get' );
		const field = place.querySelector( 'textarea' );
		expect( place.ownerDocument.activeElement ).toBe( field );
		const help = field?.getAttribute( 'aria-describedby' ) ?? '';
		expect( document.getElementById( help )?.textContent ).toContain( 'no JSON object' );
	} );

	it( 'says step by step whether the connection works', async () => {
		answer = () => ( {
			steps: [
				{ step: 'configuration', ok: true, reason: '' },
				{ step: 'discovery', ok: false, reason: 'issuer_mismatch' },
			],
		} );
		await click( 'Check connection' );
		expect( place.querySelector( '.lernwelt-sso-steps' )?.textContent ).toMatch( /Yes:.*No:.*letter by letter/ );
	} );

	it( 'makes one portal to several and back', async () => {
		const choose = ( value: string ) =>
			act( async () => {
				const select = control< HTMLSelectElement >( 'rows-1-portals' );
				Object.getOwnPropertyDescriptor( HTMLSelectElement.prototype, 'value' )?.set?.call( select, value );
				select.dispatchEvent( new Event( 'change', { bubbles: true } ) );
			} );
		await choose( 'some' );
		expect( place.querySelectorAll( '.lernwelt-sso-row__portals input[type=checkbox]:checked' ) ).toHaveLength( 2 );
		await choose( 'startchancen' );
		let sent: SsoSettingsRequest | undefined;
		answer = ( { data } ) => {
			sent = data;
			return STORED;
		};
		await save();
		expect( sent?.rows[ 1 ]?.portals ).toEqual( [ 'startchancen' ] );
	} );
} );

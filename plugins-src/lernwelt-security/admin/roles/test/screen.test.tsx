import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { RoleMatrix } from '../api';
import { Screen } from '../screen';
import { MATRIX } from './matrix';

interface Request {
	readonly path: string;
	readonly data?: unknown;
}

// React then knows that act() waits for it.
Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

/** What the server answers; an error object is thrown. */
let answer: ( request: Request ) => unknown;
let place: HTMLElement;
let unmount: () => void;

apiFetch.setFetchHandler( ( async ( request: Request ) => answer( request ) ) as never );

beforeEach( async () => {
	answer = () => MATRIX;
	place = document.body.appendChild( document.createElement( 'div' ) );
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( <Screen portal={ 5 } portals={ [] } /> ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

function cell( name: string ): HTMLSelectElement {
	const found = place.querySelector< HTMLSelectElement >( `select[aria-label="${ name }"]` );
	if ( found === null ) {
		throw new Error( `There is no cell ${ name }.` );
	}
	return found;
}

async function decide( name: string, decision: string ) {
	await act( async () => {
		cell( name ).value = decision;
		cell( name ).dispatchEvent( new Event( 'change', { bubbles: true } ) );
	} );
}

async function press( name: string ) {
	const button = [ ...document.querySelectorAll( 'button' ) ].find( ( { textContent } ) => textContent === name );
	if ( button === undefined ) {
		throw new Error( `There is no button ${ name }.` );
	}
	await act( async () => {
		button.focus();
		button.click();
	} );
}

function described( field: HTMLInputElement | null ): string | null | undefined {
	return document.getElementById( field?.getAttribute( 'aria-describedby' ) ?? '' )?.textContent;
}

function leavingIsStopped(): boolean {
	return ! window.dispatchEvent( new Event( 'beforeunload', { cancelable: true } ) );
}

describe( 'Screen', () => {
	it( 'shows a real table with headers, and a named control in each cell that can be changed', () => {
		expect( place.querySelectorAll( 'thead th[scope=col]' ) ).toHaveLength( 3 );
		expect( place.querySelectorAll( 'th[scope=row]' ) ).toHaveLength( 2 );
		expect( place.querySelectorAll( 'select[aria-label*=" – "]' ) ).toHaveLength( 3 );
		expect( cell( 'Redaktion – Eigene schreiben' ).selectedOptions[ 0 ]?.textContent ).toBe( 'Inherits: yes' );
	} );

	it( 'says why a cell is fixed, and offers no yes that would be refused', () => {
		expect( place.querySelector( 'td.is-locked' )?.textContent ).toContain( 'yes, fixed' );
		expect( place.querySelector( '.lernwelt-roles-reasons' )?.textContent ).toBe( 'Bleibt immer.' );
		const options = [ ...cell( 'Redaktion – Dateien hochladen' ).options ];
		expect( options.map( ( { disabled } ) => disabled ) ).toEqual( [ false, true, false ] );
	} );

	it( 'shows the changes before it saves exactly these', async () => {
		let sent: Request | undefined;
		answer = ( request ) => {
			sent = request;
			return { ...MATRIX, revision: 4 };
		};
		await decide( 'Redaktion – Eigene schreiben', 'no' );
		expect( leavingIsStopped() ).toBe( true );
		await press( 'Check and save' );
		expect( document.querySelector( '.lernwelt-roles-summary li' )?.textContent ).toBe(
			'Redaktion – Eigene schreibenfrom “Inherits: yes” to “no”'
		);
		await press( 'Save changes' );
		expect( sent?.data ).toEqual( {
			portal: 5,
			revision: 3,
			changes: [ { role: 'editor', capability: 'edit_posts', granted: 'no' } ],
		} );
		expect( place.textContent ).toContain( 'The changes are saved' );
		expect( leavingIsStopped() ).toBe( false );
	} );

	it( 'asks a second person with a reason, where one is needed', async () => {
		let sent: Request | undefined;
		answer = ( { data } ) => {
			sent = data === undefined ? sent : { path: '', data };
			return { ...MATRIX, second_person: true };
		};
		await act( async () => unmount() );
		const root = createRoot( place );
		unmount = () => root.unmount();
		await act( async () => root.render( <Screen portal={ 5 } portals={ [] } /> ) );
		await decide( 'Redaktion – Eigene schreiben', 'no' );
		await press( 'Check and save' );
		await press( 'Ask a second person' );
		const field = document.querySelector< HTMLTextAreaElement >( '.lernwelt-roles-summary textarea' );
		expect( [ sent, field?.getAttribute( 'aria-invalid' ) ] ).toEqual( [ undefined, 'true' ] );
		expect( field?.ownerDocument.activeElement ).toBe( field );
		await act( async () => {
			Object.getOwnPropertyDescriptor( HTMLTextAreaElement.prototype, 'value' )?.set?.call( field, ' Weil. ' );
			field?.dispatchEvent( new Event( 'input', { bubbles: true } ) );
		} );
		await press( 'Ask a second person' );
		expect( sent?.data ).toEqual( {
			portal: 5,
			revision: 3,
			changes: [ { role: 'editor', capability: 'edit_posts', granted: 'no' } ],
			reason: 'Weil.',
		} );
		expect( place.textContent ).toContain( 'Your request waits for a second person' );
	} );

	it( 'keeps the changes when somebody was faster, and shows the newer matrix', async () => {
		const newer: RoleMatrix = { ...MATRIX, revision: 9 };
		let revision = 0;
		answer = ( { data } ) => {
			if ( data === undefined ) {
				return newer;
			}
			revision = ( data as RoleMatrix ).revision;
			throw { code: 'lernwelt_conflict', message: '', data: { status: 409 } };
		};
		await decide( 'Redaktion – Eigene schreiben', 'no' );
		await press( 'Check and save' );
		await press( 'Save changes' );
		expect( place.textContent ).toContain( 'Somebody else has saved' );
		expect( cell( 'Redaktion – Eigene schreiben' ).value ).toBe( 'no' );

		await press( 'Check and save' );
		await press( 'Save changes' );
		expect( revision ).toBe( 9 );
	} );

	it.each( [ [ 'Discard changes' ], [ 'Check and save', 'Save changes' ] ] )(
		'leaves the focus at the words when the buttons go: %s',
		async ( ...names: string[] ) => {
			answer = () => ( { ...MATRIX, revision: 4 } );
			await decide( 'Redaktion – Eigene schreiben', 'no' );
			for ( const name of names ) {
				await press( name );
			}
			expect( place.ownerDocument.activeElement ).toBe( place.querySelector( '.lernwelt-roles-bar span' ) );
		}
	);

	it( 'leaves the focus in the table when the last change is taken back there', async () => {
		await act( async () => cell( 'Redaktion – Eigene schreiben' ).focus() );
		await decide( 'Redaktion – Eigene schreiben', 'no' );
		await decide( 'Redaktion – Eigene schreiben', 'inherited' );
		expect( place.ownerDocument.activeElement ).toBe( cell( 'Redaktion – Eigene schreiben' ) );
	} );

	it( 'ties a missing person to its field, and says when people can not be searched for', async () => {
		await press( 'Why may somebody do that?' );
		await press( 'Explain' );
		const field = place.querySelector< HTMLInputElement >( 'input[role=combobox]' );
		expect( place.ownerDocument.activeElement ).toBe( field );
		expect( described( field ) ).toBe( 'Please choose a person first.' );

		answer = () => {
			throw new Error( 'Offline.' );
		};
		await act( async () => {
			Object.getOwnPropertyDescriptor( HTMLInputElement.prototype, 'value' )?.set?.call( field, 'an' );
			field?.dispatchEvent( new Event( 'input', { bubbles: true } ) );
		} );
		expect( place.textContent ).toContain( 'People could not be searched for.' );
	} );

	it( 'discards changes when asked', async () => {
		await decide( 'Redaktion – Eigene schreiben', 'no' );
		await press( 'Discard changes' );
		expect( cell( 'Redaktion – Eigene schreiben' ).value ).toBe( 'inherited' );
		expect( place.textContent ).toContain( 'No changes' );
	} );
} );

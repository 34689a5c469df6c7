import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { Approval } from '../api';
import { Screen } from '../screen';
import { clockWord } from '../words';

interface Request {
	readonly path: string;
	readonly data?: unknown;
}

Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

const ITEM: Approval = {
	id: 7,
	kind: 'Rechte ändern',
	portal: 'Lernorte',
	what: [ 'Redaktion – Dateien: von „geerbt“ zu „nein“' ],
	reason: 'Weil.',
	requested_by: 'Erika',
	requested_at: '2026-11-22T09:00:00Z',
	due: '2026-11-27',
	ends_at: '2026-12-06T09:00:00Z',
	pending: true,
	state: 'wartet',
	decided_by: '',
	decided_at: '',
	answer: '',
	actions: [ 'confirm', 'deny' ],
};

/** What the server answers; an error object is thrown. */
let answer: ( request: Request ) => unknown;
let place: HTMLElement;
let unmount: () => void;

apiFetch.setFetchHandler( ( async ( request: Request ) => answer( request ) ) as never );

async function render( ...items: Approval[] ) {
	answer = () => ( { items } );
	place = document.body.appendChild( document.createElement( 'div' ) );
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( <Screen portal={ 3 } /> ) );
}

async function press( name: string ) {
	const button = [ ...place.querySelectorAll( 'button' ) ].find( ( { textContent } ) => textContent === name );
	if ( button === undefined ) {
		throw new Error( `There is no button ${ name }.` );
	}
	await act( async () => button.click() );
}

describe( 'Screen', () => {
	beforeEach( () => render( ITEM ) );
	afterEach( () => {
		act( unmount );
		place.remove();
	} );

	it( 'says what is asked for, by whom, why and until when', () => {
		for ( const words of [ 'Rechte ändern (no. 7)', 'von „geerbt“ zu „nein“', 'Erika', 'Weil.', '27.11.2026' ] ) {
			expect( place.textContent ).toContain( words );
		}
	} );

	it( 'confirms, says so and puts the focus where that is said', async () => {
		let sent: Request | undefined;
		answer = ( request ) => {
			sent = request;
			return { items: [ { ...ITEM, pending: false, state: 'bestätigt', actions: [] } ] };
		};
		await press( 'Confirm' );
		expect( sent?.path ).toContain( '/approvals/7' );
		expect( sent?.data ).toEqual( { portal: 3, action: 'confirm' } );
		expect( place.textContent ).toContain( 'You have confirmed the request.' );
		expect( place.ownerDocument.activeElement ).toBe( place.querySelector( 'h1' ) );
		expect( place.querySelectorAll( '.lernwelt-approvals-actions button' ) ).toHaveLength( 0 );
	} );

	it( 'denies with a reason only', async () => {
		let sent: Request | undefined;
		answer = ( request ) => {
			sent = request;
			return { items: [] };
		};
		await press( 'Deny' );
		const field = place.querySelector( 'textarea' );
		expect( place.ownerDocument.activeElement ).toBe( field );
		await press( 'Deny request' );
		expect( sent ).toBeUndefined();
		expect( field?.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		await act( async () => {
			Object.getOwnPropertyDescriptor( HTMLTextAreaElement.prototype, 'value' )?.set?.call( field, 'Nein.' );
			field?.dispatchEvent( new Event( 'input', { bubbles: true } ) );
		} );
		await press( 'Deny request' );
		expect( sent?.data ).toEqual( { portal: 3, action: 'deny', text: 'Nein.' } );
		expect( place.textContent ).toContain( 'Nothing waits for a decision.' );
	} );

	it( 'says what the server refuses, and leaves the buttons', async () => {
		answer = () => {
			throw { code: 'lernwelt_conflict', message: 'Schon entschieden.' };
		};
		await press( 'Confirm' );
		expect( place.textContent ).toContain( 'Schon entschieden.' );
		await press( 'Confirm' );
	} );
} );

describe( 'clockWord', () => {
	it.each( [
		[ '2026-11-27', '5 days left' ],
		[ '2026-11-23', '1 day left' ],
		[ '2026-11-22', 'today' ],
		[ '2026-11-20', 'Overdue' ],
	] )( 'counts to %s', ( due, words ) => {
		expect( clockWord( due, new Date( 2026, 10, 22, 23, 30 ) ) ).toContain( words );
	} );
} );

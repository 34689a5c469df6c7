import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { PortalSettings } from '../../types/generated/portal-settings';
import { Screen } from '../screen';

const STORED: PortalSettings = {
	organisation: 'LISA',
	contact_name: '',
	street: '',
	postcode: '06110',
	city: 'Halle',
	phone: '',
	email: 'a@example.org',
	accessibility_email: '',
	accent: '',
	logo: 0,
};

interface Request {
	readonly method?: string;
	readonly data?: PortalSettings;
}

// React then knows that act() waits for it.
Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

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
	jest.restoreAllMocks();
} );

function control( field: string ): HTMLInputElement {
	const found = place.querySelector< HTMLInputElement >( `#lernwelt-portal-${ field }` );
	if ( found === null ) {
		throw new Error( `There is no field ${ field }.` );
	}
	return found;
}

async function type( field: string, text: string ) {
	await act( async () => {
		const setter = Object.getOwnPropertyDescriptor( HTMLInputElement.prototype, 'value' )?.set;
		setter?.call( control( field ), text );
		control( field ).dispatchEvent( new Event( 'input', { bubbles: true } ) );
	} );
}

async function save() {
	await act( async () => {
		place.querySelector( 'form' )?.dispatchEvent( new Event( 'submit', { bubbles: true, cancelable: true } ) );
	} );
}

function leavingIsStopped(): boolean {
	return ! window.dispatchEvent( new Event( 'beforeunload', { cancelable: true } ) );
}

describe( 'Screen', () => {
	it( 'shows what is stored, with a label for every field', () => {
		expect( control( 'city' ).value ).toBe( 'Halle' );
		for ( const input of place.querySelectorAll( 'input' ) ) {
			expect( input.labels?.length ).toBe( 1 );
		}
	} );

	it( 'saves everything at once and says so', async () => {
		let sent: PortalSettings | undefined;
		answer = ( { data } ) => ( sent = data );
		await type( 'city', 'Magdeburg' );
		await save();
		expect( sent ).toEqual( { ...STORED, city: 'Magdeburg' } );
		expect( place.querySelector( '[role=status]' )?.textContent ).toBe( 'The settings are saved.' );
	} );

	it( 'stops people from leaving with changes, and only then', async () => {
		expect( leavingIsStopped() ).toBe( false );
		await type( 'city', 'Magdeburg' );
		expect( leavingIsStopped() ).toBe( true );
		await type( 'city', 'Halle' );
		expect( leavingIsStopped() ).toBe( false );
	} );

	it( 'moves to the summary of what was refused, and from there to the field', async () => {
		answer = () => {
			throw { code: 'lernwelt_invalid', message: '', data: { status: 422, fields: { email: 'pattern' } } };
		};
		await type( 'email', 'a' );
		await save();

		const summary = place.querySelector< HTMLElement >( '.lernwelt-portal-summary' );
		expect( place.ownerDocument.activeElement ).toBe( summary );
		expect( control( 'email' ).getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( control( 'email' ).value ).toBe( 'a' );

		summary?.querySelector( 'a' )?.click();
		expect( place.ownerDocument.activeElement ).toBe( control( 'email' ) );
	} );

	it( 'measures an accent while it is typed', async () => {
		await type( 'accent', '#FB9049' );
		expect( place.textContent ).toMatch( /2[.,]28:1/ );
		await type( 'accent', '#FB' );
		expect( place.textContent ).not.toMatch( /:1/ );
	} );
} );

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { MapSettings } from '../../types/generated/map-settings';
import { Screen } from '../screen';
import { serverOf, servers } from '../servers';

const STORED: MapSettings = { base: 'districts', tiles: '', credit: '', max_zoom: 18 };

interface Request {
	readonly method?: string;
	readonly data?: MapSettings;
}

// React then knows that act() waits for it.
Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

/** What the server answers; an error object is thrown. */
let answer: ( request: Request ) => unknown;
let place: HTMLElement;
let unmount: () => void;

apiFetch.setFetchHandler( ( async ( request: Request ) => answer( request ) ) as never );

async function render() {
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( <Screen /> ) );
}

beforeEach( () => {
	answer = () => STORED;
	place = document.body.appendChild( document.createElement( 'div' ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

async function choose( value: string ) {
	await act( async () => place.querySelector< HTMLInputElement >( `input[value="${ value }"]` )?.click() );
}

async function save() {
	await act( async () => {
		place.querySelector( 'form' )?.dispatchEvent( new Event( 'submit', { bubbles: true, cancelable: true } ) );
	} );
}

describe( 'Screen', () => {
	it( 'offers a server only to whoever wants streets, and fills in the first one', async () => {
		await render();
		expect( place.querySelector( 'select' ) ).toBeNull();
		await choose( 'tiles' );
		expect( place.querySelector( 'select' )?.value ).toBe( 'colour' );
		let sent: MapSettings | undefined;
		answer = ( { data } ) => ( sent = data );
		await save();
		expect( sent ).toMatchObject( { base: 'tiles', ...servers()[ 0 ]?.values } );
		expect( place.querySelector( '[role="status"]' )?.textContent ).toBe( 'The settings are saved.' );
	} );

	it( 'says in words why an address was refused, beside the field too', async () => {
		answer = () => ( { ...STORED, base: 'tiles', tiles: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' } );
		await render();
		answer = () => {
			throw { data: { status: 422, fields: { tiles: 'openstreetmap', credit: 'required' } } };
		};
		await save();
		expect( place.querySelector( '#lernwelt-map-tiles' )?.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( place.querySelector( '.lernwelt-map-invalid' )?.textContent ).toContain(
			'OpenStreetMap does not allow'
		);
		expect( place.textContent ).toContain( 'Nothing was saved.' );
		expect( place.ownerDocument.activeElement?.textContent ).toContain( 'OpenStreetMap does not allow' );
	} );

	it( 'offers to try again when nothing can be loaded', async () => {
		answer = () => {
			throw { message: 'no' };
		};
		await render();
		expect( place.textContent ).toContain( 'could not be loaded' );
		answer = () => STORED;
		await act( async () => place.querySelector( 'button' )?.click() );
		expect( place.querySelector( 'form' ) ).not.toBeNull();
	} );

	it( 'every field has a label', async () => {
		answer = () => ( { ...STORED, base: 'tiles', tiles: 'https://sgx.geodatenzentrum.de/x/{z}/{y}/{x}.png' } );
		await render();
		const controls = place.querySelectorAll< HTMLInputElement >( 'input, select' );
		expect( controls.length ).toBe( 5 );
		for ( const control of controls ) {
			expect( control.labels?.length ).toBe( 1 );
		}
	} );

	it( 'knows servers by their address', () => {
		act( () => undefined );
		unmount = () => undefined;
		expect( servers().map( ( { values } ) => serverOf( values?.tiles ?? '' ) ) ).toEqual( [
			'colour',
			'grey',
			'own',
		] );
	} );
} );

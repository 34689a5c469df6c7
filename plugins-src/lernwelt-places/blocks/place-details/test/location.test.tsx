import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { Districts } from '../districts';
import { Location } from '../location';
import { TextInput } from '../text-input';

// jsdom has no layout, so Leaflet has nothing to draw on; the browser tests look at the map.
let chooseOnMap: ( point: { lat: number; lng: number } ) => void;
jest.mock( '../map', () => ( {
	pointMap: ( box: unknown, districts: unknown, tiles: unknown, onChoose: typeof chooseOnMap ) => {
		chooseOnMap = onChoose;
		return { show: () => undefined, centre: () => ( { lat: 5, lng: 5 } ), remove: () => undefined };
	},
} ) );

Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

const SQUARE = [
	[ 0, 0 ],
	[ 10, 0 ],
	[ 10, 10 ],
	[ 0, 10 ],
	[ 0, 0 ],
];
const DISTRICTS: Districts = {
	type: 'FeatureCollection',
	attribution: '',
	features: [
		{
			type: 'Feature',
			properties: { name: 'Harz' },
			geometry: { type: 'Polygon', coordinates: [ SQUARE ] },
		},
	],
};

let box: HTMLElement;
let root: ReturnType< typeof createRoot >;
let values: { lat: number | string | null; lng: number | string | null };
let regions: string[];
const onRegion = jest.fn();

async function render() {
	await act( async () =>
		root.render(
			<Location
				{ ...values }
				onChange={ ( changed ) => {
					values = changed;
				} }
				districts={ DISTRICTS }
				regions={ regions }
				onRegion={ onRegion }
			/>
		)
	);
}

async function type( label: string, text: string ) {
	const input = inputOf( label );
	await act( async () => {
		Object.getOwnPropertyDescriptor( HTMLInputElement.prototype, 'value' )?.set?.call( input, text );
		input.dispatchEvent( new Event( 'input', { bubbles: true } ) );
	} );
	await render();
}

function inputOf( label: string ): HTMLInputElement {
	const found = [ ...box.querySelectorAll( 'label' ) ].find( ( one ) => one.textContent === label );
	const input = document.getElementById( found?.htmlFor ?? '' );
	if ( ! ( input instanceof HTMLInputElement ) ) {
		throw new Error( `There is no field "${ label }".` );
	}
	return input;
}

async function leave( label: string ) {
	await act( async () => {
		inputOf( label ).dispatchEvent( new FocusEvent( 'focusout', { bubbles: true } ) );
	} );
}

beforeEach( async () => {
	values = { lat: null, lng: null };
	regions = [ 'Harz' ];
	onRegion.mockReset();
	box = document.body.appendChild( document.createElement( 'div' ) );
	root = createRoot( box );
	await render();
} );

afterEach( async () => {
	await act( async () => root.unmount() );
	box.remove();
} );

describe( 'the place on the map', () => {
	it( 'takes typed numbers with a comma and leaves what is being typed as it is', async () => {
		await type( 'Latitude (north)', '5,40' );
		expect( values.lat ).toBe( 5.4 );
		expect( inputOf( 'Latitude (north)' ).value ).toBe( '5,40' );
	} );

	it( 'takes both numbers pasted into one field', async () => {
		const paste = new Event( 'paste', { bubbles: true, cancelable: true } );
		Object.assign( paste, { clipboardData: { getData: () => '5.25, 7.5' } } );
		await act( async () => void inputOf( 'Latitude (north)' ).dispatchEvent( paste ) );
		await render();
		expect( paste.defaultPrevented ).toBe( true );
		expect( values ).toEqual( { lat: 5.25, lng: 7.5 } );
		expect( inputOf( 'Longitude (east)' ).value ).toBe( '7,5' );
	} );

	it( 'says what is wrong after typing, not while', async () => {
		await type( 'Latitude (north)', '5,' );
		expect( box.textContent ).not.toContain( 'This is no number of degrees.' );
		await leave( 'Latitude (north)' );
		expect( box.textContent ).toContain( 'This is no number of degrees.' );
		expect( inputOf( 'Latitude (north)' ).getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( values.lat ).toBe( '5,' );
	} );

	it( 'asks for the other number', async () => {
		await type( 'Latitude (north)', '5' );
		expect( box.textContent ).toContain( 'Latitude and longitude belong together.' );
	} );

	it( 'follows the map', async () => {
		await act( async () => chooseOnMap( { lat: 2, lng: 3 } ) );
		await render();
		expect( [ inputOf( 'Latitude (north)' ).value, inputOf( 'Longitude (east)' ).value ] ).toEqual( [ '2', '3' ] );
		expect( box.textContent ).toContain( 'The pin stands in Harz.' );
	} );

	it( 'warns outside Saxony-Anhalt', async () => {
		values = { lat: 50, lng: 50 };
		await render();
		expect( box.textContent ).toContain( 'This point lies outside Saxony-Anhalt.' );
	} );

	it( 'warns when the region is another one and offers the right one', async () => {
		values = { lat: 5, lng: 5 };
		regions = [ 'Börde' ];
		await render();
		expect( box.textContent ).toContain( 'The pin stands in Harz, but the region is Börde.' );
		const button = [ ...box.querySelectorAll( 'button' ) ].find(
			( one ) => one.textContent === 'Choose the region Harz'
		);
		await act( async () => button?.click() );
		expect( onRegion ).toHaveBeenCalledWith( 'Harz' );
	} );

	it( 'sets the pin and takes it off without a mouse', async () => {
		const press = async ( label: string ) => {
			const button = [ ...box.querySelectorAll( 'button' ) ].find( ( one ) => one.textContent === label );
			await act( async () => button?.click() );
			await render();
		};
		await press( 'Put the pin into the middle of the map' );
		expect( values ).toEqual( { lat: 5, lng: 5 } );
		await press( 'Take the place off the map' );
		expect( values ).toEqual( { lat: null, lng: null } );
	} );
} );

describe( 'a text', () => {
	it( 'is described by what is wrong with it', async () => {
		await act( async () => root.render( <TextInput field="email" value="kaputt" onChange={ () => undefined } /> ) );
		const input = inputOf( 'E-mail' );
		const help = document.getElementById( input.getAttribute( 'aria-describedby' ) ?? '' );
		expect( input.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( help?.textContent ).toContain( 'Please check the e-mail address.' );
		expect( help?.textContent ).toContain( 'Teachers ask for a visit at this address.' );
	} );
} );

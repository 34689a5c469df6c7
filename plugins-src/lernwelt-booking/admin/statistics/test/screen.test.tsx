import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { BookingStatistics, SchoolYear } from '../api';
import { Screen } from '../screen';

interface Request {
	readonly path: string;
	readonly parse?: boolean;
}

// React then knows that act() waits for it.
Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

const YEARS: readonly SchoolYear[] = [
	{ name: '2027/28', first: '2027-08-01', last: '2028-07-31', running: false },
	{ name: '2026/27', first: '2026-08-01', last: '2027-07-31', running: true },
	{ name: '2025/26', first: '2025-08-01', last: '2026-07-31', running: false },
];

const NUMBERS = { events: 3, dates: 12, called_off: 1, seats: 1200, booked: 1000, attended: 800, cancelled: 20 };

const FOUND: BookingStatistics = {
	first: '2026-08-01',
	last: '2027-07-31',
	measures: {
		events: 'Events',
		dates: 'Dates',
		called_off: 'Called off',
		seats: 'Seats',
		booked: 'Booked',
		attended: 'Came',
		cancelled: 'Cancelled',
	},
	total: NUMBERS,
	dimensions: [
		{
			id: 'month',
			label: 'By month',
			note: '',
			measures: [ 'events', 'dates', 'called_off', 'seats', 'booked', 'attended', 'cancelled' ],
			rows: [
				{ value: '2026-08', label: 'August 2026', numbers: { ...NUMBERS, seats: 300, booked: 250 } },
				{ value: '2026-09', label: 'September 2026', numbers: { ...NUMBERS, seats: 900, booked: 1000 } },
			],
		},
		{
			id: 'district',
			label: 'By district',
			note: 'As it was.',
			measures: [ 'booked', 'attended', 'cancelled' ],
			rows: [
				{ value: 'harz', label: 'Harz', numbers: { booked: 900, attended: 800, cancelled: 20 } },
				{ value: '', label: 'unknown', numbers: { booked: 100, attended: 0, cancelled: 0 } },
			],
		},
	],
};

let asked: string[];
/** What the server answers; an error object is thrown. */
let answer: ( request: Request ) => unknown;
let place: HTMLElement;
let unmount: () => void;

apiFetch.setFetchHandler( ( async ( request: Request ) => {
	asked.push( request.path.replace( '&_locale=user', '' ) );
	return answer( request );
} ) as never );

beforeEach( async () => {
	document.documentElement.lang = 'de-DE';
	asked = [];
	answer = () => FOUND;
	place = document.body.appendChild( document.createElement( 'div' ) );
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( <Screen years={ YEARS } portal="Startchancen" /> ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

function field( label: string ): HTMLInputElement | HTMLSelectElement {
	const found = [ ...place.querySelectorAll( 'label' ) ].find( ( { textContent } ) => textContent === label );
	return document.getElementById( found?.htmlFor ?? '' ) as HTMLInputElement | HTMLSelectElement;
}

async function change( label: string, value: string ) {
	const control = field( label );
	const prototype = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLSelectElement.prototype;
	await act( async () => {
		Object.getOwnPropertyDescriptor( prototype, 'value' )?.set?.call( control, value );
		control.dispatchEvent(
			new Event( control instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true } )
		);
	} );
}

async function press( name: string ) {
	const button = [ ...place.querySelectorAll( 'button' ) ].find( ( { textContent } ) => textContent === name );
	await act( async () => button?.click() );
}

function bars( dimension: string ): string[] {
	return [ ...place.querySelectorAll< HTMLElement >( `section[aria-labelledby$="-${ dimension }"] li` ) ].map(
		( line ) => `${ line.textContent } ${ line.style.getPropertyValue( '--share' ) }`
	);
}

describe( 'statistics', () => {
	it( 'begins with the running school year and shows its totals', () => {
		expect( asked ).toEqual( [ '/lernwelt/v1/booking-statistics?first=2026-08-01&last=2027-07-31' ] );
		expect( field( 'Period' ).value ).toBe( '2026/27' );
		expect( [ ...place.querySelectorAll( 'dd' ) ].map( ( { textContent } ) => textContent ) ).toEqual( [
			...[ '3', '12', '1', '1.200', '1.000', '800', '20' ],
		] );
		expect( place.querySelector( '[role="status"]' )?.textContent ).toBe(
			'Dates from 1. August 2026 to 31. Juli 2027'
		);
	} );

	it( 'draws a bar for each value, as long as its share of the largest', () => {
		expect( bars( 'month' ) ).toEqual( [ 'August 2026250 0.25', 'September 20261.000 1' ] );
	} );

	it( 'shows another number, and bookings where a school has none of it', async () => {
		await change( 'What the bars show', 'seats' );
		expect( bars( 'month' ) ).toEqual( [ 'August 2026300 0.3333333333333333', 'September 2026900 1' ] );
		expect( bars( 'district' ) ).toEqual( [ 'Harz900 1', 'unknown100 0.1111111111111111' ] );
		expect( place.querySelector( 'section[aria-labelledby$="-district"] figcaption' )?.textContent ).toBe(
			'Booked'
		);
	} );

	it( 'has every number of a breakdown in its table', () => {
		const lines = [ ...place.querySelectorAll( 'section[aria-labelledby$="-district"] tr' ) ].map( ( line ) =>
			[ ...line.children ].map( ( { textContent } ) => textContent )
		);
		expect( lines ).toEqual( [
			[ 'Value', 'Booked', 'Came', 'Cancelled' ],
			[ 'Harz', '900', '800', '20' ],
			[ 'unknown', '100', '0', '0' ],
		] );
	} );

	it( 'asks at once for another school year, and for other days only when told', async () => {
		await change( 'Period', '2025/26' );
		expect( asked.at( -1 ) ).toContain( 'first=2025-08-01&last=2026-07-31' );
		await change( 'Period', '' );
		await change( 'First day', '2026-01-01' );
		expect( asked ).toHaveLength( 2 );
		await press( 'Show numbers' );
		expect( asked.at( -1 ) ).toContain( 'first=2026-01-01&last=2026-07-31' );
	} );

	it( 'says at the field what was wrong and keeps the numbers', async () => {
		await change( 'Period', '' );
		answer = () => {
			throw { message: 'Check the fields.', data: { sentences: { last: 'Too early.' } } };
		};
		await press( 'Show numbers' );
		// The same days again ask nothing.
		await change( 'Last day', '2020-01-01' );
		await press( 'Show numbers' );
		expect( field( 'Last day' ).getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( place.textContent ).toContain( 'Too early.' );
		expect( place.querySelector( '.components-notice' )?.textContent ).toContain( 'Check the fields.' );
		expect( place.querySelectorAll( 'dd' ) ).toHaveLength( 7 );
	} );

	it( 'says so when there is nothing to count', async () => {
		answer = () => ( { ...FOUND, total: { ...NUMBERS, dates: 0, called_off: 0 } } );
		await change( 'Period', '2027/28' );
		expect( place.textContent ).toContain( 'No date begins in these days.' );
		expect( place.querySelectorAll( 'figure' ) ).toHaveLength( 0 );
	} );

	it( 'downloads the days that are shown, and says when that fails', async () => {
		const names: string[] = [];
		URL.createObjectURL = () => 'blob:1';
		URL.revokeObjectURL = jest.fn();
		jest.spyOn( HTMLAnchorElement.prototype, 'click' ).mockImplementation( function ( this: HTMLAnchorElement ) {
			names.push( this.download );
		} );
		answer = () => ( {
			headers: new Headers( { 'Content-Disposition': 'attachment; filename="zahlen.csv"' } ),
			blob: async () => new Blob( [ 'a' ] ),
		} );
		await press( 'Download for Excel (CSV)' );
		expect( asked.at( -1 ) ).toBe( '/lernwelt/v1/booking-statistics.csv?first=2026-08-01&last=2027-07-31' );
		expect( names ).toEqual( [ 'zahlen.csv' ] );
		answer = () => {
			throw new Error( 'offline' );
		};
		await press( 'Download as JSON' );
		expect( place.textContent ).toContain( 'The file could not be made.' );
	} );

	it( 'opens all tables for the print and closes them again', () => {
		const open = () => [ ...place.querySelectorAll( 'details' ) ].map( ( one ) => one.open );
		window.dispatchEvent( new Event( 'beforeprint' ) );
		expect( open() ).toEqual( [ true, true ] );
		window.dispatchEvent( new Event( 'afterprint' ) );
		expect( open() ).toEqual( [ false, false ] );
	} );
} );

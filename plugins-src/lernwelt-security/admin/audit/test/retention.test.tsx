import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import apiFetch from '@wordpress/api-fetch';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import type { AuditOverview } from '../../../types/generated/audit-overview';
import { Retention } from '../retention';

Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

const OVERVIEW = { days: 90, least: 30, most: 365, manages: true } as AuditOverview;

let place: HTMLElement;
let unmount: () => void;

beforeEach( async () => {
	apiFetch.setFetchHandler( ( async ( { data }: { data: object } ) => data ) as never );
	place = document.body.appendChild( document.createElement( 'div' ) );
	const root = createRoot( place );
	unmount = () => root.unmount();
	await act( async () => root.render( <Retention overview={ OVERVIEW } /> ) );
} );

afterEach( () => {
	act( unmount );
	place.remove();
} );

async function save( days: string ): Promise< HTMLInputElement > {
	const field = place.querySelector( 'input' );
	if ( field === null ) {
		throw new Error( 'There is no field.' );
	}
	await act( async () => {
		Object.getOwnPropertyDescriptor( HTMLInputElement.prototype, 'value' )?.set?.call( field, days );
		field.dispatchEvent( new Event( 'input', { bubbles: true } ) );
	} );
	await act( async () => {
		field.form?.dispatchEvent( new Event( 'submit', { bubbles: true, cancelable: true } ) );
	} );
	return field;
}

describe( 'Retention', () => {
	it( 'ties what is wrong to the field, and takes it back when it is right', async () => {
		const field = await save( '12' );
		const help = () => document.getElementById( field.getAttribute( 'aria-describedby' ) ?? '' )?.textContent;
		expect( place.ownerDocument.activeElement ).toBe( field );
		expect( field.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		expect( help() ).toBe( 'Please give a number of days from 30 to 365.' );

		await save( '60' );
		expect( field.getAttribute( 'aria-invalid' ) ).toBe( 'false' );
		expect( help() ).toContain( 'Older lines are deleted' );
		expect( place.textContent ).toContain( 'Lines are kept for 60 days.' );
	} );
} );

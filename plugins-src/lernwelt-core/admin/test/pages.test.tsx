import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRoot } from '@wordpress/element';
import { act } from 'react';
import { Pages } from '../pages';

Object.assign( globalThis, { IS_REACT_ACT_ENVIRONMENT: true } );

const WORDS = { previous: 'Zurück', next: 'Weiter', position: 'Wo man ist' };

let place: HTMLElement;
let root: ReturnType< typeof createRoot >;
let asked: number[];

beforeEach( () => {
	asked = [];
	place = document.body.appendChild( document.createElement( 'div' ) );
	root = createRoot( place );
} );

afterEach( () => {
	act( () => {
		root.unmount();
	} );
	place.remove();
} );

function show( page: number, pages: number ): Array< HTMLButtonElement > {
	act( () => {
		root.render(
			<Pages
				page={ page }
				pages={ pages }
				of="heading"
				words={ WORDS }
				className="bar"
				onChange={ ( next ) => asked.push( next ) }
			/>
		);
	} );
	return [ ...place.querySelectorAll( 'button' ) ];
}

describe( 'Pages', () => {
	it( 'leads to the neighbours and says where one is', () => {
		const [ previous, next ] = show( 2, 3 );
		act( () => previous?.click() );
		act( () => next?.click() );
		expect( asked ).toEqual( [ 1, 3 ] );
		expect( place.querySelector( 'nav.bar' )?.getAttribute( 'aria-labelledby' ) ).toBe( 'heading' );
		expect( place.querySelector( '[role="status"]' )?.textContent ).toBe( 'Wo man ist' );
	} );

	it( 'ends at both ends without losing the focus', () => {
		for ( const [ page, at ] of [
			[ 1, 0 ],
			[ 3, 1 ],
		] as const ) {
			const button = show( page, 3 )[ at ];
			expect( button?.getAttribute( 'aria-disabled' ) ).toBe( 'true' );
			expect( button?.disabled ).toBe( false );
			act( () => button?.click() );
		}
		expect( asked ).toEqual( [] );
	} );

	it( 'is not there for a single page', () => {
		show( 1, 1 );
		expect( place.innerHTML ).toBe( '' );
	} );
} );

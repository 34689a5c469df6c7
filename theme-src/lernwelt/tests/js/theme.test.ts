import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';

const press = ( key: string ): void => {
	document.dispatchEvent( new KeyboardEvent( 'keydown', { key, bubbles: true } ) );
};

const flyout = ( id: string ): HTMLDetailsElement => {
	const found = document.getElementById( id );
	if ( ! ( found instanceof HTMLDetailsElement ) ) {
		throw new Error( `No flyout ${ id }.` );
	}
	return found;
};

beforeAll( async () => {
	window.matchMedia = jest.fn( () => ( { addEventListener: jest.fn() } ) ) as unknown as typeof window.matchMedia;
	// The test browser does not know popovers yet.
	const { closest } = Element.prototype;
	Element.prototype.closest = function ( this: Element, selector: string ) {
		return selector === ':popover-open' ? null : closest.call( this, selector );
	};
	await import( '../../ts/theme' );
} );

beforeEach( () => {
	document.body.innerHTML =
		'<details class="lw-flyout" id="one" open><summary>One</summary><a href="#x">Link</a></details>' +
		'<details class="lw-flyout" id="two" open><summary>Two</summary></details><button>Elsewhere</button>';
} );

describe( 'flyouts', () => {
	test( 'Escape closes them and gives the focus back to the summary', () => {
		flyout( 'one' ).querySelector( 'a' )?.focus();
		press( 'Escape' );
		expect( flyout( 'one' ).open ).toBe( false );
		expect( flyout( 'one' ).querySelector( 'summary' )?.matches( ':focus' ) ).toBe( true );
	} );

	test( 'other keys leave them open', () => {
		press( 'a' );
		expect( flyout( 'one' ).open ).toBe( true );
	} );

	test( 'a click closes all but the one it went to', () => {
		flyout( 'one' ).querySelector( 'a' )?.click();
		expect( flyout( 'one' ).open ).toBe( true );
		expect( flyout( 'two' ).open ).toBe( false );
	} );

	test( 'leaving by keyboard closes them', () => {
		document.querySelector( 'button' )?.focus();
		expect( flyout( 'one' ).open ).toBe( false );
	} );
} );

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
	// The test browser does not know popovers yet: data-open stands for an open one.
	const { querySelector } = Document.prototype;
	Document.prototype.querySelector = function ( this: Document, selector: string ) {
		return querySelector.call( this, selector.replace( ':popover-open', '[data-open]' ) );
	};
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

describe( 'the sheet of the main navigation', () => {
	const sheet = (): { hidden: jest.Mock; inside: HTMLElement } => {
		document.body.innerHTML =
			'<nav class="lw-nav" data-open><a href="#y">Inside</a></nav><button>Elsewhere</button>';
		const nav = document.querySelector( 'nav' ) as HTMLElement;
		const hidden = jest.fn();
		nav.hidePopover = hidden;
		return { hidden, inside: nav.querySelector( 'a' ) as HTMLElement };
	};

	test( 'closes when the focus leaves it', () => {
		const { hidden } = sheet();
		document.querySelector( 'button' )?.focus();
		expect( hidden ).toHaveBeenCalledTimes( 1 );
	} );

	test( 'stays open while the focus moves inside', () => {
		const { hidden, inside } = sheet();
		inside.focus();
		expect( hidden ).not.toHaveBeenCalled();
	} );
} );

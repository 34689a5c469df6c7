import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { CalendarGrid } from '../calendar/index';
import { move } from '../calendar/moves';

/** May 2031 begins on a Thursday and has 31 days. */
const MAY = Array.from( { length: 31 }, ( _day, index ) => ( { column: ( index + 3 ) % 7 } ) );
const day = ( number: number ): number => number - 1;

describe( 'keys in a month', () => {
	test.each( [
		[ 'ArrowRight', 6, 7 ],
		[ 'ArrowLeft', 6, 5 ],
		[ 'ArrowRight', 31, 31 ],
		[ 'ArrowLeft', 1, 1 ],
		[ 'ArrowDown', 6, 13 ],
		[ 'ArrowUp', 13, 6 ],
		[ 'ArrowUp', 6, 6 ],
		[ 'ArrowDown', 27, 27 ],
		[ 'Home', 14, 12 ],
		[ 'End', 14, 18 ],
		[ 'Home', 3, 1 ],
		[ 'End', 30, 31 ],
		[ 'Control+Home', 14, 1 ],
		[ 'Control+End', 14, 31 ],
	] )( '%s leads from the %d to the %d', ( key, from, to ) => {
		expect( move( key, MAY, day( from ), true ) ).toBe( day( to ) );
	} );

	test( 'page keys turn the month, other keys belong to the browser', () => {
		expect( move( 'PageUp', MAY, 0, true ) ).toBe( 'previous' );
		expect( move( 'PageDown', MAY, 0, true ) ).toBe( 'next' );
		for ( const key of [ 'a', 'Tab', ' ', 'Control+ArrowDown' ] ) {
			expect( move( key, MAY, 0, true ) ).toBeUndefined();
		}
		expect( move( 'ArrowDown', [], -1, true ) ).toBeUndefined();
	} );

	test( 'a list has one direction', () => {
		const list = [ { column: 1 }, { column: 2 }, { column: 1 } ];
		expect( move( 'ArrowDown', list, 0, false ) ).toBe( 1 );
		expect( move( 'ArrowUp', list, 0, false ) ).toBe( 0 );
		expect( move( 'ArrowRight', list, 1, false ) ).toBe( 2 );
		expect( move( 'Home', list, 2, false ) ).toBe( 0 );
		expect( move( 'End', list, 0, false ) ).toBe( 2 );
	} );
} );

const cell = ( number: number, inside = '', more = '' ): string =>
	`<td id="c-${ number }" data-lw-day="${ number }" role="cell" ${ more }>${ inside }</td>`;

const MONTH = `
	<div><nav class="lw-dv__months"><a id="c-previous" href="/t/?monat=2031-04#m">April</a><a id="c-next" href="/t/?monat=2031-06#m">Juni</a></nav>
	<table data-lw-calendar role="table"><tbody>
	<tr><th>19</th>${ cell( 5 ) }${ cell(
		6,
		'<a href="/a/">A</a><a href="/b/">B</a><details><summary>2</summary><a href="/c/">C</a></details>'
	) }${ cell( 7 ) }</tr>
	<tr><th>20</th>${ cell( 12 ) }${ cell( 13, '<a href="/d/">D</a>' ) }${ cell( 14 ) }</tr>
	</tbody></table><p class="lw-dv__keys" id="keys" hidden>Pfeiltasten</p></div>`;

describe( 'the grid', () => {
	let grid: CalendarGrid;
	const get = ( id: string ): HTMLElement => document.getElementById( id ) as HTMLElement;
	const link = ( path: string ): HTMLElement => document.querySelector( `a[href="${ path }"]` ) as HTMLElement;
	const focused = (): Element | null => document.body.ownerDocument.activeElement;
	const press = ( key: string, more: KeyboardEventInit = {} ): boolean | undefined =>
		focused()?.dispatchEvent( new KeyboardEvent( 'keydown', { key, bubbles: true, cancelable: true, ...more } ) );

	beforeEach( () => {
		document.body.innerHTML = MONTH;
		window.history.replaceState( null, '', '/t/?monat=2031-05' );
		grid = new CalendarGrid( document.querySelector( 'table' ) as HTMLTableElement );
		grid.look();
	} );

	test( 'is one stop of the tab key, at the first day with something, and says its keys', () => {
		expect( document.querySelector( 'table' )?.getAttribute( 'role' ) ).toBe( 'grid' );
		expect( document.querySelector( 'table' )?.getAttribute( 'aria-describedby' ) ).toBe( 'keys' );
		expect( get( 'keys' ).hidden ).toBe( false );
		const stops = [ ...document.querySelectorAll< HTMLElement >( 'table [tabindex="0"]' ) ].map( ( { id } ) => id );
		expect( stops ).toEqual( [ 'c-6' ] );
		expect( link( '/a/' ).tabIndex ).toBe( -1 );
	} );

	test( 'begins at today', () => {
		get( 'c-14' ).setAttribute( 'aria-current', 'date' );
		grid.look();
		expect( get( 'c-14' ).tabIndex ).toBe( 0 );
		expect( get( 'c-6' ).tabIndex ).toBe( -1 );
	} );

	test( 'the stop follows the focus, and stays after results changed', () => {
		get( 'c-6' ).focus();
		expect( press( 'ArrowRight' ) ).toBe( false );
		expect( focused() ).toBe( get( 'c-7' ) );
		expect( get( 'c-6' ).tabIndex ).toBe( -1 );
		get( 'c-7' ).removeAttribute( 'tabindex' );
		grid.look();
		expect( get( 'c-7' ).tabIndex ).toBe( 0 );
	} );

	test( 'Enter leads into a day, arrows through it, Escape out of it', () => {
		get( 'c-6' ).focus();
		press( 'Enter' );
		expect( focused() ).toBe( link( '/a/' ) );
		press( 'ArrowDown' );
		press( 'ArrowDown' );
		expect( focused()?.localName ).toBe( 'summary' );
		press( 'ArrowDown' );
		expect( focused()?.localName ).toBe( 'summary' );
		( document.querySelector( 'details' ) as HTMLDetailsElement ).open = true;
		press( 'ArrowDown' );
		expect( focused() ).toBe( link( '/c/' ) );
		expect( press( 'Enter' ) ).toBe( true );
		press( 'Escape' );
		expect( focused() ).toBe( get( 'c-6' ) );
	} );

	test( 'keys with a modifier belong to the browser', () => {
		get( 'c-6' ).focus();
		expect( press( 'ArrowLeft', { altKey: true } ) ).toBe( true );
		expect( press( 'ArrowRight', { shiftKey: true } ) ).toBe( true );
		expect( focused() ).toBe( get( 'c-6' ) );
	} );

	test( 'Page down follows the link and gives the same day the focus once the month is there', () => {
		const followed = jest.fn( ( event: Event ) => event.preventDefault() );
		get( 'c-next' ).addEventListener( 'click', followed );
		get( 'c-13' ).focus();
		press( 'PageDown' );
		expect( followed ).toHaveBeenCalledTimes( 1 );
		get( 'c-6' ).focus();
		grid.look();
		expect( focused() ).toBe( get( 'c-6' ) );
		window.history.replaceState( null, '', '/t/?monat=2031-06#m' );
		grid.look();
		expect( focused() ).toBe( get( 'c-13' ) );
	} );

	test( 'a day that the other month doesn’t have becomes its last one', () => {
		get( 'c-next' ).addEventListener( 'click', ( event ) => event.preventDefault() );
		get( 'c-14' ).focus();
		press( 'PageDown' );
		get( 'c-14' ).remove();
		window.history.replaceState( null, '', '/t/?monat=2031-06#m' );
		grid.look();
		expect( focused() ).toBe( get( 'c-13' ) );
	} );

	test( 'where a list leaves days out, they are no stop', () => {
		get( 'c-7' ).style.display = 'none';
		get( 'c-12' ).style.display = 'none';
		( document.querySelector( 'table' ) as HTMLElement ).style.display = 'block';
		get( 'c-6' ).focus();
		press( 'ArrowDown' );
		expect( focused() ).toBe( get( 'c-13' ) );
	} );
} );

import { beforeEach, describe, expect, test } from '@jest/globals';
import { morph } from '../morph';

const page = ( chips: string, status: string, value: string, harz: string, map = '' ): string => `
	<form id="f" class="lw-dv__filters"><input id="q" type="search" value="${ value }">
	<details id="more"><summary>Mehr</summary></details><input id="harz" type="checkbox" ${ harz }></form>
	<div id="m" class="lw-dv__main"><p id="s" role="status">${ status }</p>${ chips }
	<div id="p" class="lw-dv__problem" hidden></div>${ map }<div id="r"></div></div>`;

function fresh( html: string ): HTMLElement {
	const root = new DOMParser().parseFromString( `<section id="root">${ html }</section>`, 'text/html' );
	return root.getElementById( 'root' ) as HTMLElement;
}

describe( 'morph', () => {
	let root: HTMLElement;
	const get = < Kind extends HTMLElement >( id: string ): Kind => document.getElementById( id ) as Kind;

	beforeEach( () => {
		document.body.innerHTML = `<section id="root">${ page( '', '<strong>4</strong> Orte', '', '' ) }</section>`;
		root = get( 'root' );
	} );

	test( 'focus, selected text and opened details stay', () => {
		const field = get< HTMLInputElement >( 'q' );
		field.value = 'Werkstatt';
		field.focus();
		field.setSelectionRange( 2, 4 );
		get< HTMLDetailsElement >( 'more' ).open = true;
		morph( root, fresh( page( '<ul id="c"></ul>', '<strong>2</strong> Orte', 'Werk', '' ) ), true );
		expect( root.ownerDocument.activeElement ).toBe( field );
		expect( [ field.value, field.selectionStart, field.selectionEnd ] ).toEqual( [ 'Werkstatt', 2, 4 ] );
		expect( get< HTMLDetailsElement >( 'more' ).open ).toBe( true );
	} );

	test( 'going back brings the old words and boxes back, even where the focus is', () => {
		const field = get< HTMLInputElement >( 'q' );
		const box = get< HTMLInputElement >( 'harz' );
		field.value = 'Werkstatt';
		field.focus();
		box.checked = true;
		morph( root, fresh( page( '', '<strong>4</strong> Orte', 'Burg', '' ) ), false );
		expect( field.value ).toBe( 'Burg' );
		expect( box.checked ).toBe( false );
	} );

	test( 'the count changes in one step, and not at all when it says the same', async () => {
		const changes: number[] = [];
		const observer = new MutationObserver( ( records ) => changes.push( records.length ) );
		observer.observe( get( 's' ), { childList: true, characterData: true, subtree: true } );
		morph( root, fresh( page( '', '<strong>4</strong> Orte', '', '' ) ), false );
		await Promise.resolve();
		expect( changes ).toEqual( [] );
		morph( root, fresh( page( '', '<strong>2</strong> Orte in Harz', '', '' ) ), false );
		await Promise.resolve();
		expect( changes ).toEqual( [ 1 ] );
		expect( get( 's' ).textContent ).toBe( '2 Orte in Harz' );
	} );

	test( 'the problem and the map keep their elements and what is inside', () => {
		const problem = get( 'p' );
		problem.textContent = 'Oh';
		const map = '<div id="map" data-lw-map></div>';
		morph( root, fresh( page( '', '', '', '', map ) ), false );
		get( 'map' ).textContent = 'drawn';
		const drawn = get( 'map' );
		morph( root, fresh( page( '<ul id="c"><li id="x"><a href="#">x</a></li></ul>', '', '', '', map ) ), false );
		expect( get( 'map' ) ).toBe( drawn );
		expect( drawn.textContent ).toBe( 'drawn' );
		expect( get( 'p' ) ).toBe( problem );
		expect( problem.textContent ).toBe( 'Oh' );
	} );

	test( 'when the focused chip goes, the next one or the count takes the focus', () => {
		const chip = ( id: string ): string => `<li id="${ id }"><a id="${ id }-a" href="#">${ id }</a></li>`;
		const chips = ( ...ids: string[] ): string =>
			`<ul id="c" class="lw-dv__chips">${ ids.map( chip ).join( '' ) }</ul>`;
		morph( root, fresh( page( chips( 'a', 'b' ), '', '', '' ) ), false );
		get( 'a-a' ).focus();
		morph( root, fresh( page( chips( 'b' ), '', '', '' ) ), false );
		expect( root.ownerDocument.activeElement ).toBe( get( 'b-a' ) );
		morph( root, fresh( page( '', '', '', '' ) ), false );
		expect( root.ownerDocument.activeElement ).toBe( get( 's' ) );
	} );
} );

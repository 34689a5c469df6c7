import { beforeEach, describe, expect, test } from '@jest/globals';
import { formAddress, isOtherView, isPlainClick, recordsAddress } from '../address';

function form( fields: string ): HTMLFormElement {
	document.body.innerHTML = `<form action="https://lernorte.test/orte/#lw-dv-main">${ fields }</form>`;
	return document.forms[ 0 ] as HTMLFormElement;
}

describe( 'addresses', () => {
	beforeEach( () => {
		document.body.innerHTML = '';
	} );

	test( 'a form leads where the browser would go, without empty fields and without the fragment', () => {
		const address = formAddress(
			form(
				'<input name="suche" value=" Burg & Zoo ">' +
					'<input name="leer" value="  ">' +
					'<input type="checkbox" name="region[]" value="harz" checked>' +
					'<input type="checkbox" name="region[]" value="halle">' +
					'<input type="hidden" name="ansicht" value="tabelle">'
			)
		);
		expect( address.href ).toBe(
			'https://lernorte.test/orte/?suche=Burg+%26+Zoo&region%5B%5D=harz&ansicht=tabelle'
		);
	} );

	test( 'an empty form leads to the page itself', () => {
		expect( formAddress( form( '<input name="suche" value="">' ) ).href ).toBe( 'https://lernorte.test/orte/' );
	} );

	test( 'only another query of the same page is another view', () => {
		const here = new URL( '/orte/?suche=a', 'https://lernorte.test' );
		const other = ( address: string ): boolean => isOtherView( new URL( address, here ), here );
		expect( other( '/orte/?suche=b' ) ).toBe( true );
		expect( other( '/orte/#lw-dv-main' ) ).toBe( true );
		expect( other( '?suche=a#lw-dv-results' ) ).toBe( false );
		expect( other( '/orte/arche-nebra/' ) ).toBe( false );
		expect( other( '//example.org/orte/?suche=b' ) ).toBe( false );
	} );

	test( 'clicks for new tabs and downloads are the browser’s', () => {
		const link = document.createElement( 'a' );
		const click = ( init: MouseEventInit ): boolean => isPlainClick( new MouseEvent( 'click', init ), link );
		expect( click( {} ) ).toBe( true );
		expect( click( { ctrlKey: true } ) ).toBe( false );
		expect( click( { metaKey: true } ) ).toBe( false );
		expect( click( { shiftKey: true } ) ).toBe( false );
		expect( click( { button: 1 } ) ).toBe( false );
		link.target = '_blank';
		expect( click( {} ) ).toBe( false );
		link.target = '';
		link.setAttribute( 'download', '' );
		expect( click( {} ) ).toBe( false );
	} );

	test( 'ids join the address of the records', () => {
		expect( recordsAddress( 'https://lernorte.test/wp-json/x/records?columns%5B%5D=a', [ 3, 7 ] ) ).toBe(
			'https://lernorte.test/wp-json/x/records?columns%5B%5D=a&ids=3%2C7'
		);
	} );
} );

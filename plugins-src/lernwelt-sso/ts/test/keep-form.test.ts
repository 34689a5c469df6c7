import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

const PAGE = `
	<a data-lw-login href="https://lernorte.test/sso/start?weiter=%2Falt%2F">Anmelden</a>
	<main>
		<form method="post">
			<input name="name" value=""><input type="password" name="geheim"><input type="hidden" name="nonce" value="n">
			<textarea name="text">Vorlage</textarea>
			<input type="checkbox" name="ja"><select name="art"><option value="a">A</option><option value="b">B</option></select>
			<button>Senden</button>
		</form>
	</main>`;

const field = < T extends HTMLElement >( name: string ): T => {
	const found = document.querySelector< T >( `[name="${ name }"]` );
	if ( found === null ) {
		throw new Error( name );
	}
	return found;
};

/** Loads the script as a fresh page would, with the element that WordPress prints for it. */
function load(): void {
	const script = document.createElement( 'script' );
	script.dataset.kept = 'Noch da.';
	jest.spyOn( document, 'currentScript', 'get' ).mockReturnValue( script );
	jest.resetModules();
	jest.isolateModules( () => {
		require( '../keep-form' );
	} );
}

function press( selector: string ): void {
	const link = document.querySelector( selector );
	link?.addEventListener( 'click', ( event ) => event.preventDefault(), { once: true } );
	link?.dispatchEvent( new MouseEvent( 'click', { bubbles: true, cancelable: true } ) );
}

afterEach( () => {
	jest.restoreAllMocks();
	jest.useRealTimers();
} );

beforeEach( () => {
	sessionStorage.clear();
	document.body.innerHTML = PAGE;
	window.history.replaceState( {}, '', '/kontakt/?seite=2' );
	load();
} );

function fill(): void {
	field< HTMLInputElement >( 'name' ).value = 'Grüße aus Köthen';
	field< HTMLInputElement >( 'geheim' ).value = 'streng geheim';
	field< HTMLInputElement >( 'ja' ).checked = true;
	field< HTMLSelectElement >( 'art' ).value = 'b';
}

test( 'what was typed is there again after the login, except passwords and hidden fields', () => {
	fill();
	press( 'a[data-lw-login]' );
	expect( JSON.stringify( { ...sessionStorage } ) ).not.toContain( 'streng geheim' );

	document.body.innerHTML = PAGE;
	load();
	expect( field< HTMLInputElement >( 'name' ).value ).toBe( 'Grüße aus Köthen' );
	expect( field< HTMLInputElement >( 'geheim' ).value ).toBe( '' );
	expect( field< HTMLInputElement >( 'ja' ).checked ).toBe( true );
	expect( field< HTMLSelectElement >( 'art' ).value ).toBe( 'b' );
	expect( field< HTMLTextAreaElement >( 'text' ).value ).toBe( 'Vorlage' );
	expect( document.querySelector( '.lw-kept' )?.getAttribute( 'role' ) ).toBe( 'status' );
} );

test( 'it is gone once the form was sent', () => {
	fill();
	press( 'a[data-lw-login]' );
	document.body.innerHTML = PAGE;
	load();
	document.querySelector( 'form' )?.dispatchEvent( new Event( 'submit', { cancelable: true } ) );
	expect( sessionStorage ).toHaveLength( 0 );
} );

test( 'nothing is kept when nothing was typed', () => {
	press( 'a[data-lw-login]' );
	expect( sessionStorage ).toHaveLength( 0 );
	document.body.innerHTML = PAGE;
	load();
	expect( document.querySelector( '.lw-kept' ) ).toBeNull();
} );

test( 'another page is left alone', () => {
	fill();
	press( 'a[data-lw-login]' );
	window.history.replaceState( {}, '', '/anderswo/' );
	document.body.innerHTML = PAGE;
	load();
	expect( field< HTMLInputElement >( 'name' ).value ).toBe( '' );
} );

test( 'the words come from the element of the script', () => {
	jest.useFakeTimers();
	fill();
	press( 'a[data-lw-login]' );
	document.body.innerHTML = PAGE;
	load();
	jest.runAllTimers();
	expect( document.querySelector( '.lw-kept' )?.textContent ).toBe( 'Noch da.' );
} );

test.each( [ '{', 'null', '7', '"text"', '[null]', '[7]', '[{"0":"x"}]', '{"0":["x"]}' ] )(
	'a broken entry fills nothing and breaks nothing: %s',
	( entry ) => {
		sessionStorage.setItem( 'lernwelt-form /kontakt/', entry );
		document.body.innerHTML = PAGE;
		expect( load ).not.toThrow();
		expect( field< HTMLInputElement >( 'name' ).value ).toBe( '' );
		expect( document.querySelector( '.lw-kept' ) ).toBeNull();
	}
);

test( 'where the browser refuses to keep anything, the login leads back all the same', () => {
	const errors = jest.fn( ( event: Event ) => event.preventDefault() );
	window.addEventListener( 'error', errors );
	const refuse = (): never => {
		throw new DOMException( 'The operation is insecure.', 'SecurityError' );
	};
	const read = jest.spyOn( Storage.prototype, 'getItem' ).mockImplementation( refuse );
	const write = jest.spyOn( Storage.prototype, 'setItem' ).mockImplementation( refuse );
	expect( load ).not.toThrow();
	fill();
	press( 'a[data-lw-login]' );
	const link = document.querySelector< HTMLAnchorElement >( 'a[data-lw-login]' );
	expect( new URL( link?.href ?? '' ).searchParams.get( 'weiter' ) ).toBe( '/kontakt/?seite=2' );
	expect( read ).toHaveBeenCalled();
	expect( write ).toHaveBeenCalled();
	expect( errors ).not.toHaveBeenCalled();
	window.removeEventListener( 'error', errors );
} );

test( 'a full storage does not keep anybody from logging in', () => {
	const errors = jest.fn( ( event: Event ) => event.preventDefault() );
	window.addEventListener( 'error', errors );
	jest.spyOn( Storage.prototype, 'setItem' ).mockImplementation( () => {
		throw new DOMException( 'full', 'QuotaExceededError' );
	} );
	fill();
	press( 'a[data-lw-login]' );
	expect( errors ).not.toHaveBeenCalled();
	window.removeEventListener( 'error', errors );
} );

test( 'the way back is the address of this moment', () => {
	press( 'a[data-lw-login]' );
	const link = document.querySelector< HTMLAnchorElement >( 'a[data-lw-login]' );
	expect( new URL( link?.href ?? '' ).searchParams.get( 'weiter' ) ).toBe( '/kontakt/?seite=2' );
} );

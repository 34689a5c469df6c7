import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { refresh, type Seats } from '../seats';

const OPEN = { id: 7, state: 'open', bookable: true, words: '1 von 20 Plätzen frei' };
const FULL = { id: 7, state: 'full', bookable: false, words: 'Ausgebucht' };

/** A page from the cache, as templates/event-date.php prints it for guests. */
function page( state: 'open' | 'full' ): HTMLElement {
	const hidden = ( only: string ): string => ( only === state ? '' : ' hidden' );
	document.body.innerHTML = `
		<section class="lw-slots" data-lw-seats-url="https://startchancen.localhost/wp-json/lernwelt/v1/event-seats">
			<ul><li class="lw-slot${ state === 'open' ? '' : ' lw-slot--closed' }" id="termin-7">
				<p data-lw-seats="7">${ state === 'open' ? '5 von 20 Plätzen frei' : 'Ausgebucht' }</p>
				<p id="until" data-lw-only="open"${ hidden( 'open' ) }>Buchbar bis morgen</p>
				<p id="notice" data-lw-only="full"${ hidden( 'full' ) }>Es gibt keine Warteliste.</p>
				<p class="lw-slot__action" id="action" data-lw-only="open"${ hidden( 'open' ) }><a href="/anmelden/">Anmelden und buchen</a></p>
			</li></ul>
			${ state === 'full' ? '<div class="lw-slots__others" id="others">Stattdessen</div>' : '' }
		</section>`;
	return document.querySelector( 'section' ) as HTMLElement;
}

function answers( items: Seats[ 'items' ], ok = true ): jest.Mock {
	const fetch = jest.fn( () =>
		Promise.resolve( { ok, status: ok ? 200 : 503, json: () => Promise.resolve( { items } ) } )
	);
	Object.assign( globalThis, { fetch } );
	return fetch;
}

function isHidden( id: string ): boolean {
	return ( document.getElementById( id ) as HTMLElement ).hidden !== false;
}

describe( 'seats of this moment', () => {
	const before = globalThis.fetch;

	beforeEach( () => {
		document.body.replaceChildren();
	} );
	afterEach( () => {
		Object.assign( globalThis, { fetch: before } );
	} );

	it( 'shows the button on a full date whose seat came back', async () => {
		const section = page( 'full' );
		const fetch = answers( [ OPEN ] );
		await refresh( section );
		expect( String( fetch.mock.calls[ 0 ]?.[ 0 ] ) ).toMatch( /event-seats\?ids=7$/ );
		expect( section.textContent ).toContain( '1 von 20 Plätzen frei' );
		expect( [ 'action', 'until', 'notice', 'others' ].map( isHidden ) ).toEqual( [ false, false, true, true ] );
		expect( document.querySelector( '.lw-slot--closed' ) ).toBeNull();
	} );

	it( 'hides the button on a date that filled up', async () => {
		const section = page( 'open' );
		answers( [ FULL ] );
		await refresh( section );
		expect( section.textContent ).toContain( 'Ausgebucht' );
		expect( [ 'action', 'until', 'notice' ].map( isHidden ) ).toEqual( [ true, true, false ] );
		expect( document.querySelector( '.lw-slot--closed' ) ).not.toBeNull();
	} );

	it( 'offers nothing of a date that is gone', async () => {
		const section = page( 'open' );
		answers( [] );
		await refresh( section );
		expect( isHidden( 'action' ) ).toBe( true );
	} );

	it( 'leaves the page as it is and says so when the server fails', async () => {
		const section = page( 'open' );
		const html = section.innerHTML;
		answers( [], false );
		await expect( refresh( section ) ).rejects.toThrow( '503' );
		expect( section.innerHTML ).toBe( html );
	} );
} );

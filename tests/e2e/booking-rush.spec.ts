import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from '@playwright/test';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { wp } from '../../bin/src/lib/wp.ts';
import { address, portals, stack } from '../support/network.ts';

/** 200 people want 20 seats at the same moment, through the web server. */

const PORTAL = 'startchancen';
const PEOPLE = 200;
const SEATS = 20;

interface Rush {
	readonly event: number;
	readonly path: string;
	readonly dates: readonly number[];
	readonly people: readonly { readonly cookie: string; readonly rest: string; readonly form: string }[];
}

interface Outcome {
	readonly status: number;
	readonly text: string;
	readonly number: string;
}

async function bookers( ...args: string[] ): Promise< string > {
	const portal = portals.find( ( { id } ) => id === PORTAL );
	const file = inRoot( 'tests/support/bookers.php' );
	return ( await wp( stack, [ 'eval-file', '--use-include', file, ...args ], portal ) ).stdout;
}

async function each(
	playwright: PlaywrightWorkerArgs[ 'playwright' ],
	rush: Rush,
	work: ( request: APIRequestContext, person: Rush[ 'people' ][ number ], index: number ) => Promise< Outcome >
): Promise< Outcome[] > {
	return Promise.all(
		rush.people.map( async ( person, index ) => {
			const request = await playwright.request.newContext( {
				extraHTTPHeaders: { Cookie: person.cookie },
				maxRedirects: 0,
				timeout: 120_000,
			} );
			try {
				return await work( request, person, index );
			} finally {
				await request.dispose();
			}
		} )
	);
}

async function byRest( request: APIRequestContext, nonce: string, date: number ): Promise< Outcome > {
	const answer = await request.post( address( PORTAL, '/wp-json/lernwelt/v1/bookings' ), {
		headers: { 'X-WP-Nonce': nonce },
		data: { date },
	} );
	const text = await answer.text();
	return { status: answer.status(), text, number: /"number":"(\w{10})"/.exec( text )?.[ 1 ] ?? '' };
}

async function byForm( request: APIRequestContext, path: string, nonce: string, date: number ): Promise< Outcome > {
	const answer = await request.post( address( PORTAL, path ), {
		form: { lw_date: String( date ), lw_nonce: nonce },
		headers: { Origin: address( PORTAL, '' ) },
	} );
	const number = /gebucht=(\w{10})/.exec( answer.headers().location ?? '' )?.[ 1 ] ?? '';
	return { status: answer.status(), text: await answer.text(), number };
}

function word( { status, text }: Outcome ): string {
	if ( status === 201 || status === 303 ) {
		return 'booked';
	}
	return text.includes( 'ist ausgebucht' ) ? 'full' : String( status );
}

function counts( outcomes: readonly Outcome[] ): Record< string, number > {
	const found: Record< string, number > = {};
	for ( const outcome of outcomes ) {
		found[ word( outcome ) ] = ( found[ word( outcome ) ] ?? 0 ) + 1;
	}
	return found;
}

test( '200 people want 20 seats: 20 get one, 180 hear that it is full', async ( { playwright } ) => {
	test.setTimeout( 400_000 );
	const rush = JSON.parse( await bookers( 'make', String( PEOPLE ), '2' ) ) as Rush;
	try {
		const [ first = 0, second = 0 ] = rush.dates;
		const outcomes = await each( playwright, rush, ( request, { rest, form }, index ) =>
			index % 4 === 0 ? byForm( request, rush.path, form, first ) : byRest( request, rest, first )
		);
		expect( counts( outcomes ) ).toEqual( { booked: SEATS, full: PEOPLE - SEATS } );
		expect( JSON.parse( await bookers( 'count', String( first ) ) ) ).toEqual( { counter: SEATS, rows: SEATS } );

		// Every second one who gets a seat gives it back at once, twice: others may have it.
		let freed = 0;
		const mixed = await each( playwright, rush, async ( request, { rest }, index ) => {
			const outcome = await byRest( request, rest, second );
			if ( outcome.number !== '' && index % 2 === 0 ) {
				const cancel = address( PORTAL, `/wp-json/lernwelt/v1/bookings/${ outcome.number }/cancel` );
				const answers = await Promise.all(
					[ 1, 2 ].map( () => request.post( cancel, { headers: { 'X-WP-Nonce': rest } } ) )
				);
				expect( answers.map( ( answer ) => answer.status() ).sort() ).toEqual( [ 200, 409 ] );
				freed++;
			}
			return outcome;
		} );
		const { booked = 0, full = 0, ...others } = counts( mixed );
		expect( others ).toEqual( {} );
		expect( booked + full ).toBe( PEOPLE );
		expect( freed ).toBeGreaterThan( 0 );
		const { counter, rows } = JSON.parse( await bookers( 'count', String( second ) ) ) as Record< string, number >;
		expect( [ counter, rows ] ).toEqual( [ booked - freed, booked - freed ] );
		expect( counter ).toBeLessThanOrEqual( SEATS );
	} finally {
		await bookers( 'clear', String( rush.event ) );
	}
} );

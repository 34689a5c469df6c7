import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../lib/paths.ts';
import { type Portal, portalById, portalList } from '../lib/portals.ts';
import type { Stack } from '../lib/stack.ts';
import { wp } from '../lib/wp.ts';
import { reply } from './client.ts';
import { isGerman, Tally } from './counting.ts';

/** Portal with the bookings and the teachers. */
export const PORTAL: Portal = portalById( 'startchancen' );

const VISITORS = 20;

const TEACHERS = 5;

/** Six more than a date has seats: some of them must hear that it is full. */
const BOOKERS = 26;

const BOOKING_AT_ONCE = 2;

/** Milliseconds between two requests of one client; two cores also have to run everything else. */
const PAUSE = { visitor: 1000, teacher: 2500, booker: 900 } as const;

const OWN_PAGES = [ '/', '/veranstaltungen/', '/meine-buchungen/' ] as const;

/** A logged-in person, as tests/support/bookers.php makes them. */
export interface Person {
	readonly cookie: string;
	readonly rest: string;
}

interface Rush {
	readonly event: number;
	readonly dates: readonly number[];
	readonly people: readonly Person[];
}

/** What clients heard during one fault. */
export class Period {
	readonly cached = new Tally();
	/** Answers of cached pages that did not come from the cache. */
	uncached = 0;
	readonly own = new Tally();
	readonly booking = new Tally();
	/** Bookings confirmed, number → date. */
	readonly confirmed = new Map< string, number >();
}

async function bookers( stack: Stack, ...args: string[] ): Promise< string > {
	const file = inRoot( 'tests/support/bookers.php' );
	return ( await wp( stack, [ 'eval-file', '--use-include', file, ...args ], PORTAL ) ).stdout;
}

/** Visitors, teachers and people who book, at a bounded pace, from the start to the end of all faults. */
export class Load {
	/** Everything that was confirmed since the beginning. */
	readonly confirmed = new Map< string, number >();
	period = new Period();
	private stopped = false;
	private running: Promise< unknown > | undefined;
	private readonly queue: { readonly person: Person; readonly date: number; tries: number }[] = [];

	private constructor(
		private readonly stack: Stack,
		private readonly rush: Rush,
		private readonly pages: readonly string[]
	) {
		for ( const date of rush.dates ) {
			for ( const person of rush.people ) {
				this.queue.push( { person, date, tries: 0 } );
			}
		}
	}

	/**
	 * Makes people, dates and the list of cached pages.
	 *
	 * @param stack Running stack.
	 * @param dates How many dates with 20 seats each; enough that bookings never run out.
	 */
	static async prepare( stack: Stack, dates: number ): Promise< Load > {
		const rush = JSON.parse( await bookers( stack, 'make', String( BOOKERS ), String( dates ) ) ) as Rush;
		const pages: string[] = [];
		for ( const portal of portalList().portals.filter( ( { guests } ) => guests !== false ) ) {
			const start = await reply( `${ stack.url( portal ) }/`, { timeout: 60_000 } );
			const paths = [ ...start.body.matchAll( /href="(?:https:\/\/[^"/]+)?(\/[a-z0-9-]+\/)"/g ) ].map(
				( [ , path = '' ] ) => path
			);
			pages.push( ...[ '/', ...new Set( paths ) ].slice( 0, 6 ).map( ( path ) => stack.url( portal ) + path ) );
		}
		return new Load( stack, rush, await kept( pages ) );
	}

	/** The pages that visitors ask for. */
	get visited(): readonly string[] {
		return this.pages;
	}

	/** Somebody who is logged in, for questions beside the load. */
	get person(): Person {
		const person = this.rush.people[ 0 ];
		if ( person === undefined ) {
			throw new Error( 'Nobody was made.' );
		}
		return person;
	}

	get dates(): readonly number[] {
		return this.rush.dates;
	}

	/** Begins; never more requests at once than there are clients. */
	start(): void {
		this.running = Promise.all( [
			...Array.from( { length: VISITORS }, ( _, number ) => this.visit( number ) ),
			...this.rush.people.slice( 0, TEACHERS ).map( ( person, number ) => this.read( person, number ) ),
			...Array.from( { length: BOOKING_AT_ONCE }, () => this.book() ),
		] );
	}

	/** Ends and takes away what was made. */
	async end(): Promise< void > {
		this.stopped = true;
		await this.running;
		await bookers( this.stack, 'clear', String( this.rush.event ) );
	}

	private async visit( number: number ): Promise< void > {
		await sleep( number * ( PAUSE.visitor / VISITORS ) );
		for ( let n = number; ! this.stopped; n++ ) {
			const { period } = this;
			const answer = await reply( this.pages[ n % this.pages.length ] ?? '' );
			period.cached.add( { status: answer.status, isGerman: true } );
			if ( ! /HIT|STALE|UPDATING/.test( String( answer.headers[ 'x-cache' ] ) ) ) {
				period.uncached++;
			}
			await sleep( PAUSE.visitor );
		}
	}

	private async read( { cookie }: Person, number: number ): Promise< void > {
		await sleep( number * ( PAUSE.teacher / TEACHERS ) );
		for ( let n = number; ! this.stopped; n++ ) {
			const { period } = this;
			const answer = await reply( this.stack.url( PORTAL ) + ( OWN_PAGES[ n % OWN_PAGES.length ] ?? '/' ), {
				headers: { Cookie: cookie },
			} );
			period.own.add( {
				status: answer.status,
				isGerman: isGerman( String( answer.headers[ 'content-type' ] ), answer.body ),
			} );
			await sleep( PAUSE.teacher );
		}
	}

	private async book(): Promise< void > {
		for (;;) {
			const next = this.stopped ? undefined : this.queue.shift();
			if ( next === undefined ) {
				return;
			}
			const { period } = this;
			const answer = await reply( `${ this.stack.url( PORTAL ) }/wp-json/lernwelt/v1/bookings`, {
				method: 'POST',
				headers: {
					...{ Cookie: next.person.cookie, 'X-WP-Nonce': next.person.rest },
					'Content-Type': 'application/json',
				},
				body: JSON.stringify( { date: next.date } ),
			} );
			period.booking.add( {
				status: answer.status,
				isGerman: isGerman( String( answer.headers[ 'content-type' ] ), answer.body ),
			} );
			// 200 says: you have that seat already, from a try whose answer got lost.
			const isConfirmed = answer.status === 201 || answer.status === 200;
			const number = isConfirmed ? /"number":"(\w{10})"/.exec( answer.body )?.[ 1 ] : undefined;
			if ( number !== undefined ) {
				this.confirmed.set( number, next.date );
				period.confirmed.set( number, next.date );
			} else if ( ( answer.status === 0 || answer.status >= 500 ) && next.tries < 3 ) {
				// As people do: try again, whether or not the first try was written down.
				this.queue.splice( 4, 0, { ...next, tries: next.tries + 1 } );
			}
			await sleep( PAUSE.booker );
		}
	}
}

/** Asks twice for each page; those that come from the cache then are the ones that must stay readable. */
async function kept( pages: readonly string[] ): Promise< string[] > {
	const found: string[] = [];
	for ( const page of pages ) {
		await reply( page, { timeout: 60_000 } );
		const { status, headers } = await reply( page );
		if ( status === 200 && headers[ 'x-cache' ] === 'HIT' ) {
			found.push( page );
		}
	}
	if ( found.length < 12 ) {
		throw new Error( `Only ${ found.length } of ${ pages.length } pages come from the cache.` );
	}
	return found;
}

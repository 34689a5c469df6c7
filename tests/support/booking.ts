import ICAL from 'ical.js';
import { inRoot } from '../../bin/src/lib/paths.ts';
import { wp } from '../../bin/src/lib/wp.ts';
import { type CaughtMail, mailSource } from './mail.ts';
import { portals, stack } from './network.ts';

const PORTAL = portals.find( ( { id } ) => id === 'startchancen' );

/** An event of a test with its only date. */
export interface TestEvent {
	readonly title: string;
	/** Path of its page. */
	readonly path: string;
	readonly date: number;
	/** Day, `YYYY-MM-DD`; from 14:00 to 16:00. */
	readonly day: string;
}

/** Events that exist while a test runs: one that everybody can book, one without a free seat, one for head teachers. */
export interface TestEvents {
	readonly open: TestEvent;
	readonly full: TestEvent;
	readonly leaders: TestEvent;
}

async function order( what: 'make' | 'remove', mark: string ): Promise< string > {
	const file = inRoot( 'tests/support/booking-events.php' );
	return ( await wp( stack, [ 'eval-file', '--use-include', file, what, mark ], PORTAL ) ).stdout;
}

/**
 * Makes events on startchancen.
 *
 * @param mark Word in their titles that no other event has.
 */
export async function makeEvents( mark: string ): Promise< TestEvents > {
	const said = await order( 'make', mark );
	return JSON.parse( said.slice( said.indexOf( '{' ) ) ) as TestEvents;
}

/**
 * Takes them away with everything booked.
 *
 * @param mark Their word.
 */
export async function removeEvents( mark: string ): Promise< void > {
	await order( 'remove', mark );
}

/** What a calendar knows after reading a mail. */
export interface CalendarEntry {
	readonly method: string;
	readonly status: string;
	readonly uid: string;
	readonly sequence: number;
	readonly summary: string;
	readonly location: string;
	/** Seconds since 1970. */
	readonly start: number;
	readonly zone: string;
}

/**
 * The calendar entry of a mail, as a calendar reads it.
 *
 * @param mail Mail.
 * @throws Error when there is none.
 */
export async function entryOf( mail: CaughtMail ): Promise< CalendarEntry > {
	const source = await mailSource( mail );
	const part = /Content-Type: text\/calendar;[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/i.exec( source )?.[ 1 ];
	if ( part === undefined ) {
		throw new Error( `The mail "${ mail.subject }" brings no calendar entry.` );
	}
	const text = Buffer.from( part, 'base64' ).toString( 'utf8' );
	const calendar = new ICAL.Component( ICAL.parse( text ) as unknown[] );
	const component = calendar.getFirstSubcomponent( 'vevent' ) ?? undefined;
	const event = new ICAL.Event( component );
	return {
		method: String( calendar.getFirstPropertyValue( 'method' ) ),
		status: String( component?.getFirstPropertyValue( 'status' ) ?? '' ),
		uid: event.uid,
		sequence: event.sequence,
		summary: event.summary,
		location: event.location,
		start: event.startDate.toUnixTime(),
		zone: event.startDate.zone?.tzid ?? '',
	};
}

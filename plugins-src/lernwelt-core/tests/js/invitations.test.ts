import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';

interface Facts {
	readonly method: string;
	readonly sequence: number;
	readonly start: string;
	readonly end: string;
	/** Empty for whole days. */
	readonly zone: string;
	readonly summary: string;
	readonly description: string;
	readonly location: string;
	readonly url: string;
	readonly attendee: string;
}

interface Case {
	readonly name: string;
	readonly facts: Facts;
	/** The calendar file that PHP wrote; a PHP test says whether it still does. */
	readonly file: string;
}

const cases = JSON.parse( readFileSync( join( __dirname, '../fixtures/invitations.json' ), 'utf8' ) ) as Case[];

const utc = ( time: ICAL.Time ): string => new Date( time.toUnixTime() * 1000 ).toISOString().replace( '.000Z', 'Z' );

const dayAfter = ( day: string ): string =>
	new Date( Date.parse( `${ day }T00:00:00Z` ) + 86_400_000 ).toISOString().slice( 0, 10 );

describe.each( cases )( 'invitation: $name', ( { facts, file } ) => {
	const calendar = new ICAL.Component( ICAL.parse( file ) as unknown[] );
	const events = calendar.getAllSubcomponents( 'vevent' );
	const event = new ICAL.Event( events[ 0 ] );

	it( 'says what was meant', () => {
		expect( events ).toHaveLength( 1 );
		expect( calendar.getFirstPropertyValue( 'method' ) ).toBe( facts.method );
		expect( event.uid ).toBe( 'booking-17@startchancen.example.org' );
		expect( event.sequence ).toBe( facts.sequence );
		expect( event.summary ).toBe( facts.summary );
		expect( event.description ?? '' ).toBe( facts.description );
		expect( event.location ?? '' ).toBe( facts.location );
		expect( event.component.getFirstPropertyValue( 'url' ) ?? '' ).toBe( facts.url );
		expect( event.component.getFirstPropertyValue( 'status' ) ).toBe(
			facts.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'
		);
	} );

	it( 'is from and for the right people', () => {
		expect( event.organizer ).toBe( 'mailto:lisa@example.org' );
		expect( event.component.getFirstProperty( 'organizer' )?.getFirstParameter( 'cn' ) ).toBe(
			'Landesinstitut: Schulqualität, Lehrerbildung'
		);
		expect( event.attendees.map( ( person ) => person.getFirstParameter( 'cn' ) ) ).toEqual(
			facts.attendee === '' ? [] : [ facts.attendee.replaceAll( '"', '' ) ]
		);
	} );

	it( 'is at the right time, by the rules of the zone in the file', () => {
		const { startDate, endDate } = event;
		if ( facts.zone === '' ) {
			expect( [ startDate.isDate, startDate.toString() ] ).toEqual( [ true, facts.start ] );
			expect( [ endDate.isDate, endDate.toString() ] ).toEqual( [ true, dayAfter( facts.end ) ] );
			return;
		}
		expect( [ utc( startDate ), utc( endDate ) ] ).toEqual( [ facts.start, facts.end ] );
		// Read from the file, as this library knows no zones: neither ours nor the machine's.
		const named = event.component.getFirstProperty( 'dtstart' )?.getFirstParameter( 'tzid' );
		expect( startDate.zone?.tzid ).toBe( named ?? 'UTC' );
		expect( calendar.getFirstSubcomponent( 'vtimezone' )?.getFirstPropertyValue( 'tzid' ) ).toBe( named );
	} );
} );

it( 'has a case for each of what could go wrong', () => {
	expect( cases.length ).toBeGreaterThanOrEqual( 16 );
	expect( cases.filter( ( { file } ) => file.includes( 'TZID=Europe/Berlin' ) ).length ).toBeGreaterThanOrEqual( 9 );
} );

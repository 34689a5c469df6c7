import { describe, expect, it } from '@jest/globals';
import schema from '../../../schemas/event-details.json';
import { failureOf } from '../editor/api';
import { actionsOf } from '../editor/dates-table';
import {
	concernsPeople,
	copyOf,
	type DateInput,
	type DateItem,
	draftOf,
	EMPTY,
	requestOf,
	seriesOf,
	withAllDay,
	withStart,
} from '../editor/form';
import { known } from '../editor/known';
import { LENGTHS, ownAddress, problemOf } from '../editor/problems';
import { freeId } from '../editor/questions';
import { stateWords, whenWords } from '../editor/words';

const NOW = '2026-11-22 08:00';

const INPUT: DateInput = {
	start: '2026-12-03 14:00',
	end: '2026-12-03 16:00',
	all_day: false,
	place: 'Aula',
	link: '',
	capacity: 20,
	minimum: 0,
	opens_at: '2026-11-25 08:00',
	closes_at: '2026-12-02 12:00',
	cancel_until: '2026-12-01 12:00',
	roles: [ 'lernwelt_teacher' ],
	schools: [],
	startchancen_only: false,
	questions: [ { id: 'frage-2', label: 'Wie?', type: 'one', choices: [ 'a', 'b' ], required: true } ],
};

const item = ( values: Partial< DateItem > ): DateItem => ( {
	id: 1,
	version: 1,
	state: 'planned',
	over: false,
	begun: false,
	series: '',
	booked: 0,
	free: 20,
	input: INPUT,
	...values,
} );

describe( 'the form of a date', () => {
	it( 'sends back what the server said', () => {
		expect( requestOf( draftOf( INPUT ) ) ).toEqual( INPUT );
	} );

	it( 'proposes an end and deadlines once a start is there, and only then', () => {
		const typing = withStart( EMPTY, '0202-12-03T14:00', NOW );
		expect( [ typing.start, typing.end, typing.closes_at ] ).toEqual( [ '0202-12-03T14:00', '', '' ] );
		const draft = withStart( typing, '2026-12-03T14:00', NOW );
		expect( [ draft.end, draft.closes_at, draft.cancel_until ] ).toEqual( [
			'2026-12-03T16:00',
			'2026-12-02T12:00',
			'2026-12-02T12:00',
		] );
	} );

	it( 'proposes no deadline that has gone by', () => {
		const draft = withStart( EMPTY, '2026-11-22T14:00', NOW );
		expect( [ draft.end, draft.closes_at ] ).toEqual( [ '2026-11-22T16:00', '' ] );
	} );

	it( 'moves end and deadlines with the start, not with a year that is half typed', () => {
		const half = withStart( draftOf( INPUT ), '0002-12-10T15:30', NOW );
		const moved = withStart( half, '2027-01-07T15:30', NOW );
		expect( [ moved.end, moved.closes_at, moved.cancel_until, moved.opens_at ] ).toEqual( [
			'2027-01-07T17:30',
			'2027-01-06T12:00',
			'2027-01-05T12:00',
			'2026-11-25T08:00',
		] );
	} );

	it( 'turns hours into days and back', () => {
		const days = withAllDay( draftOf( INPUT ), true );
		expect( [ days.start, days.end ] ).toEqual( [ '2026-12-03', '2026-12-03' ] );
		expect( withStart( days, '2026-12-07', NOW ).end ).toBe( '2026-12-07' );
		const hours = withAllDay( days, false );
		expect( [ hours.start, hours.end ] ).toEqual( [ '2026-12-03T09:00', '2026-12-03T16:00' ] );
		expect( withAllDay( EMPTY, true ).start ).toBe( '' );
	} );

	it( 'sends numbers that the server refuses in words for what is none', () => {
		const sent = ( capacity: string, minimum: string ) => {
			const request = requestOf( { ...draftOf( INPUT ), capacity, minimum } );
			return [ request.capacity, request.minimum ];
		};
		expect( sent( '', '' ) ).toEqual( [ 0, 0 ] );
		expect( sent( '2.5', 'x' ) ).toEqual( [ 0, -1 ] );
		expect( sent( '1e9', '3' ) ).toEqual( [ 1_000_000_000, 3 ] );
	} );

	it( 'leaves out empty answers, and all of a free text', () => {
		const question = { id: 'a', label: 'Wie?', type: 'one' as const, choices: [ ' x ', '', 'y' ], required: false };
		const draft = { ...EMPTY, questions: [ question, { ...question, id: 'b', type: 'text' as const } ] };
		expect( requestOf( draft ).questions?.map( ( { choices } ) => choices ) ).toEqual( [ [ 'x', 'y' ], [] ] );
	} );

	it( 'copies everything but the moment at which bookings open', () => {
		expect( requestOf( copyOf( INPUT ) ) ).toEqual( { ...INPUT, opens_at: '' } );
	} );

	it( 'sends no weekdays for months and no empty exceptions', () => {
		const series = { ...EMPTY.series, weekdays: [ 2 ], except: [ '', '2026-12-10' ], until: '2027-01-31' };
		expect( seriesOf( { ...EMPTY, series }, true ) ).toMatchObject( {
			weekdays: [ 2 ],
			except: [ '2026-12-10' ],
			skip_free: true,
			preview: true,
		} );
		expect( seriesOf( { ...EMPTY, series: { ...series, rhythm: 'monthly' } }, false ).weekdays ).toEqual( [] );
	} );

	it( 'knows what people hear of', () => {
		const draft = draftOf( INPUT );
		expect( concernsPeople( INPUT, { ...draft, capacity: '99', questions: [], place: ' Aula ' } ) ).toBe( false );
		for ( const change of [
			{ start: '2026-12-03T14:01' },
			{ end: '2026-12-03T17:00' },
			{ place: 'Hof' },
			{ link: 'https://x' },
		] ) {
			expect( concernsPeople( INPUT, { ...draft, ...change } ) ).toBe( true );
		}
	} );

	it( 'never gives two questions the same name', () => {
		expect( freeId( INPUT.questions ) ).toBe( 'frage-3' );
		expect( freeId( [] ) ).toBe( 'frage-1' );
	} );
} );

describe( 'the list of dates', () => {
	it( 'offers what is possible', () => {
		expect( actionsOf( item( {} ) ) ).toEqual( [ 'edit', 'copy', 'cancel', 'remove' ] );
		expect( actionsOf( item( { booked: 3 } ) ) ).toEqual( [ 'edit', 'copy', 'cancel' ] );
		expect( actionsOf( item( { state: 'cancelled' } ) ) ).toEqual( [ 'copy', 'remove' ] );
		expect( actionsOf( item( { over: true, begun: true, booked: 1 } ) ) ).toEqual( [ 'edit', 'copy' ] );
	} );

	it( 'says how a date stands', () => {
		const words = [
			{ state: 'cancelled' as const, over: true },
			{ begun: true, over: true },
			{ begun: true },
			{ free: 0 },
			{ booked: 2, input: { ...INPUT, minimum: 5 } },
			{},
		].map( ( values ) => stateWords( item( values ) ) );
		expect( words ).toEqual( [ 'called off', 'over', 'has begun', 'full', 'needs 3 more bookings', 'planned' ] );
	} );

	it( 'says when, on the clocks of the portal wherever the browser is', () => {
		document.documentElement.lang = 'de-DE';
		expect( whenWords( INPUT ) ).toBe( 'Do., 3. Dez. 2026, 14:00 to 16:00' );
		expect( whenWords( { ...INPUT, start: '2026-12-03', end: '2026-12-04', all_day: true } ) ).toBe(
			'Do., 3. Dez. 2026 to Fr., 4. Dez. 2026'
		);
		expect( whenWords( { ...INPUT, end: '2026-12-04 01:30' } ) ).toBe(
			'Do., 3. Dez. 2026, 14:00 to Fr., 4. Dez. 2026, 01:30'
		);
	} );
} );

describe( 'what went wrong', () => {
	it( 'is said at the field, by the server or by the schema', () => {
		const sentences = { capacity: 'Zu wenig.' };
		expect(
			failureOf( { message: 'Nein.', data: { status: 422, sentences, fields: { capacity: 'x' } } } )
		).toEqual( {
			fields: sentences,
			message: 'Nein.',
			conflict: false,
		} );
		const short = failureOf( { message: 'Nein.', data: { status: 422, fields: { place: 'too_long' } } } );
		expect( short.fields ).toEqual( { place: 'This text is too long. Please shorten it.' } );
	} );

	it( 'tells being slower from being refused, and no answer from both', () => {
		expect( failureOf( { message: 'x', data: { status: 409 } } ).conflict ).toBe( true );
		expect( failureOf( { message: 'x', data: { status: 409, reason: 'date_cancelled' } } ).conflict ).toBe( false );
		expect( failureOf( new TypeError( 'Failed to fetch' ) ).message ).toMatch( /^This did not work/ );
		expect( failureOf( { message: 'SQL', data: { status: 500 } } ).message ).toMatch( /^This did not work/ );
	} );
} );

describe( 'the details of an event', () => {
	it( 'has the lengths of the schema', () => {
		const { contact_name: name, contact_email: email, contact_phone: phone, materials } = schema.properties;
		const { title, url } = materials.items.properties;
		const lengths = [ name, email, phone, title, url ].map( ( { maxLength } ) => maxLength );
		expect( [
			LENGTHS.contact_name,
			LENGTHS.contact_email,
			LENGTHS.contact_phone,
			LENGTHS.title,
			LENGTHS.url,
		] ).toEqual( lengths );
	} );

	it( 'says early what will be refused', () => {
		const fine: readonly [ Parameters< typeof problemOf >[ 0 ], string ][] = [
			[ 'contact_email', '' ],
			[ 'contact_email', 'anna@example.org' ],
			[ 'contact_phone', '0345 2042-0' ],
			[ 'url', 'https://example.org/a b'.replace( ' ', '%20' ) ],
			[ 'url', '/wp-content/uploads/plan.pdf' ],
		];
		expect( fine.map( ( [ field, value ] ) => problemOf( field, value ) ) ).toEqual( fine.map( () => undefined ) );
		for ( const [ field, value ] of [
			[ 'contact_email', 'anna' ],
			[ 'contact_phone', 'ruf an' ],
			[ 'url', 'http://example.org' ],
			[ 'url', '//example.org' ],
			[ 'title', 'a'.repeat( 151 ) ],
		] as const ) {
			expect( problemOf( field, value ) ).toBeDefined();
		}
	} );

	it( 'keeps addresses of this portal without its name, and leaves out what is empty', () => {
		expect( ownAddress( 'https://a.example/x.pdf', 'https://a.example' ) ).toBe( '/x.pdf' );
		expect( ownAddress( 'https://a.example.org/x.pdf', 'https://a.example' ) ).toBe(
			'https://a.example.org/x.pdf'
		);
		expect( known( { format: 'online', contact_name: '', materials: [] } ) ).toEqual( { format: 'online' } );
	} );
} );

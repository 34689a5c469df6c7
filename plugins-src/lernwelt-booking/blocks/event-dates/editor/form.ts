import type { EventDateRequest } from '../../../types/generated/event-date-request';
import type { EventDates } from '../../../types/generated/event-dates';
import type { EventSeriesRequest } from '../../../types/generated/event-series-request';

export type DateItem = EventDates[ 'items' ][ number ];
export type DateInput = DateItem[ 'input' ];
export type Question = DateInput[ 'questions' ][ number ];
export type Rhythm = EventSeriesRequest[ 'rhythm' ];

/** How a new date repeats. */
export interface Series {
	readonly on: boolean;
	readonly rhythm: Rhythm;
	/** Monday 1 to Sunday 7; none for that of the first date. */
	readonly weekdays: readonly number[];
	readonly until: string;
	readonly except: readonly string[];
	readonly skipFree: boolean;
}

/** A date as it is typed: moments as the browser's fields say them, numbers as text. */
export interface Draft extends Omit< DateInput, 'capacity' | 'minimum' > {
	readonly capacity: string;
	readonly minimum: string;
	readonly series: Series;
	/** The last start that was a real one: deadlines move with it, not with half a year that is being typed. */
	readonly anchor: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Date and time as if clocks never changed: enough to move a deadline by days. */
const read = ( moment: string ) => new Date( `${ moment.includes( 'T' ) ? moment : `${ moment }T00:00` }Z` ).getTime();
const text = ( time: number ) => new Date( time ).toISOString().slice( 0, 16 );
const isReal = ( moment: string ) =>
	/^20\d\d-\d\d-\d\d(T\d\d:\d\d)?$/.test( moment ) && ! Number.isNaN( read( moment ) );
const dayOf = ( moment: string ) => moment.slice( 0, 10 );

/** The form of a date nobody has typed anything about. */
export const EMPTY: Draft = {
	start: '',
	end: '',
	all_day: false,
	place: '',
	link: '',
	capacity: '20',
	minimum: '0',
	opens_at: '',
	closes_at: '',
	cancel_until: '',
	roles: [],
	schools: [],
	startchancen_only: false,
	questions: [],
	series: { on: false, rhythm: 'weekly', weekdays: [], until: '', except: [], skipFree: true },
	anchor: '',
};

/**
 * The form of a date that is there.
 *
 * @param input What the server says.
 */
export function draftOf( input: DateInput ): Draft {
	const field = ( moment: string ) => moment.replace( ' ', 'T' );
	return {
		...input,
		start: field( input.start ),
		end: field( input.end ),
		opens_at: field( input.opens_at ),
		closes_at: field( input.closes_at ),
		cancel_until: field( input.cancel_until ),
		capacity: String( input.capacity ),
		minimum: String( input.minimum ),
		series: EMPTY.series,
		anchor: field( input.start ),
	};
}

/**
 * The form of one more date like another: everything but the day, so that nobody makes the same date twice by accident.
 *
 * @param input What the server says of the other one.
 */
export function copyOf( input: DateInput ): Draft {
	return { ...draftOf( input ), opens_at: '' };
}

/**
 * Another start: the end keeps its distance, deadlines keep their hour and their distance in days.
 *
 * @param draft Form.
 * @param start New start.
 * @param now   The present moment, `YYYY-MM-DD HH:MM`.
 */
export function withStart( draft: Draft, start: string, now: string ): Draft {
	if ( ! isReal( start ) ) {
		return { ...draft, start };
	}
	if ( ! isReal( draft.anchor ) ) {
		return { ...draft, start, anchor: start, ...firstMoments( draft, start, now ) };
	}
	const days = ( read( dayOf( start ) ) - read( dayOf( draft.anchor ) ) ) / DAY;
	const moved = ( moment: string, by: number ) => ( isReal( moment ) ? text( read( moment ) + by ) : moment );
	const end = moved( draft.end, read( start ) - read( draft.anchor ) );
	return {
		...draft,
		start,
		anchor: start,
		end: draft.all_day ? dayOf( end ) : end,
		closes_at: moved( draft.closes_at, days * DAY ),
		cancel_until: moved( draft.cancel_until, days * DAY ),
	};
}

/** Two hours; people book and cancel until noon of the day before, unless that has gone by. */
function firstMoments( draft: Draft, start: string, now: string ): Pick< Draft, 'end' | 'closes_at' | 'cancel_until' > {
	const end = draft.all_day ? start : text( read( start ) + 120 * MINUTE );
	const noon = text( read( dayOf( start ) ) - DAY / 2 );
	const deadline = noon > now.replace( ' ', 'T' ) ? noon : '';
	return {
		end: draft.end === '' ? end : draft.end,
		closes_at: draft.closes_at === '' ? deadline : draft.closes_at,
		cancel_until: draft.cancel_until === '' ? deadline : draft.cancel_until,
	};
}

/**
 * Days instead of hours, or back.
 *
 * @param draft  Form.
 * @param allDay Whether days count.
 */
export function withAllDay( draft: Draft, allDay: boolean ): Draft {
	const change = ( moment: string, hour: string ) =>
		moment === '' || ! allDay ? moment && `${ dayOf( moment ) }T${ hour }` : dayOf( moment );
	const start = change( draft.start, '09:00' );
	return { ...draft, all_day: allDay, start, anchor: start, end: change( draft.end, '16:00' ) };
}

/** A whole number, or one that the server refuses in words. */
function whole( typed: string, wrong: number ): number {
	const number = typed.trim() === '' ? wrong : Number( typed );
	return Number.isInteger( number ) ? number : wrong;
}

/**
 * What is sent.
 *
 * @param draft Form.
 */
export function requestOf( draft: Draft ): EventDateRequest {
	const moment = ( typed: string ) => typed.replace( 'T', ' ' );
	return {
		start: moment( draft.start ),
		end: moment( draft.end ),
		all_day: draft.all_day,
		place: draft.place,
		link: draft.link,
		capacity: whole( draft.capacity, 0 ),
		minimum: draft.minimum.trim() === '' ? 0 : whole( draft.minimum, -1 ),
		opens_at: moment( draft.opens_at ),
		closes_at: moment( draft.closes_at ),
		cancel_until: moment( draft.cancel_until ),
		roles: [ ...draft.roles ],
		schools: [ ...draft.schools ],
		startchancen_only: draft.startchancen_only,
		questions: draft.questions.map( ( question ) => ( {
			...question,
			choices: question.type === 'text' ? [] : question.choices.map( ( one ) => one.trim() ).filter( Boolean ),
		} ) ),
	};
}

/**
 * What is sent of a series.
 *
 * @param draft   Form.
 * @param preview Whether it is only looked at.
 */
export function seriesOf( draft: Draft, preview: boolean ): EventSeriesRequest {
	const { rhythm, weekdays, until, except, skipFree } = draft.series;
	return {
		...requestOf( draft ),
		rhythm,
		until,
		// The schema allows seven, which its type spells out.
		weekdays: ( rhythm === 'monthly' ? [] : [ ...weekdays ] ) as NonNullable< EventSeriesRequest[ 'weekdays' ] >,
		except: except.filter( Boolean ),
		skip_free: skipFree,
		preview,
	};
}

/**
 * Whether people who booked get a mail: what stands in their calendars changes.
 *
 * @param before The date as it is stored.
 * @param draft  Form.
 */
export function concernsPeople( before: DateInput, draft: Draft ): boolean {
	const after = requestOf( draft );
	return (
		before.start !== after.start ||
		before.end !== after.end ||
		before.all_day !== after.all_day ||
		before.place !== after.place?.trim() ||
		before.link !== after.link?.trim()
	);
}

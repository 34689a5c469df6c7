import apiFetch from '@wordpress/api-fetch';
import type { Attendance } from '../../types/generated/attendance';
import type { OrganiserDates } from '../../types/generated/organiser-dates';
import type { Participant } from '../../types/generated/participant';
import type { ParticipantMessage } from '../../types/generated/participant-message';
import type { ParticipantRequest } from '../../types/generated/participant-request';
import type { ParticipantTable } from '../../types/generated/participant-table';
import type { Participants } from '../../types/generated/participants';
import type { Mark } from './marks';

export type { OrganiserDates, Participants };

/** A date in the list. */
export type DateItem = OrganiserDates[ 'items' ][ number ];

/** Somebody who booked. */
export type Person = Participants[ 'items' ][ number ];

const ROOT = '/lernwelt/v1';

/** Every request of the screen. Each throws what apiFetch throws. */
export const api = {
	dates( time: 'upcoming' | 'past', search: string, page: number, perPage: number ): Promise< OrganiserDates > {
		const query = new URLSearchParams( { time, search, page: String( page ), per_page: String( perPage ) } );
		return apiFetch( { path: `${ ROOT }/organiser/dates?${ query.toString() }` } );
	},
	/** All of a date at once: what is searched and marked later needs no connection. */
	people: ( date: number ): Promise< Participants > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ date }/bookings?state=all` } ),
	register: ( date: number, data: ParticipantRequest ): Promise< Participant > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ date }/bookings`, method: 'POST', data } ),
	note: ( number: string, note: string ): Promise< Participant > =>
		apiFetch( { path: `${ ROOT }/bookings/${ number }`, method: 'PUT', data: { note } } ),
	cancel: ( number: string, message: string ): Promise< Participant > =>
		apiFetch( { path: `${ ROOT }/bookings/${ number }/cancel-by-organiser`, method: 'POST', data: { message } } ),
	mark: ( date: number, marks: Readonly< Record< string, Mark > > ): Promise< Attendance > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ date }/attendance`, method: 'POST', data: { marks } } ),
	write: ( date: number, subject: string, message: string ): Promise< ParticipantMessage > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ date }/message`, method: 'POST', data: { subject, message } } ),
	table: ( date: number ): Promise< ParticipantTable > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ date }/bookings-table` } ),
	csv: ( date: number ): Promise< Response > =>
		apiFetch< Response, false >( { path: `${ ROOT }/event-dates/${ date }/bookings-export`, parse: false } ),
} as const;

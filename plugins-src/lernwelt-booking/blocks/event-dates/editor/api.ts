import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import type { EventDates } from '../../../types/generated/event-dates';
import type { EventSeries } from '../../../types/generated/event-series';
import { type Draft, requestOf, seriesOf } from './form';

const ROOT = '/lernwelt/v1';

/** Every request of the form. Each throws what apiFetch throws. */
export const api = {
	list: ( event: number ): Promise< EventDates > => apiFetch( { path: `${ ROOT }/events/${ event }/dates` } ),
	add: ( event: number, draft: Draft ): Promise< EventDates > =>
		apiFetch( { path: `${ ROOT }/events/${ event }/dates`, method: 'POST', data: requestOf( draft ) } ),
	series: ( event: number, draft: Draft, preview: boolean ): Promise< EventSeries > =>
		apiFetch( { path: `${ ROOT }/events/${ event }/series`, method: 'POST', data: seriesOf( draft, preview ) } ),
	change: ( id: number, draft: Draft, version: number, message: string ): Promise< EventDates > =>
		apiFetch( {
			path: `${ ROOT }/event-dates/${ id }`,
			method: 'PUT',
			data: { ...requestOf( draft ), version, message },
		} ),
	cancel: ( id: number, message: string ): Promise< EventDates > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ id }/cancel`, method: 'POST', data: { message } } ),
	remove: ( id: number ): Promise< EventDates > =>
		apiFetch( { path: `${ ROOT }/event-dates/${ id }`, method: 'DELETE' } ),
} as const;

/** Field → what is wrong, in words. */
export type Sentences = Readonly< Record< string, string > >;

/** What went wrong in a request. */
export interface Failure {
	readonly fields: Sentences;
	/** Sentence for the request as a whole. */
	readonly message: string;
	/** Somebody else was faster. */
	readonly conflict: boolean;
}

interface Refusal {
	readonly code?: string;
	readonly message?: string;
	readonly data?: {
		readonly status?: number;
		readonly reason?: string;
		readonly sentences?: Sentences;
		/** Field → reason code: what the schema of a request refuses has no sentences. */
		readonly fields?: Sentences;
	};
}

/**
 * Turns what apiFetch threw into something to show.
 *
 * @param error Whatever was thrown.
 */
export function failureOf( error: unknown ): Failure {
	const { data, message } = ( typeof error === 'object' && error !== null ? error : {} ) as Refusal;
	const status = data?.status ?? 0;
	const known = status >= 400 && status < 500 && message !== undefined && message !== '';
	return {
		fields:
			data?.sentences ??
			Object.fromEntries(
				Object.entries( data?.fields ?? {} ).map( ( [ field, reason ] ) => [ field, sentenceOf( reason ) ] )
			),
		message: known
			? message
			: __(
					'This did not work. Please check your connection and try again. Nothing you typed is lost.',
					'lernwelt-booking'
				),
		conflict: status === 409 && data?.reason === undefined,
	};
}

function sentenceOf( reason: string ): string {
	return reason === 'too_long'
		? __( 'This text is too long. Please shorten it.', 'lernwelt-booking' )
		: __( 'Please check this entry.', 'lernwelt-booking' );
}

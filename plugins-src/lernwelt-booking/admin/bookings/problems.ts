import { __ } from '@wordpress/i18n';

/** What went wrong in a request. */
export interface Failure {
	/** HTTP status, 0 when there was no answer. */
	readonly status: number;
	/** Sentence for the request as a whole. */
	readonly message: string;
	/** Field → sentence. */
	readonly fields: Readonly< Record< string, string > >;
}

interface Refusal {
	readonly message?: string;
	readonly data?: {
		readonly status?: number;
		readonly fields?: Readonly< Record< string, string > >;
		readonly sentences?: Readonly< Record< string, string > >;
	};
}

/**
 * Turns what apiFetch threw into something to show.
 *
 * @param error Whatever was thrown.
 */
export function failureOf( error: unknown ): Failure {
	const { data, message = '' } = ( typeof error === 'object' && error !== null ? error : {} ) as Refusal;
	const status = data?.status ?? 0;
	const known = Object.keys( data?.fields ?? {} ).map( ( field ) => [
		field,
		data?.sentences?.[ field ] ?? __( 'Please check this entry.', 'lernwelt-booking' ),
	] );
	return {
		status,
		fields: Object.fromEntries( known ) as Record< string, string >,
		message:
			status >= 400 && status < 500 && message !== ''
				? message
				: __( 'This did not work. Please check your connection and try again.', 'lernwelt-booking' ),
	};
}

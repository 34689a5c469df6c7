import apiFetch from '@wordpress/api-fetch';
import type { BookingStatistics } from '../../types/generated/booking-statistics';

export type { BookingStatistics };

/** Something that is counted. */
export type Measure = keyof BookingStatistics[ 'measures' ];

/** What the bookings are broken down by. */
export type Dimension = BookingStatistics[ 'dimensions' ][ number ];

/** Days to count, `YYYY-MM-DD`. */
export interface Period {
	readonly first: string;
	readonly last: string;
}

/** A school year to choose. */
export interface SchoolYear extends Period {
	/** E.g. `2026/27`. */
	readonly name: string;
	/** Whether it is the one that runs. */
	readonly running: boolean;
}

/** Why the server refused. */
export interface Refusal {
	readonly message: string;
	/** Field → sentence. */
	readonly fields: Readonly< Partial< Record< keyof Period, string > > >;
}

const ROUTE = '/lernwelt/v1/booking-statistics';

function address( ending: string, { first, last }: Period ): string {
	return `${ ROUTE }${ ending }?${ new URLSearchParams( { first, last } ).toString() }`;
}

/**
 * Reads the numbers.
 *
 * @param period Days.
 */
export function readStatistics( period: Period ): Promise< BookingStatistics > {
	return apiFetch( { path: address( '', period ) } );
}

/**
 * Fetches a file and hands it to the browser as a download.
 *
 * @param ending Kind of file.
 * @param period Days.
 */
export async function download( ending: '.csv' | '.json', period: Period ): Promise< void > {
	const response = await apiFetch< Response, false >( { path: address( ending, period ), parse: false } );
	const name = /filename="([^"]+)"/.exec( response.headers.get( 'Content-Disposition' ) ?? '' )?.[ 1 ];
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( await response.blob() );
	link.download = name ?? `buchungsstatistik${ ending }`;
	link.click();
	URL.revokeObjectURL( link.href );
}

/**
 * What the server said when it refused.
 *
 * @param error Whatever was thrown.
 */
export function refusalOf( error: unknown ): Refusal {
	const { message, data } = ( typeof error === 'object' && error !== null ? error : {} ) as {
		readonly message?: string;
		readonly data?: { readonly sentences?: Refusal[ 'fields' ] };
	};
	return { message: message ?? '', fields: data?.sentences ?? {} };
}

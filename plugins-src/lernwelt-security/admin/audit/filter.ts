import { __ } from '@wordpress/i18n';

/** Lines of a page. */
export const PER_PAGE = 20;

/** What somebody looks for; '' for everything. */
export interface Filter {
	/** Number of a site, 0 for the network's own lines, '' for everything. */
	readonly portal: string;
	/** Days, YYYY-MM-DD. */
	readonly from: string;
	readonly to: string;
	readonly area: string;
	/** As area/action. */
	readonly event: string;
	readonly reason: string;
	/** Pseudonym. */
	readonly person: string;
	readonly search: string;
}

/**
 * A filter that lets everything through.
 *
 * @param portal Portal whose screen it is; undefined for the network's.
 */
export function everything( portal: number | undefined ): Filter {
	return {
		portal: portal === undefined ? '' : String( portal ),
		from: '',
		to: '',
		area: '',
		event: '',
		reason: '',
		person: '',
		search: '',
	};
}

/**
 * The filter as the server wants it.
 *
 * @param filter Filter.
 * @param page   Page, from 1.
 * @param upTo   Newest line, so that pages don't move.
 */
export function queryOf( filter: Filter, page: number, upTo: number | undefined ): string {
	const [ area = '', action = '' ] = filter.event === '' ? [ filter.area ] : filter.event.split( '/' );
	const query = new URLSearchParams( { page: String( page ), per_page: String( PER_PAGE ) } );
	const wishes = {
		portal: filter.portal,
		from: filter.from,
		to: filter.to,
		area,
		action,
		reason: filter.reason,
		person: filter.person,
		search: filter.search.trim(),
		up_to: upTo === undefined ? '' : String( upTo ),
	};
	for ( const [ name, value ] of Object.entries( wishes ) ) {
		if ( value !== '' ) {
			query.set( name, value );
		}
	}
	return query.toString();
}

interface Refusal {
	readonly message?: string;
	readonly data?: { readonly status?: number; readonly fields?: Readonly< Record< string, string > > };
}

/** What went wrong: a sentence for the whole, reason codes for fields. */
export interface Failure {
	readonly message: string;
	readonly fields: Readonly< Record< string, string > >;
}

/**
 * Turns what apiFetch threw into something to show.
 *
 * @param error Whatever was thrown.
 */
export function failureOf( error: unknown ): Failure {
	const { data, message = '' } = ( typeof error === 'object' && error !== null ? error : {} ) as Refusal;
	const status = data?.status ?? 0;
	return {
		fields: data?.fields ?? {},
		message:
			status >= 400 && status < 500 && message !== ''
				? message
				: __( 'This did not work. Please check your connection and try again.', 'lernwelt-security' ),
	};
}

/**
 * An instant in the time of the viewer, with seconds.
 *
 * @param iso UTC, ISO 8601.
 */
export function time( iso: string ): string {
	return new Intl.DateTimeFormat( document.documentElement.lang || 'de', {
		dateStyle: 'medium',
		timeStyle: 'medium',
	} ).format( new Date( iso ) );
}

/**
 * A whole number as people read it.
 *
 * @param value Number.
 */
export function count( value: number ): string {
	return new Intl.NumberFormat( document.documentElement.lang || 'de' ).format( value );
}

import { __ } from '@wordpress/i18n';

/** Field or path → reason code. */
export type Reasons = Readonly< Record< string, string > >;

/** What went wrong in a request. */
export interface Failure {
	/** Fields that were refused; empty when the request failed as a whole. */
	readonly fields: Reasons;
	/** Sentence for the request as a whole. */
	readonly message: string;
	readonly status: number;
}

interface Refusal {
	readonly message?: string;
	readonly data?: { readonly status?: number; readonly fields?: Reasons };
}

/**
 * Turns what apiFetch threw into something to show.
 *
 * @param error Whatever was thrown.
 */
export function failureOf( error: unknown ): Failure {
	const { data, message } = ( typeof error === 'object' && error !== null ? error : {} ) as Refusal;
	const status = data?.status ?? 0;
	return { fields: data?.fields ?? {}, message: whole( status, message ?? '' ), status };
}

function whole( status: number, message: string ): string {
	if ( status === 409 ) {
		return __( 'Another import is running. Please wait until it has ended.', 'lernwelt-places' );
	}
	return status >= 400 && status < 500 && message !== ''
		? message
		: __( 'This did not work. Please check your connection and try again.', 'lernwelt-places' );
}

/**
 * Why a file, an address or a name was refused.
 *
 * @param reason Reason code, undefined for none.
 */
export function sentenceOf( reason: string | undefined ): string | undefined {
	return reason === undefined
		? undefined
		: ( sentences()[ reason ] ?? __( 'Please check this entry.', 'lernwelt-places' ) );
}

function sentences(): Record< string, string > {
	return {
		required: __( 'Something is missing here.', 'lernwelt-places' ),
		not_allowed: __( 'This is not possible here.', 'lernwelt-places' ),
		unknown: __( 'This is not known.', 'lernwelt-places' ),
		too_long: __( 'This text is too long. Please shorten it.', 'lernwelt-places' ),
		too_many: __( 'There are too many already. Please delete what you do not need.', 'lernwelt-places' ),
		pattern: __( 'Please check the spelling.', 'lernwelt-places' ),
		no_such_column: __( 'The file has no such column. Please choose another one.', 'lernwelt-places' ),
		// Files.
		extension: __( 'Please choose a file that ends in .csv, .json or .geojson.', 'lernwelt-places' ),
		too_large: __( 'This is too large.', 'lernwelt-places' ),
		incomplete: __( 'The file did not arrive completely. Please try again.', 'lernwelt-places' ),
		empty: __( 'There is nothing in this file.', 'lernwelt-places' ),
		encoding: __( 'The file is written in UTF-16. Please save it as CSV in UTF-8.', 'lernwelt-places' ),
		binary: __( 'This is no text file. Please save tables as CSV first.', 'lernwelt-places' ),
		html: __( 'This is a web page instead of data, perhaps one that asks to log in.', 'lernwelt-places' ),
		storage: __( 'The file could not be stored. Please tell the administrators.', 'lernwelt-places' ),
		// Addresses.
		bad_address: __(
			'Please enter an address that begins with https:// and holds no password.',
			'lernwelt-places'
		),
		host_not_allowed: __(
			'Nothing may be fetched from this host yet. The administrators can allow it under “Allowed hosts”.',
			'lernwelt-places'
		),
		port_not_allowed: __( 'Only the usual ports of the web are allowed.', 'lernwelt-places' ),
		private_address: __( 'This address leads into a private network.', 'lernwelt-places' ),
		unknown_host: __( 'There is no host of this name.', 'lernwelt-places' ),
		too_many_redirects: __( 'The address leads on and on to other addresses.', 'lernwelt-places' ),
		connection: __( 'The host can’t be reached safely. Please try again later.', 'lernwelt-places' ),
		timeout: __( 'The host did not answer in time. Please try again later.', 'lernwelt-places' ),
		status: __( 'The host has no file at this address.', 'lernwelt-places' ),
	};
}

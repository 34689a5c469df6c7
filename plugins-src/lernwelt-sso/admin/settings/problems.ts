import { __ } from '@wordpress/i18n';

/** Path of an entry, e.g. `rows.3.claim` → reason code. */
export type Reasons = Readonly< Record< string, string > >;

/** What went wrong in a request. */
export interface Failure {
	readonly fields: Reasons;
	/** Sentence for the request as a whole, '' when entries were refused. */
	readonly message: string;
	readonly status: number;
}

/**
 * Turns what apiFetch threw into something to show.
 *
 * @param error Whatever was thrown.
 */
export function failureOf( error: unknown ): Failure {
	const { data, message = '' } = ( typeof error === 'object' && error !== null ? error : {} ) as {
		readonly message?: string;
		readonly data?: { readonly status?: number; readonly fields?: Reasons };
	};
	const status = data?.status ?? 0;
	const fields = status === 422 ? ( data?.fields ?? {} ) : {};
	if ( Object.keys( fields ).length > 0 ) {
		return { fields, message: '', status };
	}
	if ( status === 409 ) {
		return { fields, message: changedMeanwhile(), status };
	}
	return {
		fields,
		message:
			status >= 400 && status < 500 && message !== ''
				? message
				: __( 'This did not work. Please check your connection and try again.', 'lernwelt-sso' ),
		status,
	};
}

function changedMeanwhile(): string {
	return __(
		'Somebody else has changed these settings in the meantime. Nothing of yours was saved. Load the new state and make your change again.',
		'lernwelt-sso'
	);
}

/** @param path Path of an entry. */
export function controlId( path: string ): string {
	return `lernwelt-sso-${ path.replaceAll( '.', '-' ) }`;
}

/**
 * Sentence for a refused entry.
 *
 * @param reasons Reasons by path.
 * @param path    Path of the entry.
 */
export function problemAt( reasons: Reasons, path: string ): string | undefined {
	const reason = reasons[ path ];
	if ( reason === undefined ) {
		return undefined;
	}
	const field = path.split( '.' ).at( -1 ) ?? '';
	return sentences()[ `${ field }.${ reason }` ] ?? sentences()[ reason ] ?? sentences()[ '' ];
}

function sentences(): Record< string, string > {
	return {
		'': __( 'Please check this entry.', 'lernwelt-sso' ),
		required: __( 'Something is missing here.', 'lernwelt-sso' ),
		too_long: __( 'This is too long.', 'lernwelt-sso' ),
		too_many: __( 'There are too many rows. At most 200 are possible.', 'lernwelt-sso' ),
		duplicate: __( 'The same claim, value and role are in another row already.', 'lernwelt-sso' ),
		role_unknown: __( 'Please choose a role.', 'lernwelt-sso' ),
		portal_unknown: __( 'One of these portals does not exist any more.', 'lernwelt-sso' ),
		'portals.required': __( 'Please choose at least one portal.', 'lernwelt-sso' ),
		'claim.pattern': __(
			'Please write names with dots between, for example realm_access.roles. A dot that belongs to a name gets a backslash in front.',
			'lernwelt-sso'
		),
		'value.pattern': __( 'Please leave out spaces at the beginning and end, and line breaks.', 'lernwelt-sso' ),
		'issuer.pattern': __(
			'Please enter an address that begins with https:// and has neither ? nor #.',
			'lernwelt-sso'
		),
		'client_id.pattern': __( 'Please use letters, digits and signs without spaces or umlauts.', 'lernwelt-sso' ),
		'scopes.pattern': __( 'Please separate scopes by one space each; openid must be among them.', 'lernwelt-sso' ),
		json: __( 'This is no JSON object. It begins with { and ends with }.', 'lernwelt-sso' ),
	};
}

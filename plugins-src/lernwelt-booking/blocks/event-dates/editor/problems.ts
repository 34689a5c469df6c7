import { __, sprintf } from '@wordpress/i18n';

/** Longest texts; a test compares them with the schema. */
export const LENGTHS = {
	contact_name: 100,
	contact_email: 100,
	contact_phone: 60,
	title: 150,
	url: 500,
	summary: 400,
} as const;

export type Field = keyof typeof LENGTHS;

/**
 * Says early what the server would refuse. The server decides: these rules may be weaker, never stricter.
 *
 * @param field Field.
 * @param value What was written.
 * @return A sentence, undefined when all is well.
 */
export function problemOf( field: Field, value: string ): string | undefined {
	const text = value.trim();
	if ( [ ...text ].length > LENGTHS[ field ] ) {
		/* translators: %d: number of characters. */
		return sprintf( __( 'This text is too long: %d characters at most.', 'lernwelt-booking' ), LENGTHS[ field ] );
	}
	if ( text === '' ) {
		return undefined;
	}
	if ( field === 'contact_email' && ! /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test( text ) ) {
		return __( 'Please check the e-mail address. It looks like this: name@example.org', 'lernwelt-booking' );
	}
	if ( field === 'contact_phone' && ( text.match( /\d/g ) ?? [] ).length < 3 ) {
		return __( 'Please enter a telephone number.', 'lernwelt-booking' );
	}
	if ( field === 'url' && ! /^(https:\/\/[^\s/]|\/(?!\/))\S*$/.test( text ) ) {
		return __(
			'Please check the web address. It begins with https://, or with / for a file of this portal.',
			'lernwelt-booking'
		);
	}
	return undefined;
}

/**
 * The address of a file of this portal without the portal's name, which may change.
 *
 * @param url    Address from the media library.
 * @param origin Where the editor runs.
 */
export function ownAddress( url: string, origin: string ): string {
	return url.startsWith( `${ origin }/` ) ? url.slice( origin.length ) : url;
}

import { __, sprintf } from '@wordpress/i18n';
import type { Field } from './fields';

/** Longest texts; a test compares them with the schema. */
export const LENGTHS: Partial< Record< Field, number > > = {
	summary: 400,
	offers: 5000,
	street: 200,
	city: 100,
	phone: 60,
	email: 254,
	website: 500,
	opening_hours: 2000,
	accessibility: 2000,
	prices: 2000,
	note: 5000,
};

/**
 * Says early what the server would refuse. The server decides: these rules may be weaker, never stricter.
 *
 * @param field Field.
 * @param value What was written.
 * @return A sentence, '' when all is well.
 */
export function problemOf( field: Field, value: string ): string {
	const text = value.trim();
	const longest = LENGTHS[ field ];
	if ( text === '' ) {
		return '';
	}
	if ( longest !== undefined && [ ...text ].length > longest ) {
		/* translators: %d: number of characters. */
		return sprintf( __( 'This text is too long: %d characters at most.', 'lernwelt-places' ), longest );
	}
	return RULES[ field ]?.( text ) === false ? sentenceOf( field ) : '';
}

const RULES: Partial< Record< Field, ( text: string ) => boolean > > = {
	postcode: ( text ) => /^\d{5}$/.test( text ),
	phone: ( text ) => ( text.match( /\d/g ) ?? [] ).length >= 3,
	email: ( text ) => /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/.test( text ),
	website: ( text ) => /^https?:\/\/[^\s/?#@:]+\.[^\s/?#@:.]{2,}(:\d+)?([/?#]\S*)?$/i.test( text ),
};

function sentenceOf( field: Field ): string {
	const sentences: Partial< Record< Field, string > > = {
		postcode: __( 'A postcode has five digits, for example 39104.', 'lernwelt-places' ),
		phone: __( 'Please enter a telephone number.', 'lernwelt-places' ),
		email: __( 'Please check the e-mail address. It looks like this: name@example.org', 'lernwelt-places' ),
		website: __( 'Please check the web address. It begins with https:// or http://', 'lernwelt-places' ),
	};
	return sentences[ field ] ?? '';
}

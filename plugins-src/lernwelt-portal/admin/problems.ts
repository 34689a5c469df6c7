import { __, sprintf } from '@wordpress/i18n';
import type { Field } from './fields';
import { formatRatio } from './contrast';

/** What was measured when an accent was refused. */
export interface Measured {
	readonly foreground: string;
	readonly background: string;
	readonly ratio: number;
	readonly required: number;
}

/** Field → sentence. */
export type Problems = Partial< Record< Field, string > >;

/** A refusal as the REST API sends it. */
interface Refusal {
	readonly message?: string;
	readonly data?: {
		readonly status?: number;
		readonly fields?: Partial< Record< Field, string > >;
		readonly contrast?: Measured;
	};
}

/** What went wrong when settings were saved. */
export interface SaveFailure {
	/** Fields that were refused; empty when the request failed as a whole. */
	readonly problems: Problems;
	/** Why it failed as a whole, '' when fields were refused. */
	readonly message: string;
}

/**
 * Turns what apiFetch threw into words.
 *
 * @param error Whatever was thrown.
 */
export function failureOf( error: unknown ): SaveFailure {
	const { data, message } = isRefusal( error ) ? error : {};
	const problems: Problems = {};
	for ( const [ field, reason ] of Object.entries( data?.fields ?? {} ) ) {
		problems[ field as Field ] = sentence( field as Field, reason, data?.contrast );
	}
	if ( Object.keys( problems ).length > 0 ) {
		return { problems, message: '' };
	}
	return {
		problems,
		message:
			message ??
			__( 'The settings could not be saved. Please check your connection and try again.', 'lernwelt-portal' ),
	};
}

function isRefusal( error: unknown ): error is Refusal {
	return typeof error === 'object' && error !== null;
}

function sentence( field: Field, reason: string, contrast: Measured | undefined ): string {
	if ( reason === 'contrast' && contrast !== undefined ) {
		return sprintf(
			/* translators: 1: measured contrast ratio, 2: required contrast ratio. */
			__(
				'This colour is too light: it reaches a contrast of %1$s only, %2$s are needed. Please choose a darker one.',
				'lernwelt-portal'
			),
			formatRatio( contrast.ratio ),
			formatRatio( contrast.required )
		);
	}
	if ( reason === 'too_long' ) {
		return __( 'This text is too long. Please shorten it.', 'lernwelt-portal' );
	}
	return byField( field );
}

function byField( field: Field ): string {
	switch ( field ) {
		case 'email':
		case 'accessibility_email':
			return __( 'Please check the e-mail address. It looks like this: name@example.org', 'lernwelt-portal' );
		case 'postcode':
			return __( 'A postcode has five digits, for example 39104.', 'lernwelt-portal' );
		case 'phone':
			return __( 'Please use digits, spaces and + ( ) / - only.', 'lernwelt-portal' );
		case 'accent':
			return __( 'Please enter the colour as # and six characters, for example #3F6B2A.', 'lernwelt-portal' );
		case 'logo':
			return __(
				'This is no picture of the media library any more. Please choose another one.',
				'lernwelt-portal'
			);
		case 'organisation':
		case 'contact_name':
		case 'street':
		case 'city':
			return __( 'Please check this entry.', 'lernwelt-portal' );
	}
}

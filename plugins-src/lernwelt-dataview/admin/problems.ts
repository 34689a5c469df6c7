import { __ } from '@wordpress/i18n';
import type { MapSettings } from '../types/generated/map-settings';

export type Field = keyof MapSettings;

/** Field → sentence. */
export type Problems = Partial< Record< Field, string > >;

/** A refusal as the REST API sends it. */
interface Refusal {
	readonly message?: string;
	readonly data?: { readonly fields?: Partial< Record< Field, string > > };
}

/**
 * Turns what apiFetch threw into words.
 *
 * @param error Whatever was thrown.
 * @return Sentences per field, and one for the whole, '' when fields were refused.
 */
export function failureOf( error: unknown ): { readonly problems: Problems; readonly message: string } {
	const { data, message }: Refusal = typeof error === 'object' && error !== null ? error : {};
	const problems: Problems = {};
	for ( const [ field, reason ] of Object.entries( data?.fields ?? {} ) ) {
		problems[ field as Field ] = sentence( reason );
	}
	if ( Object.keys( problems ).length > 0 ) {
		return { problems, message: '' };
	}
	return {
		problems,
		message:
			message ??
			__( 'The settings could not be saved. Please check your connection and try again.', 'lernwelt-dataview' ),
	};
}

function sentence( reason: string ): string {
	switch ( reason ) {
		case 'openstreetmap':
			return __(
				'OpenStreetMap does not allow portals to pass on its maps. Please choose basemap.de or the state survey office.',
				'lernwelt-dataview'
			);
		case 'server':
			return __(
				'Only maps of sgx.geodatenzentrum.de (basemap.de) and www.geodatenportal.sachsen-anhalt.de can be used, with https at the beginning.',
				'lernwelt-dataview'
			);
		case 'placeholders':
			return __( 'The address needs {z}, {x} and {y}, or {bbox} instead of them.', 'lernwelt-dataview' );
		case 'required':
			return __( 'Please fill in this field.', 'lernwelt-dataview' );
		case 'uri':
		case 'pattern':
			return __( 'This is no complete web address.', 'lernwelt-dataview' );
		case 'out_of_range':
			return __( 'Please enter a number from 10 to 18.', 'lernwelt-dataview' );
		default:
			return __( 'Please check this entry.', 'lernwelt-dataview' );
	}
}

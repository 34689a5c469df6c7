import { __ } from '@wordpress/i18n';
import type { PlaceDetails } from '../../types/generated/place-details';

/** A field of the details that holds text. */
export type TextField = Exclude< keyof PlaceDetails, 'free' | 'accessible' | 'lat' | 'lng' | 'editorial' >;

/** Everything a form of this block can speak about. */
export type Field = TextField | 'summary' | 'note' | 'coordinates';

/** A field an import could change. */
export type ImportedField = NonNullable< PlaceDetails[ 'editorial' ] >[ number ];

/**
 * Name of a field.
 *
 * @param field Field.
 */
export function labelOf( field: Field | ImportedField ): string {
	const labels: Record< Field | ImportedField, string > = {
		title: __( 'Name', 'lernwelt-places' ),
		summary: __( 'In one sentence', 'lernwelt-places' ),
		description: __( 'Description', 'lernwelt-places' ),
		region: __( 'Region', 'lernwelt-places' ),
		subject: __( 'Subjects', 'lernwelt-places' ),
		audience: __( 'For whom', 'lernwelt-places' ),
		kind: __( 'Kind of place', 'lernwelt-places' ),
		offers: __( 'Offers for classes', 'lernwelt-places' ),
		street: __( 'Street and number', 'lernwelt-places' ),
		postcode: __( 'Postcode', 'lernwelt-places' ),
		city: __( 'Town', 'lernwelt-places' ),
		phone: __( 'Telephone', 'lernwelt-places' ),
		email: __( 'E-mail', 'lernwelt-places' ),
		website: __( 'Website', 'lernwelt-places' ),
		opening_hours: __( 'Opening hours', 'lernwelt-places' ),
		accessibility: __( 'Accessibility', 'lernwelt-places' ),
		prices: __( 'Prices', 'lernwelt-places' ),
		free: __( 'Free of charge for classes', 'lernwelt-places' ),
		accessible: __( 'Barrier-free', 'lernwelt-places' ),
		coordinates: __( 'Place on the map', 'lernwelt-places' ),
		note: __( 'Internal note', 'lernwelt-places' ),
	};
	return labels[ field ];
}

/**
 * What helps to fill in a field, '' when its name says it all.
 *
 * @param field Field.
 */
export function helpOf( field: Field ): string {
	const help: Partial< Record< Field, string > > = {
		summary: __( 'Shown on cards and below the name: what can a class do here?', 'lernwelt-places' ),
		offers: __( 'One offer per line: guided tours, workshops, material.', 'lernwelt-places' ),
		email: __( 'Teachers ask for a visit at this address.', 'lernwelt-places' ),
		website: __( 'The whole address, beginning with https://', 'lernwelt-places' ),
		opening_hours: __( 'One line per day or season, for example: Tue–Sun 10 am – 5 pm', 'lernwelt-places' ),
		prices: __( 'One line per price, for example: 3 euros per child', 'lernwelt-places' ),
		accessibility: __( 'Steps, lifts, toilets, easy language, guidance for blind people …', 'lernwelt-places' ),
		note: __( 'Only editors read this; it appears nowhere on the portal.', 'lernwelt-places' ),
	};
	return help[ field ] ?? '';
}

/** Fields an import could change, in the order of the form. */
export const IMPORTED: readonly ImportedField[] = [
	...( [ 'title', 'summary', 'description', 'region', 'subject', 'audience', 'kind', 'offers' ] as const ),
	...( [ 'street', 'postcode', 'city', 'coordinates', 'phone', 'email', 'website' ] as const ),
	...( [ 'opening_hours', 'prices', 'free', 'accessibility', 'accessible', 'note' ] as const ),
];

import { __ } from '@wordpress/i18n';

/** A field of a place that a mapping can fill. */
export interface PlaceField {
	readonly name: string;
	readonly label: string;
	/** What a value of the source is, which decides the offered transform. */
	readonly kind: 'text' | 'terms' | 'boolean' | 'url';
}

/** Fields in the order of the editor, grouped as people think of them. */
export function fieldGroups(): ReadonlyArray< { readonly label: string; readonly fields: readonly PlaceField[] } > {
	return [
		{
			label: __( 'The place', 'lernwelt-places' ),
			fields: [
				text( 'title', __( 'Name', 'lernwelt-places' ) ),
				text( 'summary', __( 'In one sentence', 'lernwelt-places' ) ),
				text( 'description', __( 'Description', 'lernwelt-places' ) ),
				text( 'offers', __( 'Offers for classes', 'lernwelt-places' ) ),
			],
		},
		{
			label: __( 'Words to filter by', 'lernwelt-places' ),
			fields: [
				terms( 'region', __( 'Region', 'lernwelt-places' ) ),
				terms( 'subject', __( 'Subjects', 'lernwelt-places' ) ),
				terms( 'audience', __( 'For whom', 'lernwelt-places' ) ),
				terms( 'kind', __( 'Kind of place', 'lernwelt-places' ) ),
				{ name: 'free', label: __( 'Free of charge for classes', 'lernwelt-places' ), kind: 'boolean' },
				{ name: 'accessible', label: __( 'Barrier-free', 'lernwelt-places' ), kind: 'boolean' },
			],
		},
		{
			label: __( 'Address and contact', 'lernwelt-places' ),
			fields: [
				text( 'street', __( 'Street and number', 'lernwelt-places' ) ),
				text( 'postcode', __( 'Postcode', 'lernwelt-places' ) ),
				text( 'city', __( 'Town', 'lernwelt-places' ) ),
				text( 'phone', __( 'Telephone', 'lernwelt-places' ) ),
				text( 'email', __( 'E-mail', 'lernwelt-places' ) ),
				{ name: 'website', label: __( 'Website', 'lernwelt-places' ), kind: 'url' },
			],
		},
		{
			label: __( 'Visit', 'lernwelt-places' ),
			fields: [
				text( 'opening_hours', __( 'Opening hours', 'lernwelt-places' ) ),
				text( 'accessibility', __( 'Accessibility', 'lernwelt-places' ) ),
				text( 'prices', __( 'Prices', 'lernwelt-places' ) ),
				text( 'note', __( 'Internal note', 'lernwelt-places' ) ),
			],
		},
	];
}

/** Every field, without groups. */
export function allFields(): PlaceField[] {
	return fieldGroups().flatMap( ( group ) => group.fields );
}

/**
 * Id of the control that a path of the mapping is shown at: `fields.title.from` → `lernwelt-import-fields-title`.
 *
 * @param path Path in the mapping.
 */
export function controlId( path: string ): string {
	const [ first = '', second = '' ] = path.split( '.' );
	const two = first === 'fields' || first === 'coordinates' ? `${ first }-${ second }` : first;
	return `lernwelt-import-${ two }`;
}

function text( name: string, label: string ): PlaceField {
	return { name, label, kind: 'text' };
}

function terms( name: string, label: string ): PlaceField {
	return { name, label, kind: 'terms' };
}

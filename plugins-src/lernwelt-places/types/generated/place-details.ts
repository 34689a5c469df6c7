// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/place-details.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Everything about a learning place that isn't title, text or term. Empty fields are left out.
 */
export interface PlaceDetails {
	/**
	 * What classes can do there.
	 */
	offers?: string;
	street?: string;
	postcode?: string;
	city?: string;
	phone?: string;
	email?: string;
	/**
	 * Begins with http:// or https://.
	 */
	website?: string;
	opening_hours?: string;
	accessibility?: string;
	prices?: string;
	/**
	 * Classes pay nothing.
	 */
	free?: boolean;
	/**
	 * The place is barrier-free.
	 */
	accessible?: boolean;
	/**
	 * Latitude in degrees, WGS 84.
	 */
	lat?: number | null;
	/**
	 * Longitude in degrees, WGS 84.
	 */
	lng?: number | null;
	/**
	 * Fields that an import never changes.
	 *
	 * @maxItems 21
	 */
	editorial?: (
		| 'title'
		| 'summary'
		| 'description'
		| 'region'
		| 'subject'
		| 'audience'
		| 'kind'
		| 'offers'
		| 'street'
		| 'postcode'
		| 'city'
		| 'phone'
		| 'email'
		| 'website'
		| 'opening_hours'
		| 'accessibility'
		| 'prices'
		| 'free'
		| 'accessible'
		| 'coordinates'
		| 'note'
	)[];
}

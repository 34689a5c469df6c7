import type { PlaceDetails } from '../../types/generated/place-details';

/** Details as they are typed: coordinates may be unfinished, the server says so when somebody saves. */
export type Draft = Omit< PlaceDetails, 'lat' | 'lng' > & {
	lat?: number | string | null;
	lng?: number | string | null;
};

/**
 * Leaves out what says nothing, as the server does.
 *
 * @param draft Details.
 */
export function known( draft: Draft ): Draft {
	return Object.fromEntries(
		Object.entries( draft ).filter(
			( [ , value ] ) =>
				value !== '' &&
				value !== false &&
				value !== null &&
				value !== undefined &&
				! ( Array.isArray( value ) && value.length === 0 )
		)
	);
}

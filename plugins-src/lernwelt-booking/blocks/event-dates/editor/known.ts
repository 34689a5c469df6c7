import type { EventDetails } from '../../../types/generated/event-details';

/**
 * Leaves out what says nothing, as the server does.
 *
 * @param details Details.
 */
export function known( details: EventDetails ): EventDetails {
	return Object.fromEntries(
		Object.entries( details ).filter(
			( [ , value ] ) => value !== '' && value !== undefined && ! ( Array.isArray( value ) && value.length === 0 )
		)
	);
}

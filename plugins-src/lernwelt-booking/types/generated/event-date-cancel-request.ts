// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-date-cancel-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Calling a date off.
 */
export interface EventDateCancelRequest {
	/**
	 * Words to people who booked.
	 */
	message?: string;
}

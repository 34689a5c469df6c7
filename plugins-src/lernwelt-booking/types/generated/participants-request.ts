// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participants-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which bookings of a date.
 */
export interface ParticipantsRequest {
	/**
	 * Words of name, address, school or number.
	 */
	search?: string;
	/**
	 * Which ones.
	 */
	state?: 'booked' | 'cancelled' | 'all';
}

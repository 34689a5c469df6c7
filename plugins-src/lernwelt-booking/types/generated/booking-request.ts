// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/booking-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A booking to be made.
 */
export interface BookingRequest {
	/**
	 * Date.
	 */
	date: number;
	/**
	 * Question → answer, or answers where several can be chosen; checked against the questions of the date.
	 */
	answers?: {};
	/**
	 * Account of a colleague from /colleagues, 0 for oneself.
	 */
	colleague?: number;
}

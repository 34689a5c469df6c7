// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/booking-statistics-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Days to count; the running school year by default.
 */
export interface BookingStatisticsRequest {
	/**
	 * First day, YYYY-MM-DD; empty for the first day of the running school year.
	 */
	first?: string;
	/**
	 * Last day, YYYY-MM-DD; empty for the last day of the running school year.
	 */
	last?: string;
}

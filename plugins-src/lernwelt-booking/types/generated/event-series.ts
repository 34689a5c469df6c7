// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-series.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Days of a series.
 */
export interface EventSeries {
	days: {
		day: string;
		/**
		 * Empty for a date, `except`, or the name of the holidays.
		 */
		skipped: string;
	}[];
	/**
	 * Until when school holidays are known, when the series goes on later; else empty.
	 */
	known_until: string;
	/**
	 * Dates that were made.
	 */
	made: number;
}

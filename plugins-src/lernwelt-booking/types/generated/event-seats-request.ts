// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-seats-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which dates.
 */
export interface EventSeatsRequest {
	/**
	 * Dates, separated by commas.
	 *
	 * @minItems 1
	 * @maxItems 100
	 */
	ids: [number, ...number[]];
}

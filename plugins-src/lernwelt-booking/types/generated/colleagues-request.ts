// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/colleagues-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whom to list.
 */
export interface ColleaguesRequest {
	/**
	 * Only those whom this date is meant for; 0 for all.
	 */
	date?: number;
}

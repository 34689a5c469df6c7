// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/organiser-dates-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which dates.
 */
export interface OrganiserDatesRequest {
	/**
	 * Those to come, the next one first, or those that are over, the last one first.
	 */
	time?: 'upcoming' | 'past';
	/**
	 * Words of the event's title.
	 */
	search?: string;
	/**
	 * Page.
	 */
	page?: number;
	/**
	 * Dates of a page.
	 */
	per_page?: number;
}

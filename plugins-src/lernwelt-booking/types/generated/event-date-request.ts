// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-date-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A date as editors type it; what is wrong is said in words by the answer.
 */
export interface EventDateRequest {
	/**
	 * YYYY-MM-DD HH:MM on the clocks of the portal, YYYY-MM-DD for whole days.
	 */
	start: string;
	/**
	 * As start; of whole days the last one.
	 */
	end: string;
	all_day?: boolean;
	place?: string;
	/**
	 * Video conference, https only; shown to people who booked.
	 */
	link?: string;
	/**
	 * Seats, 1 to 10000.
	 */
	capacity: number;
	/**
	 * Bookings it needs to take place.
	 */
	minimum?: number;
	/**
	 * First moment for bookings; empty for at once.
	 */
	opens_at?: string;
	/**
	 * Last moment for bookings; empty for the start.
	 */
	closes_at?: string;
	/**
	 * Last moment for cancelling; empty for the last moment for bookings.
	 */
	cancel_until?: string;
	/**
	 * Roles that may book; none for all.
	 *
	 * @maxItems 50
	 */
	roles?: string[];
	/**
	 * Numbers of schools; none for all.
	 *
	 * @maxItems 500
	 */
	schools?: string[];
	startchancen_only?: boolean;
	/**
	 * Questions to people who book, at most ten.
	 *
	 * @maxItems 50
	 */
	questions?: {
		/**
		 * Name in code; made when missing.
		 */
		id?: string;
		label: string;
		/**
		 * one, several or text.
		 */
		type: string;
		/**
		 * @maxItems 100
		 */
		choices?: string[];
		required?: boolean;
	}[];
	/**
	 * Version that the editor saw; for changes.
	 */
	version?: number;
	/**
	 * Words to people who booked; for changes.
	 */
	message?: string;
}

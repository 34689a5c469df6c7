// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-seats.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Seats of dates at this moment; unknown and unpublished dates are missing.
 */
export interface EventSeats {
	items: {
		/**
		 * Date.
		 */
		id: number;
		/**
		 * What it is like for everybody.
		 */
		state: 'open' | 'over' | 'not_found' | 'date_cancelled' | 'begun' | 'not_open_yet' | 'closed' | 'full';
		/**
		 * Whether somebody may book it.
		 */
		bookable: boolean;
		/**
		 * Seats left.
		 */
		free: number;
		/**
		 * All seats.
		 */
		capacity: number;
		/**
		 * The same in words.
		 */
		words: string;
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-dates.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * All dates of an event, for its editors.
 */
export interface EventDates {
	items: {
		id: number;
		version: number;
		state: 'planned' | 'cancelled';
		over: boolean;
		begun: boolean;
		series: string;
		booked: number;
		free: number;
		/**
		 * As the form shows it.
		 */
		input: {
			/**
			 * YYYY-MM-DD HH:MM on the clocks of the portal, YYYY-MM-DD for whole days.
			 */
			start: string;
			/**
			 * As start; of whole days the last one.
			 */
			end: string;
			all_day: boolean;
			place: string;
			/**
			 * Video conference, https only; shown to people who booked.
			 */
			link: string;
			/**
			 * Seats, 1 to 10000.
			 */
			capacity: number;
			/**
			 * Bookings it needs to take place.
			 */
			minimum: number;
			/**
			 * First moment for bookings; empty for at once.
			 */
			opens_at: string;
			/**
			 * Last moment for bookings; empty for the start.
			 */
			closes_at: string;
			/**
			 * Last moment for cancelling; empty for the last moment for bookings.
			 */
			cancel_until: string;
			roles: string[];
			schools: string[];
			startchancen_only: boolean;
			questions: {
				id: string;
				label: string;
				type: 'one' | 'several' | 'text';
				choices: string[];
				required: boolean;
			}[];
		};
	}[];
	/**
	 * The present moment on the clocks of the portal, YYYY-MM-DD HH:MM.
	 */
	now: string;
	zone: string;
	roles: {
		value: string;
		label: string;
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/organiser-dates.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A page of dates.
 */
export interface OrganiserDates {
	items: {
		/**
		 * Date.
		 */
		id: number;
		event: {
			/**
			 * Post.
			 */
			id: number;
			/**
			 * Title, plain text; '' when the event is gone.
			 */
			title: string;
			/**
			 * Its page.
			 */
			url: string;
		};
		/**
		 * When, in words.
		 */
		when: string;
		/**
		 * UTC, ISO 8601.
		 */
		start: string;
		/**
		 * Room and address, '' for online only.
		 */
		place: string;
		/**
		 * Whether it was called off.
		 */
		state: 'planned' | 'cancelled';
		/**
		 * Whether it has ended.
		 */
		over: boolean;
		/**
		 * Seats taken.
		 */
		booked: number;
		/**
		 * Seats.
		 */
		capacity: number;
		/**
		 * Bookings it needs to take place, 0 for none.
		 */
		minimum: number;
	}[];
	/**
	 * Dates on all pages.
	 */
	total: number;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/bookings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Bookings of whoever asks, the newest first.
 */
export interface Bookings {
	items: {
		/**
		 * Number that people see.
		 */
		number: string;
		/**
		 * Whether it holds a seat.
		 */
		state: 'booked' | 'cancelled';
		/**
		 * Who comes.
		 */
		name: string;
		/**
		 * Whether it is the reader's own seat; else they booked it for a colleague.
		 */
		own: boolean;
		event: {
			/**
			 * Post.
			 */
			id: number;
			/**
			 * Title, plain text.
			 */
			title: string;
			/**
			 * Its page.
			 */
			url: string;
		};
		date: {
			/**
			 * Date.
			 */
			id: number;
			/**
			 * Whether it was called off.
			 */
			state: 'planned' | 'cancelled';
			/**
			 * UTC, ISO 8601.
			 */
			start: string;
			/**
			 * UTC, ISO 8601.
			 */
			end: string;
			/**
			 * When, in words.
			 */
			when: string;
			/**
			 * Room and address, '' for online only.
			 */
			place: string;
			/**
			 * Address of the video conference, '' for none or a cancelled booking.
			 */
			link: string;
		};
		/**
		 * UTC, ISO 8601.
		 */
		booked_at: string;
		/**
		 * First moment at which it is too late to cancel, UTC, ISO 8601.
		 */
		cancel_until: string;
		/**
		 * Whether it can be cancelled now.
		 */
		can_cancel: boolean;
		/**
		 * Its file for calendars, '' when it is cancelled.
		 */
		calendar_url: string;
	}[];
}

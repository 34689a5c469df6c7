// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/booking-statistics.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Counted bookings of some days, in total and by each dimension.
 */
export interface BookingStatistics {
	/**
	 * First day, YYYY-MM-DD.
	 */
	first: string;
	/**
	 * Last day.
	 */
	last: string;
	/**
	 * What is counted, in words.
	 */
	measures: {
		events: string;
		dates: string;
		called_off: string;
		seats: string;
		booked: string;
		attended: string;
		cancelled: string;
	};
	/**
	 * All numbers.
	 */
	total: {
		/**
		 * Events with a date in these days.
		 */
		events: number;
		/**
		 * Dates that took or take place.
		 */
		dates: number;
		/**
		 * Dates that were called off.
		 */
		called_off: number;
		/**
		 * Seats of dates that took or take place.
		 */
		seats: number;
		/**
		 * Bookings that hold a seat.
		 */
		booked: number;
		/**
		 * Of these, people who came.
		 */
		attended: number;
		/**
		 * Bookings that were cancelled.
		 */
		cancelled: number;
	};
	dimensions: {
		id: 'month' | 'district' | 'school_type' | 'startchancen' | 'audience';
		/**
		 * Heading.
		 */
		label: string;
		/**
		 * What has to be known about the numbers, '' for nothing.
		 */
		note: string;
		/**
		 * What is counted by this dimension.
		 */
		measures: ('events' | 'dates' | 'called_off' | 'seats' | 'booked' | 'attended' | 'cancelled')[];
		rows: {
			/**
			 * Value in code; '' for unknown.
			 */
			value: string;
			/**
			 * Value in words.
			 */
			label: string;
			/**
			 * Those of the dimension's measures.
			 */
			numbers: {
				/**
				 * Events with a date in these days.
				 */
				events?: number;
				/**
				 * Dates that took or take place.
				 */
				dates?: number;
				/**
				 * Dates that were called off.
				 */
				called_off?: number;
				/**
				 * Seats of dates that took or take place.
				 */
				seats?: number;
				/**
				 * Bookings that hold a seat.
				 */
				booked: number;
				/**
				 * Of these, people who came.
				 */
				attended: number;
				/**
				 * Bookings that were cancelled.
				 */
				cancelled: number;
			};
		}[];
	}[];
}

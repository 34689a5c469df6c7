// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participants.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Who booked a date, in the order of names.
 */
export interface Participants {
	date: {
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
	};
	questions: {
		/**
		 * Name in code.
		 */
		id: string;
		/**
		 * The question.
		 */
		label: string;
	}[];
	/**
	 * Whether the reader may take names home as a file.
	 */
	may_export: boolean;
	items: {
		/**
		 * Number that people see; X and a number after anonymisation.
		 */
		number: string;
		/**
		 * Whether it holds a seat.
		 */
		state: 'booked' | 'cancelled';
		/**
		 * The same in words, and who cancelled it.
		 */
		state_words: string;
		/**
		 * Who comes; '' after anonymisation.
		 */
		name: string;
		/**
		 * Where mails go, '' for none.
		 */
		email: string;
		/**
		 * Name of the school, '' when the register doesn't know it.
		 */
		school: string;
		/**
		 * Number of the school, '' for none.
		 */
		school_number: string;
		/**
		 * Name of the role they booked with, '' for none.
		 */
		role: string;
		/**
		 * Question → answer in words.
		 */
		answers: {
			[k: string]: string;
		};
		/**
		 * Note of the organisers.
		 */
		note: string;
		/**
		 * Whether they came; null for not marked.
		 */
		attended: boolean | null;
		/**
		 * UTC, ISO 8601.
		 */
		booked_at: string;
		/**
		 * Whether it can be marked and cancelled.
		 */
		held: boolean;
		/**
		 * Whether it names nobody any more.
		 */
		anonymised: boolean;
	}[];
}

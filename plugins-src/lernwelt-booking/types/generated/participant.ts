// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Somebody who booked a date.
 */
export interface Participant {
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
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Somebody to be registered by hand.
 */
export interface ParticipantRequest {
	/**
	 * Name, one line, at most 200 characters.
	 */
	name: string;
	/**
	 * E-mail address at work; '' for none: then no mail is sent.
	 */
	email?: string;
	/**
	 * Number of the school, '' for none.
	 */
	school_number?: string;
	/**
	 * Note of the organisers, at most 1,000 characters.
	 */
	note?: string;
}

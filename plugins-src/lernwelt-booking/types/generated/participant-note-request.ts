// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-note-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A note about somebody.
 */
export interface ParticipantNoteRequest {
	/**
	 * Plain text, at most 1,000 characters, '' for none.
	 */
	note: string;
}

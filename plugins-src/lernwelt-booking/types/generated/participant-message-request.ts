// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-message-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A message to everybody who has a seat.
 */
export interface ParticipantMessageRequest {
	/**
	 * One line, at most 150 characters.
	 */
	subject: string;
	/**
	 * Plain text, at most 5,000 characters.
	 */
	message: string;
}

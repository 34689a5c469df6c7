// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-cancel-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Cancelling somebody's booking.
 */
export interface ParticipantCancelRequest {
	/**
	 * Words to the person, at most 2,000 characters.
	 */
	message?: string;
}

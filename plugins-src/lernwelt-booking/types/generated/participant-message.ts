// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-message.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * How many people get it.
 */
export interface ParticipantMessage {
	/**
	 * Mails in the queue.
	 */
	sent: number;
	/**
	 * People who gave no address.
	 */
	without_address: number;
}

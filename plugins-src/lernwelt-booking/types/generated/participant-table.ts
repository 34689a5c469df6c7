// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/participant-table.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Participants as a table, for files made in the browser.
 */
export interface ParticipantTable {
	/**
	 * Name of the file, without its ending.
	 */
	name: string;
	/**
	 * Rows of texts, the headings first.
	 */
	rows: string[][];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-dataview/schemas/records.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Records as the server prints them.
 */
export interface Records {
	/**
	 * One record, or a list of several; empty when the viewer may see none of them.
	 */
	html: string;
}

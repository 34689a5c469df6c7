// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-input-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * An address to fetch. Without it the request is a form with the file in the part "file".
 */
export interface ImportInputRequest {
	/**
	 * http(s) address on an allowed host.
	 */
	url?: string;
}

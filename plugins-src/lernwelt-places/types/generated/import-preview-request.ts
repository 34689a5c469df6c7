// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-preview-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * How the input is read.
 */
export interface ImportPreviewRequest {
	/**
	 * A mapping as in mapping.json; checked there.
	 */
	mapping?: {};
}

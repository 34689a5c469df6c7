// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-page-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A page of a report.
 */
export interface ImportPageRequest {
	/**
	 * From 1.
	 */
	page?: number;
	/**
	 * Rows of a page.
	 */
	per_page?: number;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-source-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A source as it is stored.
 */
export interface ImportSourceRequest {
	/**
	 * Name for people.
	 */
	label: string;
	/**
	 * Address that is fetched on schedule, '' for uploads.
	 */
	url: string;
	/**
	 * How often.
	 */
	interval: 'never' | 'hourly' | 'daily' | 'weekly';
	/**
	 * A mapping as in mapping.json; checked there.
	 */
	mapping: {};
}

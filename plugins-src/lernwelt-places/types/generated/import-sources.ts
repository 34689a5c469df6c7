// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-sources.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * All saved sources.
 */
export interface ImportSources {
	/**
	 * Sorted by name.
	 */
	items: {
		/**
		 * Short name; with the id in the source it identifies a place.
		 */
		source: string;
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
		/**
		 * UTC, ISO 8601; null when nothing is planned.
		 */
		next_run_at: string | null;
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-findings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Findings of a run.
 */
export interface ImportFindings {
	/**
	 * All findings of the run.
	 */
	total: number;
	/**
	 * One page.
	 */
	items: {
		/**
		 * Line in a CSV file, number of the record elsewhere.
		 */
		row: number;
		/**
		 * Reason code.
		 */
		code: string;
		/**
		 * Field of the place or the source, '' for the whole row.
		 */
		field: string;
		/**
		 * What the source says, shortened.
		 */
		raw: string;
		/**
		 * Whether the row isn't imported.
		 */
		refuses: boolean;
		/**
		 * Id in the source, '' when unknown.
		 */
		external_id: string;
		/**
		 * The reason for people.
		 */
		message: string;
		/**
		 * The field for people, '' for the whole row.
		 */
		label: string;
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-run-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A run to start.
 */
export interface ImportRunRequest {
	/**
	 * Id of an input.
	 */
	input: string;
	/**
	 * Short name of the source.
	 */
	source: string;
	/**
	 * Name of the source for people.
	 */
	label: string;
	/**
	 * A mapping as in mapping.json; checked there.
	 */
	mapping: {};
	/**
	 * Only report what would happen.
	 */
	dry_run: boolean;
}

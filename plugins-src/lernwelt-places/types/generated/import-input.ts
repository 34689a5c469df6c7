// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-input.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A file or address that is ready to be imported.
 */
export interface ImportInput {
	/**
	 * Random name of the input.
	 */
	id: string;
	/**
	 * Where it came from.
	 */
	kind: 'upload' | 'address';
	/**
	 * File name or address for people.
	 */
	name: string;
	/**
	 * Bytes.
	 */
	size: number;
	/**
	 * What it looks like.
	 */
	format: 'csv' | 'json' | 'geojson';
	/**
	 * UTC, ISO 8601; then it is deleted.
	 */
	expires_at: string;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-settings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Where imports may fetch from.
 */
export interface ImportSettings {
	/**
	 * Allowed hosts, e.g. daten.example.org; *.example.org allows all below.
	 *
	 * @maxItems 50
	 */
	hosts: string[];
}

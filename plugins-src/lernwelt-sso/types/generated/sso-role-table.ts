// Made by bin/src/generate-types.ts from plugins-src/lernwelt-sso/schemas/sso-role-table.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which claims make which roles on which portals.
 */
export interface SsoRoleTable {
	/**
	 * Path of this schema, for editors.
	 */
	$schema?: string;
	/**
	 * Version of the format.
	 */
	version: 1;
	/**
	 * Lines of the table; whatever none of them names counts for nothing.
	 *
	 * @maxItems 200
	 */
	rows: {
		/**
		 * Path of the claim, names with dots between; a dot in a name has a backslash in front.
		 */
		claim: string;
		/**
		 * Exact value in the claim.
		 */
		value: string;
		/**
		 * Role slug of WordPress.
		 */
		role: string;
		/**
		 * Ids of portals; * for all.
		 *
		 * @maxItems 50
		 */
		portals: string[];
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-sso/schemas/sso-preview-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Claims to try.
 */
export interface SsoPreviewRequest {
	/**
	 * Claims as JSON text.
	 */
	claims: string;
	/**
	 * Lines of the role table.
	 *
	 * @maxItems 200
	 */
	rows: {
		/**
		 * Path of the claim, names with dots between.
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

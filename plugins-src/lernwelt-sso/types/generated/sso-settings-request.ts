// Made by bin/src/generate-types.ts from plugins-src/lernwelt-sso/schemas/sso-settings-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Settings to store.
 */
export interface SsoSettingsRequest {
	/**
	 * Number of the change they are based on.
	 */
	revision: number;
	/**
	 * Values; an empty one stands for the default. What is decided elsewhere is ignored.
	 */
	connection: {
		/**
		 * Address of the provider.
		 */
		issuer: string;
		/**
		 * Name of this client at the provider.
		 */
		client_id: string;
		/**
		 * Scopes, separated by spaces.
		 */
		scopes: string;
		/**
		 * How the client proves who it is.
		 */
		auth_method: string;
		/**
		 * Algorithms of signatures, separated by commas.
		 */
		algorithms: string;
	};
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

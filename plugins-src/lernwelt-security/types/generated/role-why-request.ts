// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-why-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whose right shall be explained.
 */
export interface RoleWhyRequest {
	/**
	 * Site, 0 for the network; the portal of this host without it.
	 */
	portal?: number;
	/**
	 * Account.
	 */
	user: number;
	/**
	 * Technical name.
	 */
	capability: string;
}

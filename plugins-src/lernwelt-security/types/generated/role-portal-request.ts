// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-portal-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which matrix is meant.
 */
export interface RolePortalRequest {
	/**
	 * Site, 0 for the network; the portal of this host without it.
	 */
	portal?: number;
}

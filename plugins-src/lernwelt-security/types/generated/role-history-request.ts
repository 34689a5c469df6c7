// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-history-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which lines of the history.
 */
export interface RoleHistoryRequest {
	/**
	 * Site, 0 for the network; the portal of this host without it.
	 */
	portal?: number;
	/**
	 * Only lines with a smaller number; 0 for the newest.
	 */
	before?: number;
}

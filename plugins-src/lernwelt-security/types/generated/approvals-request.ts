// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/approvals-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whose requests are meant.
 */
export interface ApprovalsRequest {
	/**
	 * Site, 0 for all; the portal of this host without it.
	 */
	portal?: number;
}

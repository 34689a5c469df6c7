// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-overview-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whose log it is about.
 */
export interface AuditOverviewRequest {
	/**
	 * Site of the portal, 0 for the network's own lines; left out for everything.
	 */
	portal?: number;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-person-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whose events are wanted.
 */
export interface AuditPersonRequest {
	/**
	 * Site of the portal, 0 for the network's own lines; left out for everything.
	 */
	portal?: number;
	/**
	 * Login name or e-mail address.
	 */
	account: string;
}

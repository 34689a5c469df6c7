// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-people-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whom to look for.
 */
export interface RolePeopleRequest {
	/**
	 * Site, 0 for the network; the portal of this host without it.
	 */
	portal?: number;
	/**
	 * Part of a name, login or address.
	 */
	search: string;
}

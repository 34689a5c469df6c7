// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-person.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * A person of the log.
 */
export interface AuditPerson {
	/**
	 * Pseudonym.
	 */
	person: string;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-settings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * How long lines are kept.
 */
export interface AuditSettings {
	/**
	 * Days that lines are kept.
	 */
	days: number;
}

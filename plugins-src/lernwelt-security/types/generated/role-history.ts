// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-history.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Who changed which cell, the newest first.
 */
export interface RoleHistory {
	/**
	 * Lines.
	 */
	items: {
		/**
		 * Number of the line.
		 */
		id: number;
		/**
		 * UTC, ISO 8601.
		 */
		at: string;
		/**
		 * Name of the person.
		 */
		who: string;
		/**
		 * Name of the portal.
		 */
		portal: string;
		/**
		 * Name of the role.
		 */
		role: string;
		/**
		 * Technical name.
		 */
		capability: string;
		/**
		 * What one may do.
		 */
		label: string;
		/**
		 * Decision before.
		 */
		before: 'inherited' | 'yes' | 'no';
		/**
		 * Decision after.
		 */
		after: 'inherited' | 'yes' | 'no';
	}[];
	/**
	 * Whether there are older lines.
	 */
	more: boolean;
}

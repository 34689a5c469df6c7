// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-overview.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What can be chosen, how long lines are kept, and whether the log is whole.
 */
export interface AuditOverview {
	/**
	 * Portals that may be chosen; none on a portal's own screen.
	 */
	portals: {
		value: string;
		label: string;
	}[];
	/**
	 * Areas that occur.
	 */
	areas: {
		value: string;
		label: string;
	}[];
	/**
	 * Actions that occur, as area/action.
	 */
	actions: {
		value: string;
		label: string;
	}[];
	/**
	 * Reasons that occur.
	 */
	reasons: {
		value: string;
		label: string;
	}[];
	/**
	 * Days that lines are kept.
	 */
	days: number;
	/**
	 * Fewest days that may be set.
	 */
	least: number;
	/**
	 * Most days that may be set.
	 */
	most: number;
	/**
	 * Whether this person may set the days.
	 */
	manages: boolean;
	/**
	 * Result of the last verification.
	 */
	state: 'whole' | 'broken' | 'unknown';
	/**
	 * The result for people.
	 */
	message: string;
}

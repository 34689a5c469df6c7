// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-why.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Why a person may do something, or why not.
 */
export interface RoleWhy {
	/**
	 * Whether they may.
	 */
	allowed: boolean;
	/**
	 * What it is about.
	 */
	label: string;
	/**
	 * Chain of reasons, one sentence each.
	 */
	steps: string[];
}

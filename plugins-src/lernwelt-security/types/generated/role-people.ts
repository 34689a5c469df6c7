// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-people.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * People who were found, at most 20.
 */
export interface RolePeople {
	/**
	 * People.
	 */
	items: {
		/**
		 * Account.
		 */
		id: number;
		/**
		 * Name.
		 */
		name: string;
		/**
		 * Login.
		 */
		login: string;
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-matrix.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Roles × rights of a portal or of the network.
 */
export interface RoleMatrix {
	/**
	 * Site, 0 for the network.
	 */
	portal: number;
	/**
	 * Give it back with changes: when somebody was faster they are refused.
	 */
	revision: number;
	/**
	 * Columns.
	 */
	roles: {
		/**
		 * Role slug.
		 */
		role: string;
		/**
		 * Name for people.
		 */
		name: string;
	}[];
	/**
	 * Rows, those of one group beside each other.
	 */
	rights: {
		/**
		 * Technical name.
		 */
		capability: string;
		/**
		 * What one may do.
		 */
		label: string;
		/**
		 * Heading.
		 */
		group: string;
		/**
		 * One per role, in the order of the roles.
		 */
		cells: {
			/**
			 * Whether the role has the right.
			 */
			granted: boolean;
			/**
			 * What was decided in this matrix.
			 */
			decision: 'inherited' | 'yes' | 'no';
			/**
			 * What counts without a decision in this matrix.
			 */
			inherited: boolean;
			/**
			 * Why the cell can't be changed, in the reader's language; empty when it can.
			 */
			locked: string;
			/**
			 * Why the right can't be given here, although it can be taken; empty when it can.
			 */
			no_yes: string;
		}[];
	}[];
	/**
	 * Whether a change waits until a second person has confirmed it.
	 */
	second_person: boolean;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/role-matrix-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Changes of a matrix; all are made or none.
 */
export interface RoleMatrixRequest {
	/**
	 * Site, 0 for the network; the portal of this host without it.
	 */
	portal?: number;
	/**
	 * Revision the changes are based on.
	 */
	revision: number;
	/**
	 * Cells to change, each one once.
	 *
	 * @minItems 1
	 * @maxItems 2000
	 */
	changes: [
		{
			/**
			 * Role slug.
			 */
			role: string;
			/**
			 * Technical name.
			 */
			capability: string;
			/**
			 * inherited takes the decision back.
			 */
			granted: 'inherited' | 'yes' | 'no';
		},
		...{
			/**
			 * Role slug.
			 */
			role: string;
			/**
			 * Technical name.
			 */
			capability: string;
			/**
			 * inherited takes the decision back.
			 */
			granted: 'inherited' | 'yes' | 'no';
		}[]
	];
	/**
	 * Why; needed where a second person has to confirm.
	 */
	reason?: string;
}

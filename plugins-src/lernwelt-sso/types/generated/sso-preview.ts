// Made by bin/src/generate-types.ts from plugins-src/lernwelt-sso/schemas/sso-preview.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What a token with these claims would get.
 */
export interface SsoPreview {
	/**
	 * An account, a pupil's session, nothing, or nobody knows because a claim is absent.
	 */
	outcome: 'account' | 'pupil' | 'nothing' | 'unknown';
	/**
	 * Paths of absent claims.
	 */
	missing: string[];
	/**
	 * What the account's address would be.
	 */
	address: 'verified' | 'unverified' | 'missing';
	portals: {
		id: string;
		name: string;
		/**
		 * Role slugs.
		 */
		roles: string[];
		/**
		 * Whether the person gets in.
		 */
		enters: boolean;
	}[];
}

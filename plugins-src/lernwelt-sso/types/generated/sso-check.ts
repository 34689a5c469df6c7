// Made by bin/src/generate-types.ts from plugins-src/lernwelt-sso/schemas/sso-check.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whether the connection works, step by step.
 */
export interface SsoCheck {
	steps: {
		step: 'configuration' | 'discovery' | 'keys' | 'client' | 'userinfo' | 'logout';
		ok: boolean;
		/**
		 * Reason code, empty when it works.
		 */
		reason: string;
	}[];
}

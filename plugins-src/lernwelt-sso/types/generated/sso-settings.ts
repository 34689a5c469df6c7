// Made by bin/src/generate-types.ts from plugins-src/lernwelt-sso/schemas/sso-settings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Connection and role table of the single sign-on.
 */
export interface SsoSettings {
	/**
	 * Number of the last change; send it back when saving.
	 */
	revision: number;
	connection: {
		/**
		 * Address of the provider.
		 */
		issuer: {
			/**
			 * Value in use.
			 */
			value: string;
			/**
			 * What decides it; constants and the environment can't be changed here.
			 */
			source: 'constant' | 'environment' | 'settings' | 'default';
		};
		/**
		 * Name of this client at the provider.
		 */
		client_id: {
			/**
			 * Value in use.
			 */
			value: string;
			/**
			 * What decides it; constants and the environment can't be changed here.
			 */
			source: 'constant' | 'environment' | 'settings' | 'default';
		};
		/**
		 * Scopes, separated by spaces.
		 */
		scopes: {
			/**
			 * Value in use.
			 */
			value: string;
			/**
			 * What decides it; constants and the environment can't be changed here.
			 */
			source: 'constant' | 'environment' | 'settings' | 'default';
		};
		/**
		 * How the client proves who it is.
		 */
		auth_method: {
			/**
			 * Value in use.
			 */
			value: string;
			/**
			 * What decides it; constants and the environment can't be changed here.
			 */
			source: 'constant' | 'environment' | 'settings' | 'default';
		};
		/**
		 * Algorithms of signatures, separated by commas.
		 */
		algorithms: {
			/**
			 * Value in use.
			 */
			value: string;
			/**
			 * What decides it; constants and the environment can't be changed here.
			 */
			source: 'constant' | 'environment' | 'settings' | 'default';
		};
	};
	/**
	 * Whether a client secret is set.
	 */
	client_secret: boolean;
	/**
	 * Whether a private key is set.
	 */
	private_key: boolean;
	/**
	 * What the provider has to know of each portal.
	 */
	addresses: {
		/**
		 * Id.
		 */
		portal: string;
		/**
		 * Redirect URI.
		 */
		redirect: string;
		/**
		 * Post logout redirect URI.
		 */
		logged_out: string;
	}[];
	/**
	 * All portals.
	 */
	portals: {
		id: string;
		name: string;
	}[];
	/**
	 * Roles that may be granted.
	 */
	roles: {
		slug: string;
		name: string;
	}[];
	/**
	 * Lines of the role table.
	 *
	 * @maxItems 200
	 */
	rows: {
		/**
		 * Path of the claim, names with dots between.
		 */
		claim: string;
		/**
		 * Exact value in the claim.
		 */
		value: string;
		/**
		 * Role slug of WordPress.
		 */
		role: string;
		/**
		 * Ids of portals; * for all.
		 *
		 * @maxItems 50
		 */
		portals: string[];
	}[];
	/**
	 * The table that is delivered.
	 *
	 * @maxItems 200
	 */
	delivered: {
		/**
		 * Path of the claim, names with dots between.
		 */
		claim: string;
		/**
		 * Exact value in the claim.
		 */
		value: string;
		/**
		 * Role slug of WordPress.
		 */
		role: string;
		/**
		 * Ids of portals; * for all.
		 *
		 * @maxItems 50
		 */
		portals: string[];
	}[];
	/**
	 * Logins without role claim in the last week; null for none.
	 */
	alarm: {
		count: number;
		/**
		 * Unix time.
		 */
		last: number;
	} | null;
}

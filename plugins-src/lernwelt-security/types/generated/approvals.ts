// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/approvals.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Requests that need a second person: pending ones first, then the newest.
 */
export interface Approvals {
	/**
	 * Requests.
	 */
	items: {
		/**
		 * Number.
		 */
		id: number;
		/**
		 * What is asked for, in words.
		 */
		kind: string;
		/**
		 * Name of the portal.
		 */
		portal: string;
		/**
		 * Sentences about it.
		 */
		what: string[];
		/**
		 * Why; empty for a draft.
		 */
		reason: string;
		/**
		 * Name of who asks.
		 */
		requested_by: string;
		/**
		 * ISO 8601, UTC.
		 */
		requested_at: string;
		/**
		 * Day by which it should be decided.
		 */
		due: string;
		/**
		 * When it expires, ISO 8601, UTC.
		 */
		ends_at: string;
		/**
		 * Whether it waits for somebody.
		 */
		pending: boolean;
		/**
		 * What has become of it, in words.
		 */
		state: string;
		/**
		 * Name of who decided; empty while it waits.
		 */
		decided_by: string;
		/**
		 * ISO 8601, UTC; empty while it waits.
		 */
		decided_at: string;
		/**
		 * Why it was denied.
		 */
		answer: string;
		/**
		 * What the viewer can do about it.
		 */
		actions: ('explain' | 'withdraw' | 'confirm' | 'deny')[];
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-events.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Lines of the log, newest first.
 */
export interface AuditEvents {
	/**
	 * Lines that fit.
	 */
	total: number;
	/**
	 * Newest line when this was asked; give it back for the next page.
	 */
	up_to: number;
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
		 * Name of the portal, '' for the network.
		 */
		portal: string;
		/**
		 * Code.
		 */
		area: string;
		/**
		 * Code.
		 */
		action: string;
		/**
		 * Code, '' for none.
		 */
		reason: string;
		/**
		 * What happened, for people.
		 */
		sentence: string;
		/**
		 * Kind of actor, for people.
		 */
		who: string;
		/**
		 * Pseudonym of who did it, '' for everybody without an account.
		 */
		person: string;
		/**
		 * What it is about, for people; '' for nothing.
		 */
		about: string;
		/**
		 * Pseudonym of whom it is about, '' for nobody.
		 */
		about_person: string;
		/**
		 * Further facts, for people.
		 */
		details: string[];
		/**
		 * Shortened network address, '' for none.
		 */
		address: string;
	}[];
}

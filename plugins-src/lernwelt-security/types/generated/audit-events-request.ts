// Made by bin/src/generate-types.ts from plugins-src/lernwelt-security/schemas/audit-events-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Which lines of the log are wanted.
 */
export interface AuditEventsRequest {
	/**
	 * Site of the portal, 0 for the network's own lines; left out for everything.
	 */
	portal?: number;
	/**
	 * First day in the time of the portal, YYYY-MM-DD, '' for none.
	 */
	from?: string;
	/**
	 * Last day in the time of the portal, YYYY-MM-DD, '' for none.
	 */
	to?: string;
	/**
	 * Area, '' for all.
	 */
	area?: string;
	/**
	 * Action, '' for all.
	 */
	action?: string;
	/**
	 * Reason, '' for all.
	 */
	reason?: string;
	/**
	 * Pseudonym of a person, '' for all.
	 */
	person?: string;
	/**
	 * Part of an event's words or codes, '' for all.
	 */
	search?: string;
	/**
	 * Newest line to look at, so that pages don't move; left out for the newest.
	 */
	up_to?: number;
	/**
	 * Page, from 1.
	 */
	page?: number;
	/**
	 * Lines of a page.
	 */
	per_page?: number;
}

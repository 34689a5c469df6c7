// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/event-details.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Everything about an event that isn't title, text, term or date. Empty fields are left out.
 */
export interface EventDetails {
	format?: 'onsite' | 'online' | 'hybrid';
	contact_name?: string;
	contact_email?: string;
	contact_phone?: string;
	/**
	 * What people prepare with or take home, at most 20.
	 */
	materials?: {
		title: string;
		/**
		 * https://…, or /… for something of this portal.
		 */
		url: string;
	}[];
}

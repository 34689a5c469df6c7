// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/colleagues.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Whom the reader can book for.
 */
export interface Colleagues {
	items: {
		/**
		 * Account.
		 */
		id: number;
		/**
		 * Name.
		 */
		name: string;
	}[];
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/attendance.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What was kept.
 */
export interface Attendance {
	/**
	 * Number of the booking → what holds now.
	 */
	saved: {
		[k: string]: boolean | null;
	};
	/**
	 * Numbers that hold no seat at this date.
	 */
	unknown: string[];
}

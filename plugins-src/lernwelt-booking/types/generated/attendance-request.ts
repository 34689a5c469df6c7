// Made by bin/src/generate-types.ts from plugins-src/lernwelt-booking/schemas/attendance-request.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Who came.
 */
export interface AttendanceRequest {
	/**
	 * Number of the booking → whether they came, null to take a mark back.
	 */
	marks: {
		[k: string]: boolean | null;
	};
}

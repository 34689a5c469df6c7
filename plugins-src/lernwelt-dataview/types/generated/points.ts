// Made by bin/src/generate-types.ts from plugins-src/lernwelt-dataview/schemas/points.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * Points of the map: one list per property, numbers as differences to the one before.
 */
export interface Points {
	/**
	 * Ids.
	 */
	ids: number[];
	/**
	 * Latitudes in hundred-thousandths of a degree, WGS 84.
	 */
	lat: number[];
	/**
	 * Longitudes in hundred-thousandths of a degree, WGS 84.
	 */
	lng: number[];
	/**
	 * Titles, plain text.
	 */
	titles: string[];
}

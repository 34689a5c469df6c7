// Made by bin/src/generate-types.ts from plugins-src/lernwelt-dataview/schemas/map-settings.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What lies under the markers of the portal's maps.
 */
export interface MapSettings {
	/**
	 * The districts, or pictures of a map server.
	 */
	base: 'districts' | 'tiles';
	/**
	 * Address of the map server with {z}, {x} and {y} or {bbox}; empty for none.
	 */
	tiles: string;
	/**
	 * Whose map this is, as the licence wants it beside the map.
	 */
	credit: string;
	/**
	 * Deepest zoom of the map server.
	 */
	max_zoom: number;
}

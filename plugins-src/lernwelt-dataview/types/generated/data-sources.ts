// Made by bin/src/generate-types.ts from plugins-src/lernwelt-dataview/schemas/data-sources.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What the data view can show on this portal, as the person who asks may see it.
 */
export interface DataSources {
	/**
	 * Data sources.
	 */
	sources: DataSource[];
}
export interface DataSource {
	/**
	 * Name in code and addresses.
	 */
	id: string;
	/**
	 * Translated name.
	 */
	label: string;
	/**
	 * Whether records may have a place on the map.
	 */
	map: boolean;
	/**
	 * Whether its records can be shown as a month.
	 */
	calendar: boolean;
	/**
	 * Fields the person may see, in the source's order.
	 */
	fields: DataField[];
}
export interface DataField {
	/**
	 * Name in code, unique within the source.
	 */
	id: string;
	/**
	 * Translated name.
	 */
	label: string;
	/**
	 * Type of the values.
	 */
	type: 'text' | 'long_text' | 'number' | 'date' | 'moment' | 'boolean' | 'terms' | 'link' | 'email';
	/**
	 * Whether it can be a filter.
	 */
	filter: boolean;
	/**
	 * Whether lists can be sorted by it.
	 */
	sort: boolean;
	/**
	 * Whether visitors don't see it.
	 */
	restricted: boolean;
	/**
	 * Values of a filter, in the order to be shown.
	 */
	choices: DataChoice[];
}
export interface DataChoice {
	/**
	 * Value.
	 */
	value: string;
	/**
	 * Translated word.
	 */
	label: string;
}

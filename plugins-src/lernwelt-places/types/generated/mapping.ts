// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/mapping.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * How the records of a source become learning places. docs/mapping.md explains it with examples.
 */
export interface ImportMapping {
	/**
	 * For editors that complete and check JSON.
	 */
	$schema?: string;
	/**
	 * Version of this format.
	 */
	version: 1;
	/**
	 * For people.
	 */
	name?: string;
	/**
	 * Format of the input. A table only at the command line.
	 */
	format: 'csv' | 'json' | 'geojson' | 'table';
	/**
	 * CSV: sign between columns, one character, or tab; auto finds out.
	 */
	delimiter?: string;
	/**
	 * CSV: meaning of the bytes; auto takes UTF-8 when it looks like it, Windows-1252 otherwise.
	 */
	encoding?: 'auto' | 'utf-8' | 'windows-1252';
	/**
	 * Sign in front of the fraction of numbers; auto: the last of both.
	 */
	decimal?: 'auto' | ',' | '.';
	/**
	 * JSON: path to the records with dots between levels, e.g. data.places; empty when the document is the list. GeoJSON: features by default.
	 */
	path?: string;
	/**
	 * Table: unique column to page by; the primary key by default.
	 */
	key?: string;
	/**
	 * Paging of an address: {page} in it, or a path to the next one.
	 */
	pages?: {
		/**
		 * JSON: path to the address of the next page, e.g. links.next.
		 */
		next?: string;
		/**
		 * Number that {page} begins with.
		 */
		first?: number;
		/**
		 * Pages to fetch at most.
		 */
		limit?: number;
	};
	/**
	 * Where the id of a record comes from: whatever stays the same when everything else changes. At most 190 characters.
	 */
	id: {
		/**
		 * Field of the source, or several whose values are put together as a list. Dots lead into nested fields.
		 */
		from?: string | string[];
		/**
		 * The same value for every record, instead of from.
		 */
		value?: string;
		/**
		 * Steps on the way, in their order. On a list of values each works on every one.
		 */
		transforms?: {
			/**
			 * trim: tidy white space. split: one text to several. join: several to one. lookup: exchange by a table. date: other notation. url: complete a web address. number: plain digits. boolean: yes or no.
			 */
			do: 'trim' | 'split' | 'join' | 'lookup' | 'date' | 'url' | 'number' | 'boolean';
			/**
			 * split and join: the sign between values; "," for split and ", " for join by default.
			 */
			by?: string;
			/**
			 * lookup: value of the source to new value. Case and outer white space of the source don't matter.
			 */
			table?: {
				[k: string]: string;
			};
			/**
			 * lookup: what happens to a value missing in the table; keep by default, drop leaves it out with a finding.
			 */
			else?: 'keep' | 'drop';
			/**
			 * date: notation of the source in PHP's letters, d.m.Y by default.
			 */
			format?: string;
			/**
			 * date: new notation, Y-m-d by default.
			 */
			to?: string;
			/**
			 * boolean: words for yes besides ja, j, yes, y, true, wahr, x and 1.
			 */
			true?: string[];
		}[];
	};
	/**
	 * Field of the place to where it comes from. Fields that are missing here stay empty.
	 */
	fields: {
		/**
		 * How this field is filled.
		 *
		 * This interface was referenced by `undefined`'s JSON-Schema definition
		 * via the `patternProperty` "^(?:title|summary|description|region|subject|audience|kind|offers|street|postcode|city|phone|email|website|opening_hours|accessibility|prices|free|accessible|note)$".
		 */
		[k: string]: {
			/**
			 * Field of the source, or several whose values are put together as a list. Dots lead into nested fields.
			 */
			from?: string | string[];
			/**
			 * The same value for every record, instead of from.
			 */
			value?: string;
			/**
			 * Steps on the way, in their order. On a list of values each works on every one.
			 */
			transforms?: {
				/**
				 * trim: tidy white space. split: one text to several. join: several to one. lookup: exchange by a table. date: other notation. url: complete a web address. number: plain digits. boolean: yes or no.
				 */
				do: 'trim' | 'split' | 'join' | 'lookup' | 'date' | 'url' | 'number' | 'boolean';
				/**
				 * split and join: the sign between values; "," for split and ", " for join by default.
				 */
				by?: string;
				/**
				 * lookup: value of the source to new value. Case and outer white space of the source don't matter.
				 */
				table?: {
					[k: string]: string;
				};
				/**
				 * lookup: what happens to a value missing in the table; keep by default, drop leaves it out with a finding.
				 */
				else?: 'keep' | 'drop';
				/**
				 * date: notation of the source in PHP's letters, d.m.Y by default.
				 */
				format?: string;
				/**
				 * date: new notation, Y-m-d by default.
				 */
				to?: string;
				/**
				 * boolean: words for yes besides ja, j, yes, y, true, wahr, x and 1.
				 */
				true?: string[];
			}[];
		};
	};
	/**
	 * Where the coordinates come from. GeoJSON: the geometry unless fields are named.
	 */
	coordinates?: {
		/**
		 * Meaning of the numbers: degrees (WGS 84), or metres in UTM zone 32 or 33.
		 */
		crs?: 'EPSG:4326' | 'EPSG:25832' | 'EPSG:25833';
		/**
		 * Field of the latitude or northing.
		 */
		north?: string;
		/**
		 * Field of the longitude or easting.
		 */
		east?: string;
	};
	/**
	 * Fields that are set when a place is created and never overwritten afterwards.
	 */
	editorial?: (
		| 'title'
		| 'summary'
		| 'description'
		| 'region'
		| 'subject'
		| 'audience'
		| 'kind'
		| 'offers'
		| 'street'
		| 'postcode'
		| 'city'
		| 'phone'
		| 'email'
		| 'website'
		| 'opening_hours'
		| 'accessibility'
		| 'prices'
		| 'free'
		| 'accessible'
		| 'coordinates'
		| 'note'
	)[];
	/**
	 * Consecutive runs without a record after which its place is unpublished.
	 */
	vanish_after?: number;
}

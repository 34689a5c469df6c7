// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-changes.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * What a run changed, or would change.
 */
export interface ImportChanges {
	/**
	 * All kept changes of the run.
	 */
	total: number;
	/**
	 * One page.
	 */
	items: {
		/**
		 * Id in the source.
		 */
		external_id: string;
		/**
		 * Title of the place.
		 */
		title: string;
		/**
		 * What happens.
		 */
		kind: 'created' | 'updated' | 'unpublished' | 'published';
		/**
		 * Fields that differ.
		 */
		fields: {
			/**
			 * Field of the place.
			 */
			field: string;
			/**
			 * For people, '' when empty.
			 */
			before: string;
			/**
			 * For people, '' when empty.
			 */
			after: string;
			/**
			 * The field for people.
			 */
			label: string;
		}[];
	}[];
}

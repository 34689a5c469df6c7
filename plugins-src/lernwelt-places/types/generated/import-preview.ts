// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-preview.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * The first rows of an input, as the source says them and as places.
 */
export interface ImportPreview {
	/**
	 * Fields of the source in their order.
	 */
	columns: {
		/**
		 * Name.
		 */
		name: string;
		/**
		 * Different values of the first rows.
		 */
		samples: string[];
	}[];
	/**
	 * Rows, null when only reading all of them would tell.
	 */
	total: number | null;
	/**
	 * A mapping as in mapping.json; checked there.
	 */
	mapping: {};
	/**
	 * Why nothing can be read, '' when it can.
	 */
	problem: string;
	/**
	 * Path in the mapping to reason code.
	 */
	problems: {
		[k: string]: string;
	};
	/**
	 * The first rows as places.
	 */
	places: {
		/**
		 * As in findings.
		 */
		row: number;
		/**
		 * Title, '' when there is none.
		 */
		title: string;
		/**
		 * Whether the row would not be imported.
		 */
		refused: boolean;
		/**
		 * What the place would hold; empty fields are left out.
		 */
		values: {
			/**
			 * Field of the place.
			 */
			field: string;
			/**
			 * For people.
			 */
			value: string;
			/**
			 * The field for people.
			 */
			label: string;
		}[];
		findings: {
			/**
			 * Line in a CSV file, number of the record elsewhere.
			 */
			row: number;
			/**
			 * Reason code.
			 */
			code: string;
			/**
			 * Field of the place or the source, '' for the whole row.
			 */
			field: string;
			/**
			 * What the source says, shortened.
			 */
			raw: string;
			/**
			 * Whether the row isn't imported.
			 */
			refuses: boolean;
			/**
			 * Id in the source, '' when unknown.
			 */
			external_id: string;
			/**
			 * The reason for people.
			 */
			message: string;
			/**
			 * The field for people, '' for the whole row.
			 */
			label: string;
		}[];
	}[];
	/**
	 * The problem for people, '' when there is none.
	 */
	message: string;
}

// Made by bin/src/generate-types.ts from plugins-src/lernwelt-places/schemas/import-runs.json. Change the schema, then run it again.
/* eslint-disable */

/**
 * The latest runs.
 */
export interface ImportRuns {
	/**
	 * Newest first.
	 */
	items: {
		/**
		 * Number.
		 */
		id: number;
		/**
		 * Short name of the source.
		 */
		source: string;
		/**
		 * Name of the source for people.
		 */
		label: string;
		/**
		 * File name or address.
		 */
		input: string;
		/**
		 * Whether nothing is written.
		 */
		dry_run: boolean;
		/**
		 * Where it stands.
		 */
		state: 'waiting' | 'running' | 'finished' | 'stopped' | 'failed' | 'cancelled';
		/**
		 * Why it stopped or failed, '' otherwise.
		 */
		reason: string;
		/**
		 * Rows done.
		 */
		position: number;
		/**
		 * Rows altogether, null when unknown.
		 */
		total: number | null;
		counts: {
			/**
			 * Rows read.
			 */
			read: number;
			/**
			 * New places.
			 */
			created: number;
			/**
			 * Changed places.
			 */
			updated: number;
			/**
			 * Places that stay as they are.
			 */
			unchanged: number;
			/**
			 * Rows that were not imported.
			 */
			refused: number;
			/**
			 * Places that the source doesn't have any more.
			 */
			vanished: number;
			/**
			 * Places taken offline.
			 */
			unpublished: number;
			/**
			 * Remarks on rows.
			 */
			findings: number;
		};
		/**
		 * UTC, ISO 8601.
		 */
		started_at: string | null;
		/**
		 * UTC, ISO 8601.
		 */
		finished_at: string | null;
		/**
		 * Name of who started it, '' for the schedule and the command line.
		 */
		person: string;
		/**
		 * Whether it can be started again in spite of the many places that vanished.
		 */
		can_force: boolean;
		/**
		 * Address of the findings as a CSV file.
		 */
		report: string;
		/**
		 * The reason for people, '' when there is none.
		 */
		message: string;
		/**
		 * Whether what was checked can be imported now.
		 */
		can_import: boolean;
	}[];
}

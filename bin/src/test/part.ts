import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { VAR } from '../lib/paths.ts';

/** Logs and machine-readable results of the last run. */
export const RESULTS = join( VAR, 'test' );

/** What one part found. Numbers are single tests; a linter is one test. */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** What a person needs to read when something failed. */
	readonly output: string;
}

/** What a part may use while it runs. */
export interface PartContext {
	/** Takes every line of output as it comes; the last one is shown as progress. */
	readonly onOutput: ( text: string ) => void;
	/** Arguments after `--`, for the tool behind the part. */
	readonly extra: readonly string[];
	/** Browsers test the production stack instead of PHP's own web server. */
	readonly onStack: boolean;
}

/** One part of ./bin/test. */
export interface Part {
	/** Name for --only. */
	readonly name: string;
	/** One line for --list. */
	readonly about: string;
	/** It waits for servers and clocks more than it computes, and may run beside the lanes of the others. */
	readonly mostlyWaits?: true;
	readonly run: ( context: PartContext ) => Promise< Outcome >;
}

/** One check that a part carries out itself: a name and what it found wrong. */
export interface Check {
	readonly name: string;
	readonly problems: readonly string[];
}

/**
 * Sums checks up; every check is one test.
 *
 * @param checks Finished checks.
 */
export function outcomeOf( checks: readonly Check[] ): Outcome {
	const bad = checks.filter( ( check ) => check.problems.length > 0 );
	const output = bad.map( ( { name, problems } ) =>
		[ `✗ ${ name }`, ...problems.map( ( p ) => `    ${ p }` ) ].join( '\n' )
	);
	return { passed: checks.length - bad.length, failed: bad.length, skipped: 0, output: output.join( '\n' ) };
}

/** A part that broke down before it could count anything. */
export function broken( output: string ): Outcome {
	return { passed: 0, failed: 1, skipped: 0, output };
}

/**
 * Path of a result file, its folder made.
 *
 * @param name File name, e.g. "jest.json".
 */
export async function resultFile( name: string ): Promise< string > {
	await mkdir( RESULTS, { recursive: true } );
	return join( RESULTS, name );
}

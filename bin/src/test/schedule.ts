import { UserError } from '../lib/errors.ts';
import { broken, type Outcome, type Part, type PartContext } from './part.ts';
import type { Report } from './report.ts';

/** What a person asked for on the command line. */
type Wanted = Omit< PartContext, 'onOutput' >;

/**
 * Runs parts, the first ones first, never more than `lanes` at a time.
 *
 * @param parts  Parts in the order of their start; long ones should come first.
 * @param lanes  How many may run side by side.
 * @param report Takes the progress.
 * @param wanted Arguments for the tools behind the parts, and which stack browsers test.
 */
export async function runParts(
	parts: readonly Part[],
	lanes: number,
	report: Report,
	wanted: Wanted
): Promise< void > {
	const waiting = [ ...parts ];
	const lane = async (): Promise< void > => {
		for ( let part = waiting.shift(); part !== undefined; part = waiting.shift() ) {
			report.begin( part );
			report.end( part, await attempt( part, report, wanted ) );
		}
	};
	await Promise.all( Array.from( { length: lanes }, lane ) );
}

async function attempt( part: Part, report: Report, wanted: Wanted ): Promise< Outcome > {
	try {
		const outcome = await part.run( { onOutput: ( text ) => report.heard( part, text ), ...wanted } );
		return outcome.passed + outcome.failed === 0 ? broken( `${ outcome.output }\nNo test ran.` ) : outcome;
	} catch ( error ) {
		if ( error instanceof UserError ) {
			return broken( error.message );
		}
		return broken( error instanceof Error ? ( error.stack ?? error.message ) : String( error ) );
	}
}

import { UserError } from '../lib/errors.ts';
import { broken, type Outcome, type Part } from './part.ts';
import type { Report } from './report.ts';

/**
 * Runs parts, the first ones first, never more than `lanes` at a time.
 *
 * @param parts  Parts in the order of their start; long ones should come first.
 * @param lanes  How many may run side by side.
 * @param report Takes the progress.
 * @param extra  Arguments for the tools behind the parts.
 */
export async function runParts(
	parts: readonly Part[],
	lanes: number,
	report: Report,
	extra: readonly string[]
): Promise< void > {
	const waiting = [ ...parts ];
	const lane = async (): Promise< void > => {
		for ( let part = waiting.shift(); part !== undefined; part = waiting.shift() ) {
			report.begin( part );
			report.end( part, await attempt( part, report, extra ) );
		}
	};
	await Promise.all( Array.from( { length: lanes }, lane ) );
}

async function attempt( part: Part, report: Report, extra: readonly string[] ): Promise< Outcome > {
	try {
		const outcome = await part.run( { onOutput: ( text ) => report.heard( part, text ), extra } );
		return outcome.passed + outcome.failed === 0 ? broken( `${ outcome.output }\nNo test ran.` ) : outcome;
	} catch ( error ) {
		if ( error instanceof UserError ) {
			return broken( error.message );
		}
		return broken( error instanceof Error ? ( error.stack ?? error.message ) : String( error ) );
	}
}

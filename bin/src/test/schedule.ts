import { UserError } from '../lib/errors.ts';
import { broken, type Outcome, type Part, type PartContext } from './part.ts';
import type { Report } from './report.ts';

/** What a person asked for on the command line. */
type Wanted = Omit< PartContext, 'onOutput' >;

/** How many parts may run side by side. */
export interface Lanes {
	/** Of those that keep a processor busy. */
	readonly busy: number;
	/** Of those that mostly wait: beside the others they cost little time. */
	readonly waiting: number;
}

/**
 * Runs parts, the first ones first.
 *
 * @param parts  Parts in the order of their start; long ones should come first.
 * @param lanes  How many may run side by side.
 * @param report Takes the progress.
 * @param wanted Arguments for the tools behind the parts, and which stack browsers test.
 */
export async function runParts(
	parts: readonly Part[],
	lanes: Lanes,
	report: Pick< Report, 'begin' | 'heard' | 'end' >,
	wanted: Wanted
): Promise< void > {
	const lane = async ( queue: Part[] ): Promise< void > => {
		for ( let part = queue.shift(); part !== undefined; part = queue.shift() ) {
			report.begin( part );
			report.end( part, await attempt( part, report, wanted ) );
		}
	};
	const side = ( queue: Part[], count: number ): Promise< void >[] =>
		Array.from( { length: count }, () => lane( queue ) );
	await Promise.all( [
		...side(
			parts.filter( ( part ) => part.mostlyWaits !== true ),
			lanes.busy
		),
		...side(
			parts.filter( ( part ) => part.mostlyWaits === true ),
			lanes.waiting
		),
	] );
}

async function attempt( part: Part, report: Pick< Report, 'heard' >, wanted: Wanted ): Promise< Outcome > {
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

/**
 * ./bin/test – runs every part of the test suite, or those that --only names.
 */
import { parseArgs } from 'node:util';
import { UserError, runMain } from './lib/errors.ts';
import { atEnd, cleanUp, cleanUpOnSignals } from './test/cleanup.ts';
import type { Part } from './test/part.ts';
import { parts } from './test/parts.ts';
import { Report } from './test/report.ts';
import { runParts } from './test/schedule.ts';
import { endTools } from './test/tool.ts';

const HELP = `Usage: ./bin/test [--only NAME[,NAME]]… [--stack] [--list] [-- ARGUMENTS]

Runs all parts, or those that --only names. Arguments after "--" go to the tool behind
a single part: ./bin/test --only e2e -- --grep "skip link"

--stack runs all browser tests against the production stack (./bin/stack) instead of PHP's own web server.

Parts:
`;

/** Two parts side by side suit the smallest machine this runs on, with two cores; a third one only if it mostly waits. */
const LANES = { busy: 2, waiting: 1 };

function list(): string {
	const width = Math.max( ...parts.map( ( { name } ) => name.length ) );
	return parts.map( ( { name, about } ) => `  ${ name.padEnd( width ) }  ${ about }` ).join( '\n' );
}

function chosen( names: readonly string[], onStack: boolean ): Part[] {
	const wanted = new Set( names.flatMap( ( value ) => value.split( ',' ) ).map( ( name ) => name.trim() ) );
	const unknown = [ ...wanted ].filter( ( name ) => ! parts.some( ( part ) => part.name === name ) );
	if ( unknown.length > 0 ) {
		throw new UserError( `There is no part "${ unknown.join( '", "' ) }": ./bin/test --list names them all.` );
	}
	const asked = parts.filter( ( part ) => wanted.size === 0 || wanted.has( part.name ) );
	// Its tests are among those that run there anyway.
	return onStack ? asked.filter( ( { name } ) => name !== 'e2e-stack' ) : asked;
}

await runMain( async () => {
	const { values, positionals } = parseArgs( {
		options: {
			only: { type: 'string', multiple: true, default: [] },
			stack: { type: 'boolean', default: false },
			list: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
		allowPositionals: true,
	} );
	if ( values.help || values.list ) {
		process.stdout.write( values.help ? `${ HELP }${ list() }\n` : `${ list() }\n` );
		return 0;
	}
	const run = chosen( values.only, values.stack );
	if ( values.stack && ! run.some( ( { name } ) => name === 'e2e' ) ) {
		throw new UserError( '--stack is about the part e2e: ./bin/test --only e2e --stack.' );
	}
	if ( positionals.length > 0 && run.length !== 1 ) {
		throw new UserError( 'Arguments after "--" need exactly one part: name it with --only.' );
	}
	cleanUpOnSignals();
	atEnd( endTools );
	const report = new Report( run.length );
	try {
		await runParts( run, LANES, report, { extra: positionals, onStack: values.stack } );
	} finally {
		await cleanUp();
	}
	return report.close();
} );

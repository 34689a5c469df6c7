/**
 * ./bin/faults – breaks one part of the production stack after the other, with load running.
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { hangUp } from './faults/client.ts';
import { DISK } from './faults/disk.ts';
import type { Fault, Setting } from './faults/fault.ts';
import { Load } from './faults/load.ts';
import { OUTSIDE } from './faults/outside.ts';
import { SERVERS } from './faults/servers.ts';
import { Supervisor } from './faults/supervisor.ts';
import { markdown, merged } from './faults/table.ts';
import { type Result, tried } from './faults/trial.ts';
import { runMain, UserError } from './lib/errors.ts';
import { running } from './lib/network.ts';
import { inRoot } from './lib/paths.ts';
import { environment, startDatabase } from './lib/production.ts';
import { say } from './lib/progress.ts';
import { must } from './lib/run.ts';
import { Stack } from './lib/stack.ts';
import { PORTS } from './lib/ports.ts';

const NAME = 'faults';

/** Three dates of 20 seats for each fault. */
const DATES = 45;

const FAULTS: readonly Fault[] = [ ...SERVERS, DISK, ...OUTSIDE ];

const HELP = `Usage: ./bin/faults [--write] [NAME …]

Runs the production stack with 20 visitors, 5 teachers and bookings, breaks one part after the other and says what people
noticed, whether a booking was lost, how long it took until all was well, and which alarm it raises. Takes a quarter of an hour.

  NAME     ${ FAULTS.map( ( { name } ) => name ).join( ', ' ) }; all without one
  --write  keeps the rows in docs/faults.md, in the place of those of the last run
`;

const MARK = '<!-- ./bin/faults --write puts the table below this line. -->';

async function write( results: readonly Result[] ): Promise< void > {
	const file = inRoot( 'docs/faults.md' );
	const text = readFileSync( file, 'utf8' );
	const place = text.indexOf( MARK );
	if ( place < 0 ) {
		throw new UserError( `docs/faults.md has no line "${ MARK }".` );
	}
	const day = new Date().toISOString().slice( 0, 10 );
	const how = `\`./bin/faults --write\`, ${ day }, ${ cpus().length } cores.`;
	const table = merged(
		text.slice( place ),
		markdown( results ),
		FAULTS.map( ( { title } ) => title )
	);
	await writeFile( file, `${ text.slice( 0, place ) }${ MARK }\n\n${ how }\n\n${ table }\n` );
}

/** The stack for as long as the work takes; one that runs already stays. */
async function onStack( work: ( setting: Omit< Setting, 'load' > ) => Promise< Result[] > ): Promise< Result[] > {
	const stack = new Stack( NAME );
	const env = { LERNWELT_STACK: NAME };
	const isThere = running( stack ) !== undefined;
	if ( ! isThere ) {
		await must( inRoot( 'bin/stack' ), [ 'start', '--port', String( PORTS.faults ) ], { env, inherit: true } );
	}
	const network = running( stack );
	if ( network === undefined ) {
		throw new UserError( 'The stack does not run: see var/faults/logs.' );
	}
	const supervisor = new Supervisor( stack, network );
	supervisor.watch();
	try {
		return await work( { stack, supervisor, env: environment( stack ), database: await startDatabase( stack ) } );
	} finally {
		await supervisor.end();
		if ( ! isThere ) {
			await must( inRoot( 'bin/stack' ), [ 'stop' ], { env } );
		}
	}
}

async function all( faults: readonly Fault[], setting: Omit< Setting, 'load' > ): Promise< Result[] > {
	const load = await Load.prepare( setting.stack, DATES );
	say( `${ load.visited.length } cached pages, ${ DATES } dates with 20 seats` );
	load.start();
	const results: Result[] = [];
	let interrupted = false;
	const stop = (): void => {
		interrupted = true;
	};
	process.once( 'SIGINT', stop );
	process.once( 'SIGTERM', stop );
	try {
		for ( const fault of faults ) {
			if ( interrupted ) {
				throw new UserError( 'Interrupted: the rest was not tried.' );
			}
			const result = await tried( { ...setting, load }, fault );
			say( `${ markdown( [ result ] ).split( '\n' ).at( -1 ) ?? '' }` );
			results.push( result );
		}
	} finally {
		await load.end();
		hangUp();
	}
	return results;
}

await runMain( async () => {
	const { values, positionals } = parseArgs( {
		options: { write: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
		allowPositionals: true,
	} );
	if ( values.help ) {
		say( HELP );
		return 0;
	}
	const unknown = positionals.find( ( name ) => ! FAULTS.some( ( fault ) => fault.name === name ) );
	if ( unknown !== undefined ) {
		throw new UserError( `"${ unknown }" is no fault: use ${ FAULTS.map( ( { name } ) => name ).join( ', ' ) }.` );
	}
	const wanted = FAULTS.filter( ( { name } ) => positionals.length === 0 || positionals.includes( name ) );
	const results = await onStack( ( setting ) => all( wanted, setting ) );
	say( `\n${ markdown( results ) }` );
	if ( values.write ) {
		await write( results );
	}
	return results.some( ( { verdict } ) => verdict === 'fail' ) ? 1 : 0;
} );

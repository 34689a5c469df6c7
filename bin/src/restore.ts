/**
 * ./bin/restore – brings a local stack back with the script that does it on a server (deploy/bin/restore).
 */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble } from './lib/assemble.ts';
import { build } from './lib/build.ts';
import { runMain, UserError } from './lib/errors.ts';
import { ensureWordPress } from './lib/packages.ts';
import { ensurePhp } from './lib/php.ts';
import { must } from './lib/run.ts';
import { ensureRestic, runScript, settingsFor } from './lib/safekeeping.ts';
import { type Database, freshState, Stack } from './lib/stack.ts';
import { PORTS } from './lib/ports.ts';

const HELP = `Usage: ./bin/restore [--into STACK [--port N]] [options of deploy/bin/restore]

Brings the network back from its newest backup, or only tries it with --drill.

  --into STACK  into another stack, beside the running one; it is made when it isn't there, and ./bin/start serves it,
                also where the backup is one of ./bin/stack
  --port N      web port of a stack that is made

Further: --at TIME, --portal ID, --from REPOSITORY, --no-log, --yes, --no-backup, --beside, --drill
(deploy/bin/restore --help explains them).
`;

/** Takes "--name VALUE" out of the arguments. */
function take( args: string[], name: string ): string | undefined {
	const at = args.indexOf( name );
	if ( at === -1 ) {
		return undefined;
	}
	const [ , value ] = args.splice( at, 2 );
	if ( value === undefined || value.startsWith( '-' ) ) {
		throw new UserError( `${ name } needs a value: see ./bin/restore --help.` );
	}
	return value;
}

/** The same kind of database as the source's, with a name and an account of its own. */
function databaseLike( source: Stack, name: string ): Database {
	const database = source.exists() ? source.state().database : undefined;
	if ( database === undefined || database.engine === 'sqlite' ) {
		return { engine: 'sqlite' };
	}
	const own = name.replaceAll( '-', '_' );
	return { ...database, name: own, user: own, password: own };
}

/** A stack with WordPress and our code, and nothing in it. */
async function makeEmpty( stack: Stack, source: Stack, port: number ): Promise< void > {
	await ensureWordPress();
	await build();
	await mkdir( stack.directory, { recursive: true } );
	await stack.save( freshState( port, databaseLike( source, stack.name ) ) );
	await assemble( stack );
}

/** The secret keys belong to the data: second factors are sealed with them. */
async function adoptKeys( stack: Stack ): Promise< void > {
	const file = join( stack.directory, 'config.php.from-backup' );
	if ( ! existsSync( file ) ) {
		return;
	}
	const { stdout } = await must( 'php', [ '-r', 'echo json_encode((require $argv[1])["salts"]);', '--', file ] );
	await stack.save( { ...stack.state(), salts: JSON.parse( stdout ) as Record< string, string > } );
	await rm( file );
	process.stdout.write( "The stack's own configuration has taken the keys over.\n" );
}

/** What somebody has to know who made a stack from the backup of one that nginx serves. */
function saySoOfProduction( stack: Stack, source: Stack ): void {
	if ( source.exists() && source.state().server === 'nginx' ) {
		process.stdout.write(
			`"${ stack.name }" is served by PHP alone, without nginx and Redis: LERNWELT_STACK=${ stack.name } ./bin/start. ` +
				`Its tables are on the database server of "${ source.name }", which has to run meanwhile (./bin/stack start).\n`
		);
	}
}

await runMain( async () => {
	const args = process.argv.slice( 2 );
	if ( args.includes( '--help' ) || args.includes( '-h' ) ) {
		process.stdout.write( HELP );
		return 0;
	}
	const source = Stack.current();
	const into = take( args, '--into' );
	const port = Number( take( args, '--port' ) ?? PORTS.start );
	if ( ! ( Number.isInteger( port ) && port >= 1024 && port <= 65000 ) ) {
		throw new UserError( 'Give --port a number from 1024 to 65000.' );
	}
	const stack = into === undefined ? source : new Stack( into );
	await ensurePhp();
	await ensureRestic();
	const isNew = ! stack.exists();
	if ( isNew ) {
		await makeEmpty( stack, source, port );
	}
	const extra = stack.name === source.name ? [] : [ '--no-backup' ];
	const code = await runScript(
		'restore',
		[ ...( isNew ? [ '--yes' ] : [] ), ...extra, ...args ],
		await settingsFor( stack, source )
	);
	if ( code === 0 ) {
		await adoptKeys( stack );
		await stack.save( { ...stack.state(), installed: true } );
		if ( isNew ) {
			saySoOfProduction( stack, source );
		}
	} else if ( isNew ) {
		await rm( stack.directory, { recursive: true, force: true } );
	}
	return code;
} );

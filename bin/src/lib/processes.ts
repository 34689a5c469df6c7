import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { UserError } from './errors.ts';
import type { RunOptions } from './run.ts';

/** @param pid Process id. */
export function isAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
	} catch ( error ) {
		return ( error as NodeJS.ErrnoException ).code === 'EPERM';
	}
	// A zombie answers signal 0 too.
	const stat = `/proc/${ pid }/stat`;
	return ! existsSync( stat ) || ! / Z /.test( readFileSync( stat, 'utf8' ).replace( /\(.*\)/, '' ) );
}

/**
 * Whether a process id that was written down now belongs to somebody else: the system uses the numbers again.
 *
 * @param pid     Process id.
 * @param program Part of our program's command line.
 */
export function isStranger( pid: number, program: string ): boolean {
	const file = `/proc/${ pid }/cmdline`;
	const commandLine = existsSync( file ) ? readFileSync( file, 'utf8' ) : '';
	return commandLine !== '' && ! commandLine.includes( program );
}

/**
 * Starts a server in a process group of its own, so that it can be stopped with its workers.
 *
 * @param command Program.
 * @param args    Arguments.
 * @param log     File for its output.
 * @param options Environment and folder.
 */
export function startGroup(
	command: string,
	args: readonly string[],
	log: string,
	options: Pick< RunOptions, 'cwd' | 'env' > = {}
): ChildProcess {
	const out = openSync( log, 'a' );
	return spawn( command, args, {
		detached: true,
		stdio: [ 'ignore', out, out ],
		env: { ...process.env, ...options.env },
		...( options.cwd === undefined ? {} : { cwd: options.cwd } ),
	} );
}

function signalGroup( pid: number, signal: NodeJS.Signals ): boolean {
	try {
		process.kill( -pid, signal );
		return true;
	} catch ( error ) {
		if ( ( error as NodeJS.ErrnoException ).code === 'ESRCH' ) {
			return false;
		}
		throw error;
	}
}

/**
 * Stops process groups: asks first, insists after three seconds.
 *
 * @param pids Leaders of the groups.
 */
export async function stopGroups( pids: readonly number[] ): Promise< void > {
	let left = pids.filter( ( pid ) => signalGroup( pid, 'SIGTERM' ) );
	for ( let round = 0; left.length > 0 && round < 60; round++ ) {
		await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		left = left.filter( ( pid ) => groupExists( pid ) );
	}
	for ( const pid of left ) {
		signalGroup( pid, 'SIGKILL' );
	}
}

function groupExists( pid: number ): boolean {
	try {
		process.kill( -pid, 0 );
		return true;
	} catch ( error ) {
		if ( ( error as NodeJS.ErrnoException ).code === 'ESRCH' ) {
			return false;
		}
		throw error;
	}
}

/**
 * @param port   Port on 127.0.0.1.
 * @param option What the person can do about it.
 * @throws UserError when somebody listens there already.
 */
export async function ensureFree( port: number, option: string ): Promise< void > {
	await new Promise< void >( ( resolve, reject ) => {
		const server = createServer();
		server.once( 'error', ( error: NodeJS.ErrnoException ) =>
			reject(
				error.code === 'EADDRINUSE'
					? new UserError( `Port ${ port } is in use by another program: ${ option }` )
					: error
			)
		);
		server.listen( port, '127.0.0.1', () => server.close( () => resolve() ) );
	} );
}

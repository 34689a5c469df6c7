import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGroup, stopGroups } from '../../lib/processes.ts';
import { atEnd } from '../cleanup.ts';

/**
 * Ports that nobody uses at this moment.
 *
 * @param count How many.
 */
export async function freePorts( count: number ): Promise< number[] > {
	const servers = await Promise.all(
		Array.from(
			{ length: count },
			() =>
				new Promise< Server >( ( resolve, reject ) => {
					const server = createServer();
					server.once( 'error', reject );
					server.listen( 0, '127.0.0.1', () => resolve( server ) );
				} )
		)
	);
	const ports = servers.map( ( server ) => {
		const address = server.address();
		return typeof address === 'object' && address !== null ? address.port : 0;
	} );
	await Promise.all( servers.map( ( server ) => new Promise( ( resolve ) => server.close( resolve ) ) ) );
	return ports;
}

/** Programs of one test, stopped together. */
export class Programs {
	private readonly pids = new Map< string, number >();

	constructor( private readonly folder: string ) {
		atEnd( () => this.stop() );
	}

	/**
	 * @param name    Name for its log.
	 * @param command Program.
	 * @param args    Arguments.
	 * @param env     Environment.
	 */
	start(
		name: string,
		command: string,
		args: readonly string[],
		env: Readonly< Record< string, string > > = {}
	): void {
		const child = startGroup( command, args, join( this.folder, `${ name }.log` ), { cwd: this.folder, env } );
		child.on( 'error', () => this.pids.delete( name ) );
		if ( child.pid !== undefined ) {
			this.pids.set( name, child.pid );
		}
	}

	/** @param names Those to stop; all without it. */
	async stop( ...names: readonly string[] ): Promise< void > {
		const chosen = names.length === 0 ? [ ...this.pids.keys() ] : names;
		await stopGroups( chosen.flatMap( ( name ) => this.pids.get( name ) ?? [] ) );
		chosen.forEach( ( name ) => this.pids.delete( name ) );
	}

	/** Last lines of a program's log. */
	log( name: string ): string {
		return readFileSync( join( this.folder, `${ name }.log` ), 'utf8' )
			.split( '\n' )
			.slice( -6 )
			.join( '\n' );
	}
}

/**
 * What systemd does with "Accept=yes": a process for each connection, which is its standard input and output.
 *
 * @param port    Port on 127.0.0.1.
 * @param command Program.
 * @param args    Arguments.
 * @param env     Environment.
 * @return Closes the port.
 */
export async function socketActivated(
	port: number,
	command: string,
	args: readonly string[],
	env: Readonly< Record< string, string > >,
	log: string
): Promise< () => Promise< void > > {
	const errors = createWriteStream( log, { flags: 'a' } );
	const server = createServer( { allowHalfOpen: true }, ( socket ) => {
		const child = spawn( command, args, { env: { ...process.env, ...env }, stdio: 'pipe' } );
		socket.pipe( child.stdin );
		child.stdout.pipe( socket );
		child.stderr.pipe( errors, { end: false } );
		// Either side may hang up first; what counts is the answer.
		socket.on( 'error', () => child.kill() );
		child.stdin.on( 'error', () => child.stdin.destroy() );
		child.on( 'error', () => socket.destroy() );
	} );
	await new Promise< void >( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, '127.0.0.1', resolve );
	} );
	return async () => {
		await new Promise< void >( ( resolve ) => server.close( () => resolve() ) );
		errors.end();
	};
}

/**
 * Waits until something is so.
 *
 * @param seconds How long at most.
 * @param ask     Answers undefined as long as it is not.
 * @return The answer, or undefined when the time is over.
 */
export async function eventually< T >(
	seconds: number,
	ask: () => Promise< T | undefined > | T | undefined
): Promise< T | undefined > {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await ask();
		if ( answer !== undefined || Date.now() > end ) {
			return answer;
		}
		await sleep( 250 );
	}
}

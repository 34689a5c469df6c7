import { spawn, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';

/** What a finished process left behind. */
export interface Finished {
	/** Exit code; 128 + n when a signal ended it. */
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Options of {@link run}. */
export interface RunOptions {
	readonly cwd?: string;
	/** Added to the environment of this process. */
	readonly env?: Readonly< Record< string, string > >;
	/** Text for standard input. */
	readonly input?: string;
	/** Shows the output while it comes instead of collecting it. */
	readonly inherit?: boolean;
}

/** A process ended with another code than 0. */
export class ProcessError extends Error {
	override readonly name = 'ProcessError';
	constructor(
		readonly command: string,
		readonly result: Finished
	) {
		const output = `${ result.stderr }\n${ result.stdout }`.trim().split( '\n' ).slice( -30 ).join( '\n' );
		super( `${ command } ended with code ${ result.code }:\n${ output }` );
	}
}

/**
 * Runs a process to its end and returns its result, whatever the code.
 *
 * @param command Program.
 * @param args    Arguments, passed as they are (no shell).
 * @param options Folder, environment, input.
 */
export function run( command: string, args: readonly string[], options: RunOptions = {} ): Promise< Finished > {
	return new Promise( ( resolve, reject ) => {
		const spawnOptions: SpawnOptions = {
			env: { ...process.env, ...options.env },
			stdio: options.inherit ? 'inherit' : [ options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe' ],
			...( options.cwd === undefined ? {} : { cwd: options.cwd } ),
		};
		const child = spawn( command, args, spawnOptions );
		const out: Buffer[] = [];
		const err: Buffer[] = [];
		child.stdout?.on( 'data', ( chunk: Buffer ) => out.push( chunk ) );
		child.stderr?.on( 'data', ( chunk: Buffer ) => err.push( chunk ) );
		child.on( 'error', reject );
		child.on( 'close', ( code, signal ) =>
			resolve( {
				code: code ?? ( signal === null ? 1 : 128 + constants.signals[ signal ] ),
				stdout: Buffer.concat( out ).toString( 'utf8' ),
				stderr: Buffer.concat( err ).toString( 'utf8' ),
			} )
		);
		if ( options.input !== undefined ) {
			child.stdin?.end( options.input );
		}
	} );
}

/**
 * The same, but a code other than 0 throws.
 *
 * @param command Program.
 * @param args    Arguments.
 * @param options Folder, environment, input.
 * @throws ProcessError with the last lines of the output.
 */
export async function must( command: string, args: readonly string[], options: RunOptions = {} ): Promise< Finished > {
	const result = await run( command, args, options );
	if ( result.code !== 0 ) {
		throw new ProcessError( `${ command } ${ args.join( ' ' ) }`.slice( 0, 200 ), result );
	}
	return result;
}

/** @param command Program to look for on the PATH. */
export async function exists( command: string ): Promise< boolean > {
	return ( await run( 'sh', [ '-c', 'command -v "$1"', 'sh', command ] ) ).code === 0;
}

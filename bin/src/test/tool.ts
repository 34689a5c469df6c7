import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { ROOT } from '../lib/paths.ts';
import { type Outcome, type PartContext, resultFile } from './part.ts';
import type { Counts } from './counts.ts';

/** Processes this run started and has not seen end yet; each leads its own group. */
const running = new Set< number >();

/** How to run a tool and read its result. */
export interface Tool {
	readonly command: string;
	readonly args: readonly string[];
	readonly env?: Readonly< Record< string, string > >;
	/** File the tool writes its result to, and how to count it. Without it the exit code is the one test. */
	readonly result?: { readonly file: string; readonly count: ( text: string ) => Counts };
}

interface Ended {
	readonly code: number;
	readonly output: string;
}

function execute( tool: Tool, context: PartContext ): Promise< Ended > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( tool.command, tool.args, {
			cwd: ROOT,
			detached: true,
			env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...tool.env },
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		} );
		let output = '';
		const take = ( chunk: Buffer ): void => {
			const text = chunk.toString( 'utf8' );
			output += text;
			context.onOutput( text );
		};
		child.stdout.on( 'data', take );
		child.stderr.on( 'data', take );
		child.on( 'error', reject );
		child.on( 'close', ( code ) => {
			running.delete( child.pid ?? 0 );
			resolve( { code: code ?? 1, output } );
		} );
		if ( child.pid !== undefined ) {
			running.add( child.pid );
		}
	} );
}

/**
 * Runs a tool and counts its tests. A tool that ends badly, or runs no test at all, has failed.
 *
 * @param tool    The tool.
 * @param context The part's context.
 */
export async function runTool( tool: Tool, context: PartContext ): Promise< Outcome > {
	const file = tool.result === undefined ? undefined : await resultFile( tool.result.file );
	if ( file !== undefined ) {
		await rm( file, { force: true } );
	}
	const { code, output } = await execute( tool, context );
	if ( tool.result === undefined || file === undefined ) {
		return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
	}
	if ( ! existsSync( file ) ) {
		return {
			passed: 0,
			failed: 1,
			skipped: 0,
			output: `${ output }\nThe tool ended with code ${ code } and wrote no result.`,
		};
	}
	const counts = tool.result.count( readFileSync( file, 'utf8' ) );
	const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
	if ( counts.passed + failed === 0 ) {
		return { passed: 0, failed: 1, skipped: counts.skipped, output: `${ output }\nNo test ran.` };
	}
	return { ...counts, failed, output };
}

/** Ends every tool that still runs, with all its children. */
export function endTools(): void {
	for ( const pid of running ) {
		try {
			process.kill( -pid, 'SIGTERM' );
		} catch ( error ) {
			// Gone in the meantime is what we want.
			if ( ! ( error instanceof Error && 'code' in error && error.code === 'ESRCH' ) ) {
				throw error;
			}
		}
	}
}

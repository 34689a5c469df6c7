import { join } from 'node:path';
import { UserError } from './errors.ts';
import { tools } from './packages.ts';
import { type Portal, mainPortal } from './portals.ts';
import { type Finished, ProcessError, run, type RunOptions } from './run.ts';
import type { Stack } from './stack.ts';

/**
 * The command line of wp-cli on a stack: everything before the person's own arguments.
 *
 * @param stack  The stack.
 * @param portal Portal whose plugins and options are loaded.
 */
export function wpCommand( stack: Stack, portal: Portal = mainPortal() ): string[] {
	return [
		...[
			'-d',
			'memory_limit=512M',
			'-d',
			'display_errors=stderr',
			'-d',
			`error_log=${ join( stack.logs, 'php.log' ) }`,
		],
		tools.wpCli,
		`--path=${ stack.public }`,
		`--url=${ stack.url( portal ) }`,
		...( process.getuid?.() === 0 ? [ '--allow-root' ] : [] ),
	];
}

/**
 * Runs wp-cli on a stack.
 *
 * @param stack   The stack.
 * @param args    Arguments, e.g. [ 'option', 'get', 'blogname' ].
 * @param portal  Portal; the main one by default.
 * @param options Environment, input.
 * @throws UserError with the command's own sentence; ProcessError when it ends otherwise with another code than 0.
 */
export async function wp(
	stack: Stack,
	args: readonly string[],
	portal?: Portal,
	options?: RunOptions
): Promise< Finished > {
	const command = [ ...wpCommand( stack, portal ), ...args ];
	const result = await run( 'php', command, options );
	if ( result.code === 0 ) {
		return result;
	}
	// What a command says itself is the sentence people need; anything else is shown whole.
	const own = /^Error: (?<sentence>.+)$/.exec( result.stderr.trim() )?.groups?.sentence;
	throw own === undefined ? new ProcessError( `wp ${ args.join( ' ' ) }`, result ) : new UserError( own );
}

/**
 * The same for questions whose answer is the exit code.
 *
 * @param stack  The stack.
 * @param args   Arguments.
 * @param portal Portal; the main one by default.
 */
export function tryWp( stack: Stack, args: readonly string[], portal?: Portal ): Promise< Finished > {
	return run( 'php', [ ...wpCommand( stack, portal ), ...args ] );
}

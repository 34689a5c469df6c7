import { ProcessError } from './run.ts';

/**
 * A failure the person at the keyboard can do something about: one sentence that says what is wrong and the way out.
 * Everything else is a defect and keeps its stack trace.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
}

function isErrno( error: unknown ): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error;
}

function sentence( error: unknown ): string | null {
	if ( error instanceof ProcessError || error instanceof UserError ) {
		return error.message;
	}
	if ( isErrno( error ) && error.code === 'ENOSPC' ) {
		return 'The disk is full: free at least 2 GB, then run the command again; it goes on where it stopped.';
	}
	if ( isErrno( error ) && ( error.code === 'EACCES' || error.code === 'EPERM' ) ) {
		return `No permission for ${ error.path ?? 'a file' }: run the command as the owner of this folder.`;
	}
	return null;
}

/**
 * Runs a command's main function and turns failures into exit code 1.
 *
 * @param main The command.
 */
export async function runMain( main: () => Promise< number | void > ): Promise< void > {
	try {
		process.exitCode = ( await main() ) ?? 0;
	} catch ( error ) {
		const text = sentence( error );
		if ( text === null ) {
			throw error;
		}
		process.stderr.write( `Error: ${ text }\n` );
		process.exitCode = 1;
	}
}

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import { step } from './progress.ts';
import { exists, run } from './run.ts';

/**
 * Installs Debian packages when that is possible here, and says so; otherwise names them.
 *
 * @param packages Package names.
 * @param reason   What they are needed for, e.g. "PHP extensions".
 * @throws UserError with the exact command when this process may not install.
 */
export async function aptInstall( packages: readonly string[], reason: string ): Promise< void > {
	const command = `apt-get install ${ packages.join( ' ' ) }`;
	if ( process.getuid?.() !== 0 || ! ( await exists( 'apt-get' ) ) ) {
		throw new UserError(
			`${ reason } missing: install them with "sudo ${ command }", then run this command again.`
		);
	}
	await step( `Installing ${ reason } with apt: ${ packages.join( ', ' ) }`, async () => {
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await run( ...inTurn( 'update', '-qq' ), { env } );
		const result = await run( ...inTurn( 'install', '-y', '-qq', '--no-install-recommends', ...packages ), {
			env,
		} );
		if ( result.code !== 0 ) {
			const last = result.stderr.trim().split( '\n' ).at( -1 ) ?? '';
			throw new UserError( `"${ command }" failed (${ last }): run it yourself, then run this command again.` );
		}
	} );
}

/** apt refuses to run twice at the same time: other commands of this folder, and the system's own updates, are waited for. */
function inTurn( ...args: readonly string[] ): [ command: string, args: readonly string[] ] {
	return [ 'flock', [ join( tmpdir(), 'lernwelt-apt.lock' ), 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args ] ];
}

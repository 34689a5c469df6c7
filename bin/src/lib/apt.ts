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
		await run( 'apt-get', [ 'update', '-qq' ], { env } );
		const result = await run( 'apt-get', [ 'install', '-y', '-qq', '--no-install-recommends', ...packages ], {
			env,
		} );
		if ( result.code !== 0 ) {
			const last = result.stderr.trim().split( '\n' ).at( -1 ) ?? '';
			throw new UserError( `"${ command }" failed (${ last }): run it yourself, then run this command again.` );
		}
	} );
}

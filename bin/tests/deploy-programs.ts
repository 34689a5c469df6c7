import { aptInstall } from '../src/lib/apt.ts';
import { exists } from '../src/lib/run.ts';

/** Program → Debian's package, beyond the servers themselves. */
const PROGRAMS = {
	curl: 'curl',
	'ssh-keygen': 'openssh-client',
	openssl: 'openssl',
	shellcheck: 'shellcheck',
} as const;

/**
 * Installs what signing, verifying and trying a release needs, where that is possible; otherwise names the packages.
 *
 * @param wanted Programs.
 */
export async function ensurePrograms( ...wanted: readonly ( keyof typeof PROGRAMS )[] ): Promise< void > {
	const missing: string[] = [];
	for ( const program of wanted ) {
		if ( ! ( await exists( program ) ) ) {
			missing.push( PROGRAMS[ program ] );
		}
	}
	if ( missing.length > 0 ) {
		await aptInstall( missing, 'programs for releases' );
	}
}

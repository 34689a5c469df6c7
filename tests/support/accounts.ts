import { randomBytes } from 'node:crypto';
import { wp } from '../../bin/src/lib/wp.ts';
import { portals, stack } from './network.ts';

/** An account that a test made for itself, so that its wrong tries count against nobody else. */
export interface TestAccount {
	readonly login: string;
	/** What screens show. */
	readonly name: string;
	readonly password: string;
}

/**
 * Makes a local account.
 *
 * @param portal Portal id.
 * @param role   Role slug there.
 */
export async function newAccount( portal: string, role: string ): Promise< TestAccount > {
	const key = randomBytes( 5 ).toString( 'hex' );
	const login = `probe${ key }`;
	const name = `Probe Person ${ key }`;
	const password = `Kranich-${ randomBytes( 6 ).toString( 'hex' ) }`;
	await wp(
		stack,
		[
			...[ 'user', 'create', login, `${ login }@example.org` ],
			...[ `--role=${ role }`, `--user_pass=${ password }`, `--display_name=${ name }` ],
		],
		portals.find( ( { id } ) => id === portal )
	);
	return { login, name, password };
}

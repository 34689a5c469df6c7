import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { wp } from '../../bin/src/lib/wp.ts';
import { address, network, stack } from './network.ts';

/** Roles of the demo accounts, which log in with a password; everybody else comes through support/sso.ts. */
export type Role = 'super admin' | 'administrator' | 'editor' | 'author' | 'contributor' | 'subscriber';

/**
 * Each try of an account takes one of its few places until the password has proved right, so logins of one account at
 * the same moment would be refused. The workers of the test runner take turns; a folder is the lock, because making one
 * is a single step.
 *
 * @param work The login.
 */
async function inTurn( work: () => Promise< void > ): Promise< void > {
	const lock = join( stack.directory, 'tmp', 'login.lock' );
	for ( let attempt = 0; ; attempt++ ) {
		try {
			mkdirSync( lock );
			break;
		} catch ( error ) {
			if ( ( error as NodeJS.ErrnoException ).code !== 'EEXIST' || attempt === 600 ) {
				throw error;
			}
			// A worker that was killed left its lock behind; no login takes a minute.
			const since = statSync( lock, { throwIfNoEntry: false } )?.mtimeMs ?? Infinity;
			if ( attempt === 0 && Date.now() - since > 60_000 ) {
				rmdirSync( lock );
			}
			await sleep( 50 );
		}
	}
	try {
		await work();
	} finally {
		rmdirSync( lock );
	}
}

/**
 * Logs a browser in on one portal with a demo account and its password. Every test that needs such a session gets it
 * here, because of the turns.
 *
 * @param context Browser context; its cookies carry the session afterwards.
 * @param portal  Portal id.
 * @param role    Role of the demo account.
 * @throws Error when the login is refused.
 */
export async function loggedIn( context: BrowserContext, portal: string, role: Role ): Promise< void > {
	const account = network().accounts.find( ( candidate ) => candidate.role === role );
	if ( account === undefined ) {
		throw new Error( `No demo account has the role "${ role }".` );
	}
	await inTurn( () => login( context, portal, account ) );
}

/**
 * A code that takes the place of the app once. Not the app's own: each of those is good for one login in half a minute,
 * and tests are faster than that.
 *
 * @param account Login of an account with a second factor.
 */
export async function oneTimeCode( account: string ): Promise< string > {
	return ( await wp( stack, [ 'lernwelt', 'second-factor', 'code', account ] ) ).stdout.trim();
}

async function login(
	context: BrowserContext,
	portal: string,
	account: { readonly login: string; readonly password: string; readonly secret?: string }
): Promise< void > {
	const page = address( portal, '/wp-login.php' );
	const response = await context.request.post( page, {
		form: {
			log: account.login,
			pwd: account.password,
			redirect_to: address( portal, '/wp-admin/profile.php' ),
		},
		headers: { Origin: address( portal, '' ), Referer: page },
	} );
	if ( account.secret !== undefined ) {
		await context.request.post( address( portal, '/wp-login.php?action=second_factor' ), {
			form: { recovery_code: await oneTimeCode( account.login ) },
			headers: { Origin: address( portal, '' ), Referer: page },
		} );
	}
	const cookies = await context.cookies( address( portal ) );
	if ( ! cookies.some( ( { name } ) => name.startsWith( 'wordpress_logged_in_' ) ) ) {
		throw new Error(
			`The login of "${ account.login }" on ${ portal } was refused (status ${ response.status() }).`
		);
	}
}

import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PEOPLE } from '../../../tests/support/provider/people.ts';
import { issuerOf } from './identity.ts';
import { portalList } from './portals.ts';
import { isAlive, isStranger, stopGroups } from './processes.ts';
import { ACCOUNTS, DEMO_PASSWORD, DEMO_SECRET, SUPER_ADMIN } from './provision.ts';
import { IDENTITY_PROGRAM } from './servers.ts';
import { portsOf, type Stack, writeWhole } from './stack.ts';

/** What a running network tells others: var/run/network.json. */
export interface Network {
	readonly stack: string;
	readonly port: number;
	/** Portal id → address without a slash at the end. */
	readonly portals: Readonly< Record< string, string > >;
	readonly accounts: readonly {
		readonly login: string;
		readonly password: string;
		readonly role: string;
		/** Secret of the second factor (Base32), where the account has one. */
		readonly secret?: string;
	}[];
	readonly mail: { readonly web: string; readonly smtpPort: number };
	readonly identityProvider: {
		readonly issuer: string;
		/** Where tests turn its keys and claims; see tests/support/provider/control.ts. */
		readonly control: string;
		readonly people: readonly { readonly login: string; readonly name: string; readonly role: string }[];
	};
	/** start is the command itself; the others lead process groups. */
	readonly pids: { readonly start: number; readonly web: number; readonly mail: number; readonly identity: number };
}

/**
 * @param stack The stack.
 * @param pids  Processes.
 */
export function describe( stack: Stack, pids: Network[ 'pids' ] ): Network {
	const { port } = stack.state();
	const identity = stack.identity();
	return {
		stack: stack.name,
		port,
		portals: Object.fromEntries( portalList().portals.map( ( portal ) => [ portal.id, stack.url( portal ) ] ) ),
		accounts: [
			{ login: SUPER_ADMIN, password: DEMO_PASSWORD, role: 'super admin', secret: DEMO_SECRET },
			...ACCOUNTS.map( ( { login, role } ) => ( {
				login,
				password: DEMO_PASSWORD,
				role,
				...( role === 'administrator' ? { secret: DEMO_SECRET } : {} ),
			} ) ),
		],
		identityProvider: {
			issuer: issuerOf( identity.port ),
			control: `http://127.0.0.1:${ identity.port }/control`,
			people: PEOPLE.map( ( { login, name, role } ) => ( { login, name, role } ) ),
		},
		mail: { web: `http://localhost:${ portsOf( port ).mailWeb }`, smtpPort: portsOf( port ).smtp },
		pids,
	};
}

/**
 * @param stack   The stack.
 * @param network Description of the running network.
 */
export async function announce( stack: Stack, network: Network ): Promise< void > {
	await mkdir( dirname( stack.networkFile ), { recursive: true } );
	await writeWhole( stack.networkFile, `${ JSON.stringify( network, null, 2 ) }\n` );
}

/**
 * Ends a network's servers, or what a killed start command left of them, and takes its description away.
 *
 * @param stack   The stack.
 * @param network Its network, perhaps described on an earlier day.
 */
export async function end( stack: Stack, network: Network ): Promise< void > {
	const { pids } = network;
	const servers = [
		{ pid: pids.web, program: 'deploy/php/router.php' },
		{ pid: pids.mail, program: 'maildev' },
		// A network that older code announced has none.
		{ pid: pids.identity ?? 0, program: IDENTITY_PROGRAM },
	].filter( ( { pid, program } ) => pid > 1 && ! isStranger( pid, program ) );
	await stopGroups( servers.map( ( { pid } ) => pid ) );
	await rm( stack.networkFile, { force: true } );
}

/** Reads the description of a network that was started, whether or not it still runs. */
export function announced( stack: Stack ): Network | undefined {
	try {
		return JSON.parse( readFileSync( stack.networkFile, 'utf8' ) ) as Network;
	} catch ( error ) {
		// Asking first would not do: a network that is just ending takes its file away.
		if ( ( error as NodeJS.ErrnoException ).code === 'ENOENT' ) {
			return undefined;
		}
		throw error;
	}
}

/** The network of a stack if its command still runs. */
export function running( stack: Stack ): Network | undefined {
	const network = announced( stack );
	const { start } = network?.pids ?? { start: 0 };
	return start > 1 && isAlive( start ) && ! isStranger( start, 'bin/src/start.ts' ) ? network : undefined;
}

/** @param network Running network. */
export function table( network: Network ): string {
	const rows = [
		...Object.entries( network.portals ).map( ( [ id, url ] ) => [ id, url ] ),
		[ 'mail catcher', network.mail.web ],
		[ 'Bildungsserver', `${ network.identityProvider.issuer } (demo, for the single sign-on)` ],
	];
	const width = Math.max( ...rows.map( ( [ name = '' ] ) => name.length ) );
	const accounts = network.accounts.map( ( { login, role } ) => `  ${ login.padEnd( width ) }  ${ role }` );
	return [
		'',
		...rows.map( ( [ name = '', value = '' ] ) => `  ${ name.padEnd( width ) }  ${ value }` ),
		'',
		`  Accounts, all with the password "${ network.accounts[ 0 ]?.password ?? '' }" (log in at /wp-login.php of any portal):`,
		...accounts,
		'',
		'  Administrators are asked for a code as well: ./bin/wp lernwelt second-factor code <account> prints one,',
		`  or set up an authenticator app with the key ${ DEMO_SECRET.replace( /.{4}(?=.)/g, '$& ' ) }.`,
		'',
		'  People of the demo "Bildungsserver", without a password (log in at /anmelden/ of any portal):',
		...network.identityProvider.people.map( ( { name, role } ) => `  ${ name.padEnd( width ) }  ${ role }` ),
		'',
	].join( '\n' );
}

import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PEOPLE } from '../../../tests/support/provider/people.ts';
import { issuerOf } from './identity.ts';
import { portalList } from './portals.ts';
import { isAlive, isStranger, stopGroups } from './processes.ts';
import { ACCOUNTS, DEMO_PASSWORD, DEMO_SECRET, SUPER_ADMIN } from './provision.ts';
import { IDENTITY_PROGRAM } from './servers.ts';
import { portsOf, Stack, writeWhole } from './stack.ts';

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
	/** What serves the portals: PHP's own web server, or nginx and php-fpm. */
	readonly server: 'php' | 'nginx';
	/** start is the command itself; the others lead process groups. */
	readonly pids: { readonly start: number } & Servers;
}

/** Process ids of servers. */
export interface Servers {
	readonly web?: number;
	readonly php?: number;
	readonly redis?: number;
	readonly mail?: number;
	readonly identity?: number;
}

/** The production stack that a person starts without another name. */
const PRODUCTION = 'stack';

/** Part of each server's command line: a process id that was written down may belong to a stranger by now. */
const PROGRAMS: Readonly< Record< Network[ 'server' ], Readonly< Record< keyof Servers, string > > > > = {
	php: { web: 'deploy/php/router.php', php: 'php-fpm', redis: 'redis', mail: 'maildev', identity: IDENTITY_PROGRAM },
	nginx: { web: 'nginx', php: 'php-fpm', redis: 'redis', mail: 'maildev', identity: IDENTITY_PROGRAM },
};

/**
 * @param stack The stack.
 * @param pids  Processes.
 */
export function describe( stack: Stack, pids: Network[ 'pids' ] ): Network {
	const { port, server } = stack.state();
	const identity = stack.identity();
	return {
		stack: stack.name,
		port,
		server: server ?? 'php',
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
	for ( const file of files( stack ) ) {
		await mkdir( dirname( file ), { recursive: true } );
		await writeWhole( file, `${ JSON.stringify( network, null, 2 ) }\n` );
	}
}

/** The production stack is found where the embedded one is, unless that is running. */
function files( stack: Stack ): string[] {
	const embedded = new Stack( 'embedded' );
	const takesItsPlace = stack.name === PRODUCTION && running( embedded )?.stack !== embedded.name;
	return [ stack.networkFile, ...( takesItsPlace ? [ embedded.networkFile ] : [] ) ];
}

/**
 * Ends a network's servers, or what a killed start command left of them, and takes its description away.
 *
 * @param stack   The stack.
 * @param network Its network, perhaps described on an earlier day.
 */
export async function end( stack: Stack, network: Network ): Promise< void > {
	const { start: _, ...pids } = network.pids;
	const programs = PROGRAMS[ network.server ?? 'php' ];
	const servers = ( Object.entries( pids ) as [ keyof Servers, number ][] )
		.map( ( [ name, pid ] ) => ( { pid, program: programs[ name ] } ) )
		.filter( ( { pid, program } ) => pid > 1 && ! isStranger( pid, program ) );
	await stopGroups( servers.map( ( { pid } ) => pid ) );
	for ( const file of files( stack ) ) {
		await rm( file, { force: true } );
	}
}

/** Reads the description of a network that was started, whether or not it still runs. */
export function announced( stack: Stack ): Network | undefined {
	try {
		const network = JSON.parse( readFileSync( stack.networkFile, 'utf8' ) ) as Network;
		// It may be the production stack's, in the embedded one's place.
		return network.stack === PRODUCTION && stack.name !== PRODUCTION ? undefined : network;
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
	return start > 1 &&
		isAlive( start ) &&
		! isStranger( start, network?.server === 'nginx' ? 'bin/src/stack.ts' : 'bin/src/start.ts' )
		? network
		: undefined;
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

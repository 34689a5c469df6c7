import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import { get } from './http.ts';
import { announce, announced, describe, end, type Network, running, type Servers, table } from './network.ts';
import { inRoot } from './paths.ts';
import { say, step, total } from './progress.ts';
import type { Stack } from './stack.ts';

/** Tells the background process that its foreground has prepared this stack already. */
const PREPARED = 'LERNWELT_PREPARED';

/** What a command runs until a person ends it. */
export interface Service {
	/** Servers by their names in network.json. */
	readonly servers: Readonly< Partial< Record< keyof Servers, ChildProcess > > >;
	/** Begins the portals' tasks; what it returns ends them. */
	readonly tasks: ( network: Network ) => () => void;
	/** Ends what is not one of the servers. */
	readonly stop?: () => Promise< void >;
}

/** Whether the foreground has prepared this stack, and this process is to serve it only. */
export function isPrepared( stack: Stack ): boolean {
	return process.env[ PREPARED ] === stack.name;
}

/** Ctrl-C and its relatives; from the call on they no longer end this process by themselves. */
function interruption(): AbortSignal {
	const interrupted = new AbortController();
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		process.on( signal, () => interrupted.abort() );
	}
	return interrupted.signal;
}

/**
 * Runs the servers until the person ends them; they have process groups of their own, which only we can end.
 *
 * @param stack The stack.
 * @param begin Starts the servers.
 */
export async function serve( stack: Stack, begin: () => Promise< Service > ): Promise< void > {
	const interrupted = interruption();
	const asked = once( interrupted, 'abort' );
	const service = await begin();
	const pids = Object.fromEntries(
		Object.entries( service.servers ).map( ( [ name, { pid } ] ) => [ name, pid ?? 0 ] )
	);
	const network = describe( stack, { start: process.pid, ...pids } );
	try {
		await step( 'Waiting for the portals', () =>
			Promise.race( [ untilReady( stack, network, interrupted ), asked ] )
		);
		if ( ! interrupted.aborted ) {
			await announce( stack, network );
			const stopTasks = service.tasks( network );
			say( table( network ) );
			say( `Ready after ${ total() }. Ctrl-C ends everything.` );
			await asked;
			stopTasks();
		}
		say( '\nStopping …' );
	} finally {
		await end( stack, network );
		await service.stop?.();
	}
}

async function untilReady( stack: Stack, network: Network, interrupted: AbortSignal ): Promise< void > {
	for ( const url of Object.values( network.portals ) ) {
		await untilAnswers( `${ url }/`, join( stack.logs, 'web.log' ), interrupted );
	}
	await untilAnswers( `${ network.mail.web }/`, join( stack.logs, 'mail.log' ), interrupted );
	const { issuer } = network.identityProvider;
	await untilAnswers(
		`${ issuer }/.well-known/openid-configuration`,
		join( stack.logs, 'identity.log' ),
		interrupted
	);
}

async function untilAnswers( address: string, log: string, interrupted: AbortSignal ): Promise< void > {
	let last = '';
	for ( let attempt = 0; attempt < 300; attempt++ ) {
		if ( interrupted.aborted ) {
			return;
		}
		try {
			const { status } = await get( address, 30_000 );
			if ( status < 500 ) {
				return;
			}
			last = `status ${ status }`;
		} catch ( error ) {
			last = ( error as Error ).message;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 200 ) );
	}
	throw new UserError(
		`${ address } does not answer (${ last }): read ${ log.replace( `${ inRoot() }/`, '' ) } and php.log beside it.`
	);
}

/**
 * Starts a command again, which finds everything prepared, and waits for its announcement.
 *
 * @param stack  The stack.
 * @param script Its file in bin/src.
 * @param ending The command that ends it.
 * @param args   Its arguments.
 */
export async function detach(
	stack: Stack,
	script: string,
	ending: string,
	args: readonly string[] = []
): Promise< void > {
	await mkdir( stack.logs, { recursive: true } );
	const log = join( stack.logs, 'start.log' );
	const out = openSync( log, 'a' );
	const child = spawn( inRoot( 'node_modules/.bin/tsx' ), [ inRoot( 'bin/src', script ), ...args ], {
		detached: true,
		stdio: [ 'ignore', out, out ],
		env: { ...process.env, [ PREPARED ]: stack.name },
	} );
	let code: number | null = null;
	child.on( 'exit', ( status ) => ( code = status ?? 1 ) );
	// It leads a group of its own, so a terminal's Ctrl-C does not reach it.
	process.once( 'SIGINT', () => child.kill( 'SIGTERM' ) );
	for (;;) {
		const network = running( stack );
		if ( network !== undefined ) {
			child.unref();
			say( table( network ) );
			say( `Running in the background (ready after ${ total() }); ${ ending } ends it.` );
			return;
		}
		if ( code !== null ) {
			throw new UserError( `The network did not start: read ${ log.replace( `${ inRoot() }/`, '' ) }.` );
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
}

/** Ends what a killed command left behind. */
export async function clearRemains( stack: Stack ): Promise< void > {
	const old = announced( stack );
	if ( old !== undefined ) {
		await end( stack, old );
	}
}

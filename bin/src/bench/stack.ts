import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble } from '../lib/assemble.ts';
import { build } from '../lib/build.ts';
import { get } from '../lib/http.ts';
import { ensureWordPress } from '../lib/packages.ts';
import { inRoot } from '../lib/paths.ts';
import { type Portal, portalList } from '../lib/portals.ts';
import { ensureFree, stopGroups } from '../lib/processes.ts';
import { provision, reset } from '../lib/provision.ts';
import { step } from '../lib/progress.ts';
import { startWeb } from '../lib/servers.ts';
import { fingerprint, Snapshot } from '../lib/snapshot.ts';
import { type Database, Stack } from '../lib/stack.ts';
import { ensureComposer } from '../test/setup.ts';
import { PORTS } from '../lib/ports.ts';

const PORT = PORTS.bench;

let prepared: Promise< void > | undefined;

/** Programs, WordPress and built plugins, once per run. */
function prepare(): Promise< void > {
	prepared ??= ( async (): Promise< void > => {
		await ensureComposer();
		await ensureWordPress();
		await build();
	} )();
	return prepared;
}

/** A fresh network with demo content and the measuring plugin, served for as long as the work takes. */
export async function onBenchStack< T >( work: ( stack: Stack ) => Promise< T > ): Promise< T > {
	await free( PORT );
	await prepare();
	const stack = new Stack( 'bench' );
	await freshContent( stack );
	await assemble( stack );
	return served( stack, portalList().portals, work );
}

/** What an empty network is made of. */
export interface EmptyStack {
	readonly name: string;
	readonly port: number;
	readonly database: Database;
}

/** A new network without any content but what plugins bring; nothing of it is served yet. */
export async function emptyBenchStack( { name, port, database }: EmptyStack ): Promise< Stack > {
	await free( port );
	await prepare();
	const stack = new Stack( name );
	await reset( stack );
	await provision( stack, { port, database, demo: false } );
	return stack;
}

/**
 * Serves a network with the measuring plugin for as long as the work takes.
 *
 * @param stack   The network.
 * @param portals Portals to visit before: what is slow only once isn't measured.
 * @param work    What to do meanwhile.
 */
export async function served< T >(
	stack: Stack,
	portals: readonly Portal[],
	work: ( stack: Stack ) => Promise< T >
): Promise< T > {
	await copyFile( inRoot( 'bin/php/bench.php' ), join( stack.content, 'mu-plugins/lernwelt-bench.php' ) );
	const web = startWeb( stack );
	const stop = (): Promise< void > => stopGroups( [ web.pid ?? 0 ].filter( ( pid ) => pid > 0 ) );
	const interrupted = (): void => void stop().then( () => process.exit( 130 ) );
	process.once( 'SIGINT', interrupted );
	try {
		await step( 'Warming up', () => warmUp( stack, portals ) );
		return await work( stack );
	} finally {
		process.off( 'SIGINT', interrupted );
		await stop();
	}
}

function free( port: number ): Promise< void > {
	return ensureFree( port, 'end the program that uses it, then run this command again.' );
}

async function freshContent( stack: Stack ): Promise< void > {
	const snapshot = new Snapshot( stack, fingerprint( String( PORT ) ) );
	if ( snapshot.exists() ) {
		await snapshot.restore();
		return;
	}
	await reset( stack );
	await provision( stack, { port: PORT, database: { engine: 'sqlite' }, demo: true } );
	await snapshot.take();
}

/** The first requests fill PHP's opcode cache and create what WordPress creates lazily. */
async function warmUp( stack: Stack, portals: readonly Portal[] ): Promise< void > {
	for ( let round = 0; round < 4; round++ ) {
		for ( const portal of portals ) {
			await untilAnswers( `${ stack.url( portal ) }/` );
		}
	}
}

async function untilAnswers( address: string ): Promise< void > {
	for ( let tries = 0; tries < 100; tries++ ) {
		try {
			await get( address );
			return;
		} catch ( error ) {
			if ( tries === 99 ) {
				throw error;
			}
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		}
	}
}

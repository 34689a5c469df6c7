import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce, type Network, type Servers } from '../lib/network.ts';
import { isAlive } from '../lib/processes.ts';
import { type Environment, startDatabase, startPhpFpm, startRedis } from '../lib/production.ts';
import { startMail } from '../lib/servers.ts';
import type { Stack } from '../lib/stack.ts';

/** Servers that are put out of action. */
export type Name = 'php' | 'redis' | 'mail' | 'database';

interface Kept {
	pid: number;
	/** Milliseconds between an end and the next start: RestartSec of the unit. */
	readonly pause: number;
	start: () => Promise< number >;
}

const LOOK = 200;

/**
 * Plays systemd: starts what has died, after the pause of its unit (deploy/systemd; Debian's for MariaDB). Nobody starts
 * what is held.
 */
export class Supervisor {
	private readonly held = new Set< Name >();
	private readonly kept: Readonly< Record< Name, Kept > >;
	private stopped = false;
	private watching: Promise< void > | undefined;

	/**
	 * @param stack   The running stack.
	 * @param network Its description, which is kept up to date.
	 */
	constructor(
		private readonly stack: Stack,
		private network: Network
	) {
		const { pids } = network;
		this.kept = {
			php: { pid: pids.php ?? 0, pause: 1000, start: async () => pidOf( await startPhpFpm( stack ) ) },
			redis: { pid: pids.redis ?? 0, pause: 1000, start: async () => pidOf( startRedis( stack ) ) },
			mail: { pid: pids.mail ?? 0, pause: 1000, start: async () => pidOf( startMail( stack ) ) },
			database: {
				pid: this.databasePid(),
				pause: 5000,
				start: async () => {
					await startDatabase( stack );
					return this.databasePid();
				},
			},
		};
	}

	private databasePid(): number {
		return Number( readFileSync( join( this.stack.directory, 'mariadb', 'server.pid' ), 'utf8' ) );
	}

	/** Begins to look. */
	watch(): void {
		this.watching = this.look();
	}

	/** Ends looking; what runs goes on. */
	async end(): Promise< void > {
		this.stopped = true;
		await this.watching;
	}

	/** @param name A server. */
	pid( name: Name ): number {
		return this.kept[ name ].pid;
	}

	/**
	 * Ends a server that nobody starts again until its release.
	 *
	 * @param name   Server.
	 * @param signal How.
	 */
	async hold( name: Name, signal: NodeJS.Signals = 'SIGTERM' ): Promise< void > {
		this.held.add( name );
		const pid = this.pid( name );
		process.kill( pid, signal );
		await this.gone( pid );
	}

	/**
	 * Waits for the end of a process, a minute at most.
	 *
	 * @param pid Process.
	 */
	async gone( pid: number ): Promise< void > {
		for ( let tries = 0; isAlive( pid ); tries++ ) {
			if ( tries === 1200 ) {
				throw new Error( `Process ${ pid } does not end.` );
			}
			await sleep( 50 );
		}
	}

	/** @param name Server that may run again. */
	release( name: Name ): void {
		this.held.delete( name );
	}

	/**
	 * Ends php-fpm and starts it with another configuration, or its own again.
	 *
	 * @param config Configuration; that of deploy/ without it.
	 * @param env    Variables besides those of the stack.
	 */
	async restartPhp( config?: string, env: Environment = {} ): Promise< void > {
		const before = this.pid( 'php' );
		this.kept.php.start = async () => pidOf( await startPhpFpm( this.stack, config, env ) );
		await this.hold( 'php', 'SIGQUIT' );
		this.release( 'php' );
		for ( let tries = 0; this.pid( 'php' ) === before && tries < 300; tries++ ) {
			await sleep( 100 );
		}
	}

	private async look(): Promise< void > {
		while ( ! this.stopped ) {
			for ( const [ name, kept ] of Object.entries( this.kept ) as [ Name, Kept ][] ) {
				if ( ! this.held.has( name ) && ! isAlive( kept.pid ) ) {
					await this.again( name, kept );
				}
			}
			await sleep( LOOK );
		}
	}

	private async again( name: Name, kept: Kept ): Promise< void > {
		// A unit ends with all its processes.
		if ( name === 'php' ) {
			endGroup( kept.pid );
		}
		await sleep( kept.pause );
		kept.pid = await kept.start();
		if ( name !== 'database' ) {
			const pids: Network[ 'pids' ] = { ...this.network.pids, ...( { [ name ]: kept.pid } satisfies Servers ) };
			this.network = { ...this.network, pids };
			await announce( this.stack, this.network );
		}
	}
}

/** The server lives on without this program, which must not wait for its end. */
function pidOf( server: ChildProcess ): number {
	server.unref();
	return server.pid ?? 0;
}

function endGroup( pid: number ): void {
	try {
		process.kill( -pid, 'SIGKILL' );
	} catch ( error ) {
		if ( ( error as NodeJS.ErrnoException ).code !== 'ESRCH' ) {
			throw error;
		}
	}
}

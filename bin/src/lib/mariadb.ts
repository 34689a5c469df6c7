import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall } from './apt.ts';
import { UserError } from './errors.ts';
import { VAR } from './paths.ts';
import { exists, must } from './run.ts';

/** Unix refuses longer socket paths (108 bytes with the closing zero). */
const LONGEST_SOCKET = 100;

const START_SECONDS = 60;

const FOR_TESTS = [
	'--skip-log-bin',
	'--skip-name-resolve',
	'--character-set-server=utf8mb4',
	'--collation-server=utf8mb4_unicode_520_ci',
	// Test data may get lost in a power cut; waiting for the disk at every statement may not.
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-buffer-pool-size=128M',
	'--innodb-log-file-size=32M',
	'--performance-schema=OFF',
];

/** How a program reaches one database of the server. */
export interface Login {
	/** For DB_HOST of WordPress: "localhost:/path/to/socket". */
	readonly host: string;
	readonly name: string;
	readonly user: string;
	readonly password: string;
}

/**
 * A MariaDB server of our own below var/, from the system's program, without any network port: only programs
 * that can open its socket file reach it. The system's own database is never touched.
 */
export class MariaDb {
	private constructor(
		private readonly directory: string,
		readonly socket: string,
		private readonly config: string | undefined
	) {}

	/**
	 * Starts the server, or takes over the one that already runs on this folder.
	 *
	 * @param name   Folder below var/, one server each.
	 * @param config Its configuration; without one it is set up for tests, fast and forgetful.
	 * @throws UserError when MariaDB is missing or the server does not start.
	 */
	static async start( name = 'mariadb', config?: string ): Promise< MariaDb > {
		await ensureProgram();
		const directory = join( VAR, name );
		await mkdir( directory, { recursive: true } );
		const server = new MariaDb( directory, await socketFor( directory ), config );
		if ( ! ( await answers( server.socket ) ) ) {
			await server.install();
			await server.launch();
		}
		return server;
	}

	/** Ends the server and waits until its files are closed. */
	async stop(): Promise< void > {
		const pid = this.pid();
		if ( pid === null ) {
			return;
		}
		signal( pid, 'SIGTERM' );
		for ( let tries = 0; tries < 300 && signal( pid, 0 ); tries++ ) {
			await sleep( 100 );
		}
	}

	/**
	 * Makes a database and an account that may do everything in it, and nothing elsewhere.
	 *
	 * @param name  Database and account, lower-case letters, digits and underscores.
	 * @param empty Drops what was there before.
	 */
	async database( name: string, empty = false ): Promise< Login > {
		if ( ! /^[a-z][a-z0-9_]{0,30}$/.test( name ) ) {
			throw new UserError( `"${ name }" can't name a database.` );
		}
		await this.query(
			[
				empty ? `DROP DATABASE IF EXISTS \`${ name }\`` : '',
				`CREATE DATABASE IF NOT EXISTS \`${ name }\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
				`CREATE USER IF NOT EXISTS '${ name }'@'localhost' IDENTIFIED BY '${ name }'`,
				`GRANT ALL ON \`${ name }\`.* TO '${ name }'@'localhost'`,
			]
				.filter( ( statement ) => statement !== '' )
				.join( ';' )
		);
		return { host: `localhost:${ this.socket }`, name, user: name, password: name };
	}

	/**
	 * @param sql Statements, as the server's administrator.
	 * @throws ProcessError with the server's message.
	 */
	async query( sql: string ): Promise< string > {
		return ( await must( 'mariadb', [ ...this.client(), '--batch', '--skip-column-names' ], { input: sql } ) )
			.stdout;
	}

	/**
	 * Writes a database to a file.
	 *
	 * @param name Database.
	 * @param file Target.
	 */
	async dump( name: string, file: string ): Promise< void > {
		await must( 'mariadb-dump', [
			...this.client(),
			'--single-transaction',
			'--skip-comments',
			`--result-file=${ file }`,
			name,
		] );
	}

	/**
	 * Makes a database equal to a dump; tables the dump doesn't know disappear.
	 *
	 * @param name Database.
	 * @param file Dump.
	 */
	async restore( name: string, file: string ): Promise< Login > {
		const login = await this.database( name, true );
		await must( 'sh', [ '-c', 'exec mariadb "$@" < "$0"', file, ...this.client(), name ] );
		return login;
	}

	private client(): string[] {
		return [ '--no-defaults', `--socket=${ this.socket }`, '--user=root' ];
	}

	private get data(): string {
		return join( this.directory, 'data' );
	}

	private async install(): Promise< void > {
		if ( existsSync( join( this.data, 'mysql', 'db.frm' ) ) ) {
			return;
		}
		await rm( this.data, { recursive: true, force: true } );
		await must( 'mariadb-install-db', [
			'--no-defaults',
			`--datadir=${ this.data }`,
			`--user=${ userInfo().username }`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
		] );
	}

	private async launch(): Promise< void > {
		const logFile = join( this.directory, 'server.log' );
		const log = openSync( logFile, 'a' );
		const child = spawn(
			'mariadbd',
			[
				this.config === undefined ? '--no-defaults' : `--defaults-file=${ this.config }`,
				`--datadir=${ this.data }`,
				`--socket=${ this.socket }`,
				`--pid-file=${ this.pidFile }`,
				`--user=${ userInfo().username }`,
				'--skip-networking',
				...( this.config === undefined ? FOR_TESTS : [] ),
			],
			{ detached: true, stdio: [ 'ignore', log, log ] }
		);
		closeSync( log );
		child.unref();
		for ( let tries = 0; tries < START_SECONDS * 10; tries++ ) {
			if ( await answers( this.socket ) ) {
				return;
			}
			if ( child.exitCode !== null ) {
				break;
			}
			await sleep( 100 );
		}
		const last = readFileSync( logFile, 'utf8' )
			.trim()
			.split( '\n' )
			.filter( ( line ) => line.includes( '[ERROR]' ) )
			.at( -1 );
		throw new UserError(
			`MariaDB does not start (${ last ?? `see ${ logFile }` }): delete ${ this.directory } and try again.`
		);
	}

	private get pidFile(): string {
		return join( this.directory, 'server.pid' );
	}

	private pid(): number | null {
		if ( ! existsSync( this.pidFile ) ) {
			return null;
		}
		const pid = Number( readFileSync( this.pidFile, 'utf8' ) );
		return Number.isInteger( pid ) && pid > 1 && signal( pid, 0 ) ? pid : null;
	}
}

/** Sends a signal; false when no such process is left. */
function signal( pid: number, name: NodeJS.Signals | 0 ): boolean {
	try {
		return process.kill( pid, name );
	} catch ( error ) {
		if ( error instanceof Error && 'code' in error && error.code === 'ESRCH' ) {
			return false;
		}
		throw error;
	}
}

/** Installs the server where that is possible, otherwise names the packages. */
export async function ensureProgram(): Promise< void > {
	for ( const program of [ 'mariadbd', 'mariadb-install-db', 'mariadb', 'mariadb-dump' ] ) {
		if ( ! ( await exists( program ) ) ) {
			await aptInstall( [ 'mariadb-server', 'mariadb-client' ], 'MariaDB packages' );
			return;
		}
	}
}

async function socketFor( directory: string ): Promise< string > {
	const beside = join( directory, 'server.sock' );
	if ( Buffer.byteLength( beside ) <= LONGEST_SOCKET ) {
		return beside;
	}
	return join( await mkdtemp( join( tmpdir(), 'lernwelt-' ) ), 'server.sock' );
}

function answers( socket: string ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const client = connect( socket );
		const end = ( result: boolean ) => (): void => {
			client.destroy();
			resolve( result );
		};
		client.once( 'data', end( true ) );
		client.once( 'error', end( false ) );
		client.setTimeout( 2000, end( false ) );
	} );
}

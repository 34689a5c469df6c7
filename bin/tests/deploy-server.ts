import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { MariaDb } from '../src/lib/mariadb.ts';
import { inRoot } from '../src/lib/paths.ts';
import { portalList } from '../src/lib/portals.ts';
import { startGroup, stopGroups } from '../src/lib/processes.ts';
import { type Environment, ensureServers, phpFpm } from '../src/lib/production.ts';
import { pack } from '../src/lib/release/archive.ts';
import { type Facts, releaseJson } from '../src/lib/release/facts.ts';
import { layOut, writeManifest } from '../src/lib/release/tree.ts';
import { type Finished, must, run } from '../src/lib/run.ts';
import { certificate } from '../src/lib/tls.ts';
import { ensurePrograms } from './deploy-programs.ts';

/** A server as docs/handover/deployment.md describes one, in a folder: php-fpm, nginx, MariaDB, releases, a signer. */
export class Server {
	private readonly programs: ChildProcess[] = [];

	private constructor(
		/** Short, because of the sockets in it. */
		readonly root: string,
		readonly env: Environment,
		readonly port: number,
		readonly token: string,
		private readonly database: MariaDb
	) {}

	/** Prepares everything that is there before the first release. */
	static async prepare(): Promise< Server > {
		await ensureServers();
		await ensurePrograms( 'curl', 'openssl', 'ssh-keygen' );
		const root = await mkdtemp( join( tmpdir(), 'lw-' ) );
		const at = ( ...path: string[] ): string => join( root, ...path );
		for ( const folder of [ 'uploads', 'run/nginx', 'logs', 'tmp', 'cache', 'archives' ] ) {
			await mkdir( at( folder ), { recursive: true } );
		}
		const [ http = 0, https = 0, status = 0 ] = await freePorts( 3 );
		const token = randomBytes( 16 ).toString( 'hex' );
		const secret = randomBytes( 16 ).toString( 'hex' );
		const database = await MariaDb.start( 'test-deploy-mariadb' );
		const login = await database.database( 'deploy', true );
		await certificate(
			at( 'tls' ),
			portalList().portals.map( ( { id } ) => `${ id }.localhost` )
		);
		const config = {
			environment: 'production',
			network_host: `${ portalList().network }.localhost:${ https }`,
			scheme: 'https',
			db: { engine: 'mysql', ...login },
			smtp: { host: '127.0.0.1', port: 9 },
			log_file: at( 'logs/php.log' ),
			tmp: at( 'tmp' ),
			metrics_token: token,
			page_cache: {
				directory: at( 'cache/pages' ),
				secret,
				endpoint: `https://127.0.0.1:${ https }`,
				ca_file: at( 'tls/ca.pem' ),
			},
			salts: Object.fromEntries(
				[ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap( ( name ) =>
					[ 'KEY', 'SALT' ].map( ( kind ) => [ `${ name }_${ kind }`, randomBytes( 32 ).toString( 'hex' ) ] )
				)
			),
		};
		await writeFile( at( 'config.php' ), `<?php return json_decode( '${ JSON.stringify( config ) }', true );`, {
			mode: 0o640,
		} );
		await must( 'ssh-keygen', [ '-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', at( 'key' ) ] );
		const { stdout: key } = await must( 'ssh-keygen', [ '-y', '-f', at( 'key' ) ] );
		await writeFile( at( 'signers' ), `release@example.org namespaces="lernwelt-release" ${ key }` );
		const env = {
			LERNWELT_ROOT: root,
			LERNWELT_PUBLIC: at( 'current/public' ),
			LERNWELT_CONFIG: at( 'config.php' ),
			LERNWELT_UPLOADS: at( 'uploads' ),
			LERNWELT_CACHE: at( 'cache' ),
			LERNWELT_RUN: at( 'run' ),
			LERNWELT_LOGS: at( 'logs' ),
			LERNWELT_TMP: at( 'tmp' ),
			LERNWELT_PORTALS: at( 'portals' ),
			LERNWELT_HOST_PATTERN: `https://{id}.localhost:${ https }`,
			LERNWELT_USER: userInfo().username,
			LERNWELT_LISTEN: '127.0.0.1:',
			LERNWELT_HTTP_PORT: String( http ),
			LERNWELT_HTTPS_PORT: String( https ),
			LERNWELT_STATUS_PORT: String( status ),
			LERNWELT_TLS_CERT: at( 'tls/cert.pem' ),
			LERNWELT_TLS_KEY: at( 'tls/key.pem' ),
			LERNWELT_PAGE_CACHE_SECRET: secret,
			LERNWELT_PHP_WORKERS: '8',
			LERNWELT_RATE: '100000',
			LERNWELT_BURST: '100000',
			LERNWELT_SIGNERS: at( 'signers' ),
			LERNWELT_FPM_PROGRAM: await phpFpm(),
			LERNWELT_SMOKE_SECONDS: '20',
		};
		return new Server( root, env, https, token, database );
	}

	/**
	 * Makes and signs a release that adds one must-use file to the code of this folder.
	 *
	 * @param version Its version.
	 * @param extra   PHP of that file, after the opening tag.
	 * @return Path of the archive.
	 */
	async release( version: string, extra: string ): Promise< string > {
		const common = join( this.root, 'common' );
		const facts: Facts = { version, commit: '0'.repeat( 40 ), epoch: 1_790_000_000 };
		if ( ( await run( 'test', [ '-e', join( common, 'manifest.json' ) ] ) ).code !== 0 ) {
			await layOut( common, facts );
		}
		const folder = join( this.root, 'archives', `lernwelt-${ version }` );
		await cp( common, folder, { recursive: true } );
		await writeFile( join( folder, 'public/wp-content/mu-plugins/test-release.php' ), `<?php ${ extra }` );
		await writeFile( join( folder, 'release.json' ), releaseJson( facts ) );
		await writeManifest( folder );
		await pack( folder, `${ folder }.tar.gz`, facts.epoch, 1 );
		await rm( folder, { recursive: true } );
		await this.must( 'sign', `${ folder }.tar.gz`, join( this.root, 'key' ) );
		return `${ folder }.tar.gz`;
	}

	/** Starts php-fpm and nginx on the release that is installed. */
	async start(): Promise< void > {
		const current = ( path: string ): string => join( this.root, 'current/deploy', path );
		this.programs.push(
			startGroup(
				this.env.LERNWELT_FPM_PROGRAM ?? '',
				[
					'--nodaemonize',
					...( process.getuid?.() === 0 ? [ '--allow-to-run-as-root' ] : [] ),
					...[ '-c', current( 'php/lernwelt.ini' ), '--fpm-config', current( 'php/php-fpm.conf' ) ],
				],
				join( this.root, 'logs/fpm.out' ),
				{ env: this.env }
			)
		);
		await must( current( 'bin/render-nginx' ), [ join( this.root, 'run/nginx' ) ], { env: this.env } );
		this.programs.push(
			startGroup(
				current( 'bin/serve-nginx' ),
				[ join( this.root, 'run/nginx' ) ],
				join( this.root, 'logs/web.out' ),
				{ env: this.env }
			)
		);
	}

	/** Runs a program of deploy/bin of this folder. */
	tool( name: string, ...args: string[] ): Promise< Finished > {
		return run( inRoot( 'deploy/bin', name ), args, { env: this.env } );
	}

	/** The same, and it must succeed. */
	must( name: string, ...args: string[] ): Promise< Finished > {
		return must( inRoot( 'deploy/bin', name ), args, { env: this.env } );
	}

	/** wp-cli of the release that serves. */
	wp( ...args: string[] ): Promise< Finished > {
		const current = join( this.root, 'current' );
		const url = `https://${ portalList().network }.localhost:${ this.port }`;
		return must(
			'php',
			[ `${ current }/wp-cli.phar`, '--allow-root', `--path=${ current }/public`, `--url=${ url }`, ...args ],
			{ env: this.env }
		);
	}

	query( sql: string ): Promise< string > {
		return this.database.query( `USE deploy; ${ sql }` );
	}

	/** Ends everything and deletes the folder. */
	async end(): Promise< void > {
		await stopGroups( this.programs.map( ( { pid } ) => pid ?? 0 ).filter( ( pid ) => pid > 1 ) );
		await this.database.stop();
		await rm( this.root, { recursive: true, force: true } );
	}
}

async function freePorts( count: number ): Promise< number[] > {
	const servers = Array.from( { length: count }, () => createServer() );
	const ports = await Promise.all(
		servers.map(
			( server ) =>
				new Promise< number >( ( resolve ) =>
					server.listen( 0, '127.0.0.1', () => resolve( ( server.address() as { port: number } ).port ) )
				)
		)
	);
	await Promise.all( servers.map( ( server ) => new Promise( ( resolve ) => server.close( resolve ) ) ) );
	return ports;
}

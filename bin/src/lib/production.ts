import type { ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { cpus, userInfo } from 'node:os';
import { join } from 'node:path';
import { aptInstall } from './apt.ts';
import { MariaDb } from './mariadb.ts';
import { tools } from './packages.ts';
import { inRoot } from './paths.ts';
import { portalList } from './portals.ts';
import { startGroup } from './processes.ts';
import { exists, must } from './run.ts';
import { derived, portsOf, type Stack, writeWhole } from './stack.ts';
import { certificate } from './tls.ts';
import { wp } from './wp.ts';

/** Variables of deploy/env.example. */
export type Environment = Readonly< Record< string, string > >;

/** Two cores' worth at least: a page waits for its database now and then. */
const PHP_WORKERS = Math.max( 8, cpus().length * 4 );

/** Version of the system's PHP as Debian's package names carry it, e.g. "8.2". */
async function phpVersion(): Promise< string > {
	return ( await must( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] ) ).stdout;
}

/** Name of the system's php-fpm program. */
export async function phpFpm(): Promise< string > {
	return `php-fpm${ await phpVersion() }`;
}

/** Program → Debian's packages. */
export function serverPackages(
	version: string
): ReadonlyArray< readonly [ program: string, packages: readonly string[] ] > {
	return [
		[ 'nginx', [ 'nginx', 'libnginx-mod-http-brotli-static' ] ],
		[ `php-fpm${ version }`, [ `php${ version }-fpm` ] ],
		[ 'redis-server', [ 'redis-server', `php${ version }-redis` ] ],
		[ 'envsubst', [ 'gettext-base' ] ],
		[ 'openssl', [ 'openssl' ] ],
	];
}

/** Installs the servers where that is possible, otherwise names the packages. */
export async function ensureServers(): Promise< void > {
	const missing: string[] = [];
	for ( const [ program, packages ] of serverPackages( await phpVersion() ) ) {
		if ( ! ( await exists( program ) ) ) {
			missing.push( ...packages );
		}
	}
	if ( missing.length > 0 ) {
		await aptInstall( missing, 'servers of the production stack' );
	}
}

/**
 * The environment in which everything of deploy/ runs on this stack.
 *
 * @param stack A stack served by nginx.
 */
export function environment( stack: Stack ): Environment {
	const state = stack.state();
	const ports = portsOf( state.port );
	const isRoot = process.getuid?.() === 0;
	return {
		LERNWELT_ROOT: stack.directory,
		LERNWELT_PUBLIC: stack.public,
		LERNWELT_CONFIG: join( stack.directory, 'config.php' ),
		LERNWELT_UPLOADS: join( stack.content, 'uploads' ),
		LERNWELT_JOURNAL: stack.journal,
		LERNWELT_CACHE: stack.cache,
		LERNWELT_RUN: stack.run,
		LERNWELT_LOGS: stack.logs,
		LERNWELT_TMP: stack.tmp,
		LERNWELT_PORTALS: join( stack.directory, 'portals' ),
		LERNWELT_WP: `php -d memory_limit=512M -d display_errors=stderr ${ tools.wpCli } --path=${ stack.public }${ isRoot ? ' --allow-root' : '' }`,
		LERNWELT_USER: userInfo().username,
		LERNWELT_LISTEN: '127.0.0.1:',
		LERNWELT_HTTP_PORT: String( ports.http ),
		LERNWELT_HTTPS_PORT: String( ports.web ),
		LERNWELT_STATUS_PORT: String( ports.status ),
		LERNWELT_TLS_CERT: join( stack.directory, 'tls', 'cert.pem' ),
		LERNWELT_TLS_KEY: join( stack.directory, 'tls', 'key.pem' ),
		LERNWELT_PAGE_CACHE_SECRET: derived( state, 'page cache' ),
		LERNWELT_PHP_WORKERS: String( PHP_WORKERS ),
		// Everybody is 127.0.0.1 here: tests, benches, browsers.
		LERNWELT_RATE: '100000',
		LERNWELT_BURST: '100000',
		LERNWELT_CONNECTIONS: '10000',
	};
}

/**
 * The stack's database server.
 *
 * @param stack The stack.
 */
export function startDatabase( stack: Stack ): Promise< MariaDb > {
	return MariaDb.start( join( stack.name, 'mariadb' ), inRoot( 'deploy/mariadb/lernwelt.cnf' ) );
}

/**
 * The object cache; what it holds ends with it.
 *
 * @param stack The stack.
 */
export function startRedis( stack: Stack ): ChildProcess {
	return startGroup(
		'redis-server',
		[
			inRoot( 'deploy/redis/redis.conf' ),
			...[ '--port', '0', '--unixsocket', join( stack.run, 'redis.sock' ), '--dir', stack.tmp ],
			...[ '--daemonize', 'no', '--supervised', 'no', '--logfile', '' ],
		],
		join( stack.logs, 'redis.log' )
	);
}

/**
 * Certificate, environment file, list of portals and nginx's configuration. The network must be complete, its database
 * running.
 *
 * @param stack The stack.
 */
export async function configure( stack: Stack ): Promise< void > {
	const env = environment( stack );
	await certificate(
		join( stack.directory, 'tls' ),
		portalList().portals.map( ( { id } ) => `${ id }.localhost` )
	);
	const lines = Object.entries( env ).map(
		( [ name, value ] ) => `${ name }='${ value.replaceAll( "'", "'\\''" ) }'`
	);
	await writeWhole( join( stack.directory, 'lernwelt.env' ), `# Written by bin/stack.\n${ lines.join( '\n' ) }\n` );
	const { stdout } = await wp( stack, [ 'lernwelt', 'network', 'portals' ] );
	await writeWhole( env.LERNWELT_PORTALS ?? '', stdout );
	// A page of the last run may be older than the code.
	await rm( stack.cache, { recursive: true, force: true } );
	await mkdir( stack.cache, { recursive: true } );
	await must( inRoot( 'deploy/bin/render-nginx' ), [ nginxFolder( stack ) ], { env } );
	await must( 'nginx', [ '-t', '-q', '-c', join( nginxFolder( stack ), 'nginx.conf' ) ], { env } );
}

function nginxFolder( stack: Stack ): string {
	return join( stack.directory, 'nginx' );
}

/** @param stack The stack, {@link configure}d. */
export function startNginx( stack: Stack ): ChildProcess {
	return startGroup( inRoot( 'deploy/bin/serve-nginx' ), [ nginxFolder( stack ) ], join( stack.logs, 'web.log' ), {
		env: environment( stack ),
	} );
}

/**
 * @param stack  The stack, {@link configure}d.
 * @param config Another configuration than that of deploy/, for tests.
 * @param env    Variables besides those of the stack.
 */
export async function startPhpFpm(
	stack: Stack,
	config = inRoot( 'deploy/php/php-fpm.conf' ),
	env: Environment = {}
): Promise< ChildProcess > {
	return startGroup(
		await phpFpm(),
		[
			'--nodaemonize',
			...( process.getuid?.() === 0 ? [ '--allow-to-run-as-root' ] : [] ),
			...[ '-c', inRoot( 'deploy/php/lernwelt.ini' ), '--fpm-config', config ],
		],
		join( stack.logs, 'php-fpm.log' ),
		{ env: { ...environment( stack ), ...env } }
	);
}

/**
 * Runs the portals' tasks as the timers do on a server; LERNWELT_CRON_SECONDS is the pause between two rounds, a minute
 * without it.
 *
 * @param stack The stack.
 * @return Ends them after the one under way.
 */
export function startCron( stack: Stack ): () => void {
	const pause = 1000 * Number( process.env.LERNWELT_CRON_SECONDS ?? 60 );
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	const round = (): void => {
		const child = startGroup( inRoot( 'deploy/bin/cron' ), [], join( stack.logs, 'cron.log' ), {
			env: environment( stack ),
		} );
		child.once( 'close', () => {
			if ( ! stopped ) {
				timer = setTimeout( round, pause );
			}
		} );
	};
	round();
	return () => {
		stopped = true;
		clearTimeout( timer );
	};
}

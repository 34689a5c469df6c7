import type { ChildProcess } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { running } from '../lib/network.ts';
import { inRoot } from '../lib/paths.ts';
import { ensureFree, startGroup, stopGroups } from '../lib/processes.ts';
import { type Environment, environment, phpFpm } from '../lib/production.ts';
import { must } from '../lib/run.ts';
import { Stack } from '../lib/stack.ts';
import { PORTS } from '../lib/ports.ts';

const NAME = 'bench-stack';

/** nginx and php-fpm beside those of the stack, with the same files of deploy/. */
export interface Beside {
	/** Folder below the stack's, with everything they write. */
	readonly name: string;
	/** Port for HTTPS; two more follow it. */
	readonly port: number;
	readonly publicFolder: string;
	readonly config: string;
	readonly workers: number;
	/** Port of the addresses that WordPress knows, when it is another one. */
	readonly addresses?: number;
	/** Whether nginx writes no access log, to be compared with a server that writes none. */
	readonly silent?: boolean;
}

/**
 * The production stack with demo content for as long as the work takes; one that runs already stays.
 *
 * @param work What to do meanwhile.
 */
export async function onProductionStack< T >( work: ( stack: Stack ) => Promise< T > ): Promise< T > {
	const stack = new Stack( NAME );
	const env = { LERNWELT_STACK: NAME };
	const isThere = running( stack ) !== undefined;
	if ( ! isThere ) {
		await must( inRoot( 'bin/stack' ), [ 'start', '--port', String( PORTS.benchStack ) ], { env } );
	}
	try {
		return await work( stack );
	} finally {
		if ( ! isThere ) {
			await must( inRoot( 'bin/stack' ), [ 'stop' ], { env } );
		}
	}
}

async function configured(
	stack: Stack,
	{ name, port, publicFolder, config, workers }: Beside
): Promise< Environment > {
	const folder = join( stack.directory, name );
	const of = environment( stack );
	const below = async ( part: string ): Promise< string > => {
		await mkdir( join( folder, part ), { recursive: true } );
		return join( folder, part );
	};
	const portals = join( folder, 'portals' );
	await mkdir( folder, { recursive: true } );
	await writeFile(
		portals,
		( await readFile( of.LERNWELT_PORTALS ?? '', 'utf8' ) ).replaceAll( `:${ stack.state().port }`, `:${ port }` )
	);
	return {
		...of,
		LERNWELT_ROOT: folder,
		LERNWELT_PUBLIC: publicFolder,
		LERNWELT_CONFIG: config,
		LERNWELT_CACHE: await below( 'cache' ),
		LERNWELT_RUN: await below( 'run' ),
		LERNWELT_LOGS: await below( 'logs' ),
		LERNWELT_TMP: await below( 'tmp' ),
		LERNWELT_PORTALS: portals,
		LERNWELT_HTTPS_PORT: String( port ),
		LERNWELT_HTTP_PORT: String( port + 1 ),
		LERNWELT_STATUS_PORT: String( port + 2 ),
		LERNWELT_PHP_WORKERS: String( workers ),
	};
}

/** Programs of {@link beside}. */
export interface Programs {
	readonly php: ChildProcess;
	readonly env: Environment;
}

/**
 * Runs a second nginx and php-fpm of the stack's own configuration for as long as the work takes.
 *
 * @param stack  The running stack.
 * @param wanted What they serve.
 * @param work   What to do meanwhile.
 */
export async function beside< T >(
	stack: Stack,
	wanted: Beside,
	work: ( programs: Programs ) => Promise< T >
): Promise< T > {
	for ( const port of [ 0, 1, 2 ] ) {
		await ensureFree( wanted.port + port, 'end the program that uses it, then run this command again.' );
	}
	const env = await configured( stack, wanted );
	const folder = join( stack.directory, wanted.name );
	// Pages of the last run would leave PHP cold: nothing would have been made before what is measured.
	await rm( join( folder, 'cache' ), { recursive: true, force: true } );
	await must( inRoot( 'deploy/bin/render-nginx' ), [ join( folder, 'nginx' ) ], { env } );
	if ( wanted.addresses !== undefined ) {
		const file = join( folder, 'nginx', 'fastcgi_params' );
		const text = await readFile( file, 'utf8' );
		await writeFile(
			file,
			text.replace( `HTTP_HOST $host:${ wanted.port };`, `HTTP_HOST $host:${ wanted.addresses };` )
		);
	}
	if ( wanted.silent === true ) {
		const file = join( folder, 'nginx', 'nginx.conf' );
		await writeFile(
			file,
			( await readFile( file, 'utf8' ) ).replace( /^\taccess_log .*$/m, '\taccess_log off;' )
		);
	}
	const log = join( folder, 'logs', 'servers.log' );
	const php = startGroup(
		await phpFpm(),
		[
			'--nodaemonize',
			...( process.getuid?.() === 0 ? [ '--allow-to-run-as-root' ] : [] ),
			...[ '-c', inRoot( 'deploy/php/lernwelt.ini' ), '--fpm-config', inRoot( 'deploy/php/php-fpm.conf' ) ],
		],
		log,
		{ env }
	);
	const nginx = startGroup( inRoot( 'deploy/bin/serve-nginx' ), [ join( folder, 'nginx' ) ], log, { env } );
	const pids = [ php.pid ?? 0, nginx.pid ?? 0 ].filter( ( pid ) => pid > 0 );
	const interrupted = (): void => void stopGroups( pids ).then( () => process.exit( 130 ) );
	process.once( 'SIGINT', interrupted );
	try {
		await sleep( 1500 );
		return await work( { php, env } );
	} finally {
		process.off( 'SIGINT', interrupted );
		await stopGroups( pids );
	}
}

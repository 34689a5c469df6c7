/**
 * ./bin/stack – runs the configuration of deploy/ on this machine.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.ts';
import { copyStack } from './lib/copy.ts';
import { runMain, UserError } from './lib/errors.ts';
import { get } from './lib/http.ts';
import { type Network, running, table } from './lib/network.ts';
import { ensureWordPress } from './lib/packages.ts';
import { inRoot } from './lib/paths.ts';
import { composerInstall, ensurePhp } from './lib/php.ts';
import { portalList } from './lib/portals.ts';
import { ensureFree, isAlive } from './lib/processes.ts';
import {
	configure,
	ensureServers,
	startCron,
	startDatabase,
	startNginx,
	startPhpFpm,
	startRedis,
} from './lib/production.ts';
import { say, step } from './lib/progress.ts';
import { provision, reset } from './lib/provision.ts';
import { startIdentity, startMail } from './lib/servers.ts';
import { clearRemains, detach, isPrepared, serve } from './lib/serving.ts';
import { freshState, portsOf, Stack } from './lib/stack.ts';
import { stopNetwork } from './lib/stopping.ts';
import { PORTS } from './lib/ports.ts';

const HELP = `Usage: ./bin/stack start|stop|status [--port N] [--copy STACK] [--reset] [--foreground]

Runs the five portals as in production: nginx with TLS and page cache, php-fpm, MariaDB and Redis from Debian's packages,
with the very files of deploy/.

  --port N      port for HTTPS (default ${ PORTS.stack })
  --copy STACK  begins with a copy of another network's content, e.g. embedded; without it with demo content
  --reset       deletes the stack's database and uploads first and starts over
  --foreground  stays until Ctrl-C
`;

/** The stack of this command: LERNWELT_STACK, "stack" without it. */
function current(): Stack {
	return new Stack( process.env.LERNWELT_STACK || 'stack' );
}

interface Options {
	readonly port: number | undefined;
	readonly copy: string | undefined;
	readonly reset: boolean;
}

async function prepare( stack: Stack, { port, copy, reset: startOver }: Options ): Promise< void > {
	await step( 'Checking PHP', ensurePhp );
	await step( 'Checking the servers', ensureServers );
	if ( stack.exists() && ! startOver && stack.state().server !== 'nginx' ) {
		throw new UserError(
			`"${ stack.name }" is a network of ./bin/start: give this one another name (LERNWELT_STACK).`
		);
	}
	if ( copy !== undefined && stack.exists() && ! startOver ) {
		throw new UserError( 'There is a network already: add --reset to replace it by the copy.' );
	}
	const web = port ?? ( stack.exists() && ! startOver ? stack.state().port : PORTS.stack );
	const { identity, ...others } = portsOf( web );
	for ( const wanted of [ ...Object.values( others ), identity ] ) {
		await ensureFree( wanted, 'stop it, or choose another --port; the network takes eight in a row.' );
	}
	if ( startOver ) {
		await step( 'Deleting the old network', () => reset( stack ) );
	}
	await step( 'Composer packages', () => composerInstall( inRoot() ) );
	await step( 'WordPress package', ensureWordPress );
	await build();
	const database = await step( 'MariaDB', () => startDatabase( stack ) );
	const login = await database.database( 'lernwelt' );
	if ( ! stack.exists() ) {
		await stack.save( { ...freshState( web, { engine: 'mysql', ...login } ), server: 'nginx' } );
		if ( copy !== undefined ) {
			await copyStack( new Stack( copy ), stack, database );
		}
	}
	const redis = startRedis( stack );
	try {
		await provision( stack, { port: web, demo: copy === undefined } );
		await step( 'Certificate and configuration', () => configure( stack ) );
	} finally {
		redis.kill( 'SIGTERM' );
	}
}

async function start( options: Options, isForeground: boolean ): Promise< number > {
	const stack = current();
	const already = running( stack );
	if ( already !== undefined ) {
		say( table( already ) );
		say( 'It is running already.' );
		return 0;
	}
	await clearRemains( stack );
	if ( ! isPrepared( stack ) ) {
		say( `Lernwelt LSA as in production: ${ portalList().portals.length } portals, stack "${ stack.name }"` );
		await prepare( stack, options );
	}
	if ( ! isForeground ) {
		await detach( stack, 'stack.ts', './bin/stack stop', [ 'start', '--foreground' ] );
		return 0;
	}
	const database = await startDatabase( stack );
	await serve( stack, async () => ( {
		servers: {
			redis: startRedis( stack ),
			php: await startPhpFpm( stack ),
			web: startNginx( stack ),
			mail: startMail( stack ),
			identity: startIdentity( stack ),
		},
		tasks: () => startCron( stack ),
		stop: () => database.stop(),
	} ) );
	return 0;
}

async function stop(): Promise< number > {
	const stack = current();
	await stopNetwork( stack );
	if ( existsSync( join( stack.directory, 'mariadb' ) ) ) {
		await ( await startDatabase( stack ) ).stop();
	}
	return 0;
}

async function status(): Promise< number > {
	const stack = current();
	const network = running( stack );
	if ( network === undefined ) {
		say( 'Nothing is running.' );
		return 1;
	}
	let code = 0;
	for ( const [ name, pid ] of Object.entries( network.pids ) ) {
		const lives = isAlive( pid );
		say( `${ lives ? '✓' : '✗' } ${ name } (process ${ pid })` );
		code = lives ? code : 1;
	}
	for ( const line of await answers( network ) ) {
		say( line );
		code = line.startsWith( '✓' ) ? code : 1;
	}
	return code;
}

async function answers( network: Network ): Promise< string[] > {
	return Promise.all(
		Object.entries( network.portals ).map( async ( [ id, url ] ) => {
			try {
				const { status: code } = await get( `${ url }/readyz`, 5000 );
				return `${ code === 200 ? '✓' : '✗' } ${ id } (${ url }, ready: ${ code })`;
			} catch ( error ) {
				return `✗ ${ id } (${ ( error as Error ).message })`;
			}
		} )
	);
}

await runMain( async () => {
	const { values, positionals } = parseArgs( {
		options: {
			port: { type: 'string' },
			copy: { type: 'string' },
			reset: { type: 'boolean', default: false },
			foreground: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
		allowPositionals: true,
	} );
	const port = values.port === undefined ? undefined : Number( values.port );
	if ( port !== undefined && ! ( Number.isInteger( port ) && port >= 1024 && port <= 65000 ) ) {
		throw new UserError( `"${ values.port }" is no usable port: give a number from 1024 to 65000.` );
	}
	const [ command, ...rest ] = positionals;
	if ( values.help || command === undefined || rest.length > 0 ) {
		say( HELP );
		return values.help ? 0 : 1;
	}
	switch ( command ) {
		case 'start':
			return start( { port, copy: values.copy, reset: values.reset }, values.foreground );
		case 'stop':
			return stop();
		case 'status':
			return status();
		default:
			throw new UserError( `"${ command }" is not known: use start, stop or status.` );
	}
} );

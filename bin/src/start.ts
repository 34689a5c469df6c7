import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.ts';
import { runMain, UserError } from './lib/errors.ts';
import { get } from './lib/http.ts';
import { announce, announced, describe, end, type Network, running, table } from './lib/network.ts';
import { ensureWordPress } from './lib/packages.ts';
import { inRoot } from './lib/paths.ts';
import { composerInstall, ensurePhp } from './lib/php.ts';
import { portalList } from './lib/portals.ts';
import { ensureFree } from './lib/processes.ts';
import { say, step, total } from './lib/progress.ts';
import { provision, reset } from './lib/provision.ts';
import { startIdentity, startMail, startWeb } from './lib/servers.ts';
import { startRunner } from './lib/runner.ts';
import { DEFAULT_PORT, portsOf, Stack } from './lib/stack.ts';

const HELP = `Usage: ./bin/start [--port N] [--reset] [--detach]

Sets everything up that is missing, then runs the five portals on this machine.

  --port N   web port (default 8080; mail catcher and identity provider follow at N+5 and N+7); an existing network is moved
             there, its identity provider stays where it is
  --reset    deletes the network's database and uploads first and starts over
  --detach   returns once everything answers; ./bin/stop ends it
`;

/** Tells the background process that its foreground has prepared this stack already. */
const PREPARED = 'LERNWELT_PREPARED';

interface Options {
	readonly port: number | undefined;
	readonly reset: boolean;
	readonly detach: boolean;
}

function options(): Options | null {
	let values;
	try {
		( { values } = parseArgs( {
			options: {
				port: { type: 'string' },
				reset: { type: 'boolean' },
				detach: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		} ) );
	} catch ( error ) {
		throw new UserError( `${ ( error as Error ).message } See ./bin/start --help.` );
	}
	if ( values.help === true ) {
		return null;
	}
	const port = values.port === undefined ? undefined : Number( values.port );
	if ( port !== undefined && ! ( Number.isInteger( port ) && port >= 1024 && port <= 65000 ) ) {
		throw new UserError( `"${ values.port }" is no usable port: give a number from 1024 to 65000.` );
	}
	return { port, reset: values.reset === true, detach: values.detach === true };
}

async function prepare( stack: Stack, { port, reset: startOver }: Options ): Promise< void > {
	await step( 'Checking PHP', ensurePhp );
	const web = port ?? ( stack.exists() && ! startOver ? stack.state().port : DEFAULT_PORT );
	const ports = portsOf( web );
	await ensureFree( ports.web, 'stop it, or choose another one with --port.' );
	await ensureFree(
		ports.mailWeb,
		'the mail catcher needs it; stop the program, or choose another --port (the mail catcher follows).'
	);
	await ensureFree(
		ports.smtp,
		'the mail catcher needs it; stop the program, or choose another --port (the mail catcher follows).'
	);
	const old = stack.exists() && ! startOver ? stack.state() : undefined;
	await ensureFree(
		old === undefined ? ports.identity : ( old.identity?.port ?? portsOf( old.port ).identity ),
		old === undefined
			? 'the identity provider needs it; stop the program, or choose another --port (the provider follows).'
			: 'the identity provider of this network needs it, whatever the --port; stop the program.'
	);
	// Only now: a start that can't succeed must not have deleted anything.
	if ( startOver ) {
		await step( 'Deleting the old network', () => reset( stack ) );
	}
	await step( 'Composer packages', () => composerInstall( inRoot() ) );
	await step( 'WordPress package', ensureWordPress );
	await build();
	await provision( stack, { port: web, demo: true } );
}

/** Ctrl-C and its relatives; from the call on they no longer end this process by themselves. */
function interruption(): AbortSignal {
	const interrupted = new AbortController();
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		process.on( signal, () => interrupted.abort() );
	}
	return interrupted.signal;
}

/** Runs the servers until the person ends them; they have process groups of their own, which only we can end. */
async function serve( stack: Stack ): Promise< void > {
	const interrupted = interruption();
	const asked = once( interrupted, 'abort' );
	const web = startWeb( stack );
	const mail = startMail( stack );
	const identity = startIdentity( stack );
	const network = describe( stack, {
		start: process.pid,
		web: web.pid ?? 0,
		mail: mail.pid ?? 0,
		identity: identity.pid ?? 0,
	} );
	try {
		await step( 'Waiting for the portals', () =>
			Promise.race( [ untilReady( stack, network, interrupted ), asked ] )
		);
		if ( ! interrupted.aborted ) {
			await announce( stack, network );
			const stopRunner = startRunner( network );
			say( table( network ) );
			say( `Ready after ${ total() }. Ctrl-C ends everything.` );
			await asked;
			stopRunner();
		}
		say( '\nStopping …' );
	} finally {
		await end( stack, network );
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
	for ( let attempt = 0; attempt < 150; attempt++ ) {
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

/** Starts the same command again, which finds everything prepared, and waits for its announcement. */
async function detach( stack: Stack ): Promise< void > {
	await mkdir( stack.logs, { recursive: true } );
	const log = join( stack.logs, 'start.log' );
	const out = openSync( log, 'a' );
	const child = spawn( inRoot( 'node_modules/.bin/tsx' ), [ inRoot( 'bin/src/start.ts' ) ], {
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
			say( `Running in the background (ready after ${ total() }); ./bin/stop ends it.` );
			return;
		}
		if ( code !== null ) {
			throw new UserError( `The network did not start: read ${ log.replace( `${ inRoot() }/`, '' ) }.` );
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
}

/** Ends what a killed start command left behind. */
async function clearRemains( stack: Stack ): Promise< void > {
	const old = announced( stack );
	if ( old !== undefined ) {
		await end( stack, old );
	}
}

await runMain( async () => {
	const chosen = options();
	if ( chosen === null ) {
		say( HELP );
		return 0;
	}
	const stack = Stack.current();
	const already = running( stack );
	if ( already !== undefined ) {
		if ( chosen.reset || ( chosen.port !== undefined && chosen.port !== already.port ) ) {
			throw new UserError( 'The network is running: end it with ./bin/stop first, then run this command again.' );
		}
		say( table( already ) );
		say( 'It is running already.' );
		return 0;
	}
	await clearRemains( stack );
	if ( process.env[ PREPARED ] !== stack.name ) {
		say( `Lernwelt LSA: ${ portalList().portals.length } portals, stack "${ stack.name }"` );
		await prepare( stack, chosen );
	}
	if ( chosen.detach ) {
		await detach( stack );
		return 0;
	}

	await serve( stack );
	return 0;
} );

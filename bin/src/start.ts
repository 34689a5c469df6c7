import { parseArgs } from 'node:util';
import { build } from './lib/build.ts';
import { runMain, UserError } from './lib/errors.ts';
import { running, table } from './lib/network.ts';
import { ensureWordPress } from './lib/packages.ts';
import { inRoot } from './lib/paths.ts';
import { composerInstall, ensurePhp } from './lib/php.ts';
import { portalList } from './lib/portals.ts';
import { ensureFree } from './lib/processes.ts';
import { say, step } from './lib/progress.ts';
import { provision, reset } from './lib/provision.ts';
import { startIdentity, startMail, startWeb } from './lib/servers.ts';
import { startRunner } from './lib/runner.ts';
import { clearRemains, detach, isPrepared, serve } from './lib/serving.ts';
import { portsOf, Stack } from './lib/stack.ts';
import { PORTS } from './lib/ports.ts';

const HELP = `Usage: ./bin/start [--port N] [--reset] [--detach]

Sets everything up that is missing, then runs the five portals on this machine.

  --port N   web port (default 8080; mail catcher and identity provider follow at N+5 and N+7); an existing network is moved
             there, its identity provider stays where it is
  --reset    deletes the network's database and uploads first and starts over
  --detach   returns once everything answers; ./bin/stop ends it
`;

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
	const web = port ?? ( stack.exists() && ! startOver ? stack.state().port : PORTS.start );
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
	if ( ! isPrepared( stack ) ) {
		say( `Lernwelt LSA: ${ portalList().portals.length } portals, stack "${ stack.name }"` );
		await prepare( stack, chosen );
	}
	if ( chosen.detach ) {
		await detach( stack, 'start.ts', './bin/stop' );
		return 0;
	}

	await serve( stack, async () => ( {
		servers: { web: startWeb( stack ), mail: startMail( stack ), identity: startIdentity( stack ) },
		tasks: startRunner,
	} ) );
	return 0;
} );

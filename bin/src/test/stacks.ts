import { MariaDb } from '../lib/mariadb.ts';
import { ensureWordPress } from '../lib/packages.ts';
import { inRoot } from '../lib/paths.ts';
import { Stack } from '../lib/stack.ts';
import { UserError } from '../lib/errors.ts';
import { atEnd } from './cleanup.ts';
import type { PartContext } from './part.ts';
import { ensureComposer, ensureMariaDb, ensureServers, once } from './setup.ts';
import { runTool } from './tool.ts';
import { PORTS } from '../lib/ports.ts';

/** Port of the stack that browsers test; the mail catcher follows it. */
/** How a test stack is made. */
interface Recipe {
	readonly port: number;
	readonly engine: 'sqlite' | 'mariadb';
	readonly demo: boolean;
}

const RECIPES: Readonly< Record< string, Recipe > > = {
	e2e: { port: PORTS.e2e, engine: 'sqlite', demo: true },
	// No server ever listens on these two ports; they are only part of the stored addresses.
	'test-sqlite': { port: PORTS.integration, engine: 'sqlite', demo: false },
	'test-mariadb': { port: PORTS.integration, engine: 'mariadb', demo: false },
};

const tsx = inRoot( 'node_modules/.bin/tsx' );

async function mustRun( script: string, args: readonly string[], context: PartContext, env = {} ): Promise< void > {
	const { failed, output } = await runTool( { command: tsx, args: [ inRoot( script ), ...args ], env }, context );
	if ( failed > 0 ) {
		throw new UserError( output.trim() );
	}
}

/**
 * Builds plugins and themes, once per run.
 *
 * @param context The part that waits for it.
 */
export function built( context: PartContext ): Promise< void > {
	return once( 'build', async () => {
		await ensureComposer();
		context.onOutput( 'WordPress package' );
		await ensureWordPress();
		await mustRun( 'bin/src/build.ts', [], context, { LERNWELT_STACK: 'e2e' } );
	} );
}

/**
 * Puts a test stack into its first state.
 *
 * @param name    One of the recipes.
 * @param context The part that waits for it.
 */
export async function freshStack( name: string, context: PartContext ): Promise< Stack > {
	const recipe = RECIPES[ name ];
	if ( recipe === undefined ) {
		throw new UserError( `There is no test stack "${ name }".` );
	}
	await built( context );
	if ( recipe.engine === 'mariadb' ) {
		context.onOutput( 'MariaDB' );
		await ensureMariaDb();
		const server = await MariaDb.start();
		atEnd( () => server.stop() );
	}
	const args = [ name, String( recipe.port ), recipe.engine, recipe.demo ? 'demo' : '' ];
	await mustRun( 'bin/src/test/prepare.ts', args, context );
	return new Stack( name );
}

/**
 * Starts the portals for the browser, fresh, and ends them with the run.
 *
 * @param context The part that waits for it.
 */
export async function runningPortals( context: PartContext ): Promise< Stack > {
	const env = { LERNWELT_STACK: 'e2e' };
	const stop = (): Promise< void > => mustRun( 'bin/src/stop.ts', [], context, env );
	await stop();
	const stack = await freshStack( 'e2e', context );
	atEnd( stop );
	await mustRun( 'bin/src/start.ts', [ '--port', String( PORTS.e2e ), '--detach' ], context, env );
	return stack;
}

/** The production stacks that browsers test: all tests on a copy of e2e, or a few beside e2e on demo content of their own. */
const PRODUCTION = {
	all: { name: 'e2e-stack', port: PORTS.e2eStack, from: 'e2e' },
	few: { name: 'e2e-few', port: PORTS.e2eFew, from: undefined },
} as const;

/**
 * Starts a production stack, and ends it with the run.
 *
 * @param which   For which tests.
 * @param context The part that waits for it.
 */
export async function runningStack( which: keyof typeof PRODUCTION, context: PartContext ): Promise< Stack > {
	const { name, port, from } = PRODUCTION[ which ];
	const env = { LERNWELT_STACK: name };
	const stop = (): Promise< void > => mustRun( 'bin/src/stack.ts', [ 'stop' ], context, env );
	await ensureServers();
	await stop();
	await ( from === undefined ? built( context ) : freshStack( from, context ) );
	atEnd( stop );
	const args = [ 'start', '--reset', '--port', String( port ), ...( from === undefined ? [] : [ '--copy', from ] ) ];
	// Tests wait for mails.
	await mustRun( 'bin/src/stack.ts', args, context, { ...env, LERNWELT_CRON_SECONDS: '10' } );
	return new Stack( name );
}

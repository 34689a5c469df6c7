/**
 * Puts a stack for tests into its first state: restored from a snapshot, or installed and put aside.
 * A process of its own, so that its progress goes into the part that waits for it.
 *
 * Arguments: name of the stack, port, "sqlite" or "mariadb", "demo" for demo content.
 */
import { assemble } from '../lib/assemble.ts';
import { runMain, UserError } from '../lib/errors.ts';
import { MariaDb } from '../lib/mariadb.ts';
import { running } from '../lib/network.ts';
import { inRoot } from '../lib/paths.ts';
import { step } from '../lib/progress.ts';
import { provision, reset } from '../lib/provision.ts';
import { must } from '../lib/run.ts';
import { fingerprint, Snapshot } from '../lib/snapshot.ts';
import { type Database, Stack } from '../lib/stack.ts';

async function databaseFor( engine: string, stack: Stack ): Promise< Database > {
	if ( engine === 'sqlite' ) {
		return { engine: 'sqlite' };
	}
	const server = await MariaDb.start();
	return { engine: 'mysql', ...( await server.database( stack.name.replaceAll( '-', '_' ), true ) ) };
}

await runMain( async () => {
	const [ name = '', port = '', engine = '', content = '' ] = process.argv.slice( 2 );
	const stack = new Stack( name );
	if ( running( stack ) !== undefined ) {
		throw new UserError( `The stack "${ name }" is running: end it with LERNWELT_STACK=${ name } ./bin/stop.` );
	}
	const snapshot = new Snapshot( stack, fingerprint( port, engine, content ) );
	if ( snapshot.exists() ) {
		await step( `Restoring the prepared network "${ name }"`, () => snapshot.restore() );
		await assemble( stack );
	} else {
		await reset( stack );
		const database = await databaseFor( engine, stack );
		await provision( stack, { port: Number( port ), database, demo: content === 'demo' } );
		await step( `Putting the network "${ name }" aside for later runs`, () => snapshot.take() );
	}
	if ( name.startsWith( 'test-' ) ) {
		// What tests/php/bootstrap.php brings back before WordPress is loaded.
		await must( 'php', [ inRoot( 'tests/php/database.php' ), 'save' ], { env: { LERNWELT_STACK: name } } );
	}
} );

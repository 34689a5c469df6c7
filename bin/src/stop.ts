import { runMain } from './lib/errors.ts';
import { announced, end, running } from './lib/network.ts';
import { say } from './lib/progress.ts';
import { Stack } from './lib/stack.ts';

await runMain( async () => {
	const stack = Stack.current();
	const network = announced( stack );
	if ( network === undefined ) {
		say( 'Nothing is running.' );
		return;
	}
	if ( running( stack ) !== undefined ) {
		process.kill( network.pids.start, 'SIGTERM' );
		for ( let round = 0; round < 100 && running( stack ) !== undefined; round++ ) {
			await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		}
	}
	await end( stack, network );
	say( 'Stopped.' );
} );

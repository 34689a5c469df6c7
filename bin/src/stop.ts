import { runMain } from './lib/errors.ts';
import { announced, withdraw } from './lib/network.ts';
import { isAlive, stopGroups } from './lib/processes.ts';
import { say } from './lib/progress.ts';
import { Stack } from './lib/stack.ts';

await runMain( async () => {
	const stack = Stack.current();
	const network = announced( stack );
	if ( network === undefined ) {
		say( 'Nothing is running.' );
		return;
	}
	if ( isAlive( network.pids.start ) ) {
		process.kill( network.pids.start, 'SIGTERM' );
		for ( let round = 0; round < 100 && isAlive( network.pids.start ); round++ ) {
			await new Promise( ( resolve ) => setTimeout( resolve, 50 ) );
		}
	}
	await stopGroups( [ network.pids.web, network.pids.mail ] );
	await withdraw( stack );
	say( 'Stopped.' );
} );

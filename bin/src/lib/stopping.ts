import { announced, end, running } from './network.ts';
import { say } from './progress.ts';
import type { Stack } from './stack.ts';

/**
 * Ends a network that runs in the background, or what is left of one.
 *
 * @param stack Its stack.
 */
export async function stopNetwork( stack: Stack ): Promise< void > {
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
}

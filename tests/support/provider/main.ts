/**
 * The demo identity provider of one stack as a process of its own; bin/start starts it.
 *
 * Argument: name of the stack.
 */
import { mainPortal, portalList } from '../../../bin/src/lib/portals.ts';
import { Stack } from '../../../bin/src/lib/stack.ts';
import { mapLocalhost } from '../hosts.ts';
import { DemoProvider } from './demo.ts';
import { keysIn, saveKeys } from './keys.ts';

mapLocalhost();

const stack = new Stack( process.argv[ 2 ] ?? '' );
const folder = stack.identityFolder;
const main = mainPortal();
const portals = [ main, ...portalList().portals.filter( ( { id } ) => id !== main.id ) ];
const provider = new DemoProvider( {
	identity: stack.identity(),
	portals: portals.map( ( portal ) => ( { id: portal.id, url: stack.url( portal ) } ) ),
	keys: await keysIn( folder ),
	saveKeys: ( keys ) => saveKeys( folder, keys ),
	log: ( line ) => process.stdout.write( `${ new Date().toISOString() } ${ line }\n` ),
} );
await provider.start();
process.stdout.write( `${ new Date().toISOString() } ${ provider.issuer }\n` );
for ( const signal of [ 'SIGINT', 'SIGTERM' ] as const ) {
	process.on( signal, () => process.exit( 0 ) );
}

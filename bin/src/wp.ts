import { spawn } from 'node:child_process';
import { runMain, UserError } from './lib/errors.ts';
import { mainPortal, portalById } from './lib/portals.ts';
import { Stack } from './lib/stack.ts';
import { wpCommand } from './lib/wp.ts';

/** Takes "--portal ID" or "--portal=ID" out of the arguments; the rest is wp-cli's. */
function split( argv: readonly string[] ): { portal: string | undefined; rest: string[] } {
	const rest = [ ...argv ];
	const at = rest.findIndex( ( word ) => word === '--portal' || word.startsWith( '--portal=' ) );
	if ( at === -1 ) {
		return { portal: undefined, rest };
	}
	const [ word = '' ] = rest.splice( at, 1 );
	const portal = word.includes( '=' ) ? word.slice( word.indexOf( '=' ) + 1 ) : rest.splice( at, 1 )[ 0 ];
	if ( portal === undefined || portal === '' ) {
		throw new UserError( 'Name the portal after --portal, e.g. ./bin/wp --portal lernorte option get blogname.' );
	}
	return { portal, rest };
}

await runMain( async () => {
	const { portal, rest } = split( process.argv.slice( 2 ) );
	const stack = Stack.current();
	stack.state();
	const child = spawn(
		'php',
		[ ...wpCommand( stack, portal === undefined ? mainPortal() : portalById( portal ) ), ...rest ],
		{ stdio: 'inherit' }
	);
	return new Promise< number >( ( resolve ) => child.on( 'close', ( code ) => resolve( code ?? 1 ) ) );
} );

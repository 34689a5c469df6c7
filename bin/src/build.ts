import { build } from './lib/build.ts';
import { copyMustUse } from './lib/assemble.ts';
import { runMain } from './lib/errors.ts';
import { say, total } from './lib/progress.ts';
import { Stack } from './lib/stack.ts';

await runMain( async () => {
	await build( process.argv.slice( 2 ) );
	const stack = Stack.current();
	if ( stack.exists() ) {
		await copyMustUse( stack );
	}
	say( `Built in ${ total() }.` );
} );

const started = Date.now();

function elapsed( since: number ): string {
	return `${ ( ( Date.now() - since ) / 1000 ).toFixed( 1 ) } s`;
}

/**
 * Runs one step of a longer command and prints its name, then its duration.
 * On a terminal a long step shows its seconds while it runs.
 *
 * @param label What is being done, in a few words.
 * @param work  The step.
 */
export async function step< T >( label: string, work: () => Promise< T > ): Promise< T > {
	const since = Date.now();
	const live = process.stdout.isTTY;
	process.stdout.write( live ? `  ${ label } …` : `  ${ label } …\n` );
	const timer = live
		? setInterval( () => process.stdout.write( `\r  ${ label } … ${ elapsed( since ) }` ), 1000 )
		: undefined;
	try {
		const result = await work();
		process.stdout.write(
			live ? `\r\u001b[K  ✓ ${ label } (${ elapsed( since ) })\n` : `  ✓ ${ label } (${ elapsed( since ) })\n`
		);
		return result;
	} catch ( error ) {
		process.stdout.write(
			live ? `\r\u001b[K  ✗ ${ label } (${ elapsed( since ) })\n` : `  ✗ ${ label } (${ elapsed( since ) })\n`
		);
		throw error;
	} finally {
		clearInterval( timer );
	}
}

/** Seconds since this command began, for closing lines. */
export function total(): string {
	return elapsed( started );
}

/** @param text A line for the person at the keyboard. */
export function say( text: string ): void {
	process.stdout.write( `${ text }\n` );
}

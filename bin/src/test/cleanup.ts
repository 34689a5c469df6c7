type Task = () => Promise< void > | void;

const tasks: Task[] = [];

/**
 * Remembers what must be undone when the run ends, however it ends. Last in, first out.
 *
 * @param task Stops a server, ends a process.
 */
export function atEnd( task: Task ): void {
	tasks.push( task );
}

/** Undoes everything; a task that fails is reported and does not keep the others from running. */
export async function cleanUp(): Promise< void > {
	for ( let task = tasks.pop(); task !== undefined; task = tasks.pop() ) {
		try {
			await task();
		} catch ( error ) {
			process.stderr.write( `Cleaning up: ${ error instanceof Error ? error.message : String( error ) }\n` );
		}
	}
}

/** Makes Ctrl-C and a polite kill clean up as well. */
export function cleanUpOnSignals(): void {
	for ( const [ signal, code ] of [
		[ 'SIGINT', 130 ],
		[ 'SIGTERM', 143 ],
		[ 'SIGHUP', 129 ],
	] as const ) {
		process.once( signal, () => {
			process.stderr.write( '\nStopping …\n' );
			void cleanUp().then( () => process.exit( code ) );
		} );
	}
}

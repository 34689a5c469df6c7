import dns from 'node:dns';

type Callback = ( error: NodeJS.ErrnoException | null, address: string | dns.LookupAddress[], family?: number ) => void;

const LOCAL = '127.0.0.1';

function isLocal( host: string ): boolean {
	return host === 'localhost' || host.endsWith( '.localhost' );
}

let mapped = false;

/**
 * Makes Node find *.localhost on this machine, as Chromium and curl do. Covers fetch, node:http and Playwright's
 * requests, because all of them ask dns.lookup.
 */
export function mapLocalhost(): void {
	if ( mapped ) {
		return;
	}
	mapped = true;
	const lookup = dns.lookup as ( host: string, options: unknown, callback: Callback ) => void;
	const promised = dns.promises.lookup as ( host: string, options?: dns.LookupOptions ) => Promise< unknown >;
	const answer = ( all: boolean | undefined ): dns.LookupAddress | dns.LookupAddress[] =>
		all === true ? [ { address: LOCAL, family: 4 } ] : { address: LOCAL, family: 4 };

	Object.assign( dns, {
		lookup( host: string, options: dns.LookupOptions | number | Callback, callback?: Callback ): void {
			const done = typeof options === 'function' ? options : callback;
			if ( done === undefined || ! isLocal( host ) ) {
				lookup( host, typeof options === 'function' ? {} : options, done as Callback );
				return;
			}
			const all = typeof options === 'object' && options.all === true;
			process.nextTick( () =>
				all ? done( null, [ { address: LOCAL, family: 4 } ] ) : done( null, LOCAL, 4 )
			);
		},
	} );
	Object.assign( dns.promises, {
		lookup: ( host: string, options?: dns.LookupOptions ): Promise< unknown > =>
			isLocal( host ) ? Promise.resolve( answer( options?.all ) ) : promised( host, options ),
	} );
}

import { request, type IncomingHttpHeaders } from 'node:http';

/** An answer and what it took. */
export interface Timed {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** Milliseconds until the first byte. */
	readonly firstByte: number;
	/** Database queries, when the measuring plugin tells them. */
	readonly queries: number | null;
}

/**
 * Asks a portal of this machine.
 *
 * @param address Full address.
 * @param headers Additional headers.
 */
export function timed( address: string, headers: Readonly< Record< string, string > > = {} ): Promise< Timed > {
	const url = new URL( address );
	return new Promise( ( resolve, reject ) => {
		const since = performance.now();
		const sent = request(
			{
				host: '127.0.0.1',
				port: url.port,
				path: url.pathname + url.search,
				headers: { Host: url.host, ...headers },
			},
			( response ) => {
				const firstByte = performance.now() - since;
				const chunks: Buffer[] = [];
				response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
				response.once( 'error', reject );
				response.once( 'end', () => {
					const told = response.headers[ 'server-timing' ];
					const queries = /db;desc="(\d+)"/.exec(
						Array.isArray( told ) ? told.join() : ( told ?? '' )
					)?.[ 1 ];
					resolve( {
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat( chunks ),
						firstByte,
						queries: queries === undefined ? null : Number( queries ),
					} );
				} );
			}
		);
		sent.once( 'error', reject );
		sent.end();
	} );
}

import { request, type IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';

/** An answer of a local portal. */
export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/**
 * One request to a portal of this machine. Node does not resolve *.localhost, so the connection goes
 * to 127.0.0.1 and the portal's name travels in the Host header. A certificate is not checked: the production stack signs
 * its own, and nobody else can listen on this machine's own address.
 *
 * @param address Full address.
 * @param timeout Milliseconds until the request counts as failed.
 * @throws Error when nothing answers in time.
 */
export function get( address: string, timeout = 60_000 ): Promise< Answer > {
	const url = new URL( address );
	return new Promise( ( resolve, reject ) => {
		const isSecure = url.protocol === 'https:';
		const req = ( isSecure ? secureRequest : request )(
			{
				host: '127.0.0.1',
				...( isSecure ? { servername: url.hostname, rejectUnauthorized: false } : {} ),
				port: url.port,
				path: url.pathname + url.search,
				headers: { Host: url.host },
				timeout,
			},
			( response ) => {
				const chunks: Buffer[] = [];
				response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
				response.on( 'error', reject );
				response.on( 'end', () =>
					resolve( {
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat( chunks ).toString( 'utf8' ),
					} )
				);
			}
		);
		req.on( 'timeout', () => req.destroy( new Error( `No answer from ${ address } within ${ timeout } ms` ) ) );
		req.on( 'error', reject );
		req.end();
	} );
}

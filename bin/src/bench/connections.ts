import { connect, type TLSSocket } from 'node:tls';

/** One request of many that were sent at the same moment. */
export interface Arrival {
	readonly status: number;
	/** Milliseconds from sending to the first byte. */
	readonly first: number;
}

function open( port: number, host: string ): Promise< TLSSocket > {
	return new Promise( ( resolve, reject ) => {
		const socket = connect( { host: '127.0.0.1', port, servername: host, rejectUnauthorized: false }, () =>
			resolve( socket )
		);
		socket.once( 'error', reject );
	} );
}

function ask( socket: TLSSocket, request: string ): Promise< Arrival > {
	const start = performance.now();
	return new Promise( ( resolve, reject ) => {
		socket.once( 'data', ( chunk: Buffer ) => {
			const first = performance.now() - start;
			const status = Number( /^HTTP\/1\.1 (\d+)/.exec( chunk.toString( 'latin1', 0, 20 ) )?.[ 1 ] ?? 0 );
			socket.resume();
			socket.once( 'close', () => resolve( { status, first } ) );
		} );
		socket.once( 'error', reject );
		socket.write( request );
	} );
}

/**
 * Opens connections, and then asks on all of them at once: what is measured is the answer, not the handshake.
 *
 * @param count   Connections.
 * @param port    Port of HTTPS on this machine.
 * @param host    Portal's host name.
 * @param path    Path and query.
 * @param headers More lines of the request.
 */
export async function atOnce(
	count: number,
	port: number,
	host: string,
	path: string,
	headers: readonly string[] = []
): Promise< Arrival[] > {
	const sockets = await Promise.all( Array.from( { length: count }, () => open( port, host ) ) );
	const lines = [
		`GET ${ path } HTTP/1.1`,
		`Host: ${ host }:${ port }`,
		'Accept-Encoding: gzip',
		'Connection: close',
	];
	const request = `${ [ ...lines, ...headers ].join( '\r\n' ) }\r\n\r\n`;
	return Promise.all( sockets.map( ( socket ) => ask( socket, request ) ) );
}

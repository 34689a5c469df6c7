import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** An answer; status 0 when there was none. */
export interface Reply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** A request. */
export interface Ask {
	readonly method?: 'GET' | 'POST';
	readonly headers?: Readonly< Record< string, string > >;
	readonly body?: string;
	/** Milliseconds until it counts as unanswered. */
	readonly timeout?: number;
}

const agent = new Agent( { keepAlive: true, maxSockets: 64 } );

/** Ends the connections that wait for another request. */
export function hangUp(): void {
	agent.destroy();
}

/**
 * Asks a portal of this machine. Never throws: that there was no answer is one of the things that are counted.
 *
 * @param address Full address.
 * @param ask     How.
 */
export function reply(
	address: string,
	{ method = 'GET', headers = {}, body, timeout = 20_000 }: Ask = {}
): Promise< Reply > {
	const url = new URL( address );
	return new Promise( ( resolve ) => {
		const none = ( error: Error ): void => resolve( { status: 0, headers: {}, body: error.message } );
		const sent = request(
			{
				...{ agent, method, timeout, host: '127.0.0.1', port: url.port, path: url.pathname + url.search },
				...{ servername: url.hostname, rejectUnauthorized: false },
				headers: {
					...{ Host: url.host, 'Accept-Encoding': 'gzip' },
					...( body === undefined ? {} : { 'Content-Length': String( Buffer.byteLength( body ) ) } ),
					...headers,
				},
			},
			( response ) => {
				const chunks: Buffer[] = [];
				response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
				response.once( 'error', none );
				response.once( 'end', () => {
					const whole = Buffer.concat( chunks );
					try {
						const text = response.headers[ 'content-encoding' ] === 'gzip' ? gunzipSync( whole ) : whole;
						resolve( {
							status: response.statusCode ?? 0,
							headers: response.headers,
							body: text.toString( 'utf8' ),
						} );
					} catch ( error ) {
						// Half a page is no page.
						none( error as Error );
					}
				} );
			}
		);
		sent.once( 'timeout', () => sent.destroy( new Error( `nothing within ${ timeout } ms` ) ) );
		sent.once( 'error', none );
		sent.end( body );
	} );
}

import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A message that would have been sent to a telephone. */
export interface SentSms {
	readonly to: string;
	readonly text: string;
	/** What the caller showed as its right to send. */
	readonly authorization: string;
}

/** A request that a stub got. */
export interface Received {
	readonly at: number;
	readonly path: string;
	readonly authorization: string;
	readonly body: string;
}

function bodyOf( request: IncomingMessage ): Promise< string > {
	return new Promise( ( resolve, reject ) => {
		const chunks: Buffer[] = [];
		request.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
		request.on( 'error', reject );
		request.on( 'end', () => resolve( Buffer.concat( chunks ).toString( 'utf8' ) ) );
	} );
}

/** Takes every POST and remembers it: in place of an SMS gateway, or of the other end of a heartbeat. */
export class WebhookStub {
	readonly received: Received[] = [];

	/** Status of the answers; 503 plays a gateway that is out of order. */
	status = 200;

	private constructor( private readonly server: Server ) {}

	/** @param port Port on 127.0.0.1. */
	static async start( port: number ): Promise< WebhookStub > {
		const server = createServer();
		const stub = new WebhookStub( server );
		server.on( 'request', ( request, response ) => {
			void bodyOf( request ).then(
				( body ) => {
					stub.received.push( {
						at: Date.now(),
						path: request.url ?? '',
						authorization: request.headers.authorization ?? '',
						body,
					} );
					response.writeHead( stub.status ).end();
				},
				( error: unknown ) => response.destroy( error instanceof Error ? error : undefined )
			);
		} );
		await new Promise< void >( ( resolve, reject ) => {
			server.once( 'error', reject );
			server.listen( port, '127.0.0.1', resolve );
		} );
		return stub;
	}

	/** Everything received, read as the gateway's messages. */
	messages(): SentSms[] {
		return this.received.map( ( { body, authorization } ) => {
			const { to, text } = JSON.parse( body ) as { readonly to: string; readonly text: string };
			return { to, text, authorization };
		} );
	}

	/** Closes the port and what is still connected. */
	async stop(): Promise< void > {
		this.server.closeAllConnections();
		await new Promise< void >( ( resolve ) => this.server.close( () => resolve() ) );
	}
}

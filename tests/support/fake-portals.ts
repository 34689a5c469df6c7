import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';

/** One portal that answers as the real ones do, as far as monitoring looks. */
export interface FakePortal {
	readonly port: number;
	readonly closed: boolean;
	/** Answers 503 to everything. */
	broken: boolean;
}

/**
 * Portals on ports of their own, each with TLS.
 *
 * @param portals     The portals; may be broken and mended while they run.
 * @param certificate Files of certificate and key.
 * @return Stops all of them.
 */
export async function startFakePortals(
	portals: readonly FakePortal[],
	certificate: { readonly cert: string; readonly key: string }
): Promise< () => Promise< void > > {
	const tls = { cert: readFileSync( certificate.cert ), key: readFileSync( certificate.key ) };
	const servers = await Promise.all( portals.map( ( portal ) => serve( portal, tls ) ) );
	return async () => {
		for ( const server of servers ) {
			server.closeAllConnections();
			await new Promise< void >( ( resolve ) => server.close( () => resolve() ) );
		}
	};
}

function page( { port }: FakePortal ): string {
	return `<!doctype html><link href="https://127.0.0.1:${ port }/wp-content/a.css"><footer class="x" id="fuss"></footer></html>`;
}

function serve( portal: FakePortal, tls: { readonly cert: Buffer; readonly key: Buffer } ): Promise< Server > {
	const server = createServer( tls, ( request, response ) => {
		response.setHeader( 'Strict-Transport-Security', 'max-age=31536000; includeSubDomains' );
		if ( portal.broken ) {
			response.writeHead( 503 ).end( 'broken' );
		} else if ( request.url === '/readyz' ) {
			response.end( '{"status":"ok","checks":[]}' );
		} else if ( request.url === '/metrics' && request.headers.authorization === 'Bearer metrics' ) {
			response.setHeader( 'Content-Type', 'text/plain; version=0.0.4' );
			response.end( 'lernwelt_backup_age_seconds{repository="primary"} 60\n' );
		} else if ( portal.closed && request.url === '/' ) {
			response.writeHead( 302, { Location: `https://127.0.0.1:${ portal.port }/anmelden/?weiter=%2F` } ).end();
		} else {
			response.end( page( portal ) );
		}
	} );
	return new Promise( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( portal.port, '127.0.0.1', () => resolve( server ) );
	} );
}

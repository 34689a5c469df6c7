import { Agent, request } from 'node:https';

/** What visitors saw while something happened. */
export interface Seen {
	/** Answers by status; "error" stands for connections that broke. */
	readonly statuses: Readonly< Record< string, number > >;
	/** Releases that answered, in the order of their first answer. */
	readonly releases: readonly string[];
}

/** Upper limit: nothing here runs on by itself. */
const LONGEST = 180_000;

/**
 * Asks for pages of a server one after another, from several visitors at once, past the page cache.
 *
 * @param port     HTTPS port on 127.0.0.1.
 * @param hosts    Host names.
 * @param visitors How many at once.
 * @return Ends the visits and tells what they saw.
 */
export function visits( port: number, hosts: readonly string[], visitors: number ): () => Promise< Seen > {
	const agent = new Agent( { keepAlive: true } );
	const statuses: Record< string, number > = {};
	const releases: string[] = [];
	const until = Date.now() + LONGEST;
	let stopped = false;

	const visitor = async ( number: number ): Promise< void > => {
		for ( let n = number; ! stopped && Date.now() < until; n++ ) {
			const host = hosts[ n % hosts.length ] ?? '';
			// Every third visit sends something: such requests are never repeated by nginx.
			const answer = await ask( agent, port, host, n % 3 === 0 ? 'POST' : 'GET' );
			statuses[ answer.status ] = ( statuses[ answer.status ] ?? 0 ) + 1;
			if ( answer.release !== undefined && ! releases.includes( answer.release ) ) {
				releases.push( answer.release );
			}
			await new Promise( ( resolve ) => setTimeout( resolve, 20 ) );
		}
	};
	const all = Promise.all( Array.from( { length: visitors }, ( _, number ) => visitor( number ) ) );
	return async () => {
		stopped = true;
		await all;
		agent.destroy();
		return { statuses, releases };
	};
}

function ask(
	agent: Agent,
	port: number,
	host: string,
	method: string
): Promise< { readonly status: string; readonly release?: string } > {
	return new Promise( ( resolve ) => {
		const options = {
			agent,
			port,
			method,
			host: '127.0.0.1',
			path: '/',
			servername: host,
			rejectUnauthorized: false,
			headers: { host: `${ host }:${ port }`, cookie: 'lernwelt-test=1', 'content-length': '0' },
		};
		const sent = request( options, ( response ) => {
			response.resume();
			response.on( 'error', () => resolve( { status: 'error' } ) );
			response.on( 'end', () => {
				const release = response.headers[ 'x-test-release' ];
				resolve( {
					status: String( response.statusCode ),
					...( typeof release === 'string' ? { release } : {} ),
				} );
			} );
		} );
		sent.on( 'error', ( error: NodeJS.ErrnoException ) => resolve( { status: `error ${ error.code ?? '' }` } ) );
		sent.end();
	} );
}

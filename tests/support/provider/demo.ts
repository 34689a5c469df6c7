import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { type IdentityState, issuerOf } from '../../../bin/src/lib/identity.ts';
import { clientsOf, type KnownPortal } from './clients.ts';
import { Control } from './control.ts';
import type { Keys } from './keys.ts';
import { expiredPage, frontPage, loginPage, type Page } from './pages.ts';
import { PEOPLE, type Person } from './people.ts';
import { realm } from './realm.ts';
import { Store } from './store.ts';

const LOGIN = '/login-actions/authenticate/';
const LONGEST_BODY = 1_000_000;

/** What the demo provider needs to know. */
export interface DemoSettings {
	/** Port 0 takes any; the issuer follows. */
	readonly identity: IdentityState;
	/** The network's main portal first. */
	readonly portals: readonly KnownPortal[];
	readonly keys: Keys;
	/** Keeps changed keys. */
	readonly saveKeys?: ( keys: Keys ) => Promise< void >;
	readonly log: ( line: string ) => void;
}

/** The identity provider "Bildungsserver (Demo)": the people of people.ts, no passwords, otherwise shaped like Keycloak. */
export class DemoProvider {
	private readonly store = new Store();
	private readonly server: Server;
	private readonly control: Control;
	private provider: Provider | undefined;

	constructor( private readonly settings: DemoSettings ) {
		this.control = new Control( settings.keys, this.store, async ( { keys } ) => {
			await settings.saveKeys?.( keys );
			this.build();
		} );
		this.server = createServer( ( request, response ) => void this.answer( request, response ) );
	}

	/** Begins to listen on 127.0.0.1. */
	async start(): Promise< void > {
		await new Promise< void >( ( resolve, reject ) => {
			this.server.once( 'error', reject );
			this.server.listen( this.settings.identity.port, '127.0.0.1', resolve );
		} );
		this.build();
	}

	async stop(): Promise< void > {
		this.server.closeAllConnections();
		await new Promise( ( resolve ) => this.server.close( resolve ) );
	}

	get port(): number {
		return ( this.server.address() as AddressInfo ).port;
	}

	get issuer(): string {
		return issuerOf( this.port );
	}

	/** A new provider over the same sessions: keys and algorithms of a running one can't be changed. */
	private build(): void {
		const { identity, portals, log } = this.settings;
		const { keys, algorithm } = this.control;
		this.provider = realm( {
			issuer: this.issuer,
			port: this.port,
			clients: clientsOf( portals, { identity, keys, algorithm } ),
			keys,
			store: this.store,
			person: ( sub ) => PEOPLE.find( ( person ) => person.sub === sub ),
			claims: ( person ) => this.control.claimsOf( person.login ),
			portals: portals.map( ( { url } ) => url ),
			loginPath: LOGIN,
			log,
		} );
		this.control.provider = this.provider;
	}

	private async answer( request: IncomingMessage, response: ServerResponse ): Promise< void > {
		try {
			await this.route( request, response );
		} catch ( error ) {
			this.settings.log( `error: ${ ( error as Error ).stack ?? '' }` );
			if ( ! response.headersSent ) {
				response.writeHead( 500, { 'Content-Type': 'text/plain' } );
			}
			response.end();
		}
	}

	private async route( request: IncomingMessage, response: ServerResponse ): Promise< void > {
		const address = request.url ?? '/';
		const prefix = new URL( this.issuer ).pathname;
		if ( address === '/control' ) {
			await this.answerControl( request, response );
		} else if ( this.control.unavailable ) {
			request.socket.destroy();
		} else if ( address.startsWith( `${ prefix }${ LOGIN }` ) ) {
			await this.login( request, response );
		} else if ( address.startsWith( `${ prefix }/` ) ) {
			// How oidc-provider learns below which path it lives.
			Object.assign( request, { originalUrl: address, url: address.slice( prefix.length ) } );
			await this.provider?.callback()( request, response );
		} else if ( address === '/' ) {
			send( response, frontPage( PEOPLE ) );
		} else {
			response.writeHead( 404, { 'Content-Type': 'text/plain' } ).end( 'Not found\n' );
		}
	}

	/** The login page, and the choice that was made there. */
	private async login( request: IncomingMessage, response: ServerResponse ): Promise< void > {
		const provider = this.provider as Provider;
		try {
			await provider.interactionDetails( request, response );
		} catch {
			send( response, expiredPage() );
			return;
		}
		if ( request.method !== 'POST' ) {
			send(
				response,
				loginPage(
					PEOPLE,
					this.settings.portals.map( ( { url } ) => url )
				)
			);
			return;
		}
		const fields = new URLSearchParams( await bodyOf( request ) );
		const person: Person | undefined = PEOPLE.find( ( { login } ) => login === fields.get( 'login' ) );
		await provider.interactionFinished(
			request,
			response,
			person === undefined
				? { error: 'access_denied', error_description: 'User cancelled the login' }
				: { login: { accountId: person.sub, remember: false } },
			{ mergeWithLastSubmission: false }
		);
	}

	private async answerControl( request: IncomingMessage, response: ServerResponse ): Promise< void > {
		// A page in some browser on this machine must not turn the keys.
		const foreign = request.headers.origin !== undefined || request.headers[ 'sec-fetch-site' ] !== undefined;
		const body = foreign ? '' : await bodyOf( request );
		const answer = foreign
			? { status: 403, json: { error: 'no browsers' } }
			: await this.control.handle( request.method ?? '', body );
		response
			.writeHead( answer.status, { 'Content-Type': 'application/json' } )
			.end( `${ JSON.stringify( answer.json ) }\n` );
	}
}

function send( response: ServerResponse, { status, headers, html }: Page ): void {
	response.writeHead( status, { ...headers } ).end( html );
}

/** @param request Request with a short body. */
export async function bodyOf( request: IncomingMessage ): Promise< string > {
	const chunks: Buffer[] = [];
	let length = 0;
	for await ( const chunk of request as AsyncIterable< Buffer > ) {
		length += chunk.length;
		if ( length > LONGEST_BODY ) {
			throw new Error( 'The body is too long.' );
		}
		chunks.push( chunk );
	}
	return Buffer.concat( chunks ).toString( 'utf8' );
}

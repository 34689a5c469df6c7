import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';

/** What discovery says; only what these tests read. */
export interface Discovery {
	readonly issuer: string;
	readonly authorization_endpoint: string;
	readonly token_endpoint: string;
	readonly userinfo_endpoint: string;
	readonly jwks_uri: string;
	readonly end_session_endpoint: string;
	readonly [ name: string ]: unknown;
}

/** Answer of the token endpoint. */
export interface Tokens {
	readonly id_token: string;
	readonly access_token: string;
	readonly refresh_token: string;
	readonly token_type: string;
	readonly error?: string;
}

/** A browser that keeps cookies of one host and follows nothing by itself. */
export class Browser {
	private readonly cookies = new Map< string, { value: string; path: string } >();

	/**
	 * @param address Full address.
	 * @param form    Fields of a form; a GET without.
	 */
	async open( address: string, form?: Readonly< Record< string, string > > ): Promise< Response > {
		const path = new URL( address ).pathname;
		const cookie = [ ...this.cookies ]
			.filter( ( [ , kept ] ) => path.startsWith( kept.path ) )
			.map( ( [ name, { value } ] ) => `${ name.split( ' ' )[ 0 ] ?? '' }=${ value }` )
			.join( '; ' );
		const response = await fetch( address, {
			redirect: 'manual',
			headers: { Cookie: cookie, Accept: 'text/html' },
			...( form === undefined ? {} : { method: 'POST', body: new URLSearchParams( form ) } ),
		} );
		for ( const line of response.headers.getSetCookie() ) {
			const [ , name = '', value = '' ] = /^([^=]+)=([^;]*)/.exec( line ) ?? [];
			const kept = /path=([^;]+)/i.exec( line )?.[ 1 ] ?? '/';
			this.cookies.delete( `${ name } ${ kept }` );
			if ( value !== '' ) {
				this.cookies.set( `${ name } ${ kept }`, { value, path: kept } );
			}
		}
		return response;
	}

	/** Follows redirects below a prefix and returns the first address beyond it. */
	async follow( address: string, prefix: string ): Promise< { location: URL; page: Response | undefined } > {
		let next = address;
		for ( let hops = 0; hops < 10; hops++ ) {
			if ( ! next.startsWith( prefix ) ) {
				return { location: new URL( next ), page: undefined };
			}
			const response = await this.open( next );
			const location = response.headers.get( 'Location' );
			if ( location === null ) {
				return { location: new URL( next ), page: response };
			}
			next = new URL( location, next ).href;
		}
		throw new Error( 'Too many redirects.' );
	}
}

/** A client of a provider, as small as a test needs it. */
export class RelyingParty {
	readonly verifier = randomBytes( 32 ).toString( 'base64url' );

	constructor(
		readonly discovery: Discovery,
		readonly client: { readonly id: string; readonly secret: string; readonly redirectUri: string }
	) {}

	/** @param issuer Issuer. */
	static async discover( issuer: string ): Promise< Discovery > {
		return ( await ( await fetch( `${ issuer }/.well-known/openid-configuration` ) ).json() ) as Discovery;
	}

	/** @param changes Parameters to set; an empty one is left out. */
	authorization( changes: Readonly< Record< string, string > > = {} ): string {
		const parameters = {
			response_type: 'code',
			client_id: this.client.id,
			redirect_uri: this.client.redirectUri,
			scope: 'openid profile email lernwelt',
			state: 'the-state',
			nonce: 'the-nonce',
			code_challenge: createHash( 'sha256' ).update( this.verifier ).digest( 'base64url' ),
			code_challenge_method: 'S256',
			...changes,
		};
		const address = new URL( this.discovery.authorization_endpoint );
		for ( const [ name, value ] of Object.entries( parameters ).filter( ( [ , given ] ) => given !== '' ) ) {
			address.searchParams.set( name, value );
		}
		return address.href;
	}

	/** The whole way of somebody who chooses a person on the login page. */
	async login( browser: Browser, person: string, changes = {} ): Promise< Tokens > {
		const { issuer } = this.discovery;
		const { location, page } = await browser.follow( this.authorization( changes ), issuer );
		if ( page === undefined ) {
			return this.redeem( location.searchParams.get( 'code' ) ?? '' );
		}
		const chosen = await browser.open( location.href, { login: person } );
		const back = await browser.follow( new URL( chosen.headers.get( 'Location' ) ?? '', issuer ).href, issuer );
		return this.redeem( back.location.searchParams.get( 'code' ) ?? '' );
	}

	redeem( code: string ): Promise< Tokens > {
		return this.token( {
			grant_type: 'authorization_code',
			code,
			redirect_uri: this.client.redirectUri,
			code_verifier: this.verifier,
		} );
	}

	async token( form: Readonly< Record< string, string > >, headers: Record< string, string > = this.basic() ) {
		const response = await fetch( this.discovery.token_endpoint, {
			method: 'POST',
			headers,
			body: new URLSearchParams( form ),
		} );
		return ( await response.json() ) as Tokens;
	}

	private basic(): Record< string, string > {
		const pair = [ this.client.id, this.client.secret ].map( encodeURIComponent ).join( ':' );
		return { Authorization: `Basic ${ Buffer.from( pair ).toString( 'base64' ) }` };
	}

	/** @param token ID or logout token; its signature, issuer and audience are checked. */
	async verified( token: string ): Promise< { header: Record< string, unknown >; claims: JWTPayload } > {
		const keys = createRemoteJWKSet( new URL( this.discovery.jwks_uri ) );
		const { protectedHeader, payload } = await jwtVerify( token, keys, {
			issuer: this.discovery.issuer,
			audience: this.client.id,
		} );
		return { header: { ...protectedHeader }, claims: payload };
	}
}

/** A server in the place of the portals; keeps what is posted to it. */
export class Portals {
	readonly posted: { readonly host: string; readonly path: string; readonly body: string }[] = [];
	private readonly server = createServer( ( request, response ) => {
		void body( request ).then( ( text ) => {
			this.posted.push( { host: request.headers.host ?? '', path: request.url ?? '', body: text } );
			response.end();
		} );
	} );

	async start(): Promise< void > {
		await new Promise< void >( ( resolve ) => this.server.listen( 0, '127.0.0.1', resolve ) );
	}
	stop(): void {
		this.server.closeAllConnections();
		this.server.close();
	}
	/** @param id Portal id. */
	url( id: string ): string {
		return `http://${ id }.localhost:${ ( this.server.address() as AddressInfo ).port }`;
	}
}

async function body( request: IncomingMessage ): Promise< string > {
	let text = '';
	for await ( const chunk of request ) {
		text += String( chunk );
	}
	return text;
}

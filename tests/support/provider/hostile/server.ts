import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertionProblem, secretProblem } from './client-proof.ts';
import { SCENARIOS } from './login-scenarios.ts';
import { LOGOUT_TOKENS, type LogoutOrder, logoutToken } from './logout-tokens.ts';
import type { KeyRing, Moment, Scenario } from './scenario.ts';
import { atHash, type Claims, jwt, newKey, now, random, type Signature } from './signing.ts';

/** Body of POST /control. */
export interface Order {
	readonly scenario?: string;
	/** Claims of the person, in the ID token and in userinfo; null takes one away. */
	readonly claims?: Claims;
	readonly clientSecret?: string;
	/** PEM; the assertion of the client is checked with it. */
	readonly clientKey?: string;
	/** Milliseconds before an endpoint answers. */
	readonly slow?: Readonly< Record< string, number > >;
	/** Endpoints whose connections break off. */
	readonly dead?: readonly string[];
	/** prompt=none gets login_required. */
	readonly loggedOut?: boolean;
	/** New keys now. */
	readonly rotate?: boolean;
}

interface Code {
	readonly clientId: string;
	readonly redirectUri: string;
	readonly nonce: string | undefined;
	readonly challenge: string;
	used: boolean;
}

/** A request as GET /control/log tells it. */
interface Logged {
	readonly endpoint: string;
	readonly method: string;
	readonly query: Readonly< Record< string, string > >;
	readonly form: Readonly< Record< string, string > >;
	readonly authorization: string;
}

interface Call extends Logged {
	readonly response: ServerResponse;
}

/** Below the issuer. */
const ENDPOINTS: Readonly< Record< string, string > > = {
	'/.well-known/openid-configuration': 'discovery',
	'/jwks': 'jwks',
	'/auth': 'auth',
	'/token': 'token',
	'/userinfo': 'userinfo',
	'/logout': 'logout',
};

const PERSON: Claims = {
	sub: 'hostile-subject',
	name: 'Hanna Feindlich',
	given_name: 'Hanna',
	family_name: 'Feindlich',
	email: 'hanna.feindlich@schule.example.org',
	email_verified: true,
	realm_access: { roles: [ 'lehrkraft' ] },
	schulnummer: '0471999',
	schulname: 'Prüfschule Grenzfall',
};

function signingKeys(): Pick< KeyRing, 'rs256' | 'es256' | 'ps256' > {
	return { rs256: newKey( 'RS256' ), es256: newKey( 'ES256' ), ps256: newKey( 'PS256' ) };
}

function firstKeys(): KeyRing {
	const foreign = newKey( 'RS256' );
	return { ...signingKeys(), other: newKey( 'RS256' ), short: newKey( 'RS256', 1024 ), foreign, old: foreign };
}

/** A provider that does what it is told, right or wrong; see hostile.ts. */
export class HostileProvider {
	private readonly server: Server;
	private keys = firstKeys();
	private order: Order = {};
	private readonly codes = new Map< string, Code >();
	private readonly tokens = new Map< string, Claims >();
	private readonly refreshTokens = new Map< string, { readonly clientId: string; readonly claims: Claims } >();
	private log: Logged[] = [];
	private nonces: ( string | undefined )[] = [];

	constructor() {
		this.server = createServer( ( request, response ) => void this.answer( request, response ) );
	}

	/** @param port Port on 127.0.0.1; 0 takes any. */
	async start( port = 0 ): Promise< void > {
		await new Promise< void >( ( resolve, reject ) => {
			this.server.once( 'error', reject );
			this.server.listen( port, '127.0.0.1', resolve );
		} );
	}

	async stop(): Promise< void > {
		this.server.closeAllConnections();
		await new Promise( ( resolve ) => this.server.close( resolve ) );
	}

	get issuer(): string {
		return `http://127.0.0.1:${ ( this.server.address() as AddressInfo ).port }`;
	}

	private get scenario(): Scenario {
		return SCENARIOS[ this.order.scenario ?? 'oidcc-client-test' ] as Scenario;
	}

	private async answer( request: IncomingMessage, response: ServerResponse ): Promise< void > {
		try {
			const url = new URL( request.url ?? '/', this.issuer );
			let body = '';
			for await ( const chunk of request ) {
				body += String( chunk );
			}
			const call: Call = {
				endpoint: ENDPOINTS[ url.pathname ] ?? url.pathname,
				method: request.method ?? '',
				query: Object.fromEntries( url.searchParams ),
				form: Object.fromEntries( new URLSearchParams( body ) ),
				authorization: request.headers.authorization ?? '',
				response,
			};
			if ( url.pathname.startsWith( '/control' ) ) {
				this.control( call, body );
				return;
			}
			const { response: _, ...logged } = call;
			this.log.push( logged );
			await this.play( call );
		} catch ( error ) {
			json( response, 500, { error: ( error as Error ).message } );
		}
	}

	private control( { endpoint, method, response }: Call, body: string ): void {
		const order = ( body === '' ? {} : JSON.parse( body ) ) as Order & LogoutOrder;
		if ( endpoint === '/control/log' ) {
			json( response, 200, this.log );
			this.log = method === 'DELETE' ? [] : this.log;
		} else if ( endpoint === '/control/logout-token' ) {
			const token = logoutToken( order, {
				issuer: this.issuer,
				clientId: String( order.claims?.aud ?? this.clientId() ),
				clientSecret: this.order.clientSecret ?? '',
				keys: this.keys,
			} );
			json( response, token === null ? 400 : 200, token === null ? { error: 'no such kind' } : { token } );
		} else if ( order.scenario !== undefined && ! ( order.scenario in SCENARIOS ) ) {
			json( response, 400, { error: `There is no scenario "${ order.scenario }".` } );
		} else {
			if ( method === 'POST' ) {
				this.begin( order );
			}
			json( response, 200, { issuer: this.issuer, scenario: this.order.scenario ?? 'oidcc-client-test' } );
		}
	}

	/** The client that came last; logout tokens go to it. */
	private clientId(): string {
		return [ ...this.codes.values() ].at( -1 )?.clientId ?? 'lernwelt';
	}

	private begin( order: Order ): void {
		this.order = order;
		this.log = [];
		if ( order.rotate === true || this.scenario.rotate === 'before' ) {
			this.rotate();
		}
	}

	private rotate(): void {
		this.keys = { ...this.keys, ...signingKeys(), old: this.keys.rs256 };
	}

	private async play( call: Call ): Promise< void > {
		const { endpoint, response } = call;
		await sleep( this.order.slow?.[ endpoint ] ?? 0 );
		if ( this.order.dead?.includes( endpoint ) === true ) {
			response.socket?.destroy();
			return;
		}
		const raw = this.scenario.answers?.[ endpoint ];
		if ( raw !== undefined ) {
			response.writeHead( raw.status, { ...raw.headers } ).end( raw.body );
			return;
		}
		switch ( endpoint ) {
			case 'discovery':
				json( response, 200, this.discovery() );
				break;
			case 'jwks':
				json( response, 200, { keys: this.published() } );
				break;
			case 'auth':
				this.auth( call );
				break;
			case 'token':
				this.token( call );
				break;
			case 'userinfo':
				this.userinfo( call );
				break;
			case 'logout':
				this.logout( call );
				break;
			default:
				// Where no right relying party ever comes; the log tells.
				json( response, 404, { error: 'not_found' } );
		}
	}

	private discovery(): Claims {
		const { issuer } = this;
		return {
			issuer,
			authorization_endpoint: `${ issuer }/auth`,
			token_endpoint: `${ issuer }/token`,
			userinfo_endpoint: `${ issuer }/userinfo`,
			jwks_uri: `${ issuer }/jwks`,
			end_session_endpoint: `${ issuer }/logout`,
			response_types_supported: [ 'code' ],
			subject_types_supported: [ 'public' ],
			id_token_signing_alg_values_supported: [ 'RS256', 'ES256', 'PS256', 'HS256', 'none' ],
			token_endpoint_auth_methods_supported: [ 'client_secret_basic', 'private_key_jwt' ],
			code_challenge_methods_supported: [ 'S256' ],
			authorization_response_iss_parameter_supported: true,
			backchannel_logout_supported: true,
			backchannel_logout_session_supported: true,
			...this.scenario.discovery?.( issuer ),
		};
	}

	private published(): readonly Claims[] {
		const { rs256, es256, ps256 } = this.keys;
		return this.scenario.jwks?.( this.keys ) ?? [ rs256.jwk, es256.jwk, ps256.jwk ];
	}

	/** No page: the person is always logged in and always agrees. */
	private auth( { query, response }: Call ): void {
		const back = new URL( query.redirect_uri ?? '' );
		const code = this.scenario.fixedCode === true ? 'fixed-code' : random();
		const silent = query.prompt === 'none' && this.order.loggedOut === true;
		this.nonces = [ ...this.nonces, query.nonce ].slice( -2 );
		if ( ! this.codes.has( code ) ) {
			this.codes.set( code, {
				clientId: query.client_id ?? '',
				redirectUri: query.redirect_uri ?? '',
				nonce: query.nonce,
				challenge: query.code_challenge ?? '',
				used: false,
			} );
		}
		const parameters = {
			...( silent ? { error: 'login_required' } : { code } ),
			state: query.state,
			iss: this.issuer,
			...this.scenario.back?.( this.issuer ),
		};
		for ( const [ name, value ] of Object.entries( parameters ) ) {
			if ( value !== undefined ) {
				back.searchParams.set( name, value );
			}
		}
		response.writeHead( 302, { Location: back.href } ).end();
	}

	private token( call: Call ): void {
		const { form, response } = call;
		const problem =
			this.scenario.privateKeyJwt === true
				? assertionProblem( form, this.issuer, this.order.clientKey )
				: secretProblem( call, this.order.clientSecret );
		if ( problem !== undefined ) {
			json( response, 401, { error: 'invalid_client', error_description: problem } );
		} else if ( form.grant_type === 'refresh_token' ) {
			this.refresh( call );
		} else {
			this.redeem( call );
		}
	}

	private redeem( { form, response }: Call ): void {
		const code = this.codes.get( form.code ?? '' );
		const challenge = createHash( 'sha256' )
			.update( form.code_verifier ?? '' )
			.digest( 'base64url' );
		if (
			code === undefined ||
			code.used ||
			code.redirectUri !== form.redirect_uri ||
			code.challenge !== challenge
		) {
			json( response, 400, { error: 'invalid_grant' } );
			return;
		}
		code.used = true;
		if ( this.scenario.rotate === 'at-token' ) {
			this.rotate();
		}
		const claims = { ...this.person(), sid: this.order.claims?.sid ?? random() };
		json( response, 200, this.grant( code.clientId, code.nonce, claims, this.scenario.tokens ) );
	}

	private refresh( { form, response }: Call ): void {
		const known = this.refreshTokens.get( form.refresh_token ?? '' );
		this.refreshTokens.delete( form.refresh_token ?? '' );
		if ( known === undefined ) {
			json( response, 400, { error: 'invalid_grant' } );
			return;
		}
		const claims = {
			...this.person(),
			sub: known.claims.sub,
			sid: known.claims.sid,
			...this.scenario.refreshClaims,
		};
		json( response, 200, this.grant( known.clientId, undefined, claims, this.scenario.refresh ) );
	}

	private person(): Claims {
		const changes = Object.entries( this.order.claims ?? {} ).map( ( [ name, value ] ) => [
			name,
			value ?? undefined,
		] );
		return { ...PERSON, ...Object.fromEntries( changes ) };
	}

	/** The answer of the token endpoint, and what userinfo will say. */
	private grant( clientId: string, nonce: string | undefined, claims: Claims, changes: Claims = {} ): Claims {
		const accessToken = random();
		const refreshToken = random();
		this.tokens.set( accessToken, { ...claims, ...this.scenario.userinfo } );
		this.refreshTokens.set( refreshToken, { clientId, claims } );
		const moment: Moment = {
			issuer: this.issuer,
			keys: this.keys,
			clientId,
			clientSecret: this.order.clientSecret ?? '',
			nonce,
			previousNonce: this.nonces.at( -2 ),
			accessToken,
		};
		const token = this.idToken( moment, claims );
		return {
			access_token: accessToken,
			token_type: 'Bearer',
			expires_in: 300,
			refresh_token: refreshToken,
			id_token: this.scenario.idToken === undefined ? token : this.scenario.idToken( token ),
			...changes,
		};
	}

	private idToken( moment: Moment, claims: Claims ): string {
		const person = this.scenario.claimsInUserinfoOnly === true ? { sub: claims.sub, sid: claims.sid } : claims;
		const signature: Signature = {
			alg: 'RS256',
			key: this.keys.rs256,
			...this.scenario.sign?.( this.keys, moment ),
		};
		return jwt(
			{
				iss: this.issuer,
				aud: moment.clientId,
				azp: moment.clientId,
				iat: now(),
				exp: now() + 300,
				auth_time: now(),
				nonce: moment.nonce,
				at_hash: atHash( moment.accessToken ),
				...person,
				...this.scenario.claims?.( moment ),
			},
			signature
		);
	}

	private userinfo( { authorization, query, form, response }: Call ): void {
		const fromHeader = /^Bearer (.+)$/i.exec( authorization )?.[ 1 ];
		const given = query.access_token ?? form.access_token;
		const token = this.scenario.bearerHeaderOnly === true ? fromHeader : ( fromHeader ?? given );
		const claims = this.tokens.get( token ?? '' );
		if ( claims === undefined || ( this.scenario.bearerHeaderOnly === true && given !== undefined ) ) {
			response.setHeader( 'WWW-Authenticate', 'Bearer error="invalid_token"' );
			json( response, 401, { error: 'invalid_token' } );
			return;
		}
		json( response, 200, claims );
	}

	private logout( { query, response }: Call ): void {
		if ( query.post_logout_redirect_uri === undefined ) {
			json( response, 200, {} );
			return;
		}
		const back = new URL( query.post_logout_redirect_uri );
		const state = this.scenario.logoutState === undefined ? query.state : this.scenario.logoutState( query.state );
		if ( state !== undefined ) {
			back.searchParams.set( 'state', state );
		}
		response.writeHead( 302, { Location: back.href } ).end();
	}
}

function json( response: ServerResponse, status: number, value: unknown ): void {
	response
		.writeHead( status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' } )
		.end( JSON.stringify( value ) );
}

/** Names and expectations of everything the provider can play. */
export function inventory(): {
	readonly login: Readonly< Record< string, { readonly about: string; readonly accept: boolean } > >;
	readonly logout: Readonly< Record< string, { readonly about: string; readonly status: number } > >;
} {
	return {
		login: Object.fromEntries(
			Object.entries( SCENARIOS ).map( ( [ name, { about, accept } ] ) => [ name, { about, accept } ] )
		),
		logout: Object.fromEntries(
			Object.entries( LOGOUT_TOKENS ).map( ( [ name, { about, status } ] ) => [ name, { about, status } ] )
		),
	};
}

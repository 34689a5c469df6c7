import {
	createHash,
	createPublicKey,
	generateKeyPairSync,
	type JsonWebKey,
	type KeyObject,
	randomUUID,
} from 'node:crypto';
import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose';

const ALGORITHMS = [ 'RS256', 'ES256', 'PS256' ];
const CLIENT = 'strict';
const SECRET = 'the secret, with "signs" & ümlauts';
const BACK = 'http://lernorte.localhost:1/sso/callback';
const SKEW = 60;
const PAIR = generateKeyPairSync( 'rsa', { modulusLength: 2048 } );

type Json = Readonly< Record< string, unknown > >;

/** A relying party that takes no chances: what it lets through is right, so that what it refuses is wrong. */
export class StrictParty {
	static readonly secret = SECRET;
	private keys: Json[] = [];
	private logins = 0;

	constructor( private readonly issuer: string ) {}

	/** Its public key in PEM. */
	get key(): string {
		return PAIR.publicKey.export( { format: 'pem', type: 'spki' } ).toString();
	}

	/** @throws Error whose message says what was wrong. */
	async login(): Promise< JWTPayload > {
		const nonce = `nonce-${ ++this.logins }-${ randomUUID() }`;
		const verifier = randomUUID() + randomUUID();
		const configuration = await this.discover();
		const code = await this.authorize( configuration, nonce, verifier );
		const tokens = await this.redeem( configuration, code, verifier );
		const claims = await this.verified( configuration, String( tokens.id_token ) );
		ensure( claims.nonce === nonce, 'nonce' );
		const hash = createHash( 'sha256' ).update( String( tokens.access_token ) ).digest();
		ensure(
			claims.at_hash === undefined || claims.at_hash === hash.subarray( 0, 16 ).toString( 'base64url' ),
			'at_hash'
		);
		return { ...claims, ...( await this.userinfo( configuration, tokens, claims ) ) };
	}

	/** What the token endpoint gives for a login, unchecked. */
	async tokens(): Promise< Json > {
		const configuration = await this.discover();
		const verifier = randomUUID() + randomUUID();
		return this.redeem( configuration, await this.authorize( configuration, 'nonce', verifier ), verifier );
	}

	/** @throws Error when a code that was redeemed is refused, as it should be. */
	async redeemTwice(): Promise< void > {
		const configuration = await this.discover();
		const verifier = randomUUID() + randomUUID();
		const code = await this.authorize( configuration, 'nonce', verifier );
		await this.redeem( configuration, code, verifier );
		await this.redeem( configuration, code, verifier );
	}

	/** @param token Refresh token. */
	async refresh( token: string ): Promise< Json > {
		const response = await fetch( `${ this.issuer }/token`, {
			method: 'POST',
			headers: this.basic(),
			body: new URLSearchParams( { grant_type: 'refresh_token', refresh_token: token } ),
		} );
		return ( await response.json() ) as Json;
	}

	private basic(): Record< string, string > {
		const pair = [ CLIENT, SECRET ].map( encodeURIComponent ).join( ':' );
		return { Authorization: `Basic ${ Buffer.from( pair ).toString( 'base64' ) }` };
	}

	private async discover(): Promise< Json > {
		const configuration = await json( await fetch( `${ this.issuer }/.well-known/openid-configuration` ) );
		ensure( configuration.issuer === this.issuer, 'issuer of the discovery' );
		for ( const name of [ 'authorization_endpoint', 'token_endpoint', 'jwks_uri' ] ) {
			ensure( String( configuration[ name ] ).startsWith( `${ this.issuer }/` ), name );
		}
		return configuration;
	}

	private async authorize( configuration: Json, nonce: string, verifier: string ): Promise< string > {
		const state = randomUUID();
		const address = new URL( String( configuration.authorization_endpoint ) );
		address.search = new URLSearchParams( {
			response_type: 'code',
			client_id: CLIENT,
			redirect_uri: BACK,
			scope: 'openid',
			state,
			nonce,
			code_challenge: createHash( 'sha256' ).update( verifier ).digest( 'base64url' ),
			code_challenge_method: 'S256',
		} ).toString();
		const response = await fetch( address, { redirect: 'manual' } );
		const back = new URL( response.headers.get( 'Location' ) ?? '' ).searchParams;
		const iss = back.get( 'iss' );
		const announced = configuration.authorization_response_iss_parameter_supported === true;
		ensure( iss === this.issuer || ( iss === null && ! announced ), 'iss of the response' );
		ensure( back.get( 'state' ) === state, 'state' );
		ensure( back.get( 'error' ) === null, `error ${ back.get( 'error' ) ?? '' }` );
		const code = back.get( 'code' );
		ensure( code !== null, 'code' );
		return String( code );
	}

	private async redeem( configuration: Json, code: string, verifier: string ): Promise< Json > {
		const assert = String( configuration.token_endpoint_auth_methods_supported ) === 'private_key_jwt';
		const response = await fetch( String( configuration.token_endpoint ), {
			method: 'POST',
			redirect: 'manual',
			headers: assert ? {} : this.basic(),
			body: new URLSearchParams( {
				grant_type: 'authorization_code',
				code,
				redirect_uri: BACK,
				code_verifier: verifier,
				...( assert ? await this.assertion() : {} ),
			} ),
		} );
		const tokens = await json( response );
		ensure( String( tokens.token_type ).toLowerCase() === 'bearer', 'token type' );
		ensure( typeof tokens.access_token === 'string', 'access token' );
		ensure( typeof tokens.id_token === 'string', 'ID token' );
		return tokens;
	}

	private async assertion(): Promise< Record< string, string > > {
		const jwt = await new SignJWT( { jti: randomUUID() } )
			.setProtectedHeader( { alg: 'RS256' } )
			.setIssuer( CLIENT )
			.setSubject( CLIENT )
			.setAudience( this.issuer )
			.setIssuedAt()
			.setExpirationTime( '1m' )
			.sign( PAIR.privateKey );
		return {
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: jwt,
		};
	}

	/**
	 * @param configuration What discovery said.
	 * @param token         ID or logout token.
	 */
	async verified( configuration: Json, token: string ): Promise< JWTPayload > {
		const { alg = '', kid } = decodeProtectedHeader( token );
		ensure( ALGORITHMS.includes( alg ), 'algorithm' );
		const key = await this.publicKey( configuration, alg, kid );
		const { payload } = await jwtVerify( token, key, {
			issuer: this.issuer,
			audience: CLIENT,
			algorithms: ALGORITHMS,
			clockTolerance: SKEW,
			requiredClaims: [ 'iss', 'aud', 'sub', 'exp', 'iat' ],
		} );
		ensure( [ payload.aud ].flat().length === 1, 'audience that is not trusted' );
		ensure( payload.azp === undefined || payload.azp === CLIENT, 'azp' );
		ensure( Number( payload.iat ) <= Date.now() / 1000 + SKEW, 'iat' );
		ensure( typeof payload.sub === 'string' && payload.sub !== '' && payload.sub.length < 256, 'sub' );
		return payload;
	}

	/** The key of a token; one that isn't known is looked for once more. */
	private async publicKey( configuration: Json, alg: string, kid: unknown ): Promise< KeyObject > {
		for ( let fetched = false; ; fetched = true ) {
			const usable = this.keys.filter(
				( jwk ) =>
					( jwk.use ?? 'sig' ) === 'sig' &&
					( jwk.alg ?? alg ) === alg &&
					jwk.kty === ( alg === 'ES256' ? 'EC' : 'RSA' ) &&
					( kid === undefined || jwk.kid === kid )
			);
			const [ jwk ] = usable;
			if ( jwk !== undefined && usable.length === 1 ) {
				const key = createPublicKey( { key: jwk as JsonWebKey, format: 'jwk' } );
				ensure( ( key.asymmetricKeyDetails?.modulusLength ?? 2048 ) >= 2048, 'length of the key' );
				return key;
			}
			ensure( ! fetched, 'key' );
			this.keys = ( await json( await fetch( String( configuration.jwks_uri ) ) ) ).keys as Json[];
		}
	}

	private async userinfo( configuration: Json, tokens: Json, claims: JWTPayload ): Promise< Json > {
		if ( configuration.userinfo_endpoint === undefined ) {
			return {};
		}
		const response = await fetch( String( configuration.userinfo_endpoint ), {
			headers: { Authorization: `Bearer ${ String( tokens.access_token ) }` },
		} );
		if ( response.status === 503 ) {
			return {};
		}
		const answer = await json( response );
		ensure( answer.sub === claims.sub, 'sub of userinfo' );
		return answer;
	}
}

async function json( response: Response ): Promise< Json > {
	ensure( response.status === 200, `status ${ response.status }` );
	const text = await response.text();
	ensure( text.length < 1e6, 'length of the answer' );
	return JSON.parse( text ) as Json;
}

function ensure( good: boolean, what: string ): void {
	if ( ! good ) {
		throw new Error( `wrong: ${ what }` );
	}
}

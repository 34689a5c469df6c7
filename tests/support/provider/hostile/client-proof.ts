import { createPublicKey, verify } from 'node:crypto';
import { type Claims, now } from './signing.ts';

/** What a request to the token endpoint brings. */
interface Request {
	readonly form: Readonly< Record< string, string > >;
	/** Authorization header. */
	readonly authorization: string;
}

/**
 * @param request Request to the token endpoint.
 * @param secret  The right one; any passes when nobody said.
 * @return What is wrong with the client's proof, undefined when nothing is.
 */
export function secretProblem( { form, authorization }: Request, secret: string | undefined ): string | undefined {
	const [ scheme, pair = '' ] = authorization.split( ' ' );
	if ( scheme !== 'Basic' || form.client_secret !== undefined ) {
		return 'client_secret_basic is wanted';
	}
	const [ , given ] = Buffer.from( pair, 'base64' ).toString( 'utf8' ).split( ':' ).map( decodeURIComponent );
	return secret === undefined || secret === given ? undefined : 'wrong secret';
}

/**
 * @param form   Request to the token endpoint.
 * @param issuer Issuer.
 * @param key    The client's public key, PEM; any signature passes when nobody said.
 * @return What is wrong with the signed assertion, undefined when nothing is.
 */
export function assertionProblem(
	form: Request[ 'form' ],
	issuer: string,
	key: string | undefined
): string | undefined {
	const [ header = '', payload = '', signature = '' ] = ( form.client_assertion ?? '' ).split( '.' );
	if (
		form.client_assertion_type !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' ||
		signature === '' ||
		form.client_secret !== undefined
	) {
		return 'private_key_jwt is wanted';
	}
	const claims = JSON.parse( Buffer.from( payload, 'base64url' ).toString( 'utf8' ) ) as Claims;
	if ( claims.iss !== claims.sub || typeof claims.jti !== 'string' || ! ( Number( claims.exp ) > now() ) ) {
		return 'iss, sub, jti or exp of the assertion is wrong';
	}
	const audience = [ claims.aud ].flat();
	if ( ! audience.includes( issuer ) && ! audience.includes( `${ issuer }/token` ) ) {
		return 'the audience of the assertion is wrong';
	}
	if ( key === undefined ) {
		return undefined;
	}
	const data = Buffer.from( `${ header }.${ payload }` );
	return verify( 'sha256', data, createPublicKey( key ), Buffer.from( signature, 'base64url' ) )
		? undefined
		: 'the signature of the assertion is wrong';
}

import { atHash, now, random } from './signing.ts';
import type { RawAnswer, Scenario } from './scenario.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

function accepted( about: string, rest: Omit< Scenario, 'about' | 'accept' > = {} ): Scenario {
	return { about, accept: true, ...rest };
}

function refused( about: string, rest: Omit< Scenario, 'about' | 'accept' > ): Scenario {
	return { about, accept: false, ...rest };
}

function broken( status: number, body: string, headers: Readonly< Record< string, string > > = JSON_TYPE ): RawAnswer {
	return { status, body, headers };
}

const ACCEPTED: Readonly< Record< string, Scenario > > = {
	'oidcc-client-test': accepted( 'everything right' ),
	'oidcc-client-test-client-secret-basic': accepted( 'the secret in the Authorization header', {
		discovery: () => ( { token_endpoint_auth_methods_supported: [ 'client_secret_basic' ] } ),
	} ),
	'private-key-jwt': accepted( 'a signed assertion in place of a secret', {
		privateKeyJwt: true,
		discovery: () => ( { token_endpoint_auth_methods_supported: [ 'private_key_jwt' ] } ),
	} ),
	'oidcc-client-test-scope-userinfo-claims': accepted( 'claims of the person in userinfo only', {
		claimsInUserinfoOnly: true,
	} ),
	'oidcc-client-test-userinfo-bearer-header': accepted( 'userinfo takes the token from the header only', {
		claimsInUserinfoOnly: true,
		bearerHeaderOnly: true,
	} ),
	'oidcc-client-test-idtoken-sig-rs256': accepted( 'RS256', { sign: ( { rs256 } ) => ( { key: rs256 } ) } ),
	'idtoken-sig-es256': accepted( 'ES256', { sign: ( { es256 } ) => ( { alg: 'ES256', key: es256 } ) } ),
	'idtoken-sig-ps256': accepted( 'PS256', { sign: ( { ps256 } ) => ( { alg: 'PS256', key: ps256 } ) } ),
	'oidcc-client-test-kid-absent-single-jwks': accepted( 'no kid, one key published', {
		sign: () => ( { header: { kid: undefined } } ),
		jwks: ( { rs256 } ) => [ { ...rs256.jwk, kid: undefined } ],
	} ),
	'oidcc-client-test-discovery-openid-config': accepted( 'the configuration is discovered' ),
	'oidcc-client-test-discovery-jwks-uri-keys': accepted( 'the keys come from jwks_uri' ),
	'oidcc-client-test-signing-key-rotation': accepted( 'new keys since the last login, the old ones are gone', {
		rotate: 'before',
	} ),
	'oidcc-client-test-signing-key-rotation-just-before-signing': accepted( 'new keys at the moment of signing', {
		rotate: 'at-token',
	} ),
	'aud-array': accepted( 'audience as an array of one', { claims: ( { clientId } ) => ( { aud: [ clientId ] } ) } ),
	'no-expires-in': accepted( 'token answer without expires_in', { tokens: { expires_in: undefined } } ),
	'token-type-case': accepted( 'token type "bEaReR"', { tokens: { token_type: 'bEaReR' } } ),
	'no-userinfo': accepted( 'no userinfo endpoint, claims in the ID token', {
		discovery: () => ( { userinfo_endpoint: undefined } ),
	} ),
	'no-azp': accepted( 'one audience, no azp', { claims: () => ( { azp: undefined } ) } ),
	'no-at-hash': accepted( 'no at_hash, which the code flow does not need', {
		claims: () => ( { at_hash: undefined } ),
	} ),
	'exp-within-skew': accepted( 'expired 30 s ago', { claims: () => ( { exp: now() - 30 } ) } ),
	'nbf-within-skew': accepted( 'valid in 30 s', { claims: () => ( { nbf: now() + 30 } ) } ),
	'iss-param-not-announced': accepted( 'RFC 9207 neither announced nor done', {
		discovery: () => ( { authorization_response_iss_parameter_supported: undefined } ),
		back: () => ( { iss: undefined } ),
	} ),
	'jwks-with-other-keys': accepted( 'an encryption key and unknown kinds among the keys, as in Keycloak', {
		rotate: 'before',
		jwks: ( { rs256, es256, other } ) => [
			{ ...other.jwk, use: 'enc', alg: 'RSA-OAEP' },
			{ kty: 'AKP', kid: 'future', alg: 'ML-DSA-44', pub: 'AAAA' },
			{ kty: 'OKP', crv: 'X25519', kid: 'okp', use: 'enc', x: 'AAAA' },
			es256.jwk,
			rs256.jwk,
		],
	} ),
	'jwks-without-alg': accepted( 'keys that do not name their algorithm', {
		rotate: 'before',
		jwks: ( { rs256, es256 } ) => [
			{ ...rs256.jwk, alg: undefined },
			{ ...es256.jwk, alg: undefined },
		],
	} ),
	'userinfo-error': accepted( 'userinfo fails, the claims are in the ID token: the relying party decides', {
		answers: { userinfo: broken( 503, '{}' ) },
	} ),
};

const CLAIMS: Readonly< Record< string, Scenario > > = {
	'oidcc-client-test-invalid-iss': refused( 'another issuer', { claims: () => ( { iss: 'https://evil.example' } ) } ),
	'iss-slash': refused( 'the issuer with a slash at its end', {
		claims: ( { issuer } ) => ( { iss: `${ issuer }/` } ),
	} ),
	'missing-iss': refused( 'no issuer', { claims: () => ( { iss: undefined } ) } ),
	'oidcc-client-test-invalid-aud': refused( 'another audience', { claims: () => ( { aud: 'somebody-else' } ) } ),
	'invalid-aud-array': refused( 'other audiences', {
		claims: () => ( { aud: [ 'somebody-else', 'and-another' ], azp: 'somebody-else' } ),
	} ),
	'oidcc-client-test-missing-aud': refused( 'no audience', { claims: () => ( { aud: undefined } ) } ),
	'empty-aud': refused( 'an empty array as audience', { claims: () => ( { aud: [] } ) } ),
	'additional-aud': refused( 'a second audience that is not trusted, azp right', {
		claims: ( { clientId } ) => ( { aud: [ clientId, 'somebody-else' ], azp: clientId } ),
	} ),
	'additional-aud-no-azp': refused( 'two audiences, no azp', {
		claims: ( { clientId } ) => ( { aud: [ clientId, 'somebody-else' ], azp: undefined } ),
	} ),
	'additional-aud-wrong-azp': refused( 'two audiences, another azp', {
		claims: ( { clientId } ) => ( { aud: [ clientId, 'somebody-else' ], azp: 'somebody-else' } ),
	} ),
	'wrong-azp': refused( 'one audience, another azp', { claims: () => ( { azp: 'somebody-else' } ) } ),
	'oidcc-client-test-missing-iat': refused( 'no iat', { claims: () => ( { iat: undefined } ) } ),
	'iat-future': refused( 'issued in ten minutes', { claims: () => ( { iat: now() + 600 } ) } ),
	'iat-not-a-number': refused( 'iat is a text', { claims: () => ( { iat: 'yesterday' } ) } ),
	'oidcc-client-test-missing-sub': refused( 'no subject', { claims: () => ( { sub: undefined } ) } ),
	'empty-sub': refused( 'an empty subject', { claims: () => ( { sub: '' } ), userinfo: { sub: '' } } ),
	'sub-not-a-string': refused( 'the subject is an array', {
		claims: () => ( { sub: [ 'a' ] } ),
		userinfo: { sub: [ 'a' ] },
	} ),
	'sub-too-long': refused( 'a subject of 256 letters', {
		claims: () => ( { sub: 'x'.repeat( 256 ) } ),
		userinfo: { sub: 'x'.repeat( 256 ) },
	} ),
	'missing-exp': refused( 'no exp', { claims: () => ( { exp: undefined } ) } ),
	'exp-not-a-number': refused( 'exp is a text', { claims: () => ( { exp: 'never' } ) } ),
	expired: refused( 'expired two minutes ago', { claims: () => ( { exp: now() - 120 } ) } ),
	'nbf-future': refused( 'valid in two minutes', { claims: () => ( { nbf: now() + 120 } ) } ),
	'oidcc-client-test-nonce-invalid': refused( 'another nonce', { claims: () => ( { nonce: random() } ) } ),
	'missing-nonce': refused( 'no nonce', { claims: () => ( { nonce: undefined } ) } ),
	'replayed-nonce': refused( 'the nonce of the request before', {
		claims: ( { previousNonce } ) => ( { nonce: previousNonce ?? 'none-yet' } ),
	} ),
	'wrong-at-hash': refused( 'at_hash of another access token', { claims: () => ( { at_hash: atHash( 'other' ) } ) } ),
};

const SIGNATURES: Readonly< Record< string, Scenario > > = {
	'oidcc-client-test-idtoken-sig-none': refused( 'alg none', { sign: () => ( { alg: 'none' } ) } ),
	'idtoken-sig-none-upper-case': refused( 'alg NoNe', { sign: () => ( { alg: 'NoNe' } ) } ),
	'oidcc-client-test-invalid-sig-rs256': refused( 'RS256, one byte changed', { sign: () => ( { broken: true } ) } ),
	'oidcc-client-test-invalid-sig-es256': refused( 'ES256, one byte changed', {
		sign: ( { es256 } ) => ( { alg: 'ES256', key: es256, broken: true } ),
	} ),
	'invalid-sig-ps256': refused( 'PS256, one byte changed', {
		sign: ( { ps256 } ) => ( { alg: 'PS256', key: ps256, broken: true } ),
	} ),
	'oidcc-client-test-invalid-sig-hs256': refused( 'HS256 with a wrong secret', {
		sign: () => ( { alg: 'HS256', secret: 'wrong' } ),
	} ),
	'hs256-client-secret': refused( 'HS256 with the client secret', {
		sign: ( _keys, { clientSecret } ) => ( { alg: 'HS256', secret: clientSecret } ),
	} ),
	'hs256-public-key': refused( 'HS256 with the public key as the secret', { sign: () => ( { alg: 'HS256' } ) } ),
	'foreign-key': refused( 'a key that is not published, with the kid of one that is', {
		sign: ( { foreign, rs256 } ) => ( { key: foreign, header: { kid: rs256.kid } } ),
	} ),
	'unknown-kid': refused( 'a key and a kid that are never published', {
		sign: ( { foreign } ) => ( { key: foreign } ),
	} ),
	'old-key': refused( 'signed with a key that was dropped; who has it cached may take it', {
		rotate: 'before',
		sign: ( { old } ) => ( { key: old } ),
	} ),
	'kid-of-another-algorithm': refused( 'RS256 with the kid of the key for ES256', {
		sign: ( { rs256, es256 } ) => ( { key: rs256, header: { kid: es256.kid } } ),
	} ),
	'kid-not-a-string': refused( 'the kid is a number', { sign: () => ( { header: { kid: 7 } } ) } ),
	'oidcc-client-test-kid-absent-multiple-jwks': refused( 'no kid, several keys published', {
		sign: () => ( { header: { kid: undefined } } ),
		rotate: 'before',
		jwks: ( { rs256, other } ) => [ other.jwk, rs256.jwk ],
	} ),
	'rsa-1024': refused( 'a published RSA key of 1024 bits', {
		sign: ( { short } ) => ( { key: short } ),
		jwks: ( { short } ) => [ short.jwk ],
	} ),
	'jwk-in-header': refused( 'the header brings its own key', {
		sign: ( { foreign } ) => ( { key: foreign, header: { jwk: foreign.jwk } } ),
	} ),
	'jku-in-header': refused( 'the header says where keys are', {
		sign: ( { foreign }, { issuer } ) => ( { key: foreign, header: { jku: `${ issuer }/evil-keys` } } ),
	} ),
	'crit-in-header': refused( 'a critical extension nobody knows', {
		sign: () => ( { header: { crit: [ 'exp2' ], exp2: 1 } } ),
	} ),
	'encryption-key': refused( 'signed with a key that is published for encryption', {
		sign: ( { other } ) => ( { key: other } ),
		jwks: ( { rs256, other } ) => [ rs256.jwk, { ...other.jwk, use: 'enc', alg: 'RSA-OAEP' } ],
	} ),
	'not-a-jwt': refused( 'three words in place of an ID token', { idToken: () => 'no.token.here' } ),
	'two-parts': refused( 'the signature is cut off', { idToken: ( t ) => t.split( '.' ).slice( 0, 2 ).join( '.' ) } ),
	'missing-id-token': refused( 'no ID token', { idToken: () => undefined } ),
};

const ANSWERS: Readonly< Record< string, Scenario > > = {
	'oidcc-client-test-userinfo-invalid-sub': refused( 'userinfo of somebody else', {
		userinfo: { sub: 'somebody-else' },
	} ),
	'userinfo-missing-sub': refused( 'userinfo without a subject', { userinfo: { sub: undefined } } ),
	'userinfo-not-json': refused( 'userinfo is a page', {
		claimsInUserinfoOnly: true,
		answers: { userinfo: broken( 200, '<html>', { 'Content-Type': 'text/html' } ) },
	} ),
	'oidcc-client-test-discovery-issuer-mismatch': refused( 'discovery names another issuer', {
		discovery: () => ( { issuer: 'https://evil.example' } ),
	} ),
	'discovery-missing-issuer': refused( 'discovery names no issuer', { discovery: () => ( { issuer: undefined } ) } ),
	'discovery-missing-endpoints': refused( 'discovery names no token endpoint', {
		discovery: () => ( { token_endpoint: undefined } ),
	} ),
	'discovery-foreign-endpoint': refused( 'the token endpoint is a plain-http address elsewhere', {
		discovery: () => ( { token_endpoint: 'http://192.0.2.1/token' } ),
	} ),
	'discovery-not-json': refused( 'discovery is a page', {
		answers: { discovery: broken( 200, '<html>', { 'Content-Type': 'text/html' } ) },
	} ),
	'discovery-error': refused( 'discovery fails', { answers: { discovery: broken( 500, '{}' ) } } ),
	'iss-param-wrong': refused( 'RFC 9207: another issuer in the answer', {
		back: () => ( { iss: 'https://evil.example' } ),
	} ),
	'iss-param-missing': refused( 'RFC 9207: announced, but missing', { back: () => ( { iss: undefined } ) } ),
	'state-missing': refused( 'no state in the answer', { back: () => ( { state: undefined } ) } ),
	'state-wrong': refused( 'another state in the answer', { back: () => ( { state: random() } ) } ),
	'code-missing': refused( 'neither a code nor an error in the answer', { back: () => ( { code: undefined } ) } ),
	'code-used-twice': refused( 'one code for every request: the second login gets invalid_grant', {
		fixedCode: true,
	} ),
	'token-error': refused( 'the token endpoint says invalid_grant', {
		answers: { token: broken( 400, '{"error":"invalid_grant"}' ) },
	} ),
	'token-invalid-client': refused( 'the token endpoint does not know the client', {
		answers: { token: broken( 401, '{"error":"invalid_client"}' ) },
	} ),
	'token-500': refused( 'the token endpoint fails', { answers: { token: broken( 500, 'oops' ) } } ),
	'token-not-json': refused( 'the token endpoint shows a page', {
		answers: { token: broken( 200, '<html>', { 'Content-Type': 'text/html' } ) },
	} ),
	'token-redirect': refused( 'the token endpoint sends the secret elsewhere', {
		answers: { token: broken( 307, '', { Location: '/evil-token' } ) },
	} ),
	'token-wrong-type': refused( 'token type "mac"', { tokens: { token_type: 'mac' } } ),
	'token-no-access-token': refused( 'no access token', { tokens: { access_token: undefined } } ),
	'token-huge': refused( 'a token answer of 5 MB', {
		answers: { token: broken( 200, `{"a":"${ 'x'.repeat( 5e6 ) }"}` ) },
	} ),
	'jwks-empty': refused( 'no keys', { rotate: 'before', jwks: () => [] } ),
	'jwks-500': refused( 'the keys cannot be had', { rotate: 'before', answers: { jwks: broken( 500, 'oops' ) } } ),
	'jwks-not-json': refused( 'the keys are a page', { rotate: 'before', answers: { jwks: broken( 200, '<html>' ) } } ),
};

/** Error responses of the provider (RFC 6749 4.1.2.1, OpenID Connect 3.1.2.6), each with a text that must not be shown raw. */
const ERRORS = Object.fromEntries(
	[
		'access_denied',
		'invalid_request',
		'unauthorized_client',
		'unsupported_response_type',
		'invalid_scope',
		'server_error',
		'temporarily_unavailable',
		'login_required',
		'interaction_required',
		'account_selection_required',
		'consent_required',
		'made_up_error',
	].map( ( error ) => [
		`error-${ error }`,
		refused( `the provider answers ${ error }`, {
			back: () => ( {
				code: undefined,
				error,
				error_description: '<script>alert(1)</script> the provider says no',
			} ),
		} ),
	] )
);

/** For sessions that begin well; what happens later is different. */
const LATER: Readonly< Record< string, Scenario > > = {
	'refresh-without-id-token': accepted( 'a refresh brings no ID token', { refresh: { id_token: undefined } } ),
	'refresh-without-refresh-token': accepted( 'a refresh brings no new refresh token', {
		refresh: { refresh_token: undefined },
	} ),
	'refresh-other-sub': accepted( 'a refresh brings the ID token of somebody else', {
		refreshClaims: { sub: 'somebody-else' },
	} ),
	'refresh-other-iss': accepted( 'a refresh brings the ID token of another issuer', {
		refreshClaims: { iss: 'https://evil.example' },
	} ),
	'oidcc-client-test-rp-init-logout': accepted( 'logout comes back with its state' ),
	'oidcc-client-test-rp-init-logout-other-state': accepted( 'logout comes back with another state', {
		logoutState: () => random(),
	} ),
	'oidcc-client-test-rp-init-logout-no-state': accepted( 'logout comes back without a state', {
		logoutState: () => undefined,
	} ),
};

/** Everything the hostile provider can play at a login. */
export const SCENARIOS: Readonly< Record< string, Scenario > > = {
	...ACCEPTED,
	...CLAIMS,
	...SIGNATURES,
	...ANSWERS,
	...ERRORS,
	...LATER,
};

import type { KeyRing } from './scenario.ts';
import { type Claims, jwt, now, random, type Signature } from './signing.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A logout token that is wrong in one way, or right in an unusual one. */
export interface LogoutKind {
	readonly about: string;
	/** What the portal answers. */
	readonly status: 200 | 400;
	readonly claims?: ( clientId: string ) => Claims;
	readonly sign?: ( keys: KeyRing, clientSecret: string ) => Partial< Signature >;
}

function accepted( about: string, rest: Omit< LogoutKind, 'about' | 'status' > = {} ): LogoutKind {
	return { about, status: 200, ...rest };
}

function refused( about: string, rest: Omit< LogoutKind, 'about' | 'status' > = {} ): LogoutKind {
	return { about, status: 400, ...rest };
}

const NAME = 'oidcc-client-test-rp-backchannel-rpinitlogout';

/** Every kind of logout token; `-replayed-jti` is a good one that is to be posted twice. */
export const LOGOUT_TOKENS: Readonly< Record< string, LogoutKind > > = {
	[ NAME ]: accepted( 'everything right' ),
	'typ-logout': accepted( 'type logout+jwt in the header', { sign: () => ( { header: { typ: 'logout+jwt' } } ) } ),
	'no-typ': accepted( 'no type in the header', { sign: () => ( { header: { typ: undefined } } ) } ),
	'no-sid': accepted( 'no sid: all sessions of the subject end', { claims: () => ( { sid: undefined } ) } ),
	'no-sub': accepted( 'no subject: the session ends by its sid', { claims: () => ( { sub: undefined } ) } ),
	'aud-array': accepted( 'audience as an array of one', { claims: ( clientId ) => ( { aud: [ clientId ] } ) } ),
	es256: accepted( 'ES256', { sign: ( { es256 } ) => ( { alg: 'ES256', key: es256 } ) } ),
	ps256: accepted( 'PS256', { sign: ( { ps256 } ) => ( { alg: 'PS256', key: ps256 } ) } ),
	[ `${ NAME }-alg-none` ]: refused( 'alg none', { sign: () => ( { alg: 'none' } ) } ),
	[ `${ NAME }-wrong-alg` ]: refused( 'HS256 with the client secret', {
		sign: ( _keys, secret ) => ( { alg: 'HS256', secret } ),
	} ),
	'hs256-public-key': refused( 'HS256 with the public key', { sign: () => ( { alg: 'HS256' } ) } ),
	[ `${ NAME }-wrong-iss` ]: refused( 'another issuer', { claims: () => ( { iss: 'https://evil.example' } ) } ),
	'no-iss': refused( 'no issuer', { claims: () => ( { iss: undefined } ) } ),
	[ `${ NAME }-wrong-aud` ]: refused( 'another audience', { claims: () => ( { aud: 'somebody-else' } ) } ),
	'no-aud': refused( 'no audience', { claims: () => ( { aud: undefined } ) } ),
	[ `${ NAME }-no-event` ]: refused( 'no events', { claims: () => ( { events: undefined } ) } ),
	[ `${ NAME }-wrong-event` ]: refused( 'another event', {
		claims: () => ( { events: { 'http://schemas.openid.net/event/other': {} } } ),
	} ),
	'event-not-an-object': refused( 'the event is a text', { claims: () => ( { events: { [ EVENT ]: 'yes' } } ) } ),
	'events-is-a-list': refused( 'events is a list', { claims: () => ( { events: [ EVENT ] } ) } ),
	[ `${ NAME }-with-nonce` ]: refused( 'with a nonce', { claims: () => ( { nonce: random() } ) } ),
	'no-jti': refused( 'no jti', { claims: () => ( { jti: undefined } ) } ),
	'no-iat': refused( 'no iat', { claims: () => ( { iat: undefined } ) } ),
	'iat-future': refused( 'issued in ten minutes', { claims: () => ( { iat: now() + 600, exp: now() + 720 } ) } ),
	'no-exp': refused( 'no exp', { claims: () => ( { exp: undefined } ) } ),
	expired: refused( 'expired ten minutes ago', { claims: () => ( { iat: now() - 720, exp: now() - 600 } ) } ),
	'neither-sub-nor-sid': refused( 'neither subject nor sid', {
		claims: () => ( { sub: undefined, sid: undefined } ),
	} ),
	'bad-signature': refused( 'one byte changed', { sign: () => ( { broken: true } ) } ),
	'foreign-key': refused( 'a key that is not published, with the kid of one that is', {
		sign: ( { foreign, rs256 } ) => ( { key: foreign, header: { kid: rs256.kid } } ),
	} ),
	'unknown-kid': refused( 'a key and a kid that are never published', {
		sign: ( { foreign } ) => ( { key: foreign } ),
	} ),
	'wrong-typ': refused( 'an access token by its type', { sign: () => ( { header: { typ: 'at+jwt' } } ) } ),
	'id-token': refused( 'an ID token', {
		claims: () => ( { events: undefined, nonce: random(), auth_time: now() } ),
	} ),
	'id-token-without-nonce': refused( 'an ID token without a nonce', { claims: () => ( { events: undefined } ) } ),
};

/** What a logout token is about. */
export interface LogoutOrder {
	readonly kind?: string;
	readonly sub?: string;
	readonly sid?: string;
	/** Sets or, with null, takes away any claim. */
	readonly claims?: Claims;
}

interface Maker {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly keys: KeyRing;
}

/**
 * @param order What it is about.
 * @param maker Who makes it.
 * @return The token, or null when there is no such kind.
 */
export function logoutToken( order: LogoutOrder, { issuer, clientId, clientSecret, keys }: Maker ): string | null {
	const kind = LOGOUT_TOKENS[ order.kind ?? NAME ];
	if ( kind === undefined ) {
		return null;
	}
	const asked = Object.entries( order.claims ?? {} ).map( ( [ name, value ] ) => [ name, value ?? undefined ] );
	const claims: Claims = {
		iss: issuer,
		aud: clientId,
		iat: now(),
		exp: now() + 120,
		jti: random(),
		sub: order.sub,
		sid: order.sid,
		events: { [ EVENT ]: {} },
		...kind.claims?.( clientId ),
		...Object.fromEntries( asked ),
	};
	return jwt( claims, { alg: 'RS256', key: keys.rs256, ...kind.sign?.( keys, clientSecret ) } );
}

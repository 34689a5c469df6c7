import type { Claims, Signature, SigningKey } from './signing.ts';

/** Keys of the provider. */
export interface KeyRing {
	readonly rs256: SigningKey;
	readonly es256: SigningKey;
	readonly ps256: SigningKey;
	/** A second one for RS256; published on demand only. */
	readonly other: SigningKey;
	/** RSA with 1024 bits. */
	readonly short: SigningKey;
	/** Never published. */
	readonly foreign: SigningKey;
	/** The key for RS256 before the last rotation; no longer published. */
	readonly old: SigningKey;
}

/** What the provider knows when it makes an answer. */
export interface Moment {
	readonly issuer: string;
	readonly keys: KeyRing;
	readonly clientId: string;
	/** As given to /control; empty when nobody did. */
	readonly clientSecret: string;
	/** Of this authorization request, and of the one before. */
	readonly nonce: string | undefined;
	readonly previousNonce: string | undefined;
	readonly accessToken: string;
}

/** One way to behave; everything that isn't mentioned is done right. */
export interface Scenario {
	/** English, one line: what is different. */
	readonly about: string;
	/** Whether a good relying party lets the login through. */
	readonly accept: boolean;
	/** Undefined claims are left out. */
	readonly claims?: ( moment: Moment ) => Claims;
	readonly sign?: ( keys: KeyRing, moment: Moment ) => Partial< Signature >;
	/** Replaces the ID token. */
	readonly idToken?: ( token: string ) => string | undefined;
	readonly userinfo?: Claims;
	/** Claims of the person in userinfo only. */
	readonly claimsInUserinfoOnly?: true;
	/** Members of the token answer; undefined ones are left out. */
	readonly tokens?: Claims;
	readonly discovery?: ( issuer: string ) => Claims;
	readonly jwks?: ( keys: KeyRing ) => readonly Claims[];
	/** Parameters of the way back; undefined ones are left out. */
	readonly back?: ( issuer: string ) => Readonly< Record< string, string | undefined > >;
	/** HTTP answers in place of the right ones, by endpoint. */
	readonly answers?: Readonly< Record< string, RawAnswer > >;
	/** New keys at this moment. */
	readonly rotate?: 'before' | 'at-token';
	/** The same code for everybody. */
	readonly fixedCode?: true;
	/** userinfo takes the token from the header only. */
	readonly bearerHeaderOnly?: true;
	/** The token endpoint wants a signed assertion. */
	readonly privateKeyJwt?: true;
	/** Members of the answer to a refresh; undefined ones are left out. */
	readonly refresh?: Claims;
	/** Claims of the ID token in the answer to a refresh. */
	readonly refreshClaims?: Claims;
	/** State that comes back from the logout; undefined leaves it out. */
	readonly logoutState?: ( state: string | undefined ) => string | undefined;
}

export interface RawAnswer {
	readonly status: number;
	readonly body: string;
	readonly headers?: Readonly< Record< string, string > >;
}

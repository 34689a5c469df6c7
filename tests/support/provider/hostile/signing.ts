import {
	constants,
	createHash,
	createHmac,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
	randomUUID,
	sign,
} from 'node:crypto';

export type Claims = Record< string, unknown >;

/** A key of the hostile provider; what is published of it is `jwk`. */
export interface SigningKey {
	readonly kid: string;
	readonly alg: string;
	readonly key: KeyObject;
	readonly publicKey: KeyObject;
	readonly jwk: Claims;
}

/** How one token is signed. */
export interface Signature {
	/** Named in the header and used; other words than algorithms are only named. */
	readonly alg: string;
	readonly key: SigningKey;
	/** Merged into the header; undefined takes a member away. */
	readonly header?: Claims;
	/** Another secret for HS256 than the public key. */
	readonly secret?: string;
	/** One byte of the signature changed. */
	readonly broken?: boolean;
}

/**
 * @param alg  What it signs with.
 * @param bits Length of an RSA key.
 */
export function newKey( alg: string, bits = 2048 ): SigningKey {
	const { privateKey, publicKey } = alg.startsWith( 'ES' )
		? generateKeyPairSync( 'ec', { namedCurve: 'P-256' } )
		: generateKeyPairSync( 'rsa', { modulusLength: bits } );
	const kid = randomUUID();
	return {
		kid,
		alg,
		key: privateKey,
		publicKey,
		jwk: { ...publicKey.export( { format: 'jwk' } ), kid, alg, use: 'sig' },
	};
}

function encoded( value: unknown ): string {
	return Buffer.from( JSON.stringify( value ) ).toString( 'base64url' );
}

/**
 * A signed token, as good or as bad as asked.
 *
 * @param claims Claims; undefined ones are left out.
 * @param how    Key, algorithm, header.
 */
export function jwt( claims: Claims, how: Signature ): string {
	const header = { alg: how.alg, kid: how.key.kid, typ: 'JWT', ...how.header };
	const input = `${ encoded( header ) }.${ encoded( claims ) }`;
	const signature = signatureOf( input, how );
	if ( how.broken === true && signature.length > 0 ) {
		// Not the last byte: its low bits may be padding.
		signature[ 20 ] = 255 - ( signature[ 20 ] ?? 0 );
	}
	return `${ input }.${ signature.toString( 'base64url' ) }`;
}

function signatureOf( input: string, { alg, key, secret }: Signature ): Buffer {
	if ( alg.toUpperCase() === 'NONE' ) {
		return Buffer.alloc( 0 );
	}
	const data = Buffer.from( input );
	switch ( alg ) {
		case 'HS256':
			return createHmac( 'sha256', secret ?? key.publicKey.export( { format: 'pem', type: 'spki' } ) )
				.update( data )
				.digest();
		case 'ES256':
			return sign( 'sha256', data, { key: key.key, dsaEncoding: 'ieee-p1363' } );
		case 'PS256':
			return sign( 'sha256', data, {
				key: key.key,
				padding: constants.RSA_PKCS1_PSS_PADDING,
				saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
			} );
		default:
			return sign( 'sha256', data, key.key );
	}
}

/** @param accessToken Token whose left half of the hash goes into at_hash. */
export function atHash( accessToken: string ): string {
	return createHash( 'sha256' ).update( accessToken ).digest().subarray( 0, 16 ).toString( 'base64url' );
}

/** 256 random bits. */
export function random(): string {
	return randomBytes( 32 ).toString( 'base64url' );
}

/** Seconds since 1970. */
export function now(): number {
	return Math.floor( Date.now() / 1000 );
}

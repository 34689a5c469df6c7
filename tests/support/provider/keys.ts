import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../../bin/src/lib/stack.ts';

export type Algorithm = 'RS256' | 'ES256' | 'PS256';

export interface Jwk {
	readonly kty: string;
	readonly kid: string;
	readonly use: 'sig';
	readonly alg: string;
	readonly [ member: string ]: unknown;
}

/** Keys of a provider; the first one of an algorithm signs, the others are only published. */
export interface Keys {
	readonly signing: readonly Jwk[];
	/** For the provider's own cookies. */
	readonly cookies: readonly string[];
	/** Public key of the client that shows a signed assertion, and its private one in PEM. */
	readonly client: { readonly jwk: Jwk; readonly pem: string };
}

/** @param algorithm What the key signs with. */
export function signingKey( algorithm: Algorithm ): Jwk {
	const { privateKey } =
		algorithm === 'ES256'
			? generateKeyPairSync( 'ec', { namedCurve: 'P-256' } )
			: generateKeyPairSync( 'rsa', { modulusLength: 2048 } );
	return {
		...( privateKey.export( { format: 'jwk' } ) as { kty: string } ),
		kid: randomUUID(),
		use: 'sig',
		alg: algorithm,
	};
}

export function freshKeys(): Keys {
	const { privateKey, publicKey } = generateKeyPairSync( 'rsa', { modulusLength: 2048 } );
	return {
		signing: ( [ 'RS256', 'ES256', 'PS256' ] as const ).map( signingKey ),
		cookies: [ randomBytes( 32 ).toString( 'base64url' ) ],
		client: {
			jwk: {
				...( publicKey.export( { format: 'jwk' } ) as { kty: string } ),
				kid: randomUUID(),
				use: 'sig',
				alg: 'RS256',
			},
			pem: privateKey.export( { format: 'pem', type: 'pkcs8' } ).toString(),
		},
	};
}

/**
 * New keys in front of the old ones: tokens that were signed before stay valid until the old ones are dropped.
 *
 * @param keys Keys so far.
 * @param drop Whether the old ones go at once, as after a theft.
 */
export function rotated( keys: Keys, drop: boolean ): Keys {
	const fresh = ( [ 'RS256', 'ES256', 'PS256' ] as const ).map( signingKey );
	return { ...keys, signing: drop ? fresh : [ ...fresh, ...keys.signing ].slice( 0, 6 ) };
}

/**
 * Reads the keys of a stack, or makes them once: a restart of the provider is no rotation.
 *
 * @param folder Folder of the stack's provider.
 */
export async function keysIn( folder: string ): Promise< Keys > {
	const file = join( folder, 'keys.json' );
	if ( existsSync( file ) ) {
		return JSON.parse( await readFile( file, 'utf8' ) ) as Keys;
	}
	const keys = freshKeys();
	await saveKeys( folder, keys );
	return keys;
}

/** Name of the client's private key in PEM, for LERNWELT_OIDC_PRIVATE_KEY. */
export const CLIENT_KEY = 'client.pem';

/**
 * @param folder Folder of the stack's provider.
 * @param keys   Keys to keep.
 */
export async function saveKeys( folder: string, keys: Keys ): Promise< void > {
	await mkdir( folder, { recursive: true, mode: 0o700 } );
	await writeWhole( join( folder, CLIENT_KEY ), keys.client.pem );
	await writeWhole( join( folder, 'keys.json' ), JSON.stringify( keys ) );
}

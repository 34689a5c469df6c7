import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The code that an authenticator app would show (RFC 6238: SHA-1, six digits, 30 seconds). Written for the tests alone,
 * so that they don't believe the code they test.
 *
 * @param secret Base32.
 * @param time   Milliseconds since 1970.
 */
export function totp( secret: string, time: number = Date.now() ): string {
	const bits = [ ...secret.replaceAll( ' ', '' ) ]
		.map( ( letter ) => ALPHABET.indexOf( letter ).toString( 2 ).padStart( 5, '0' ) )
		.join( '' );
	const key = Buffer.from( ( bits.match( /.{8}/g ) ?? [] ).map( ( byte ) => parseInt( byte, 2 ) ) );
	const step = Buffer.alloc( 8 );
	step.writeBigUInt64BE( BigInt( Math.floor( time / 30_000 ) ) );
	const hash = createHmac( 'sha1', key ).update( step ).digest();
	const offset = hash.readUInt8( hash.length - 1 ) % 16;
	return String( ( hash.readUInt32BE( offset ) % 2 ** 31 ) % 1_000_000 ).padStart( 6, '0' );
}

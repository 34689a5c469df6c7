import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, run } from './run.ts';

/** A certificate of our own and what it was signed with. */
export interface Certificate {
	readonly ca: string;
	readonly cert: string;
	readonly key: string;
}

/**
 * Makes a certificate for local host names, signed by an authority of its own that nobody else trusts. One that covers
 * them and is good for another month stays.
 *
 * @param folder Where its files lie.
 * @param hosts  Host names.
 */
export async function certificate( folder: string, hosts: readonly string[] ): Promise< Certificate > {
	const file = ( name: string ): string => join( folder, name );
	const made = { ca: file( 'ca.pem' ), cert: file( 'cert.pem' ), key: file( 'key.pem' ) };
	const names = hosts.map( ( host ) => `DNS:${ host }` ).join( ',' );
	if ( existsSync( made.cert ) && readFileSync( file( 'names' ), 'utf8' ) === names ) {
		const month = String( 30 * 24 * 3600 );
		if ( ( await run( 'openssl', [ 'x509', '-checkend', month, '-noout', '-in', made.cert ] ) ).code === 0 ) {
			return made;
		}
	}
	await mkdir( folder, { recursive: true, mode: 0o700 } );
	const curve = [ '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes' ];
	await must( 'openssl', [
		...[ 'req', '-x509', ...curve, '-days', '3650', '-subj', '/CN=Lernwelt local authority' ],
		...[ '-addext', 'basicConstraints=critical,CA:TRUE', '-keyout', file( 'ca.key' ), '-out', made.ca ],
	] );
	await must( 'openssl', [
		...[ 'req', ...curve, '-subj', `/CN=${ hosts[ 0 ] ?? 'localhost' }`, '-keyout', made.key ],
		...[ '-out', file( 'request.pem' ) ],
	] );
	await writeFile( file( 'extensions' ), `subjectAltName=${ names }\nextendedKeyUsage=serverAuth\n` );
	await must( 'openssl', [
		...[ 'x509', '-req', '-in', file( 'request.pem' ), '-CA', made.ca, '-CAkey', file( 'ca.key' ) ],
		...[ '-CAcreateserial', '-days', '365', '-extfile', file( 'extensions' ), '-out', made.cert ],
	] );
	await writeFile( file( 'names' ), names );
	return made;
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Path → sha256 of every file below a folder, as JSON with sorted paths.
 *
 * @param folder Folder; holds files and folders only.
 * @throws Error when there is a link or anything else in it.
 */
export async function manifestOf( folder: string ): Promise< string > {
	const sums: Record< string, string > = {};
	for ( const path of await filesBelow( folder ) ) {
		sums[ path ] = createHash( 'sha256' )
			.update( await readFile( join( folder, path ) ) )
			.digest( 'hex' );
	}
	return `${ JSON.stringify( sums, null, '\t' ) }\n`;
}

async function filesBelow( folder: string, prefix = '' ): Promise< string[] > {
	const found: string[] = [];
	for ( const entry of await readdir( join( folder, prefix ), { withFileTypes: true } ) ) {
		const path = prefix === '' ? entry.name : `${ prefix }/${ entry.name }`;
		if ( entry.isDirectory() ) {
			found.push( ...( await filesBelow( folder, path ) ) );
		} else if ( entry.isFile() ) {
			found.push( path );
		} else {
			throw new Error( `${ path } is neither a file nor a folder, so it can't be part of a release.` );
		}
	}
	// By code units, not by a locale: the same everywhere.
	return prefix === '' ? found.sort( ( a, b ) => ( a < b ? -1 : 1 ) ) : found;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, ROOT } from '../../lib/paths.ts';

const GENERATED = new Set( [ 'node_modules', 'vendor', 'build', 'var', '.git', 'results', 'generated' ] );

/**
 * All files of a folder that people write, as paths below the repository's root.
 *
 * @param folder     Folder below the root; one that is missing holds no files.
 * @param extensions Endings without dot; none means every file.
 */
export function sources( folder: string, ...extensions: string[] ): string[] {
	return walk( inRoot( folder ) )
		.map( ( path ) => relative( ROOT, path ) )
		.filter(
			( path ) => extensions.length === 0 || extensions.some( ( ending ) => path.endsWith( `.${ ending }` ) )
		)
		.sort();
}

function walk( directory: string ): string[] {
	let entries;
	try {
		entries = readdirSync( directory, { withFileTypes: true } );
	} catch ( error ) {
		if ( error instanceof Error && 'code' in error && error.code === 'ENOENT' ) {
			return [];
		}
		throw error;
	}
	return entries.flatMap( ( entry ) => {
		const path = join( directory, entry.name );
		if ( entry.isDirectory() ) {
			return GENERATED.has( entry.name ) ? [] : walk( path );
		}
		return entry.isFile() ? [ path ] : [];
	} );
}

/** @param path Path below the root. */
export function read( path: string ): string {
	return readFileSync( inRoot( path ), 'utf8' );
}

/**
 * Places where a text matches, as "path:line: excerpt".
 *
 * @param path    Path below the root.
 * @param pattern What to look for, without the global flag.
 * @param text    The text; the file's content by default.
 */
export function matches( path: string, pattern: RegExp, text = read( path ) ): string[] {
	return text
		.split( '\n' )
		.map( ( line, index ) => ( { line, index } ) )
		.filter( ( { line } ) => pattern.test( line ) )
		.map( ( { line, index } ) => `${ path }:${ index + 1 }: ${ line.trim().slice( 0, 120 ) }` );
}

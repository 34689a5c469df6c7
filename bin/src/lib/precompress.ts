import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Text that browsers load; pictures and fonts are compressed already. */
const TEXT = /\.(css|js|mjs|svg|json|geojson|txt|xml)$/;

/** Below a network packet nothing is won. */
const WORTH_IT = 1400;

/** The two ways to compress, by the ending that nginx looks for. */
const WAYS = {
	gz: ( content: Buffer ) => promisify( gzip )( content, { level: 9 } ),
	br: ( content: Buffer ) =>
		promisify( brotliCompress )( content, {
			params: {
				[ constants.BROTLI_PARAM_QUALITY ]: 9,
				[ constants.BROTLI_PARAM_SIZE_HINT ]: content.length,
			},
		} ),
} as const;

/**
 * Writes a .gz and a .br beside every text file, for nginx to send as they are. What is compressed already stays.
 *
 * @param folder Folder with everything below it.
 * @param kept   Folder that keeps what was compressed once for the next stack; without it nothing is kept.
 */
export async function precompress( folder: string, kept?: string ): Promise< void > {
	for ( const entry of await readdir( folder, { withFileTypes: true } ) ) {
		const path = join( folder, entry.name );
		if ( entry.isDirectory() ) {
			await precompress( path, kept );
		} else if ( entry.isFile() && TEXT.test( entry.name ) ) {
			await compressFile( path, kept );
		}
	}
}

async function compressFile( path: string, kept: string | undefined ): Promise< void > {
	const { mtime, size } = statSync( path );
	if (
		size < WORTH_IT ||
		( existsSync( `${ path }.br` ) && statSync( `${ path }.br` ).mtime.getTime() === mtime.getTime() )
	) {
		return;
	}
	const content = await readFile( path );
	for ( const ending of [ 'gz', 'br' ] as const ) {
		const target = `${ path }.${ ending }`;
		if ( kept === undefined ) {
			await writeFile( target, await WAYS[ ending ]( content ) );
		} else {
			await copyFile( await compressedOnce( content, ending, kept ), target );
		}
		// nginx compares nothing, but the next run does; and ETag and Last-Modified stay those of the file.
		await utimes( target, mtime, mtime );
	}
}

/** File that holds some content compressed; its name says which. */
async function compressedOnce( content: Buffer, ending: keyof typeof WAYS, folder: string ): Promise< string > {
	const file = join( folder, `${ createHash( 'sha256' ).update( content ).digest( 'hex' ) }.${ ending }` );
	if ( ! existsSync( file ) ) {
		await mkdir( folder, { recursive: true } );
		const unfinished = `${ file }.${ process.pid }`;
		await writeFile( unfinished, await WAYS[ ending ]( content ) );
		await rename( unfinished, file );
	}
	return file;
}

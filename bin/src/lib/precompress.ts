import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Text that browsers load; pictures and fonts are compressed already. */
const TEXT = /\.(css|js|mjs|svg|json|geojson|txt|xml)$/;

/** Below a network packet nothing is won. */
const WORTH_IT = 1400;

/**
 * Writes a .gz and a .br beside every text file, for nginx to send as they are. What is compressed already stays.
 *
 * @param folder Folder with everything below it.
 */
export async function precompress( folder: string ): Promise< void > {
	for ( const entry of await readdir( folder, { withFileTypes: true } ) ) {
		const path = join( folder, entry.name );
		if ( entry.isDirectory() ) {
			await precompress( path );
		} else if ( entry.isFile() && TEXT.test( entry.name ) ) {
			await compressFile( path );
		}
	}
}

async function compressFile( path: string ): Promise< void > {
	const { mtime, size } = statSync( path );
	if (
		size < WORTH_IT ||
		( existsSync( `${ path }.br` ) && statSync( `${ path }.br` ).mtimeMs === mtime.getTime() )
	) {
		return;
	}
	const content = await readFile( path );
	const copies = {
		gz: await promisify( gzip )( content, { level: 9 } ),
		br: await promisify( brotliCompress )( content, {
			params: { [ constants.BROTLI_PARAM_QUALITY ]: 9, [ constants.BROTLI_PARAM_SIZE_HINT ]: size },
		} ),
	};
	for ( const [ ending, bytes ] of Object.entries( copies ) ) {
		await writeFile( `${ path }.${ ending }`, bytes );
		// nginx compares nothing, but the next run does; and ETag and Last-Modified stay those of the file.
		await utimes( `${ path }.${ ending }`, mtime, mtime );
	}
}

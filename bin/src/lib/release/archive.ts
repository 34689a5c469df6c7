import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { must } from '../run.ts';

/** Programs in a release that are called by their name. */
const EXECUTABLE = /^(deploy\/bin\/[a-z-]+|wp-cli\.phar)$/;

/**
 * Packs a folder so that the same files give the same bytes: sorted names, one time, no owner, fixed modes.
 * gzip, because every Debian has it; its output has stayed the same for years, zstd's has not.
 *
 * @param folder  Folder; its own name becomes the top folder of the archive.
 * @param archive Target, ends with .tar.gz; beside it comes a .sha256 file.
 * @param epoch   Time of every file, seconds since 1970.
 * @return SHA-256 of the archive.
 */
export async function pack( folder: string, archive: string, epoch: number ): Promise< string > {
	const unfinished = `${ archive }.unfinished`;
	await fixModes( folder );
	const tar = [
		...[ 'tar', '--create', '--format=gnu', '--sort=name', `--mtime=@${ epoch }` ],
		...[ '--owner=0', '--group=0', '--numeric-owner', '--directory="$1"', '"$2"' ],
	].join( ' ' );
	await must(
		'bash',
		[
			...[ '-c', `set -euo pipefail; ${ tar } | gzip --no-name -9 > "$3"`, 'bash' ],
			...[ dirname( folder ), basename( folder ), unfinished ],
		],
		{ env: { LC_ALL: 'C', GZIP: '' } }
	);
	await rename( unfinished, archive );
	const sum = await sha256( archive );
	await writeFile( `${ archive }.sha256`, `${ sum }  ${ basename( archive ) }\n` );
	return sum;
}

/** Whatever umask the files were made with. */
async function fixModes( folder: string ): Promise< void > {
	await must( 'chmod', [ '-R', 'u=rwX,go=rX', folder ] );
	const { stdout } = await must( 'find', [ folder, '-type', 'f', '-printf', '%P\\0' ] );
	const files = stdout.split( '\0' ).filter( ( path ) => path !== '' );
	const groups = [
		files.filter( ( path ) => EXECUTABLE.test( path ) ),
		files.filter( ( path ) => ! EXECUTABLE.test( path ) ),
	];
	for ( const [ index, mode ] of [ '0755', '0644' ].entries() ) {
		await must( 'xargs', [ '-0', '-r', 'chmod', mode ], {
			cwd: folder,
			input: ( groups[ index ] ?? [] ).join( '\0' ),
		} );
	}
}

async function sha256( file: string ): Promise< string > {
	const hash = createHash( 'sha256' );
	await pipeline( createReadStream( file ), hash );
	return hash.digest( 'hex' );
}

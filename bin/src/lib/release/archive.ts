import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { must } from '../run.ts';

/**
 * Packs a folder so that the same files give the same bytes: sorted names, one time, no owner, fixed modes.
 * gzip, because every Debian has it; its output has stayed the same for years, zstd's has not.
 *
 * @param folder  Folder; its own name becomes the top folder of the archive.
 * @param archive Target, ends with .tar.gz; beside it comes a .sha256 file.
 * @param epoch   Time of every file, seconds since 1970.
 * @param level   Of compression, 1 (quick) to 9 (small).
 * @return SHA-256 of the archive.
 */
export async function pack( folder: string, archive: string, epoch: number, level = 9 ): Promise< string > {
	const unfinished = `${ archive }.unfinished`;
	await fixModes( folder );
	const tar = [
		...[ 'tar', '--create', '--format=gnu', '--sort=name', `--mtime=@${ epoch }` ],
		...[ '--owner=0', '--group=0', '--numeric-owner', '--directory="$1"', '"$2"' ],
	].join( ' ' );
	await must(
		'bash',
		[
			...[ '-c', `set -euo pipefail; ${ tar } | gzip --no-name -${ level } > "$3"`, 'bash' ],
			...[ dirname( folder ), basename( folder ), unfinished ],
		],
		{ env: { LC_ALL: 'C', GZIP: '' } }
	);
	await rename( unfinished, archive );
	const sum = await sha256( archive );
	await writeFile( `${ archive }.sha256`, `${ sum }  ${ basename( archive ) }\n` );
	return sum;
}

/** Whatever umask the files were made with. What a web server serves is never a program. */
async function fixModes( folder: string ): Promise< void > {
	await must( 'chmod', [ '-R', 'u=rwX,go=rX', folder ] );
	await must( 'find', [ join( folder, 'public' ), '-type', 'f', '-exec', 'chmod', '0644', '{}', '+' ] );
}

async function sha256( file: string ): Promise< string > {
	const hash = createHash( 'sha256' );
	await pipeline( createReadStream( file ), hash );
	return hash.digest( 'hex' );
}

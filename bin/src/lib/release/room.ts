import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { wordpressPackage } from '../packages.ts';
import { inRoot, VAR } from '../paths.ts';
import { must, run } from '../run.ts';
import type { Facts } from './facts.ts';

/** A commit as it is meant by whoever releases. */
export interface Commit {
	readonly hash: string;
	readonly epoch: number;
	/** Tag "v<version>" on it, if there is one. */
	readonly tag: string | null;
}

/**
 * @param name Commit, branch or tag.
 * @throws UserError when git doesn't know it.
 */
export async function findCommit( name: string ): Promise< Commit > {
	const found = await run( 'git', [ 'show', '--no-patch', '--format=%H %ct', `${ name }^{commit}`, '--' ], {
		cwd: inRoot(),
	} );
	if ( found.code !== 0 ) {
		throw new UserError( `git knows no commit "${ name }": a release is made of what is committed.` );
	}
	const [ hash = '', epoch = '' ] = found.stdout.trim().split( ' ' );
	const tags = await must( 'git', [ 'tag', '--points-at', hash, 'v[0-9]*' ], { cwd: inRoot() } );
	return { hash, epoch: Number( epoch ), tag: tags.stdout.trim().split( '\n' )[ 0 ]?.slice( 1 ) || null };
}

/** How many files of the working copy differ from its last commit; they don't become part of a release. */
export async function uncommitted(): Promise< number > {
	const { stdout } = await must( 'git', [ 'status', '--porcelain' ], { cwd: inRoot() } );
	return stdout.split( '\n' ).filter( ( line ) => line !== '' ).length;
}

/**
 * Builds a release of one commit in a folder with nothing else in it: no left-overs of earlier builds, no files that
 * nobody committed. The commit's own commands do it.
 *
 * @param facts The release.
 * @param umask Umask of the build, octal; a difference must not matter.
 * @return Path of the archive; its folder is the caller's to delete.
 */
export async function buildInRoom( facts: Facts, umask = '022' ): Promise< string > {
	const parent = join( VAR, 'release' );
	await mkdir( parent, { recursive: true } );
	const room = await mkdtemp( join( parent, 'room-' ) );
	try {
		await must(
			'bash',
			[
				...[ '-c', 'set -euo pipefail; umask "$3"; git archive "$1" | tar -x -C "$2"', 'bash' ],
				...[ facts.commit, room, umask ],
			],
			{ cwd: inRoot() }
		);
		await packagesInto( room );
		await must(
			'bash',
			[
				...[ '-c', 'umask "$1"; shift; exec "$@"', 'bash', umask, join( room, 'bin/release' ), '--here' ],
				...[ '--version', facts.version, '--commit', facts.commit, '--epoch', String( facts.epoch ) ],
			],
			{ cwd: room, env: { SOURCE_DATE_EPOCH: String( facts.epoch ), LERNWELT_STACK: 'release' } }
		);
		const folder = await mkdtemp( join( parent, 'built-' ) );
		await must( 'bash', [
			'-c',
			'mv "$1"/var/release/*.tar.gz* "$1"/var/release/*.cdx.json "$2"',
			'bash',
			room,
			folder,
		] );
		return join( folder, `lernwelt-${ facts.version }.tar.gz` );
	} finally {
		await rm( room, { recursive: true, force: true } );
	}
}

/** Packages that are here already, as hard links: a changed lock file makes npm mend them in the room. */
async function packagesInto( room: string ): Promise< void > {
	await must( 'cp', [ '-al', inRoot( 'node_modules' ), join( room, 'node_modules' ) ] );
	await rm( join( room, 'node_modules/.cache' ), { recursive: true, force: true } );
	const pinned = JSON.parse(
		await readFile( join( room, 'bin/wordpress.json' ), 'utf8' )
	) as typeof wordpressPackage;
	const file = join( VAR, 'downloads', `${ pinned.package }-${ pinned.version }.tgz` );
	if ( existsSync( file ) ) {
		await mkdir( join( room, 'var/downloads' ), { recursive: true } );
		await link( file, join( room, 'var/downloads', basename( file ) ) );
	}
}

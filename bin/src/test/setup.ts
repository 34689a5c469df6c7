import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { aptInstall } from '../lib/apt.ts';
import { ROOT, inRoot } from '../lib/paths.ts';
import { composerInstall, ensurePhp } from '../lib/php.ts';

const done = new Map< string, Promise< void > >();

/**
 * Does a piece of set-up once per run, however many parts ask for it.
 *
 * @param name Name of the piece.
 * @param work The piece.
 */
export function once( name: string, work: () => Promise< void > ): Promise< void > {
	const known = done.get( name );
	if ( known !== undefined ) {
		return known;
	}
	const fresh = work();
	done.set( name, fresh );
	return fresh;
}

/** PHP with its extensions, and the Composer packages that composer.json names. */
export function ensureComposer(): Promise< void > {
	return once( 'composer', async () => {
		await ensurePhp();
		const stamp = inRoot( 'vendor/.lernwelt-stamp' );
		const wanted = createHash( 'sha256' )
			.update( readFileSync( inRoot( 'composer.json' ) ) )
			.digest( 'hex' );
		if ( existsSync( stamp ) && readFileSync( stamp, 'utf8' ) === wanted ) {
			return;
		}
		await composerInstall( ROOT );
		writeFileSync( stamp, wanted );
	} );
}

/** Where Debian and others put the browser; CHROMIUM_PATH wins. */
export function chromiumPath(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	return [ named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ].find(
		( path ) => path !== undefined && path !== '' && existsSync( path )
	);
}

/** The system's Chromium; Playwright's own download is never used. */
export function ensureChromium(): Promise< void > {
	return once( 'chromium', async () => {
		if ( chromiumPath() === undefined ) {
			await aptInstall( [ 'chromium', 'fonts-liberation' ], 'the Chromium browser' );
		}
	} );
}

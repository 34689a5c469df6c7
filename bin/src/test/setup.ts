import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { aptInstall } from '../lib/apt.ts';
import { UserError } from '../lib/errors.ts';
import { ensureProgram } from '../lib/mariadb.ts';
import * as watching from '../lib/monitoring.ts';
import { ROOT, inRoot } from '../lib/paths.ts';
import * as php from '../lib/php.ts';
import * as production from '../lib/production.ts';
import { say } from '../lib/progress.ts';

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

let turn: Promise< unknown > = Promise.resolve();

/** Like {@link once}, and one after the other: apt refuses to run twice at the same time. */
function installed( name: string, work: () => Promise< void > ): Promise< void > {
	return once( name, () => {
		const mine = turn.then( work );
		turn = mine.catch( () => undefined );
		return mine;
	} );
}

/** PHP with its extensions. */
export function ensurePhp(): Promise< void > {
	return installed( 'php', php.ensurePhp );
}

/** The system's MariaDB server program. */
export function ensureMariaDb(): Promise< void > {
	return installed( 'mariadb', ensureProgram );
}

/** nginx, php-fpm, Redis and PHP's extension for it: the object cache is tested with a Redis of its own. */
export function ensureServers(): Promise< void > {
	return installed( 'servers', production.ensureServers );
}

/** Prometheus and what belongs to it. */
export function ensureMonitoring(): Promise< void > {
	return installed( 'monitoring', watching.ensureMonitoring );
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
		await php.composerInstall( ROOT );
		writeFileSync( stamp, wanted );
	} );
}

/** Chromium without its window. It shows pages as the whole browser does and takes less than half the work for it. */
const HEADLESS = '/usr/bin/chromium-headless-shell';

/** Where Debian and others put the browser; CHROMIUM_PATH wins, e.g. to look on with the whole one. */
export function chromiumPath(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	return [ named, HEADLESS, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ].find(
		( path ) => path !== undefined && path !== '' && existsSync( path )
	);
}

/** The system's Chromium; Playwright's own download is never used. */
export function ensureChromium(): Promise< void > {
	return installed( 'chromium', async () => {
		const found = chromiumPath();
		if ( found !== undefined && [ process.env.CHROMIUM_PATH, HEADLESS ].includes( found ) ) {
			return;
		}
		try {
			await aptInstall( [ 'chromium-headless-shell', 'fonts-liberation' ], 'Chromium without its window' );
		} catch ( error ) {
			if ( found === undefined || ! ( error instanceof UserError ) ) {
				throw error;
			}
			say( `Browser tests use ${ found }, which takes longer. ${ error.message }` );
		}
	} );
}

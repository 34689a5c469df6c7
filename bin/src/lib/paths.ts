import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const ROOT = resolve( import.meta.dirname, '../../..' );

/** State of all stacks, git-ignored. */
export const VAR = join( ROOT, 'var' );

/** Unpacked WordPress package: wp-cli, SQLite driver, importer, language pack. */
export const TOOLS = join( VAR, 'tools' );

/** @param parts Path below the repository's root. */
export function inRoot( ...parts: string[] ): string {
	return join( ROOT, ...parts );
}

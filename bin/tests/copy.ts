import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, VAR } from '../src/lib/paths.ts';

/** Folders that hold what people wrote. */
const SOURCES = [ 'bin', 'plugins-src', 'theme-src', 'tests', 'demo', 'deploy', 'wp-content', '.ci' ];

/** A throw-away copy of the repository in which commands may change files. */
export interface Copy {
	readonly directory: string;
	readonly remove: () => void;
}

/**
 * Copies the sources to a folder below var/. npm packages are shared; Composer's autoloader and what looks for it are copied, because
 * new plugins are added to it.
 */
export function copyOfRepository(): Copy {
	mkdirSync( VAR, { recursive: true } );
	const directory = mkdtempSync( join( VAR, 'copy-' ) );
	for ( const entry of readdirSync( inRoot(), { withFileTypes: true } ) ) {
		if ( SOURCES.includes( entry.name ) || entry.isFile() ) {
			cpSync( inRoot( entry.name ), join( directory, entry.name ), {
				recursive: true,
				filter: ( path ) => ! /\/(build|node_modules)$/.test( path ),
			} );
		}
	}
	symlinkSync( inRoot( 'node_modules' ), join( directory, 'node_modules' ) );
	for ( const entry of readdirSync( inRoot( 'vendor' ) ) ) {
		const target = join( directory, 'vendor', entry );
		mkdirSync( dirname( target ), { recursive: true } );
		if ( [ 'composer', 'bin', 'phpstan', 'autoload.php', '.lernwelt-stamp' ].includes( entry ) ) {
			cpSync( inRoot( 'vendor', entry ), target, { recursive: true } );
		} else {
			symlinkSync( inRoot( 'vendor', entry ), target );
		}
	}
	return { directory, remove: () => rmSync( directory, { recursive: true, force: true } ) };
}

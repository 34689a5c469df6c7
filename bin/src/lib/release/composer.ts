import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package as Composer lists it. */
export interface ComposerPackage {
	readonly name: string;
	readonly version: string;
	readonly license?: readonly string[];
	readonly homepage?: string;
	readonly type?: string;
	readonly require?: Readonly< Record< string, string > >;
}

interface Installed {
	readonly packages: readonly ( ComposerPackage & Readonly< Record< string, unknown > > )[];
}

/** What tells where and when Composer ran, and nothing of what it installed. */
const CIRCUMSTANCES = [ 'dist', 'source', 'notification-url', 'installation-source', 'support', 'funding', 'time' ];

const CLASSES_FILES = [ 'autoload.php', 'composer/autoload_real.php', 'composer/autoload_static.php' ];

/** @param vendor Folder Composer installed into. */
export async function installedPackages( vendor: string ): Promise< readonly ComposerPackage[] > {
	return ( JSON.parse( await readFile( join( vendor, 'composer/installed.json' ), 'utf8' ) ) as Installed ).packages;
}

/**
 * Makes two runs of Composer equal: without a lock file it names its loader's classes at random, and it writes down
 * where it fetched the packages from and which commit its project was at.
 *
 * @param vendor Folder Composer installed into; changed in place.
 */
export async function sameEverywhere( vendor: string ): Promise< void > {
	const list = join( vendor, 'composer/installed.json' );
	const installed = JSON.parse( await readFile( list, 'utf8' ) ) as Installed;
	const packages = installed.packages.map( ( entry ) =>
		Object.fromEntries( Object.entries( entry ).filter( ( [ key ] ) => ! CIRCUMSTANCES.includes( key ) ) )
	);
	const text = `${ JSON.stringify( { ...installed, packages }, null, 4 ) }\n`;
	await writeFile( list, text );

	const suffix = createHash( 'sha256' ).update( text ).digest( 'hex' ).slice( 0, 32 );
	for ( const name of CLASSES_FILES ) {
		await replace( join( vendor, name ), /(Composer(?:Autoloader|Static)Init)[0-9a-f]{32}/g, `$1${ suffix }` );
	}
	// The project's own entry stands first: its commit, and the branch as its version.
	const versions = join( vendor, 'composer/installed.php' );
	await replace( versions, /'reference' => '[0-9a-f]{40}'/g, "'reference' => null" );
	await replace( versions, /'(pretty_version|version)' => 'dev-[^']*'/g, "'$1' => 'dev-main'" );
}

async function replace( file: string, pattern: RegExp, by: string ): Promise< void > {
	await writeFile( file, ( await readFile( file, 'utf8' ) ).replace( pattern, by ) );
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aptInstall } from './apt.ts';
import { UserError } from './errors.ts';
import { inRoot } from './paths.ts';
import { exists, must } from './run.ts';

/** What a server is asked for: extension → suffix of Debian's package (php8.2-<suffix>), null where PHP brings it along. */
const ON_SERVERS = JSON.parse( readFileSync( inRoot( 'deploy/release/extensions.json' ), 'utf8' ) ) as Readonly<
	Record< string, string | null >
>;

/** The same of those that are packages, and SQLite's, which only a developer's machine has. */
const EXTENSIONS: Readonly< Record< string, string > > = {
	...Object.fromEntries(
		Object.entries( ON_SERVERS ).filter( ( one ): one is [ string, string ] => one[ 1 ] !== null )
	),
	pdo_sqlite: 'sqlite3',
	sqlite3: 'sqlite3',
};

/** Suffixes of PHP's packages: of a server, or of a machine where the project is built and tested. */
export function phpPackages( where: 'server' | 'here' ): readonly string[] {
	const suffixes = where === 'server' ? Object.values( ON_SERVERS ) : Object.values( EXTENSIONS );
	return [ ...new Set( suffixes ) ].filter( ( suffix ) => suffix !== null );
}

async function missing(): Promise< string[] > {
	const list = JSON.stringify( Object.keys( EXTENSIONS ) );
	const code = `echo implode("\\n", array_filter(json_decode($argv[1]), fn($e) => !extension_loaded($e)));`;
	const { stdout } = await must( 'php', [ '-r', code, '--', list ] );
	return stdout.split( '\n' ).filter( ( name ) => name !== '' );
}

/**
 * Makes sure PHP and its extensions are there; installs what is missing where apt and root allow it.
 *
 * @throws UserError when PHP is missing, too old, or an extension can't be installed.
 */
export async function ensurePhp(): Promise< void > {
	if ( ! ( await exists( 'php' ) ) ) {
		throw new UserError(
			'PHP is missing: install PHP 8.2 or newer for the command line (Debian, Ubuntu: "apt-get install php-cli").'
		);
	}
	const { stdout: version } = await must( 'php', [ '-r', 'echo PHP_MAJOR_VERSION.".".PHP_MINOR_VERSION;' ] );
	const [ major = 0, minor = 0 ] = version.split( '.' ).map( Number );
	if ( major < 8 || ( major === 8 && minor < 2 ) ) {
		throw new UserError( `PHP ${ version } is too old: install PHP 8.2 or newer for the command line.` );
	}

	const absent = await missing();
	if ( absent.length === 0 ) {
		return;
	}
	const packages = [ ...new Set( absent.map( ( name ) => `php${ version }-${ EXTENSIONS[ name ] ?? name }` ) ) ];
	await aptInstall( packages, 'PHP extensions' );
	const still = await missing();
	if ( still.length > 0 ) {
		throw new UserError(
			`PHP still lacks ${ still.join( ', ' ) } although the packages are installed: the "php" on your PATH is not Debian's; enable them for it.`
		);
	}
}

/**
 * Makes sure Composer's packages are there and current.
 *
 * @param directory Folder with composer.json.
 */
export async function composerInstall( directory: string ): Promise< void > {
	if ( ! ( await exists( 'composer' ) ) ) {
		throw new UserError(
			'Composer is missing: install it (Debian, Ubuntu: "apt-get install composer"), then run this command again.'
		);
	}
	const stamp = join( directory, 'vendor/.lernwelt-stamp' );
	const wanted = createHash( 'sha256' )
		.update( await readFile( join( directory, 'composer.json' ) ) )
		.digest( 'hex' );
	if ( existsSync( stamp ) && ( await readFile( stamp, 'utf8' ) ) === wanted ) {
		return;
	}
	await must( 'composer', [ 'install', '--no-interaction', '--no-progress', '--quiet' ], {
		cwd: directory,
		env: { COMPOSER_ALLOW_SUPERUSER: '1' },
	} );
	await writeFile( stamp, wanted );
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { UserError } from './errors.ts';
import { buildLanguages } from './languages.ts';
import { installPackages } from './composer-packages.ts';
import { inRoot } from './paths.ts';
import { allPlugins, allThemes } from './portals.ts';
import { step } from './progress.ts';
import { must } from './run.ts';

/** The plugin that loads the Composer packages of composer.json's `require` for all others: one copy, one version. */
const PACKAGES_IN = 'lernwelt-core';

/** Parts of screens that the plugins' own screens import; they are built into each. */
const SHARED_PARTS = inRoot( 'plugins-src/lernwelt-core/admin' );

/** Something bin/build can build: a plugin or a theme. */
export interface Target {
	readonly slug: string;
	readonly directory: string;
}

/** Every plugin and theme of the list that exists. */
export function targets(): Target[] {
	const all = [
		...allPlugins().map( ( slug ) => ( { slug, directory: inRoot( 'plugins-src', slug ) } ) ),
		...allThemes().map( ( slug ) => ( { slug, directory: inRoot( 'theme-src', slug ) } ) ),
	];
	return all.filter(
		( { slug, directory } ) =>
			existsSync( join( directory, `${ slug }.php` ) ) || existsSync( join( directory, 'style.css' ) )
	);
}

/**
 * Builds the given targets, or all; skips those whose sources did not change.
 *
 * @param slugs Slugs; empty means all.
 * @throws UserError for an unknown slug or a build that failed.
 */
export async function build( slugs: readonly string[] = [] ): Promise< void > {
	const known = targets();
	for ( const slug of slugs ) {
		if ( ! known.some( ( target ) => target.slug === slug ) ) {
			throw new UserError(
				`There is no plugin or theme "${ slug }": use one of ${ known.map( ( t ) => t.slug ).join( ', ' ) }.`
			);
		}
	}
	for ( const target of known ) {
		if ( slugs.length === 0 || slugs.includes( target.slug ) ) {
			await buildOne( target );
		}
	}
}

async function buildOne( target: Target ): Promise< void > {
	const stamp = join( target.directory, 'build', '.sources' );
	const hash = await sourceHash( target.directory );
	if ( existsSync( stamp ) && ( await readFile( stamp, 'utf8' ) ) === hash ) {
		return;
	}
	const has = ( path: string ) => existsSync( join( target.directory, path ) );
	const jobs = [
		{ when: hasBlocks( target.directory ), work: () => buildBlocks( target.directory ) },
		{ when: has( 'admin/index.tsx' ), work: () => buildAdmin( target.directory ) },
		{ when: has( 'scss' ), work: () => buildStyles( target.directory ) },
		{ when: has( 'ts' ), work: () => buildScripts( target.directory ) },
		{ when: has( 'fonts.json' ), work: () => copyFonts( target.directory ) },
		{ when: has( 'languages' ), work: () => buildLanguages( target ) },
		{ when: target.slug === PACKAGES_IN, work: () => installPackages( join( target.directory, 'build/vendor' ) ) },
	].filter( ( job ) => job.when );
	if ( jobs.length === 0 ) {
		return;
	}
	await step( `Building ${ target.slug }`, async () => {
		try {
			await rm( stamp, { force: true } );
			for ( const job of jobs ) {
				await job.work();
			}
			await mkdir( dirname( stamp ), { recursive: true } );
			await writeFile( stamp, hash );
		} catch ( error ) {
			if ( error instanceof Error && ! ( 'code' in error ) ) {
				throw new UserError( `Building ${ target.slug } failed, mend this first:\n${ error.message }` );
			}
			throw error;
		}
	} );
}

function hasBlocks( directory: string ): boolean {
	const blocks = join( directory, 'blocks' );
	return (
		existsSync( blocks ) &&
		readdirSync( blocks ).some( ( name ) => existsSync( join( blocks, name, 'block.json' ) ) )
	);
}

/** Everything a build reads: the folder without results and tests, what screens share, this tool, the pinned packages. */
async function sourceHash( directory: string ): Promise< string > {
	const hash = createHash( 'sha256' );
	const files = [
		...( await filesBelow( directory ) ),
		...( existsSync( join( directory, 'admin/index.tsx' ) ) ? await filesBelow( SHARED_PARTS ) : [] ),
		inRoot( 'package.json' ),
		inRoot( 'composer.json' ),
		inRoot( 'bin/src/lib/build.ts' ),
		inRoot( 'bin/src/lib/languages.ts' ),
	];
	for ( const file of files.sort() ) {
		hash.update( relative( directory, file ) )
			.update( '\0' )
			.update( await readFile( file ) );
	}
	return hash.digest( 'hex' );
}

async function filesBelow( directory: string ): Promise< string[] > {
	const found: string[] = [];
	for ( const entry of await readdir( directory, { withFileTypes: true } ) ) {
		const path = join( directory, entry.name );
		if ( entry.isDirectory() ) {
			if ( ! [ 'build', 'tests', 'test', 'node_modules' ].includes( entry.name ) ) {
				found.push( ...( await filesBelow( path ) ) );
			}
		} else if ( ! /\.(l10n\.php|mo)$|languages\/.*\.json$/.test( path ) ) {
			found.push( path );
		}
	}
	return found;
}

/** Runs from the root: webpack looks for its entries there, wherever it is started. */
async function wpScripts( ...args: readonly string[] ): Promise< void > {
	await must( inRoot( 'node_modules/.bin/wp-scripts' ), args, { cwd: inRoot(), env: { NODE_ENV: 'production' } } );
}

async function buildBlocks( directory: string ): Promise< void > {
	const from = relative( inRoot(), directory );
	const blocks = `${ from }/build/blocks`;
	await wpScripts( 'build', `--source-path=${ from }/blocks`, `--output-path=${ blocks }`, '--experimental-modules' );
	await wpScripts( 'build-blocks-manifest', `--input=${ blocks }`, `--output=${ from }/build/blocks-manifest.php` );
}

async function buildAdmin( directory: string ): Promise< void > {
	const from = relative( inRoot(), directory );
	await wpScripts( 'build', `./${ from }/admin/index.tsx`, `--output-path=${ from }/build/admin` );
}

async function buildStyles( directory: string ): Promise< void > {
	const sass = await import( 'sass' );
	const { pathToFileURL } = await import( 'node:url' );
	await mkdir( join( directory, 'build' ), { recursive: true } );
	for ( const name of await readdir( join( directory, 'scss' ) ) ) {
		if ( name.endsWith( '.scss' ) && ! name.startsWith( '_' ) ) {
			const { css } = await sass.compileAsync( join( directory, 'scss', name ), {
				style: 'compressed',
				loadPaths: [ inRoot( 'node_modules' ) ],
				importers: [
					{
						findFileUrl: ( url: string ) =>
							url.startsWith( '~' )
								? new URL( url.slice( 1 ), pathToFileURL( `${ inRoot( 'node_modules' ) }/` ) )
								: null,
					},
				],
				quietDeps: true,
				silenceDeprecations: [ 'import' ],
			} );
			await writeFile( join( directory, 'build', `${ basename( name, '.scss' ) }.css` ), css );
		}
	}
}

/** Small scripts of pages, one file each, that need nothing of WordPress. */
async function buildScripts( directory: string ): Promise< void > {
	const { build: bundle } = await import( 'esbuild' );
	const names = ( await readdir( join( directory, 'ts' ) ) ).filter( ( name ) => name.endsWith( '.ts' ) );
	await bundle( {
		entryPoints: names.map( ( name ) => join( directory, 'ts', name ) ),
		outdir: join( directory, 'build' ),
		bundle: true,
		minify: true,
		format: 'iife',
		target: 'es2021',
		logLevel: 'silent',
	} );
}

/** fonts.json lists font files of npm packages that the theme serves itself. */
async function copyFonts( directory: string ): Promise< void > {
	const files = JSON.parse( await readFile( join( directory, 'fonts.json' ), 'utf8' ) ) as string[];
	await mkdir( join( directory, 'build/fonts' ), { recursive: true } );
	for ( const file of files ) {
		await copyFile( inRoot( 'node_modules', file ), join( directory, 'build/fonts', basename( file ) ) );
	}
}

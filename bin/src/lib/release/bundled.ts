import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { compileAsync } from 'sass';
import { targets } from '../build.ts';
import { inRoot } from '../paths.ts';

/** An npm package of which something was built into a plugin or theme. */
export interface NpmPackage {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly homepage?: string;
	/** Plugins and themes that hold a part of it. */
	readonly usedBy: readonly string[];
}

const require = createRequire( import.meta.url );

/** The very rule the builds follow, from the tool that builds: what WordPress brings along isn't built in. */
const { defaultRequestToExternal } = createRequire( require.resolve( '@wordpress/scripts/package.json' ) )(
	'@wordpress/dependency-extraction-webpack-plugin/lib/util'
) as { readonly defaultRequestToExternal: ( request: string ) => unknown };

const broughtByWordPress: Plugin = {
	name: 'brought-by-wordpress',
	setup( { onResolve } ) {
		onResolve( { filter: /^[^./]/ }, ( { path } ) =>
			defaultRequestToExternal( path ) === undefined ? undefined : { path, external: true }
		);
	},
};

const EMPTY = [ '.scss', '.svg', '.png', '.jpg', '.woff2' ];

/**
 * The npm packages inside the built files. The lock file can't tell: all packages are tools there, and few of them
 * reach a browser. So the entries of all builds are followed once more, import by import.
 */
export async function bundledPackages(): Promise< NpmPackage[] > {
	const users = new Map< string, Set< string > >();
	for ( const { slug, directory } of targets() ) {
		const files = [
			...( await scripts( directory ) ),
			...( await styles( directory ) ),
			...( await fonts( directory ) ),
		];
		for ( const file of files ) {
			const folder = packageFolder( file );
			if ( folder !== null ) {
				users.set( folder, ( users.get( folder ) ?? new Set() ).add( slug ) );
			}
		}
	}
	const found = await Promise.all(
		[ ...users ].map( ( [ folder, slugs ] ) => describe( folder, [ ...slugs ].sort() ) )
	);
	return found.sort( ( a, b ) => ( `${ a.name }@${ a.version }` < `${ b.name }@${ b.version }` ? -1 : 1 ) );
}

/** Files that scripts of blocks, screens and pages are made of. */
async function scripts( directory: string ): Promise< string[] > {
	const blocks = join( directory, 'blocks' );
	const entries = [
		...( existsSync( join( directory, 'admin/index.tsx' ) ) ? [ join( directory, 'admin/index.tsx' ) ] : [] ),
		...list( join( directory, 'ts' ) ).filter( ( file ) => file.endsWith( '.ts' ) ),
		...list( blocks )
			.flatMap( list )
			.filter( ( file ) => /\/(index|view)\.tsx?$/.test( file ) ),
	];
	if ( entries.length === 0 ) {
		return [];
	}
	const { metafile } = await build( {
		entryPoints: entries,
		bundle: true,
		metafile: true,
		write: false,
		outdir: join( directory, 'build' ),
		absWorkingDir: inRoot(),
		loader: Object.fromEntries( EMPTY.map( ( extension ) => [ extension, 'empty' ] ) ),
		plugins: [ broughtByWordPress ],
		jsx: 'automatic',
		format: 'esm',
		logLevel: 'silent',
	} );
	return Object.keys( metafile.inputs ).map( ( path ) => inRoot( path ) );
}

/** Files that style sheets of their own are made of. */
async function styles( directory: string ): Promise< string[] > {
	const found: string[] = [];
	for ( const file of list( join( directory, 'scss' ) ) ) {
		if ( /\/[^_/][^/]*\.scss$/.test( file ) ) {
			const { loadedUrls } = await compileAsync( file, {
				loadPaths: [ inRoot( 'node_modules' ) ],
				importers: [
					{
						findFileUrl: ( url ) =>
							url.startsWith( '~' )
								? new URL( url.slice( 1 ), pathToFileURL( `${ inRoot( 'node_modules' ) }/` ) )
								: null,
					},
				],
				quietDeps: true,
				silenceDeprecations: [ 'import' ],
			} );
			found.push( ...loadedUrls.map( ( url ) => fileURLToPath( url ) ) );
		}
	}
	return found;
}

async function fonts( directory: string ): Promise< string[] > {
	const file = join( directory, 'fonts.json' );
	return existsSync( file )
		? ( JSON.parse( await readFile( file, 'utf8' ) ) as string[] ).map( ( path ) => inRoot( 'node_modules', path ) )
		: [];
}

/** Paths of what lies in a folder; nothing when there is no such folder. */
function list( folder: string ): string[] {
	return existsSync( folder ) && statSync( folder ).isDirectory()
		? readdirSync( folder ).map( ( name ) => join( folder, name ) )
		: [];
}

/** The folder of the package a file belongs to; null for files of ours. */
function packageFolder( file: string ): string | null {
	const match = /^(?<folder>.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec( file );
	return match?.groups?.folder ?? null;
}

async function describe( folder: string, usedBy: readonly string[] ): Promise< NpmPackage > {
	const { name, version, license, homepage } = JSON.parse(
		await readFile( join( folder, 'package.json' ), 'utf8' )
	) as {
		readonly name: string;
		readonly version: string;
		readonly license?: string;
		readonly homepage?: string;
	};
	if ( license === undefined ) {
		throw new Error( `${ relative( inRoot(), folder ) } names no licence, so it can't be shipped.` );
	}
	return { name, version, license, usedBy, ...( homepage === undefined ? {} : { homepage } ) };
}

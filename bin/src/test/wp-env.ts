import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { wordpressPackage } from '../lib/packages.ts';
import { inRoot, ROOT, VAR } from '../lib/paths.ts';
import { allPlugins, allThemes, portalList } from '../lib/portals.ts';
import { type Check, outcomeOf, type Part } from './part.ts';

interface Source {
	readonly type: string;
	readonly path: string;
}

interface Loaded {
	readonly workDirectoryPath: string;
	readonly lifecycleScripts: { readonly afterStart?: string | null };
	readonly env: {
		readonly development: {
			readonly multisite: boolean;
			readonly port: number;
			readonly phpVersion: string | null;
			readonly coreSource: { readonly url?: string };
			readonly mappings: Readonly< Record< string, Source > >;
			readonly config: Readonly< Record< string, unknown > >;
		};
	};
}

// wp-env exports no part of itself, so its files are loaded by path.
const require = createRequire( import.meta.url );
const load = require( inRoot( 'node_modules/@wordpress/env/lib/config/load-config.js' ) ) as (
	directory: string
) => Promise< Loaded >;
const md5 = require( inRoot( 'node_modules/@wordpress/env/lib/md5.js' ) ) as ( text: string ) => string;

/** Reads .wp-env.json exactly as wp-env does, without Docker and without the network. */
async function loaded(): Promise< Loaded > {
	await mkdir( VAR, { recursive: true } );
	const home = await mkdtemp( join( VAR, 'wp-env-' ) );
	process.env.WP_ENV_HOME = home;
	try {
		await cacheVersion( home );
		return await load( ROOT );
	} finally {
		delete process.env.WP_ENV_HOME;
		await rm( home, { recursive: true, force: true } );
	}
}

/** Offline wp-env wants WordPress's newest version from its cache, in the folder it names after the file's path. */
async function cacheVersion( home: string ): Promise< void > {
	const directory = join( home, md5( join( ROOT, '.wp-env.json' ) ) );
	await mkdir( directory, { recursive: true } );
	const cache = { latestWordPressVersion: wordpressPackage.wordpress };
	await writeFile( join( directory, 'wp-env-cache.json' ), JSON.stringify( cache ) );
}

function mappings( { env }: Loaded ): Check {
	const { mappings: found } = env.development;
	const { muPlugins } = portalList();
	const wanted = new Map( [
		...allPlugins().map(
			( slug ) =>
				[
					`wp-content/${ muPlugins.includes( slug ) ? 'mu-plugins' : 'plugins' }/${ slug }`,
					`plugins-src/${ slug }`,
				] as const
		),
		...allThemes().map( ( slug ) => [ `wp-content/themes/${ slug }`, `theme-src/${ slug }` ] as const ),
		[ 'wp-content/mu-plugins', 'wp-content/mu-plugins' ] as const,
	] );
	const problems = [
		...[ ...wanted ]
			.filter( ( [ target, source ] ) => found[ target ]?.path !== inRoot( source ) )
			.map( ( [ target, source ] ) => `${ target } must be mapped to ./${ source }` ),
		...Object.entries( found )
			.filter( ( [ , { type, path } ] ) => type === 'local' && ! existsSync( path ) )
			.map( ( [ target, { path } ] ) => `${ target } is mapped to ${ path }, which does not exist` ),
	];
	return { name: '.wp-env.json maps everything that bin/portals.json names', problems };
}

function settings( { env, lifecycleScripts }: Loaded ): Check {
	const { development } = env;
	const facts: Array< readonly [ boolean, string ] > = [
		[ development.multisite, 'multisite must be true' ],
		[ development.config.SUBDOMAIN_INSTALL === true, 'SUBDOMAIN_INSTALL must be true' ],
		[ development.config.COOKIE_DOMAIN === '', 'COOKIE_DOMAIN must be empty' ],
		[ development.phpVersion === '8.2', 'phpVersion must be 8.2' ],
		[
			development.coreSource.url?.includes( wordpressPackage.wordpress ) === true,
			`core must be WordPress ${ wordpressPackage.wordpress }, as in bin/wordpress.json`,
		],
		[ /bin\/src\/wp-env\.ts$/.test( lifecycleScripts.afterStart ?? '' ), 'afterStart must run bin/src/wp-env.ts' ],
	];
	return {
		name: '.wp-env.json describes the same network',
		problems: facts.filter( ( [ holds ] ) => ! holds ).map( ( [ , text ] ) => text ),
	};
}

/** The description for people with Docker. */
export const wpEnv: Part = {
	name: 'wp-env',
	about: ".wp-env.json, read by wp-env's own loader",
	run: async () => {
		try {
			const config = await loaded();
			return outcomeOf( [
				{ name: ".wp-env.json passes wp-env's validation", problems: [] },
				mappings( config ),
				settings( config ),
			] );
		} catch ( error ) {
			const problem = error instanceof Error ? error.message : String( error );
			return outcomeOf( [ { name: ".wp-env.json passes wp-env's validation", problems: [ problem ] } ] );
		}
	},
};

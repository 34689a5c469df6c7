import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tools, wordpressPackage } from '../packages.ts';
import { inRoot } from '../paths.ts';
import { allPlugins, allThemes, portalList } from '../portals.ts';
import { sameEverywhere } from './composer.ts';
import { type Facts, releaseJson } from './facts.ts';
import { manifestOf } from './manifest.ts';

/** What plugins and themes need while they are made: sources of what lies in build/, tests, papers. */
const NOT_IN_PRODUCTION = [
	/^\/(admin|blocks|scss|ts|types|tests|tools|docs|languages)(\/|$)/,
	/\/(node_modules|\.[^/]+)(\/|$)/,
	/\.(ts|tsx|scss|po|map)$/,
	/^\/(fonts\.json|README\.md|CHANGELOG\.md)$/,
	// Packages: what Composer and the package's own people need, and no licence.
	/^\/build\/vendor\/[^/]+\/[^/]+\/(composer\.json|[A-Z]+\.(md|TXT)|Makefile|psalm.*|other|.*\.sh)(\/|$)/,
];

const LICENCE = /\/(LICEN[CS]E|COPYING|AUTHORS)[^/]*$/i;

/**
 * Whether a file of a plugin or theme belongs on a server.
 *
 * @param path Path below the plugin's folder, beginning with a slash; empty for the folder itself.
 */
export function isShipped( path: string ): boolean {
	return LICENCE.test( path ) || ! NOT_IN_PRODUCTION.some( ( pattern ) => pattern.test( path ) );
}

/**
 * Puts one release together, as a server unpacks it: public/, deploy/, docs/, wp-cli.phar, portals.json,
 * release.json, manifest.json. Everything must be built already.
 *
 * @param into  Folder; what was there is deleted.
 * @param facts The release.
 */
export async function layOut( into: string, facts: Facts ): Promise< void > {
	await rm( into, { recursive: true, force: true } );
	const content = join( into, 'public/wp-content' );
	await mkdir( join( content, 'languages' ), { recursive: true } );
	await wordpress( join( into, 'public' ) );
	await languages( join( content, 'languages' ) );
	await ours( content );
	// The object cache works without Redis, too.
	const dropIns = inRoot( 'plugins-src/lernwelt-core/dropins' );
	for ( const name of await readdir( dropIns ) ) {
		await cp( join( dropIns, name ), join( content, name ) );
	}
	await cp( inRoot( 'deploy/wordpress/wp-config.php' ), join( into, 'public/wp-config.php' ) );
	await cp( inRoot( 'deploy' ), join( into, 'deploy' ), { recursive: true } );
	// What errors and units point at, for whoever is called at night.
	for ( const name of [ 'handover', 'administration.md', 'keycloak.md' ] ) {
		await cp( inRoot( `docs/${ name }` ), join( into, 'docs', name ), { recursive: true } );
	}
	await cp( inRoot( 'bin/portals.json' ), join( into, 'portals.json' ) );
	await cp( inRoot( 'LICENSE' ), join( into, 'LICENSE' ) );
	await cp( tools.wpCli, join( into, 'wp-cli.phar' ) );
	await writeFile( join( into, 'release.json' ), releaseJson( facts ) );
	await writeManifest( into );
}

/**
 * Writes manifest.json of a release.
 *
 * @param folder The release.
 * @return Its text.
 */
export async function writeManifest( folder: string ): Promise< string > {
	const manifest = await manifestOf( join( folder, 'public' ) );
	await writeFile( join( folder, 'manifest.json' ), manifest );
	return manifest;
}

/** WordPress without its own plugins and themes: the portals use none of them. */
async function wordpress( into: string ): Promise< void > {
	for ( const name of await readdir( tools.core ) ) {
		if ( name !== 'wp-content' && ! name.startsWith( 'wp-config' ) ) {
			await cp( join( tools.core, name ), join( into, name ), { recursive: true } );
		}
	}
}

async function languages( into: string ): Promise< void > {
	const { locale } = wordpressPackage;
	for ( const name of await readdir( tools.languages ) ) {
		if ( name === locale || name.includes( `${ locale }.` ) || name.startsWith( `${ locale }-` ) ) {
			await cp( join( tools.languages, name ), join( into, name ), { recursive: true } );
		}
	}
}

async function ours( content: string ): Promise< void > {
	const { muPlugins } = portalList();
	const loaders = ( await readdir( inRoot( 'wp-content/mu-plugins' ) ) ).filter( ( name ) =>
		name.endsWith( '.php' )
	);
	await mkdir( join( content, 'mu-plugins' ), { recursive: true } );
	for ( const name of loaders ) {
		await cp( inRoot( 'wp-content/mu-plugins', name ), join( content, 'mu-plugins', name ) );
	}
	for ( const slug of allPlugins() ) {
		const to = join( content, muPlugins.includes( slug ) ? 'mu-plugins' : 'plugins', slug );
		await copyShipped( inRoot( 'plugins-src', slug ), to );
		if ( existsSync( join( to, 'build/vendor' ) ) ) {
			await sameEverywhere( join( to, 'build/vendor' ) );
		}
	}
	for ( const slug of allThemes() ) {
		await copyShipped( inRoot( 'theme-src', slug ), join( content, 'themes', slug ) );
	}
}

async function copyShipped( from: string, to: string ): Promise< void > {
	await cp( from, to, { recursive: true, filter: ( path ) => isShipped( path.slice( from.length ) ) } );
}

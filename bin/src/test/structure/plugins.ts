import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { allPlugins, allThemes, portalList } from '../../lib/portals.ts';
import type { Check } from '../part.ts';
import { read, sources } from './sources.ts';

function headerField( text: string, field: string ): string | undefined {
	return new RegExp( `^[\\s*]*${ field }:\\s*(.+?)\\s*$`, 'm' ).exec( text )?.[ 1 ];
}

function folders( room: string ): string[] {
	return existsSync( inRoot( room ) )
		? readdirSync( inRoot( room ), { withFileTypes: true } )
				.filter( ( entry ) => entry.isDirectory() )
				.map( ( entry ) => entry.name )
		: [];
}

function registered(): Check {
	const known = { 'plugins-src': allPlugins(), 'theme-src': allThemes() };
	const problems = Object.entries( known ).flatMap( ( [ room, slugs ] ) => [
		...folders( room )
			.filter( ( slug ) => ! slugs.includes( slug ) )
			.map( ( slug ) => `${ room }/${ slug } is not in bin/portals.json` ),
		...slugs
			.filter( ( slug ) => ! existsSync( inRoot( room, slug ) ) )
			.map( ( slug ) => `${ room }/${ slug } is missing` ),
	] );
	return { name: 'bin/portals.json lists exactly the plugins and themes that exist', problems };
}

function complete(): Check {
	const problems = allPlugins().flatMap( ( slug ) => {
		const mustUse = portalList().muPlugins.includes( slug );
		const wanted = [
			'README.md',
			'CHANGELOG.md',
			`${ slug }.php`,
			`languages/${ slug }-de_DE.po`,
			// Must-use code is never uninstalled.
			...( mustUse ? [] : [ 'uninstall.php' ] ),
		];
		return wanted
			.filter( ( file ) => ! existsSync( inRoot( 'plugins-src', slug, file ) ) )
			.map( ( file ) => `plugins-src/${ slug }/${ file } is missing` );
	} );
	return { name: 'every plugin has README, CHANGELOG, German translation and uninstall.php', problems };
}

function headers(): Check {
	const problems = allPlugins().flatMap( ( slug ) => {
		const path = `plugins-src/${ slug }/${ slug }.php`;
		if ( ! existsSync( inRoot( path ) ) ) {
			return [];
		}
		const text = read( path );
		const expected: Array< [ string, string ] > = [
			[ 'License', 'GPL-2.0-or-later' ],
			[ 'Text Domain', slug ],
			[ 'Requires PHP', '8.2' ],
			...( portalList().networkPlugins.includes( slug )
				? ( [ [ 'Network', 'true' ] ] as Array< [ string, string ] > )
				: [] ),
		];
		return [
			...expected
				.filter( ( [ field, value ] ) => headerField( text, field ) !== value )
				.map( ( [ field, value ] ) => `${ path }: the header needs "${ field }: ${ value }"` ),
			...[ 'Plugin Name', 'Description', 'Version' ]
				.filter( ( field ) => headerField( text, field ) === undefined )
				.map( ( field ) => `${ path }: the header needs "${ field }"` ),
		];
	} );
	return { name: 'plugin headers carry licence, text domain and PHP version', problems };
}

function versions(): Check {
	const problems = allPlugins().flatMap( ( slug ) => {
		const main = `plugins-src/${ slug }/${ slug }.php`;
		const log = `plugins-src/${ slug }/CHANGELOG.md`;
		if ( ! existsSync( inRoot( main ) ) || ! existsSync( inRoot( log ) ) ) {
			return [];
		}
		const version = headerField( read( main ), 'Version' ) ?? '';
		const newest = /^##\s+\[?v?(\d+\.\d+\.\d+)/m.exec( read( log ) )?.[ 1 ] ?? '(none)';
		return [
			...( /^\d+\.\d+\.\d+$/.test( version ) ? [] : [ `${ main }: "${ version }" is no semantic version` ] ),
			...( newest === version
				? []
				: [ `${ log }: the newest entry is ${ newest }, the header says ${ version }` ] ),
			...blockVersions( slug, version ),
		];
	} );
	return { name: 'header, changelog and blocks of a plugin carry one version', problems };
}

function blockVersions( slug: string, version: string ): string[] {
	return sources( `plugins-src/${ slug }/blocks`, 'json' )
		.filter( ( path ) => path.endsWith( '/block.json' ) )
		.map( ( path ) => ( { path, found: ( JSON.parse( read( path ) ) as { version?: string } ).version } ) )
		.filter( ( { found } ) => found !== undefined && found !== version )
		.map( ( { path, found } ) => `${ path } has version ${ found }, the plugin ${ version }` );
}

function licences(): Check {
	const field = ( path: string ): unknown => ( JSON.parse( read( path ) ) as { license?: unknown } ).license;
	const problems = [ 'package.json', 'composer.json' ]
		.filter( ( path ) => field( path ) !== 'GPL-2.0-or-later' )
		.map( ( path ) => `${ path } needs "license": "GPL-2.0-or-later"` );
	return { name: 'licence fields say GPL-2.0-or-later', problems };
}

/** What every plugin must bring. */
export function pluginChecks(): Check[] {
	return [ registered(), complete(), headers(), versions(), licences() ];
}

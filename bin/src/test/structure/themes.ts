import { existsSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { portalList } from '../../lib/portals.ts';
import type { Check } from '../part.ts';
import { phpSources } from './facts.ts';
import { matches, read, sources } from './sources.ts';

const DATA =
	/^(style\.css|theme\.json|screenshot\.png|CHANGELOG\.md|README\.md|assets\/[\w./-]+\.(svg|png|webp|jpg|ico))$/;

function variants(): string[] {
	return portalList().portals.map( ( { theme } ) => theme );
}

function pureData(): Check {
	const problems = variants().flatMap( ( slug ) => {
		const folder = `theme-src/${ slug }`;
		if ( ! existsSync( inRoot( folder, 'style.css' ) ) || ! existsSync( inRoot( folder, 'theme.json' ) ) ) {
			return [ `${ folder } needs style.css and theme.json` ];
		}
		return [
			...sources( folder )
				.filter( ( path ) => ! DATA.test( path.slice( folder.length + 1 ) ) )
				.map( ( path ) => `${ path } is no data: a variant is style.css, theme.json and pictures` ),
			...headerOnly( `${ folder }/style.css` ),
			...customOnly( `${ folder }/theme.json` ),
		];
	} );
	return { name: 'theme variants are pure data', problems };
}

function headerOnly( path: string ): string[] {
	const css = read( path );
	const header = /^\s*\/\*[\s\S]*?\*\//.exec( css )?.[ 0 ] ?? '';
	return [
		...( css.slice( header.length ).trim() === '' ? [] : [ `${ path } holds rules beside its header` ] ),
		...( new RegExp( `^[\\s*]*Template:\\s*${ portalList().parentTheme }\\s*$`, 'm' ).test( header )
			? []
			: [ `${ path } has no "Template: ${ portalList().parentTheme }"` ] ),
		...( /^[\s*]*Version:\s*\d+\.\d+\.\d+\s*$/m.test( header ) ? [] : [ `${ path } has no version` ] ),
		...( /^[\s*]*License:\s*GPL-2\.0-or-later\s*$/m.test( header )
			? []
			: [ `${ path } has no "License: GPL-2.0-or-later"` ] ),
	];
}

function customOnly( path: string ): string[] {
	const json = JSON.parse( read( path ) ) as Record< string, unknown >;
	const settings = ( json.settings ?? {} ) as Record< string, unknown >;
	const surplus = [
		...Object.keys( json ).filter( ( key ) => ! [ '$schema', 'version', 'title', 'settings' ].includes( key ) ),
		...Object.keys( settings )
			.filter( ( key ) => key !== 'custom' )
			.map( ( key ) => `settings.${ key }` ),
	];
	return surplus.length === 0 ? [] : [ `${ path } may hold settings.custom only, not ${ surplus.join( ', ' ) }` ];
}

async function parentNamesNoVariant(): Promise< Check > {
	const parent = `theme-src/${ portalList().parentTheme }/`;
	const quoted = new RegExp( `['"](${ variants().join( '|' ) })['"]` );
	const php = [ ...( await phpSources() ).files ].filter(
		( [ path ] ) => path.startsWith( parent ) && ! path.includes( '/tests/' )
	);
	const problems = [
		...php.flatMap( ( [ path, { strings } ] ) =>
			strings
				.filter( ( { name } ) => quoted.test( name ) )
				.map( ( { name, line } ) => `${ path }:${ line }: ${ name }` )
		),
		...sources( parent, 'ts', 'tsx', 'scss', 'json' )
			.filter( ( path ) => ! path.includes( '/tests/' ) )
			.flatMap( ( path ) => matches( path, quoted ) ),
	];
	return { name: 'the parent theme names no variant', problems };
}

function versionsAgree(): Check {
	const found = [ portalList().parentTheme, ...variants() ]
		.map( ( slug ) => `theme-src/${ slug }/style.css` )
		.filter( ( path ) => existsSync( inRoot( path ) ) )
		.map( ( path ) => ( { path, version: /Version:\s*(\S+)/.exec( read( path ) )?.[ 1 ] ?? '' } ) );
	const first = found[ 0 ]?.version;
	const problems = found
		.filter( ( { version } ) => version !== first )
		.map( ( { path, version } ) => `${ path } has ${ version }, the parent ${ first }` );
	return { name: 'parent theme and variants carry one version', problems };
}

/** What themes must keep to. */
export async function themeChecks(): Promise< Check[] > {
	return [ pureData(), await parentNamesNoVariant(), versionsAgree() ];
}

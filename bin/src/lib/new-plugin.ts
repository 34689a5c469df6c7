import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UserError } from './errors.ts';
import { inRoot } from './paths.ts';
import { portalById } from './portals.ts';
import { must } from './run.ts';

/** What a new plugin is called and where it runs. */
export interface NewPlugin {
	readonly slug: string;
	/** Portal ids; none means on the whole network. */
	readonly portals: readonly string[];
}

const TEMPLATES = inRoot( 'bin/templates/plugin' );

const SHAPE = /^lernwelt(-[a-z][a-z0-9]*)+$/;

/**
 * Writes a plugin in the house's shape and registers it everywhere.
 *
 * @param plugin Slug and portals.
 * @return Paths of the written files, below the root.
 * @throws UserError when the slug is wrong or taken, or a portal unknown.
 */
export async function writePlugin( plugin: NewPlugin ): Promise< string[] > {
	const { slug } = plugin;
	if ( ! SHAPE.test( slug ) ) {
		throw new UserError(
			`"${ slug }" is no slug for a plugin: it begins with "lernwelt-" and has lower-case letters, digits and hyphens, e.g. lernwelt-booking.`
		);
	}
	const folder = inRoot( 'plugins-src', slug );
	if ( existsSync( folder ) ) {
		throw new UserError( `plugins-src/${ slug } exists already: choose another name.` );
	}
	plugin.portals.forEach( portalById );

	const words = wordsFor( plugin );
	const written: string[] = [];
	for ( const template of templates( TEMPLATES ) ) {
		const target = join( folder, targetOf( relative( TEMPLATES, template ), slug ) );
		await mkdir( dirname( target ), { recursive: true } );
		await writeFile( target, fill( await readFile( template, 'utf8' ), words ) );
		written.push( relative( inRoot(), target ) );
	}
	await registerInPortals( plugin );
	await registerInComposer( slug, words.namespace ?? '' );
	await registerInWpEnv( slug );
	return written;
}

function wordsFor( { slug, portals }: NewPlugin ): Record< string, string > {
	const parts = slug.split( '-' ).map( ( part ) => part.charAt( 0 ).toUpperCase() + part.slice( 1 ) );
	const namespace = `Lernwelt\\${ parts.slice( 1 ).join( '' ) }`;
	return {
		slug,
		name: parts.join( ' ' ),
		namespace,
		namespacePhp: namespace.replaceAll( '\\', '\\\\' ),
		namespaceRegExp: namespace.replaceAll( '\\', '\\\\' ),
		snake: slug.split( '-' ).slice( 1 ).join( '_' ).replaceAll( /\d/g, '' ),
		network: portals.length === 0 ? ' * Network: true\n' : '',
	};
}

function templates( directory: string ): string[] {
	return readdirSync( directory, { withFileTypes: true } ).flatMap( ( entry ) => {
		const path = join( directory, entry.name );
		return entry.isDirectory() ? templates( path ) : [ path ];
	} );
}

function targetOf( template: string, slug: string ): string {
	return template
		.replace( /\.tmpl$/, '' )
		.replace( /^plugin\.php$/, `${ slug }.php` )
		.replace( /^languages\/de_DE\.po$/, `languages/${ slug }-de_DE.po` );
}

function fill( text: string, words: Readonly< Record< string, string > > ): string {
	return text.replaceAll( /\{\{(\w+)\}\}/g, ( _whole, name: string ) => {
		const word = words[ name ];
		if ( word === undefined ) {
			throw new Error( `The template knows no word "${ name }".` );
		}
		return word;
	} );
}

/** Edits the text instead of writing the whole file anew: its layout is made for people. */
async function registerInPortals( { slug, portals }: NewPlugin ): Promise< void > {
	const file = inRoot( 'bin/portals.json' );
	const add = ( list: string ): string =>
		( list.trim() === '' ? ` "${ slug }" ` : `${ list.trimEnd() }, "${ slug }"` ).replace( /^ (.*) $/, '$1' );
	let text = await readFile( file, 'utf8' );
	if ( portals.length === 0 ) {
		text = text.replace(
			/("networkPlugins":\s*\[)([^\]]*)(\])/,
			( _all, open: string, list: string, close: string ) => open + add( list ) + close
		);
	}
	for ( const id of portals ) {
		const pattern = new RegExp( `("id": "${ id }"[^\\n]*"plugins": \\[)([^\\]]*)(\\])` );
		text = text.replace(
			pattern,
			( _all, open: string, list: string, close: string ) => open + add( list ) + close
		);
	}
	if ( ! text.includes( `"${ slug }"` ) ) {
		throw new Error( 'bin/portals.json has another layout than expected.' );
	}
	JSON.parse( text );
	await writeFile( file, text );
}

async function registerInComposer( slug: string, namespace: string ): Promise< void > {
	const file = inRoot( 'composer.json' );
	const composer = JSON.parse( await readFile( file, 'utf8' ) ) as {
		'autoload-dev': { 'psr-4': Record< string, string > };
	};
	Object.assign( composer[ 'autoload-dev' ][ 'psr-4' ], {
		[ `${ namespace }\\` ]: `plugins-src/${ slug }/src/`,
		[ `${ namespace }\\Tests\\` ]: `plugins-src/${ slug }/tests/`,
	} );
	await writeFile( file, `${ JSON.stringify( composer, null, '\t' ) }\n` );
	await must( 'composer', [ 'dump-autoload', '--quiet', '--no-interaction' ], {
		cwd: inRoot(),
		env: { COMPOSER_ALLOW_SUPERUSER: '1' },
	} );
}

async function registerInWpEnv( slug: string ): Promise< void > {
	const file = inRoot( '.wp-env.json' );
	const config = JSON.parse( await readFile( file, 'utf8' ) ) as { mappings: Record< string, string > };
	config.mappings[ `wp-content/plugins/${ slug }` ] = `./plugins-src/${ slug }`;
	await writeFile( file, `${ JSON.stringify( config, null, 2 ) }\n` );
}

import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tools, wordpressPackage } from './packages.ts';
import { inRoot, TOOLS } from './paths.ts';
import { allPlugins, allThemes, portalList } from './portals.ts';
import { precompress } from './precompress.ts';
import { must } from './run.ts';
import type { Stack } from './stack.ts';

/** Stock theme that stays available for side-by-side measurements; never offered to a portal. */
const STOCK_THEME = 'twentytwentyfive';

/** Must-use pieces of other origin that a stack with SQLite gets. */
const SQLITE_FOLDER = 'sqlite-database-integration';

/**
 * Puts a stack's docroot together: WordPress as hard links, wp-config.php, language pack, linked plugins and
 * themes, copied must-use plugin, database drop-in. What is already right stays untouched.
 *
 * @param stack The stack; its state must be saved already.
 */
export async function assemble( stack: Stack ): Promise< void > {
	await linkCore( stack );
	for ( const folder of [ 'plugins', 'themes', 'mu-plugins', 'languages', 'uploads' ] ) {
		await mkdir( join( stack.content, folder ), { recursive: true } );
	}
	await copyWhenDifferent( inRoot( 'deploy/wordpress/wp-config.php' ), join( stack.public, 'wp-config.php' ) );
	await copyWhenDifferent(
		inRoot( 'plugins-src/lernwelt-core/dropins/db-error.php' ),
		join( stack.content, 'db-error.php' )
	);
	const put = stack.state().server === 'nginx' ? copyAll : linkAll;
	await put(
		inRoot( 'plugins-src' ),
		join( stack.content, 'plugins' ),
		allPlugins().filter( ( slug ) => ! portalList().muPlugins.includes( slug ) )
	);
	await put( inRoot( 'theme-src' ), join( stack.content, 'themes' ), allThemes() );
	await symlinkTo(
		join( tools.core, 'wp-content/themes', STOCK_THEME ),
		join( stack.content, 'themes', STOCK_THEME )
	);
	await symlinkTo( tools.importer, join( stack.content, 'plugins', 'wordpress-importer' ) );
	await copyMustUse( stack );
	await databaseDropIn( stack );
	await objectCacheDropIn( stack );
	if ( stack.state().server === 'nginx' ) {
		// WordPress is the same for every stack, and most of the work.
		await precompress( join( stack.public, 'wp-includes' ), join( TOOLS, 'compressed' ) );
		for ( const folder of [ 'plugins', 'mu-plugins', 'themes' ] ) {
			await precompress( join( stack.content, folder ) );
		}
	}
}

async function linkCore( stack: Stack ): Promise< void > {
	const stamp = join( stack.public, '.wordpress-version' );
	const wanted = `${ wordpressPackage.sha512 } ${ wordpressPackage.locale }`;
	if ( existsSync( stamp ) && ( await readFile( stamp, 'utf8' ) ) === wanted ) {
		return;
	}
	await mkdir( join( stack.content, 'languages' ), { recursive: true } );
	for ( const entry of await readdir( tools.core ) ) {
		if ( entry === 'wp-content' || entry.startsWith( 'wp-config' ) ) {
			continue;
		}
		await rm( join( stack.public, entry ), { recursive: true, force: true } );
		await must( 'cp', [ '-al', join( tools.core, entry ), join( stack.public, entry ) ] );
	}
	await linkLanguages( stack );
	await writeFile( stamp, wanted );
}

async function linkLanguages( stack: Stack ): Promise< void > {
	const locale = wordpressPackage.locale;
	const files = ( await readdir( tools.languages ) ).filter(
		( name ) => name === locale || name.includes( `${ locale }.` ) || name.startsWith( `${ locale }-` )
	);
	for ( const name of files ) {
		await must( 'cp', [ '-alf', join( tools.languages, name ), join( stack.content, 'languages', name ) ] );
	}
}

async function linkAll( from: string, to: string, slugs: readonly string[] ): Promise< void > {
	for ( const slug of slugs ) {
		if ( existsSync( join( from, slug ) ) ) {
			await symlinkTo( join( from, slug ), join( to, slug ) );
		}
	}
}

/** As a release does: what is served doesn't change while somebody edits. */
async function copyAll( from: string, to: string, slugs: readonly string[] ): Promise< void > {
	for ( const slug of slugs ) {
		if ( existsSync( join( from, slug ) ) ) {
			if ( existsSync( join( to, slug ) ) && ( await lstat( join( to, slug ) ) ).isSymbolicLink() ) {
				await rm( join( to, slug ) );
			}
			await mirror( join( from, slug ), join( to, slug ) );
		}
	}
}

async function symlinkTo( target: string, link: string ): Promise< void > {
	if ( existsSync( link ) && ( await lstat( link ) ).isSymbolicLink() && ( await readlink( link ) ) === target ) {
		return;
	}
	await rm( link, { recursive: true, force: true } );
	await symlink( target, link );
}

async function copyWhenDifferent( from: string, to: string ): Promise< void > {
	const content = await readFile( from );
	if ( existsSync( to ) && content.equals( await readFile( to ) ) ) {
		return;
	}
	await writeFile( to, content );
}

/**
 * Copies the must-use plugins into a stack. They may not be links: WordPress builds their asset addresses from the real path.
 *
 * @param stack The stack.
 */
export async function copyMustUse( stack: Stack ): Promise< void > {
	const target = join( stack.content, 'mu-plugins' );
	for ( const name of await readdir( inRoot( 'wp-content/mu-plugins' ) ) ) {
		if ( name.endsWith( '.php' ) ) {
			await copyWhenDifferent( inRoot( 'wp-content/mu-plugins', name ), join( target, name ) );
		}
	}
	for ( const slug of portalList().muPlugins ) {
		const source = inRoot( 'plugins-src', slug );
		if ( existsSync( source ) ) {
			await mirror( source, join( target, slug ) );
		}
	}
}

/** Makes a folder equal to another, without tests; removes what is gone. */
async function mirror( from: string, to: string ): Promise< void > {
	const fresh = `${ to }.fresh`;
	await rm( fresh, { recursive: true, force: true } );
	await cp( from, fresh, {
		recursive: true,
		filter: ( path ) => ! /\/(tests|node_modules)(\/|$)/.test( path.slice( from.length ) ),
	} );
	const same =
		existsSync( to ) &&
		(
			await must( 'sh', [
				'-c',
				'diff -rq -x "*.gz" -x "*.br" "$1" "$2" >/dev/null && echo same || echo other',
				'sh',
				fresh,
				to,
			] )
		).stdout.startsWith( 'same' );
	if ( same ) {
		await rm( fresh, { recursive: true } );
		return;
	}
	await rm( to, { recursive: true, force: true } );
	await must( 'mv', [ fresh, to ] );
}

async function databaseDropIn( stack: Stack ): Promise< void > {
	const dropIn = join( stack.content, 'db.php' );
	const folder = join( stack.content, 'mu-plugins', SQLITE_FOLDER );
	if ( stack.state().database.engine !== 'sqlite' ) {
		await rm( dropIn, { force: true } );
		await rm( folder, { recursive: true, force: true } );
		return;
	}
	await symlinkTo( tools.sqlite, folder );
	const template = await readFile( join( tools.sqlite, 'db.copy' ), 'utf8' );
	const content = template
		.replaceAll( '{SQLITE_IMPLEMENTATION_FOLDER_PATH}', folder )
		.replaceAll( '{SQLITE_PLUGIN}', `${ SQLITE_FOLDER }/load.php` );
	if ( ! existsSync( dropIn ) || ( await readFile( dropIn, 'utf8' ) ) !== content ) {
		await writeFile( dropIn, content );
	}
}

/** Only where the stack has a Redis. */
async function objectCacheDropIn( stack: Stack ): Promise< void > {
	const dropIn = join( stack.content, 'object-cache.php' );
	const source = inRoot( 'plugins-src/lernwelt-core/dropins/object-cache.php' );
	if ( stack.state().server === 'nginx' && existsSync( source ) ) {
		await copyWhenDifferent( source, dropIn );
		return;
	}
	await rm( dropIn, { force: true } );
}

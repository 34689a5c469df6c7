import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tools } from '../lib/packages.ts';
import { inRoot } from '../lib/paths.ts';
import { portalList } from '../lib/portals.ts';
import { startDatabase } from '../lib/production.ts';
import { must } from '../lib/run.ts';
import type { Stack } from '../lib/stack.ts';

const THEME = 'twentytwentyfive';

/** A stock network's place. */
export interface Stock {
	readonly publicFolder: string;
	readonly config: string;
}

/** Everything of ours off, the default theme on; what only our code would have made valid is made anew. */
function bare( database: string ): string {
	const options = portalList().portals.map(
		( portal, index ) => `\`${ database }\`.\`wp_${ index === 0 ? '' : `${ index + 1 }_` }options\``
	);
	return [
		`UPDATE \`${ database }\`.wp_sitemeta SET meta_value = 'a:0:{}' WHERE meta_key = 'active_sitewide_plugins'`,
		`DELETE FROM \`${ database }\`.wp_sitemeta WHERE meta_key LIKE '%site_transient%'`,
		...options.flatMap( ( table ) => [
			`UPDATE ${ table } SET option_value = 'a:0:{}' WHERE option_name = 'active_plugins'`,
			`UPDATE ${ table } SET option_value = '${ THEME }' WHERE option_name IN ('template', 'stylesheet')`,
			`DELETE FROM ${ table } WHERE option_name = 'rewrite_rules'`,
		] ),
	].join( ';' );
}

/**
 * The same WordPress with the same content, Twenty Twenty-Five and nothing of ours, beside a running stack.
 *
 * @param stack The stack, whose database server holds the copy.
 * @param port  Where it will be served.
 */
export async function stockOf( stack: Stack, port: number ): Promise< Stock > {
	const publicFolder = join( stack.directory, 'stock', 'public' );
	const content = join( publicFolder, 'wp-content' );
	await rm( publicFolder, { recursive: true, force: true } );
	await mkdir( join( content, 'plugins' ), { recursive: true } );
	await must( 'sh', [
		'-c',
		'cd "$1" && for entry in *; do case $entry in wp-content|wp-config*) ;; *) cp -al "$entry" "$2/" ;; esac; done',
		'sh',
		tools.core,
		publicFolder,
	] );
	await cp( join( tools.core, 'wp-content/themes', THEME ), join( content, 'themes', THEME ), { recursive: true } );
	for ( const folder of [ 'languages', 'uploads' ] ) {
		if ( existsSync( join( stack.content, folder ) ) ) {
			await must( 'cp', [ '-al', join( stack.content, folder ), content ] );
		}
	}
	await cp( inRoot( 'deploy/wordpress/wp-config.php' ), join( publicFolder, 'wp-config.php' ) );

	const server = await startDatabase( stack );
	const { database } = stack.state();
	if ( database.engine !== 'mysql' ) {
		throw new Error( 'The production stack has no MariaDB.' );
	}
	const dump = join( stack.directory, 'tmp', 'stock.sql' );
	await server.dump( database.name, dump );
	const moved = ( text: string ): string =>
		text.replaceAll( `localhost:${ stack.state().port }`, `localhost:${ port }` );
	// As long as before, so what is serialised stays valid.
	await writeFile( dump, moved( await readFile( dump, 'utf8' ) ) );
	const login = await server.restore( 'stock', dump );
	await rm( dump );
	await server.query( bare( login.name ) );

	const config = join( stack.directory, 'stock', 'config.php' );
	const ours = moved( await readFile( join( stack.directory, 'config.php' ), 'utf8' ) );
	const settings = /json_decode\( '(.*)', true/s.exec( ours )?.[ 1 ];
	if ( settings === undefined ) {
		throw new Error( 'The stack’s config.php looks different.' );
	}
	const {
		redis: _redis,
		page_cache: _pages,
		x_accel: _accel,
		...rest
	} = JSON.parse( settings.replaceAll( "\\'", "'" ).replaceAll( '\\\\', '\\' ) ) as Record< string, unknown >;
	const stock = JSON.stringify( { ...rest, db: { engine: 'mysql', ...login } } );
	await writeFile(
		config,
		`<?php\nreturn json_decode( '${ stock.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }', true, 8, JSON_THROW_ON_ERROR );\n`
	);
	return { publicFolder, config };
}

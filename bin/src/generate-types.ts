import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { runMain } from './lib/errors.ts';
import { inRoot, ROOT } from './lib/paths.ts';
import { say } from './lib/progress.ts';

/** A file that follows from a schema: what it should hold, and what it holds (undefined: it is missing). */
interface Generated {
	readonly path: string;
	readonly wanted: string;
	readonly found: string | undefined;
}

const BANNER =
	'// Made by bin/src/generate-types.ts from %s. Change the schema, then run it again.\n/* eslint-disable */';

/**
 * The TypeScript side of the REST contract: plugins-src/<slug>/schemas/<name>.json →
 * plugins-src/<slug>/types/generated/<name>.ts. With --check nothing is written, and what is stale fails.
 */
await runMain( async () => {
	const check = process.argv.includes( '--check' );
	const slugs = ( await readdir( inRoot( 'plugins-src' ) ) ).sort();
	const files = ( await Promise.all( slugs.map( generated ) ) ).flat();
	const stale = files.filter( ( file ) => file.found !== file.wanted );
	const orphans = ( await Promise.all( slugs.map( ( slug ) => orphaned( slug, files ) ) ) ).flat();

	if ( check ) {
		for ( const path of [ ...stale.map( ( file ) => file.path ), ...orphans ] ) {
			say( `${ relative( ROOT, path ) } does not fit its schema: run npx tsx bin/src/generate-types.ts` );
		}
		return stale.length + orphans.length === 0 ? 0 : 1;
	}
	for ( const file of stale ) {
		await mkdir( join( file.path, '..' ), { recursive: true } );
		await writeFile( file.path, file.wanted );
	}
	await Promise.all( orphans.map( ( path ) => rm( path ) ) );
	say( `${ files.length } types, ${ stale.length } of them written, ${ orphans.length } removed.` );
	return 0;
} );

async function generated( slug: string ): Promise< Generated[] > {
	const folder = inRoot( 'plugins-src', slug, 'schemas' );
	if ( ! existsSync( folder ) ) {
		return [];
	}
	const names = ( await readdir( folder ) ).filter( ( name ) => name.endsWith( '.json' ) ).sort();
	return Promise.all(
		names.map( async ( name ) => {
			const source = join( folder, name );
			const path = target( slug, name );
			return {
				path,
				wanted: await typesOf( source ),
				found: existsSync( path ) ? await readFile( path, 'utf8' ) : undefined,
			};
		} )
	);
}

async function orphaned( slug: string, files: readonly Generated[] ): Promise< string[] > {
	const folder = inRoot( 'plugins-src', slug, 'types/generated' );
	const names = existsSync( folder ) ? await readdir( folder ) : [];
	return names
		.map( ( name ) => join( folder, name ) )
		.filter( ( path ) => ! files.some( ( file ) => file.path === path ) );
}

function target( slug: string, schema: string ): string {
	return inRoot( 'plugins-src', slug, 'types/generated', schema.replace( /\.json$/, '.ts' ) );
}

async function typesOf( source: string ): Promise< string > {
	const schema = JSON.parse( await readFile( source, 'utf8' ) ) as JSONSchema;
	const where = relative( ROOT, source ).replaceAll( '\\', '/' );
	const types = await compile( schema, where, {
		bannerComment: BANNER.replace( '%s', where ),
		additionalProperties: false,
		cwd: join( source, '..' ),
		style: { singleQuote: true, useTabs: true, tabWidth: 4, printWidth: 120 },
	} );
	return `${ types.trimEnd() }\n`;
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { MariaDb } from './mariadb.ts';
import { inRoot, ROOT, VAR } from './paths.ts';
import { must } from './run.ts';
import type { Stack, StackState } from './stack.ts';

/** Whatever can change what a fresh network holds. */
const INGREDIENTS = [
	'bin/portals.json',
	'bin/wordpress.json',
	'bin/php',
	'bin/src/lib',
	'deploy/wordpress',
	'demo',
	'plugins-src',
	'theme-src',
];

const NO_INGREDIENT = /(^|\/)(build|tests?|node_modules|languages|docs|stubs)(\/|$)|\.(md|po|scss|tsx)$/;

/** Snapshots kept per stack; older ones are deleted. */
const KEPT = 2;

const FOLDER = join( VAR, 'snapshots' );

/** A finished network put aside, so that tests start from it instead of installing anew. */
export class Snapshot {
	private readonly directory: string;

	/**
	 * @param stack The stack it belongs to.
	 * @param key   What made it: see {@link fingerprint}.
	 */
	constructor(
		private readonly stack: Stack,
		key: string
	) {
		this.directory = join( FOLDER, `${ stack.name }-${ key }` );
	}

	/** Whether this very network was put aside before. */
	exists(): boolean {
		return existsSync( this.directory );
	}

	/** Puts the stack's database, uploads and state aside. The stack must be complete and not running. */
	async take(): Promise< void > {
		const unfinished = `${ this.directory }.unfinished`;
		await rm( unfinished, { recursive: true, force: true } );
		await mkdir( unfinished, { recursive: true } );
		const { database } = this.stack.state();
		if ( database.engine === 'sqlite' ) {
			// The only safe way to copy SQLite while something else might have it open.
			const code =
				'$d = new SQLite3($argv[1]); $d->enableExceptions(true); $d->exec("VACUUM INTO \'".$d->escapeString($argv[2])."\'");';
			await must( 'php', [ '-r', code, '--', this.stack.databaseFile, join( unfinished, 'database.sqlite' ) ] );
		} else {
			await ( await MariaDb.start() ).dump( database.name, join( unfinished, 'database.sql' ) );
		}
		await cp( join( this.stack.content, 'uploads' ), join( unfinished, 'uploads' ), { recursive: true } );
		await cp( join( this.stack.directory, 'state.json' ), join( unfinished, 'state.json' ) );
		await rm( this.directory, { recursive: true, force: true } );
		await rename( unfinished, this.directory );
		await this.forgetOlder();
	}

	/** Makes the stack's database, uploads and state equal to the snapshot. The stack must not be running. */
	async restore(): Promise< void > {
		await mkdir( join( this.stack.directory, 'database' ), { recursive: true } );
		await mkdir( this.stack.content, { recursive: true } );
		const state = JSON.parse( await readFile( join( this.directory, 'state.json' ), 'utf8' ) ) as StackState;
		if ( state.database.engine === 'sqlite' ) {
			for ( const suffix of [ '-wal', '-shm' ] ) {
				await rm( this.stack.databaseFile + suffix, { force: true } );
			}
			await cp( join( this.directory, 'database.sqlite' ), this.stack.databaseFile );
		} else {
			await ( await MariaDb.start() ).restore( state.database.name, join( this.directory, 'database.sql' ) );
		}
		const uploads = join( this.stack.content, 'uploads' );
		await rm( uploads, { recursive: true, force: true } );
		await cp( join( this.directory, 'uploads' ), uploads, { recursive: true } );
		await this.stack.save( state );
	}

	private async forgetOlder(): Promise< void > {
		const own = ( await readdir( FOLDER ) )
			.filter( ( name ) => new RegExp( `^${ this.stack.name }-[0-9a-f]+$` ).test( name ) )
			.map( ( name ) => join( FOLDER, name ) )
			.filter( ( path ) => path !== this.directory )
			.sort( ( a, b ) => statSync( b ).mtimeMs - statSync( a ).mtimeMs );
		for ( const path of own.slice( KEPT - 1 ) ) {
			await rm( path, { recursive: true, force: true } );
		}
	}
}

/**
 * Hash of everything that decides what a fresh network holds.
 *
 * @param extra What else makes a difference, e.g. the port.
 */
export function fingerprint( ...extra: readonly string[] ): string {
	const hash = createHash( 'sha256' ).update( JSON.stringify( extra ) );
	for ( const path of INGREDIENTS.flatMap( ( folder ) => files( inRoot( folder ) ) ) ) {
		hash.update( `${ relative( ROOT, path ) }\0` ).update( readFileSync( path ) );
	}
	return hash.digest( 'hex' ).slice( 0, 16 );
}

function files( path: string ): string[] {
	if ( ! existsSync( path ) || NO_INGREDIENT.test( relative( ROOT, path ) ) ) {
		return [];
	}
	try {
		return readdirSync( path )
			.sort()
			.flatMap( ( name ) => files( join( path, name ) ) );
	} catch ( error ) {
		if ( error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ) {
			return [ path ];
		}
		throw error;
	}
}

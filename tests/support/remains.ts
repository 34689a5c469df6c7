import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../bin/src/lib/run.ts';
import { network, stack } from './network.ts';

/** Every table as text. */
export async function tables(): Promise< string > {
	const { database } = stack.state();
	if ( database.engine === 'mysql' ) {
		const socket = database.host.replace( /^localhost:/, '' );
		const login = [ `--socket=${ socket }`, `--user=${ database.user }`, `--password=${ database.password }` ];
		return ( await must( 'mariadb-dump', [ '--no-defaults', ...login, '--no-tablespaces', database.name ] ) )
			.stdout;
	}
	const code = `$db = new PDO( 'sqlite:' . $argv[1] );
		foreach ( $db->query( "SELECT name FROM sqlite_master WHERE type = 'table'" )->fetchAll( PDO::FETCH_COLUMN ) as $table ) {
			foreach ( $db->query( "SELECT * FROM \\"$table\\"", PDO::FETCH_NUM ) as $row ) { echo implode( '|', $row ), "\\n"; }
		}`;
	return ( await must( 'php', [ '-r', code, stack.databaseFile ] ) ).stdout;
}

/** Files of the database by their paths: what was deleted since is still in them, and in MariaDB's logs of changes. */
export function databaseFiles(): string[] {
	if ( stack.state().database.engine === 'sqlite' ) {
		return [ stack.databaseFile ];
	}
	const data = join( stack.directory, 'mariadb', 'data' );
	return [ data, join( data, 'lernwelt' ) ].flatMap( ( folder ) =>
		readdirSync( folder, { withFileTypes: true } )
			.filter( ( entry ) => entry.isFile() )
			.map( ( { name } ) => join( folder, name ) )
	);
}

/** All keys of the object cache with their values; empty where there is none. */
export async function objectCache(): Promise< string > {
	if ( network().server !== 'nginx' ) {
		return '';
	}
	const all =
		"local all = {} for _, key in ipairs( redis.call( 'keys', '*' ) ) do all[ #all + 1 ] = key if redis.call( 'type', key ).ok == 'string' then all[ #all + 1 ] = redis.call( 'get', key ) end end return all";
	return ( await must( 'redis-cli', [ '-s', join( stack.run, 'redis.sock' ), '--raw', 'EVAL', all, '0' ] ) ).stdout;
}

/**
 * A file's bytes, one character each.
 *
 * @param path Path.
 */
export function bytes( path: string ): string {
	return readFileSync( path, 'latin1' );
}

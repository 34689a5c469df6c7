import { existsSync, readdirSync, statSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import type { Check } from '../part.ts';
import { matches, read, sources } from './sources.ts';

const ROOMS = [ 'bin', 'tests', 'plugins-src', 'theme-src', 'demo', 'deploy', 'wp-content' ];
const CODE = [ 'php', 'ts', 'tsx', 'mjs', 'js', 'scss', 'css', 'sh' ];
const LONGEST = 500;

function code(): string[] {
	return ROOMS.flatMap( ( room ) => sources( room, ...CODE ) ).filter( ( path ) => ! path.includes( '/stubs/' ) );
}

function length(): Check {
	const problems = code()
		.map( ( path ) => ( { path, lines: read( path ).split( '\n' ).length - 1 } ) )
		.filter( ( { lines } ) => lines > LONGEST )
		.map( ( { path, lines } ) => `${ path } has ${ lines } lines, ${ LONGEST } are the limit` );
	return { name: `no file has more than ${ LONGEST } lines`, problems };
}

function leftovers(): Check {
	// Written in two halves, so that this file does not find itself.
	const words = new RegExp( `\\b(${ [ 'TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X' ].join( '|' ) })\\b` );
	return {
		name: 'no work is left for later in a comment',
		problems: code().flatMap( ( path ) => matches( path, words ) ),
	};
}

function commands(): string[] {
	return readdirSync( inRoot( 'bin' ), { withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() && ! entry.name.includes( '.' ) )
		.map( ( entry ) => entry.name );
}

function executable( name: string ): boolean {
	// The owner's digit of the octal mode is odd when the file may be run.
	return Number( statSync( inRoot( 'bin', name ) ).mode.toString( 8 ).at( -3 ) ) % 2 === 1;
}

function shortCommands(): Check {
	const problems = commands().flatMap( ( name ) => [
		...( ! executable( name ) ? [ `bin/${ name } is not executable` ] : [] ),
		...( read( `bin/${ name }` ).trim().split( '\n' ).length > 5
			? [ `bin/${ name } is more than a few lines: write TypeScript` ]
			: [] ),
	] );
	return { name: 'commands in bin/ are executable and only call TypeScript', problems };
}

function readme(): Check {
	const text = existsSync( inRoot( 'README.md' ) ) ? read( 'README.md' ) : '';
	const problems = commands()
		.filter( ( name ) => ! text.includes( `bin/${ name }` ) )
		.map( ( name ) => `README.md does not tell about bin/${ name }` );
	return { name: 'README.md names every command', problems };
}

function continuousIntegration(): Check {
	const calls = read( '.ci/run' )
		.split( '\n' )
		.map( ( line ) => line.trim() )
		.filter( ( line ) => line !== '' && ! line.startsWith( '#' ) );
	const other = calls.filter( ( line ) => ! /^(set -|cd |(exec )?\.\/bin\/test$)/.test( line ) );
	return {
		name: '.ci/run calls ./bin/test and nothing else',
		problems: other.map( ( line ) => `.ci/run: ${ line }` ),
	};
}

/** What holds for all files, whatever they are. */
export function fileChecks(): Check[] {
	return [ length(), leftovers(), shortCommands(), readme(), continuousIntegration() ];
}

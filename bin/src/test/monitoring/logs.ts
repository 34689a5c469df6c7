import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { inRoot } from '../../lib/paths.ts';
import { must } from '../../lib/run.ts';
import type { Check } from '../part.ts';

const DAY = 86_400_000;

/** "Now" of this test: midnight has just passed. */
const NOW = Date.UTC( 2026, 10, 22, 0, 5 );

function day( before: number, now = NOW ): string {
	return new Date( now - before * DAY ).toISOString().slice( 0, 10 );
}

function line( date: string, word = 'x' ): string {
	return `{"time":"${ date }T12:00:00+00:00","request":"1","portal":"${ word }"}\n`;
}

/** A machine with logs, whose clock the test sets. */
class Machine {
	readonly logs: string;

	constructor( private readonly home: string ) {
		this.logs = join( home, 'logs' );
	}

	async prepare(): Promise< void > {
		await rm( this.home, { recursive: true, force: true } );
		await mkdir( this.logs, { recursive: true, mode: 0o755 } );
		await mkdir( join( this.home, 'run' ), { recursive: true } );
		await mkdir( join( this.home, 'textfiles' ), { recursive: true } );
	}

	/** Writes a file as it would have been left on a day. */
	async write( name: string, text: string, date: string ): Promise< void > {
		const path = join( this.logs, name );
		await writeFile( path, name.endsWith( '.gz' ) ? gzipSync( text ) : text );
		await utimes( path, new Date( `${ date }T23:59:00Z` ), new Date( `${ date }T23:59:00Z` ) );
	}

	/** Runs the nightly program at a moment. */
	async rotate( now: number ): Promise< void > {
		const clock = new Date( now ).toISOString().slice( 0, 19 ).replace( 'T', ' ' );
		const { stdout: group } = await must( 'id', [ '-gn' ] );
		await must( 'faketime', [ '-f', clock, inRoot( 'deploy/logs/rotate' ) ], {
			env: {
				TZ: 'UTC',
				LERNWELT_LOGS: this.logs,
				LERNWELT_RUN: join( this.home, 'run' ),
				LERNWELT_USER: userInfo().username,
				LERNWELT_LOGS_GROUP: group.trim(),
				LERNWELT_LOGS_STATE: join( this.home, 'state' ),
				LERNWELT_TEXTFILES: join( this.home, 'textfiles' ),
			},
		} );
	}

	has( name: string ): boolean {
		return existsSync( join( this.logs, name ) );
	}

	/** Everything that can still be read, however it is packed. */
	async text(): Promise< string > {
		const files = await readdir( this.logs );
		return files
			.map( ( name ) => readFileSync( join( this.logs, name ) ) )
			.map( ( bytes ) => ( bytes[ 0 ] === 0x1f ? gunzipSync( bytes ) : bytes ).toString( 'utf8' ) )
			.join( '' );
	}

	mode( name: string ): string {
		return ( statSync( join( this.logs, name ) ).mode % 0o1000 ).toString( 8 );
	}

	metric( name: string ): number {
		const text = readFileSync( join( this.home, 'textfiles/lernwelt-logs.prom' ), 'utf8' );
		return Number( new RegExp( `^${ name }(?:\\{.*\\})? (\\d+)$`, 'm' ).exec( text )?.[ 1 ] );
	}
}

function facts( name: string, ...list: ReadonlyArray< readonly [ boolean, string ] > ): Check {
	return { name, problems: list.filter( ( [ holds ] ) => ! holds ).map( ( [ , text ] ) => text ) };
}

async function nightly( machine: Machine ): Promise< Check[] > {
	await machine.prepare();
	for ( const before of [ 120, 92, 91, 89, 88, 2 ] ) {
		await machine.write( `access.log-${ day( before ) }.gz`, line( day( before ) ), day( before ) );
		// A program that is no longer used: logrotate would never look at its files again.
		await machine.write( `old.log-${ day( before ) }`, line( day( before ) ), day( before ) );
	}
	await machine.write( 'notes.txt', 'nobody’s log', day( 200 ) );
	await machine.write( 'access.log', line( day( 2 ), 'before' ), day( 2 ) );
	await machine.write( 'php.log', '', day( 2 ) );
	await machine.write( 'nginx-error.log', 'an error\n', day( 2 ) );
	// logrotate learns of the files first, and rotates them from the next day on.
	await machine.rotate( NOW - DAY );
	await machine.write( 'access.log', line( day( 1 ), 'yesterday' ), day( 1 ) );
	await machine.rotate( NOW );
	const kept = [ 'access.log', 'old.log' ].flatMap( ( name ) =>
		[ 120, 92, 91, 89, 88 ].map( ( before ) => ( {
			name: `${ name }-${ day( before ) }`,
			should: before < 90,
			is: machine.has( `${ name }-${ day( before ) }` ) || machine.has( `${ name }-${ day( before ) }.gz` ),
		} ) )
	);
	const wrong = kept.filter( ( { should, is } ) => should !== is );
	const aside = `access.log-${ day( 0 ) }`;
	return [
		facts( 'day 89 stays, day 91 is gone', [
			wrong.length === 0,
			wrong.map( ( { name, is } ) => `${ name } ${ is ? 'stayed' : 'is gone' }` ).join( ', ' ),
		] ),
		facts( 'files that are no logs put aside stay', [ machine.has( 'notes.txt' ), 'notes.txt is gone' ] ),
		facts(
			'yesterday’s log is put aside, today’s begins empty',
			[ machine.has( aside ), `${ aside } is missing` ],
			[
				machine.has( 'access.log' ) && statSync( join( machine.logs, 'access.log' ) ).size === 0,
				'access.log is not empty',
			],
			[ machine.has( `nginx-error.log-${ day( 0 ) }` ), 'the error log was not copied' ]
		),
		facts(
			'logs are closed to others',
			[ machine.mode( '.' ) === '750', `the folder has mode ${ machine.mode( '.' ) }` ],
			[ machine.mode( 'access.log' ) === '640', `access.log has mode ${ machine.mode( 'access.log' ) }` ]
		),
		facts(
			'the node exporter learns of it',
			[ machine.metric( 'lernwelt_logs_rotation_timestamp_seconds' ) === NOW / 1000, 'no time of the rotation' ],
			[
				machine.metric( 'lernwelt_logs_oldest_timestamp_seconds' ) ===
					Date.parse( `${ day( 89 ) }T12:00:00Z` ) / 1000,
				`the oldest line is of ${ machine.metric( 'lernwelt_logs_oldest_timestamp_seconds' ) }`,
			]
		),
	];
}

/** The rotation stood still for a week: one file holds seven days, and its lines go one day after the other. */
async function afterAWeek( machine: Machine ): Promise< Check > {
	await machine.prepare();
	const week = [ 93, 92, 91, 90, 89, 88, 87 ].map( ( before ) => day( before ) );
	await machine.write( `access.log-${ day( 86 ) }.gz`, week.map( ( date ) => line( date ) ).join( '' ), day( 87 ) );
	await machine.write( `access.log-${ day( 95 ) }.gz`, line( day( 95 ) ), day( 95 ) );
	await machine.write( 'access.log', line( day( 7 ) ), day( 1 ) );
	await machine.rotate( NOW - 8 * DAY );
	// Now for a week nothing runs; on the next night everything is made good.
	await machine.rotate( NOW );
	const text = await machine.text();
	const left = week.filter( ( date ) => text.includes( date ) );
	return facts(
		'after a week without rotation lines older than 90 days are gone, younger ones of the same file stay',
		// Noon of day 90 is not 90 days ago at midnight.
		[
			left.join() === [ 90, 89, 88, 87 ].map( ( before ) => day( before ) ).join(),
			`left: ${ left.join( ', ' ) }`,
		],
		[ ! text.includes( day( 95 ) ), 'an older file is still there' ]
	);
}

/**
 * Logs with a moved clock.
 *
 * @param folder Scratch folder.
 */
export async function logChecks( folder: string ): Promise< Check[] > {
	const machine = new Machine( join( folder, 'logs' ) );
	return [ ...( await nightly( machine ) ), await afterAWeek( machine ) ];
}

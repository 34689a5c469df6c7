import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { must, run } from '../src/lib/run.ts';
import { ensureRestic } from '../src/lib/safekeeping.ts';
import { Machine } from './machine.ts';

const DAY = 86_400_000;
/** Three in the morning in Germany, in summer and in winter time. */
const START = Date.parse( '2026-10-01T01:00:00Z' );

interface Listed {
	readonly id: string;
	readonly time: string;
	readonly tags: readonly string[];
	readonly paths: readonly string[];
}

let machine: Machine;

before( async () => {
	await ensureRestic();
	machine = Machine.make();
} );

after( () => machine.remove() );

const stamp = ( milliseconds: number ): string =>
	new Date( milliseconds ).toISOString().slice( 0, 19 ).replace( 'T', ' ' );

const full = ( day: number, time = START + day * DAY ): Listed => ( {
	id: `full-${ day }`,
	time: new Date( time ).toISOString(),
	tags: [ 'full' ],
	paths: [ '/x' ],
} );

/** What has to go of a list, at a time. */
async function expired( list: readonly Listed[], now: string, days = 30 ): Promise< string[] > {
	const { stdout } = await must( 'php', [ inRoot( 'deploy/backup/tool.php' ), 'expired', now, String( days ) ], {
		input: JSON.stringify( list ),
	} );
	return stdout.split( '\n' ).filter( ( id ) => id !== '' );
}

test( 'of the days 0 to 32 exactly those of the last thirty stay, in a real repository', async () => {
	const days = Array.from( { length: 33 }, ( _, day ) => day );
	assert.equal( ( await machine.restic( 'erstes', 'init' ) ).code, 0 );
	const make = async ( day: number ): Promise< void > => {
		const made = await machine.restic(
			'erstes',
			'backup',
			'--quiet',
			'--tag',
			'full',
			'--host',
			`day-${ day }`,
			'--time',
			stamp( START + day * DAY ),
			machine.env.LERNWELT_CONFIG ?? ''
		);
		assert.equal( made.code, 0, made.stderr );
	};
	for ( let day = 0; day < days.length; day += 4 ) {
		await Promise.all( days.slice( day, day + 4 ).map( make ) );
	}
	const result = await machine.script( 'prune', [
		'--now',
		new Date( START + 32 * DAY + DAY / 2 ).toISOString().slice( 0, 19 ) + 'Z',
	] );
	assert.equal( result.code, 0, result.stderr );
	assert.match( result.stdout, /erstes: 2 snapshots forgotten/ );
	const { stdout } = await machine.restic( 'erstes', 'snapshots', '--json' );
	const left = ( JSON.parse( stdout ) as { hostname: string }[] ).map( ( { hostname } ) =>
		Number( hostname.slice( 4 ) )
	);
	assert.deepEqual(
		left.sort( ( a, b ) => a - b ),
		days.slice( 2 )
	);
	assert.equal( ( await machine.restic( 'erstes', 'check' ) ).code, 0 );
	// Later in the same day nothing more goes; after midnight in Germany one day does.
	assert.match(
		( await machine.script( 'prune', [ '--now', '2026-11-02T22:59:59Z' ] ) ).stdout,
		/nothing is older than 30 days/
	);
	assert.match(
		( await machine.script( 'prune', [ '--now', '2026-11-02T23:00:00Z', '--dry-run' ] ) ).stdout,
		/1 snapshots would be forgotten/
	);
} );

test( 'the calendar counts, not the hour, also where the clocks change', async () => {
	const early = full( 1, Date.parse( '2026-10-09T22:00:00Z' ) );
	const late = full( 2, Date.parse( '2026-10-09T21:59:59Z' ) );
	const newest = full( 3, Date.parse( '2026-11-09T02:00:00Z' ) );
	assert.deepEqual( await expired( [ early, late, newest ], '2026-11-09T23:00' ), [ 'full-2' ] );
} );

test( 'the last backup is never forgotten, and one from the future moves nothing', async () => {
	const result = await run( 'php', [ inRoot( 'deploy/backup/tool.php' ), 'expired', '2026-12-24', '30' ], {
		input: JSON.stringify( [ full( 0 ), full( 1 ) ] ),
	} );
	assert.equal( result.code, 1 );
	assert.match( result.stderr, /newest backup is from 2026-10-02, older than 30 days: nothing was forgotten/ );
	const future = full( 99, Date.parse( '2030-01-01T00:00:00Z' ) );
	assert.deepEqual( await expired( [ full( 0 ), full( 20 ), future ], '2026-11-10' ), [ 'full-0' ] );
} );

test( 'of the copies of the binary log one a day stays after three days, and none after thirty', async () => {
	const log = ( id: string, time: string ): Listed => ( { id, time, tags: [ 'binlog' ], paths: [ '/x' ] } );
	const list = [
		full( 39 ),
		log( 'gone', '2026-10-10T08:00:00Z' ),
		log( 'middle-1', '2026-11-01T08:00:00Z' ),
		log( 'middle-2', '2026-11-01T20:00:00Z' ),
		log( 'new-1', '2026-11-09T08:00:00Z' ),
		log( 'new-2', '2026-11-09T20:00:00Z' ),
	];
	assert.deepEqual( ( await expired( list, '2026-11-10T12:00' ) ).sort(), [ 'gone', 'middle-1' ] );
} );

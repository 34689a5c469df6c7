/** What the faults are judged by (bin/src/faults); a whole run takes a quarter of an hour and is started by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { alarmsIn, compared, dateRows, isGerman, Tally, values } from '../src/faults/counting.ts';
import { Period } from '../src/faults/load.ts';
import { OUTSIDE } from '../src/faults/outside.ts';
import { DISK } from '../src/faults/disk.ts';
import { ruleOf } from '../src/faults/sensors.ts';
import { SERVERS } from '../src/faults/servers.ts';
import { merged } from '../src/faults/table.ts';
import { judged } from '../src/faults/trial.ts';
import { inRoot } from '../src/lib/paths.ts';

const BOOKS = { lost: [], oversold: [], miscounted: [] };
const FAULT = { title: 'x', mayFail: true };
const FACTS = { findings: [], alarms: [], seconds: 1, books: BOOKS };

/** A period in which everything went well. */
function quiet(): Period {
	const period = new Period();
	period.cached.add( { status: 200, isGerman: true } );
	period.own.add( { status: 200, isGerman: true } );
	return period;
}

test( 'answers are counted by status; errors that nobody can read stand out', () => {
	const tally = new Tally();
	for ( const [ status, german ] of [
		[ 200, true ],
		[ 0, false ],
		[ 503, true ],
		[ 200, true ],
		[ 500, false ],
	] as const ) {
		tally.add( { status, isGerman: german } );
	}
	assert.equal( String( tally ), '2 × 200, 1 × 500, 1 × 503, 1 × no answer' );
	assert.deepEqual( [ tally.total, tally.failed, tally.unreadable ], [ 5, 3, 1 ] );
	assert.equal( String( new Tally() ), 'none' );
} );

test( 'German is told from English, in pages and in JSON', () => {
	const page = readFileSync( inRoot( 'deploy/nginx/unavailable.html' ), 'utf8' );
	assert.equal( isGerman( 'text/html', page ), true );
	assert.equal( isGerman( 'text/html', '<html lang="de-DE"><p>Error establishing a database connection' ), false );
	assert.equal( isGerman( 'text/html', '<html lang="en"><p>Nein' ), false );
	assert.equal( isGerman( 'application/problem+json', '{"detail":"Bitte versuchen Sie es später."}' ), true );
	assert.equal( isGerman( 'application/json', '{"message":"Something broke"}' ), false );
	assert.equal( isGerman( 'application/json', 'Bitte' ), false );
} );

test( 'a booking that somebody was told of must hold a seat of its date; no date gives away more than it has', () => {
	const rows = dateRows(
		'1\t2\t2\tAAAAAAAAAA\n1\t2\t2\tBBBBBBBBBB\n2\t1\t0\tNULL\n3\t1\t2\tCCCCCCCCCC\n3\t1\t2\tDDDDDDDDDD\n4\t5\t2\tEEEEEEEEEE\n'
	);
	assert.equal( rows.length, 4 );
	assert.deepEqual( rows[ 1 ], { date: 2, capacity: 1, booked: 0, numbers: [] } );
	const told = new Map( [
		[ 'AAAAAAAAAA', 1 ],
		[ 'FFFFFFFFFF', 1 ],
		[ 'EEEEEEEEEE', 2 ],
	] );
	assert.deepEqual( compared( told, rows ), {
		lost: [ 'FFFFFFFFFF', 'EEEEEEEEEE' ],
		oversold: [ 3 ],
		miscounted: [ 4 ],
	} );
	assert.deepEqual( compared( new Map( [ [ 'AAAAAAAAAA', 1 ] ] ), rows.slice( 0, 2 ) ), BOOKS );
} );

test( 'values are found by name and labels', () => {
	const text = '# HELP a b\na{portal="x",check="disk"} 0.5\na{portal="y",check="disk"} 1\nab 7\nb 3\n';
	assert.deepEqual( values( text, 'a' ), [ 0.5, 1 ] );
	assert.deepEqual( values( text, 'a{portal="y"}' ), [ 1 ] );
	assert.deepEqual( values( text, 'b' ), [ 3 ] );
	assert.deepEqual( values( text, 'c' ), [] );
} );

test( 'rules are read with their expression and how long it must be true', () => {
	const found = alarmsIn(
		'groups:\n  - name: a\n    rules:\n      - record: r\n        expr: 1\n      - alert: One\n        # why\n        expr: |\n          (a > 1)\n          or b\n        for: 5m\n        labels: { class: "1" }\n      - alert: Two\n        expr: c == 0\n        labels: { class: "2" }\n'
	);
	assert.deepEqual(
		[ ...found ],
		[
			[ 'One', { expression: '| (a > 1) or b', after: 'after 5m' } ],
			[ 'Two', { expression: 'c == 0', after: 'at once' } ],
		]
	);
} );

test( 'the alarm of each fault is a rule that reads what changes', () => {
	for ( const { name, alarms } of [ ...SERVERS, DISK, ...OUTSIDE ] ) {
		for ( const alarm of alarms ) {
			assert.ok( 'after' in ruleOf( alarm ), `${ name }: ${ JSON.stringify( ruleOf( alarm ) ) }` );
		}
		// A reload breaks nothing; a deployment that fails ends with 1 and says why.
		assert.equal( alarms.length === 0, name === 'reload', name );
	}
	assert.deepEqual( ruleOf( { rule: 'Nobody', reads: 'a', shows: () => undefined } ), {
		problem: 'there is no rule Nobody',
	} );
	assert.deepEqual( ruleOf( { rule: 'RedisDown', reads: 'mysql_up', shows: () => undefined } ), {
		problem: 'RedisDown does not read mysql_up',
	} );
} );

test( 'a row fails for each thing that must not happen, and for nothing else', () => {
	assert.equal( judged( FAULT, quiet(), FACTS ).verdict, 'pass' );
	const broken = { cached: quiet(), english: quiet(), own: quiet() };
	broken.cached.cached.add( { status: 503, isGerman: true } );
	broken.english.own.add( { status: 500, isGerman: false } );
	broken.own.own.add( { status: 503, isGerman: true } );
	assert.equal( judged( FAULT, broken.own, FACTS ).verdict, 'pass' );
	for ( const result of [
		judged( FAULT, new Period(), FACTS ),
		judged( FAULT, broken.cached, FACTS ),
		judged( FAULT, broken.english, FACTS ),
		judged( { ...FAULT, mayFail: false }, broken.own, FACTS ),
		judged( FAULT, quiet(), { ...FACTS, seconds: undefined } ),
		judged( FAULT, quiet(), { ...FACTS, alarms: [ { ok: false, text: 'nothing changed' } ] } ),
		judged( FAULT, quiet(), { ...FACTS, findings: [ { ok: false, text: 'twice' } ] } ),
		judged( FAULT, quiet(), { ...FACTS, books: { ...BOOKS, lost: [ 'A' ] } } ),
		judged( FAULT, quiet(), { ...FACTS, books: { ...BOOKS, oversold: [ 1 ] } } ),
		judged( FAULT, quiet(), { ...FACTS, books: { ...BOOKS, miscounted: [ 1 ] } } ),
	] ) {
		assert.deepEqual( [ result.verdict, result.reasons.length ], [ 'fail', 1 ], JSON.stringify( result ) );
	}
} );

test( 'rows of a new run take the place of old ones', () => {
	const old = 'x\n\n| fault | b |\n| --- | --- |\n| Two | old |\n| Gone | old |\n| One | old |\n';
	assert.equal(
		merged( old, '| fault | b |\n| --- | --- |\n| Two | new |', [ 'One', 'Two', 'Three' ] ),
		'| fault | b |\n| --- | --- |\n| One | old |\n| Two | new |'
	);
	assert.equal( merged( '', '| fault |\n| --- |\n| One |', [ 'One' ] ), '| fault |\n| --- |\n| One |' );
} );

test( 'what the command plays in the test, systemd does on a server', () => {
	for ( const unit of [ 'php', 'nginx', 'redis' ] ) {
		const text = readFileSync( inRoot( `deploy/systemd/lernwelt-${ unit }.service` ), 'utf8' );
		assert.match( text, /^Restart=always$/m );
		assert.match( text, /^RestartSec=1$/m );
	}
} );

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../src/lib/errors.ts';
import { inRoot } from '../src/lib/paths.ts';
import { run } from '../src/lib/run.ts';
import { ABOUT_SERVERS, commandTests, isAboutServers } from '../src/test/commands.ts';
import { fromJest, fromNodeTest, fromPhpUnit, fromPlaywright } from '../src/test/counts.ts';
import { compare } from '../src/test/i18n/compare.ts';
import { outcomeOf, type Part } from '../src/test/part.ts';
import { parts } from '../src/test/parts.ts';
import { runParts } from '../src/test/schedule.ts';

test( 'lists its parts', async () => {
	const { code, stdout } = await run( inRoot( 'bin/test' ), [ '--list' ] );
	assert.equal( code, 0 );
	for ( const name of [
		'eslint',
		'phpstan',
		'unit',
		'integration-sqlite',
		'integration-mariadb',
		'e2e',
		'e2e-stack',
		'tooling',
		'servers',
		'wp-env',
	] ) {
		assert.match( stdout, new RegExp( `^  ${ name } `, 'm' ) );
	}
} );

test( 'what is tested beside the network of the other commands leaves it alone', () => {
	const files = commandTests();
	assert.deepEqual(
		ABOUT_SERVERS.filter( ( name ) => ! files.includes( `${ name }.test.ts` ) ),
		[]
	);
	const [ servers, others ] = [
		files.filter( isAboutServers ),
		files.filter( ( file ) => ! isAboutServers( file ) ),
	];
	assert.equal( servers.length, ABOUT_SERVERS.length );
	const users = ( names: readonly string[] ): string[] =>
		names.filter( ( name ) =>
			/new Stack\( 'tooling' \)/.test( readFileSync( inRoot( 'bin/tests', name ), 'utf8' ) )
		);
	assert.deepEqual( users( servers ), [] );
	assert.ok( users( others ).includes( 'start.test.ts' ) );
} );

test( 'two parts at a time in their order, and beside them one that mostly waits', async () => {
	const order: string[] = [];
	const running = { busy: 0, waiting: 0 };
	const most = { busy: 0, waiting: 0 };
	const fake = ( name: string, kind: keyof typeof running, milliseconds: number ): Part => ( {
		name,
		about: '',
		...( kind === 'waiting' ? { mostlyWaits: true } : {} ),
		run: async () => {
			order.push( name );
			most[ kind ] = Math.max( most[ kind ], ++running[ kind ] );
			await sleep( milliseconds );
			running[ kind ]--;
			return name === 'c' ? Promise.reject( new UserError( 'c breaks down.' ) ) : outcomeOf( [] );
		},
	} );
	const ended: Record< string, number > = {};
	await runParts(
		[
			fake( 'a', 'busy', 300 ),
			fake( 'x', 'waiting', 50 ),
			fake( 'b', 'busy', 100 ),
			fake( 'c', 'busy', 1 ),
		].concat( [ fake( 'y', 'waiting', 1 ), fake( 'd', 'busy', 1 ) ] ),
		{ busy: 2, waiting: 1 },
		{
			begin: () => undefined,
			heard: () => undefined,
			end: ( { name }, { failed } ) => void ( ended[ name ] = failed ),
		},
		{ extra: [], onStack: false }
	);
	assert.deepEqual( most, { busy: 2, waiting: 1 } );
	assert.deepEqual( order, [ 'a', 'b', 'x', 'y', 'c', 'd' ] );
	// One that ran nothing has failed like one that broke down; both let the next ones begin.
	assert.deepEqual( Object.keys( ended ).sort(), [ 'a', 'b', 'c', 'd', 'x', 'y' ] );
	assert.deepEqual( [ ended.a, ended.c ], [ 1, 1 ] );
} );

test( 'every part has a name of its own', () => {
	assert.equal( new Set( parts.map( ( { name } ) => name ) ).size, parts.length );
	assert.deepEqual(
		parts.filter( ( { mostlyWaits } ) => mostlyWaits ).map( ( { name } ) => name ),
		[ 'servers', 'monitoring' ]
	);
} );

test( 'an unknown part is one clear sentence', async () => {
	const { code, stderr } = await run( inRoot( 'bin/test' ), [ '--only', 'nothing' ] );
	assert.equal( code, 1 );
	assert.equal( stderr, 'Error: There is no part "nothing": ./bin/test --list names them all.\n' );
} );

test( 'ends with the sum, and only with the sum', async () => {
	const { code, stdout } = await run( inRoot( 'bin/test' ), [ '--only', 'wp-env' ] );
	assert.equal( code, 0, stdout );
	assert.match( stdout, /\n3 passed, 0 failed\n$/ );
} );

test( 'a part that ran no test has failed', async () => {
	const { code, stdout } = await run( inRoot( 'bin/test' ), [ '--only', 'unit', '--', '--filter', 'NoSuchTest' ] );
	assert.equal( code, 1 );
	assert.match( stdout, /\n0 passed, 1 failed\n$/ );
} );

test( 'counts tests, not tools', () => {
	const jest = {
		numPassedTests: 3,
		numFailedTests: 1,
		numPendingTests: 2,
		numTodoTests: 1,
		numRuntimeErrorTestSuites: 1,
	};
	assert.deepEqual( fromJest( JSON.stringify( jest ) ), { passed: 3, failed: 2, skipped: 3 } );
	const junit =
		'<testsuites><testsuite name="all" tests="9" assertions="20" errors="1" failures="2" skipped="1"><testsuite tests="4"/></testsuite></testsuites>';
	assert.deepEqual( fromPhpUnit( junit ), { passed: 5, failed: 3, skipped: 1 } );
	const node =
		'<testsuites/><!-- tests 4 --><!-- pass 2 --><!-- fail 1 --><!-- cancelled 0 --><!-- skipped 1 --><!-- todo 0 -->';
	assert.deepEqual( fromNodeTest( node ), { passed: 2, failed: 1, skipped: 1 } );
	const playwright = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [ {} ] };
	assert.deepEqual( fromPlaywright( JSON.stringify( playwright ) ), { passed: 7, failed: 3, skipped: 2 } );
} );

test( 'sums checks up', () => {
	const outcome = outcomeOf( [
		{ name: 'good', problems: [] },
		{ name: 'bad', problems: [ 'a.php:1: reason' ] },
	] );
	assert.deepEqual( [ outcome.passed, outcome.failed ], [ 1, 1 ] );
	assert.match( outcome.output, /✗ bad\n {4}a\.php:1: reason/ );
} );

test( 'translations: missing, empty, wrong placeholder, no longer used', () => {
	const file = Buffer.from(
		[
			'msgid ""',
			'msgstr "Content-Type: text/plain; charset=UTF-8\\n"',
			'',
			'msgid "Empty"',
			'msgstr ""',
			'',
			'msgid "%s of %d"',
			'msgstr "%s von %s"',
			'',
			'msgid "%1$s before %2$s"',
			'msgstr "%2$s nach %1$s"',
			'',
			'msgid "Old"',
			'msgstr "Alt"',
			'',
		].join( '\n' )
	);
	const entry = ( id: string ): { id: string; domain: string; where: string } => ( {
		id,
		domain: 'x',
		where: 'a.php:1',
	} );
	const found = compare( [ 'Missing', 'Empty', '%s of %d', '%1$s before %2$s' ].map( entry ), file );
	assert.equal( found.length, 4, found.join( '\n' ) );
	assert.match( found[ 0 ] ?? '', /no German for "Missing"/ );
	assert.match( found[ 1 ] ?? '', /no German for "Empty"/ );
	assert.match( found[ 2 ] ?? '', /placeholders differ/ );
	assert.match( found[ 3 ] ?? '', /no code says "Old"/ );
} );

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { run } from '../src/lib/run.ts';
import { fromJest, fromNodeTest, fromPhpUnit, fromPlaywright } from '../src/test/counts.ts';
import { compare } from '../src/test/i18n/compare.ts';
import { outcomeOf } from '../src/test/part.ts';

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
		'wp-env',
	] ) {
		assert.match( stdout, new RegExp( `^  ${ name } `, 'm' ) );
	}
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

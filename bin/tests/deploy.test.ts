import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { appendFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { portalList } from '../src/lib/portals.ts';
import { must } from '../src/lib/run.ts';
import { visits } from './deploy-load.ts';
import { Server } from './deploy-server.ts';

/** Says which release made an answer, and writes down which one emptied the object cache. */
const says = ( version: string ): string =>
	`add_action( 'send_headers', static function () { header( 'X-Test-Release: ${ version }' ); } );
	if ( defined( 'WP_CLI' ) ) {
		WP_CLI::add_hook( 'after_invoke:cache flush', static function () {
			file_put_contents( getenv( 'LERNWELT_ROOT' ) . '/emptied', '${ version } ', FILE_APPEND );
		} );
	}`;

/** An expanding migration: a column more, which the code before it knows nothing of. */
const EXPANDS = `
	final class Lernwelt_Test_Expand implements Lernwelt\\Core\\Migration {
		public function id(): string { return 'M0001_expand'; }
		public function scope(): Lernwelt\\Core\\MigrationScope { return Lernwelt\\Core\\MigrationScope::Network; }
		public function up( wpdb $db ): void {
			$db->query( "ALTER TABLE {$db->base_prefix}lw_schools ADD COLUMN IF NOT EXISTS test_note VARCHAR(20) NULL" );
		}
	}
	Lernwelt\\Core\\Core::services()->migrations->register( 'test-release', new Lernwelt_Test_Expand() );`;

const REFUSED = `
	final class Lernwelt_Test_Refused implements Lernwelt\\Core\\Migration {
		public function id(): string { return 'M0002_refused'; }
		public function scope(): Lernwelt\\Core\\MigrationScope { return Lernwelt\\Core\\MigrationScope::Network; }
		public function up( wpdb $db ): void { $db->query( 'ALTER TABLE nowhere ADD COLUMN a INT' ); }
	}
	Lernwelt\\Core\\Core::services()->migrations->register( 'test-release', new Lernwelt_Test_Refused() );`;

/** Fails where visitors are, and not on the command line: only the smoke test can find it. */
const BROKEN = `if ( 'cli' !== PHP_SAPI ) { add_action( 'template_redirect', static function () { throw new Error( 'broken' ); } ); }`;

let server: Server;
let first = '';
let second = '';

const serving = (): string => basename( realpathSync( join( server.root, 'current' ) ) );
const emptied = (): string => readFileSync( join( server.root, 'emptied' ), 'utf8' ).trim();
const open = portalList().portals.filter( ( portal ) => portal.guests !== false );
const hosts = open.map( ( { id } ) => `${ id }.localhost` );

before( async () => {
	server = await Server.prepare();
	first = await server.release( '1.0.0', says( '1.0.0' ) );
	second = await server.release( '1.1.0', says( '1.1.0' ) + EXPANDS );
} );

after( () => server.end() );

test( 'the first release makes the network, and all portals answer', async () => {
	const { stdout } = await server.must( 'deploy', '--first', 'technik@example.org', first );
	assert.match( stdout, /Account: netzwerk, password: \S{24}/ );
	await server.start();
	assert.match( ( await server.must( 'smoke', '1.0.0' ) ).stdout, /All portals answer, 1\.0\.0\./ );
	assert.equal( serving(), '1.0.0' );
	assert.equal( existsSync( join( server.root, 'emptied' ) ), false );
} );

test( 'an archive that somebody changed, or that nobody known signed, is refused', async () => {
	const changed = join( server.root, 'archives/lernwelt-1.0.5.tar.gz' );
	await must( 'cp', [ second, changed ] );
	await must( 'cp', [ `${ second }.sig`, `${ changed }.sig` ] );
	await appendFile( changed, 'x' );
	const damaged = await server.tool( 'deploy', changed );
	assert.equal( damaged.code, 1 );
	assert.match( damaged.stderr, /signature doesn't fit/ );

	const key = join( server.root, 'stranger' );
	await must( 'ssh-keygen', [ '-q', '-t', 'ed25519', '-N', '', '-f', key ] );
	await rm( `${ changed }.sig` );
	await must( 'ssh-keygen', [ '-Y', 'sign', '-q', '-n', 'lernwelt-release', '-f', key, changed ] );
	const stranger = await server.tool( 'deploy', changed );
	assert.equal( stranger.code, 1 );
	assert.match( stranger.stderr, /a key that is not in/ );

	await rm( `${ changed }.sig` );
	assert.match( ( await server.tool( 'deploy', changed ) ).stderr, /The signature is missing/ );
	assert.equal( existsSync( join( server.root, 'releases/1.0.5' ) ), false );
	assert.equal( serving(), '1.0.0' );
} );

test( 'a machine that lacks something is left as it is', async () => {
	const uploads = join( server.root, 'uploads' );
	await rename( uploads, `${ uploads }.away` );
	try {
		const refused = await server.tool( 'deploy', '--check', second );
		assert.equal( refused.code, 1 );
		assert.match( refused.stderr, /folder of uploads can't be written/ );
	} finally {
		await rename( `${ uploads }.away`, uploads );
	}
	assert.equal( existsSync( join( server.root, 'releases/1.1.0' ) ), false );
} );

test( 'visitors notice nothing of a deployment', async () => {
	const end = visits( server.port, hosts, 4 );
	let result;
	try {
		result = await server.tool( 'deploy', second );
		await new Promise( ( resolve ) => setTimeout( resolve, 1000 ) );
	} finally {
		const seen = await end();
		assert.equal( result?.code, 0, result?.stderr );
		assert.deepEqual( Object.keys( seen.statuses ), [ '200' ], JSON.stringify( seen.statuses ) );
		assert.ok( ( seen.statuses[ '200' ] ?? 0 ) > 50, 'enough visits to mean something' );
		assert.deepEqual( seen.releases, [ '1.0.0', '1.1.0' ] );
	}
	assert.doesNotMatch( result.stderr, /could not be/ );
	assert.equal( serving(), '1.1.0' );
	assert.equal( basename( realpathSync( join( server.root, 'previous' ) ) ), '1.0.0' );
	const { stdout } = await server.wp( 'lernwelt', 'operations', 'show', '--format=json' );
	assert.match( stdout, /1\.1\.0/ );
	assert.equal( emptied(), '1.1.0' );
} );

test( 'a release that is broken for visitors serves for seconds only', async () => {
	const broken = await server.release( '1.2.0', says( '1.2.0' ) + EXPANDS + BROKEN );
	const result = await server.tool( 'deploy', broken );
	assert.equal( result.code, 1 );
	assert.match( result.stderr, /the start page of \S+ answers 500/ );
	assert.match( result.stderr, /1\.1\.0 serves again/ );
	assert.equal( serving(), '1.1.0' );
	await server.must( 'smoke', '1.1.0' );
	assert.equal( emptied(), '1.1.0 1.2.0 1.1.0' );
	assert.match( readFileSync( join( server.root, 'deployments.tsv' ), 'utf8' ), /\t1\.2\.0\tfalse\n$/ );
} );

test( 'a migration that fails leaves the release before it serving', async () => {
	const refused = await server.release( '1.3.0', says( '1.3.0' ) + EXPANDS + REFUSED );
	const result = await server.tool( 'deploy', refused );
	assert.equal( result.code, 1 );
	assert.match( result.stderr, /A migration failed.*1\.1\.0 serves on/ );
	assert.equal( serving(), '1.1.0' );
} );

test( 'the release before works on the newer tables', async () => {
	assert.match( await server.query( "SHOW COLUMNS FROM wp_lw_schools LIKE 'test_note'" ), /test_note/ );
	const { stdout } = await server.must( 'rollback' );
	assert.match( stdout, /1\.0\.0 serves\./ );
	assert.equal( serving(), '1.0.0' );
	assert.match( emptied(), / 1\.0\.0$/ );
	assert.equal( ( await server.must( 'wp', 'eval', 'echo ABSPATH;' ) ).stdout.includes( '/1.0.0/' ), true );
	await server.wp( 'lernwelt', 'schools', 'import', inRoot( 'demo/schulen.csv' ) );
	assert.notEqual(
		( await server.query( 'SELECT COUNT(*) FROM wp_lw_schools WHERE test_note IS NULL' ) ).trim(),
		'0'
	);
	assert.match( ( await server.tool( 'rollback' ) ).stderr, /not known which release was there before/ );
	await server.must( 'rollback', '1.1.0' );
	assert.equal( serving(), '1.1.0' );
} );

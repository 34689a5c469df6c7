import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { MariaDb } from '../src/lib/mariadb.ts';
import { inRoot, VAR } from '../src/lib/paths.ts';
import type { Finished } from '../src/lib/run.ts';
import { ensureRestic } from '../src/lib/safekeeping.ts';
import { Machine, TABLES } from './machine.ts';

const NAME = 'netz';
const FOLDER = 'safekeeping-mariadb';

let server: MariaDb;
let machine: Machine;

/** With the configuration of production: it writes the binary log. */
before( async () => {
	await ensureRestic();
	server = await MariaDb.start( FOLDER, inRoot( 'deploy/mariadb/lernwelt.cnf' ) );
	machine = Machine.make( { engine: 'mysql', ...( await server.database( NAME, true ) ) } );
	machine.env.LERNWELT_DB_ADMIN_CNF = join( machine.directory, 'admin.cnf' );
	machine.write( 'admin.cnf', `[client]\nuser=root\nsocket="${ server.socket }"\n` );
	await server.query( `SET NAMES utf8mb4; USE ${ NAME }; ${ TABLES.replaceAll( ' AUTO', ' AUTO_INCREMENT' ) }` );
	succeeded( await machine.script( 'backup', [ '--init' ] ) );
} );

after( async () => {
	machine.remove();
	await server.stop();
	rmSync( join( VAR, FOLDER ), { recursive: true, force: true } );
} );

function succeeded( result: Finished ): string {
	assert.equal( result.code, 0, `${ result.stdout }\n${ result.stderr }` );
	return result.stdout;
}

const sql = ( statements: string ): Promise< string > =>
	server.query( `SET NAMES utf8mb4; USE ${ NAME }; ${ statements }` );

const titles = ( prefix = 'wp_' ): Promise< string > => sql( `SELECT post_title FROM ${ prefix }posts ORDER BY ID` );

/** The server's clock counts seconds: this one is over. */
async function nextSecond(): Promise< string > {
	await sleep( 1100 );
	const time = new Date().toISOString().slice( 0, 19 );
	await sleep( 1100 );
	return `${ time }Z`;
}

test( 'what was written after the backup comes back up to the second before a mistake', async () => {
	await sql( "INSERT INTO wp_posts (post_title, post_content) VALUES ('Nach der Sicherung', 'Grüße \\'\\\\n')" );
	await sql( "UPDATE wp_3_posts SET post_title = 'Museum neu' WHERE ID = 1" );
	const good = await nextSecond();
	await sql( 'DELETE FROM wp_posts; DROP TABLE wp_term_relationships' );
	succeeded( await machine.script( 'ship-binlog' ) );
	const out = succeeded( await machine.script( 'restore', [ '--at', good, '--yes' ] ) );
	assert.ok( out.includes( `state of ${ good }` ), out );
	assert.equal( await titles(), 'Willkommen\nZeilen\nZeichen\nNach der Sicherung\n' );
	assert.equal( await titles( 'wp_3_' ), 'Museum neu\nZoo\n' );
	assert.equal( await sql( 'SELECT object_id FROM wp_term_relationships ORDER BY 1' ), '2\n9\n' );
	assert.equal(
		await sql( "SELECT post_content FROM wp_posts WHERE post_title = 'Zeilen'" ),
		'eins\\nzwei;\\n-- end\\n(drei\n'
	);
	assert.match( out, /erstes: backup/, 'a new backup begins a new line of time' );
} );

test( 'without a time the newest there is; logs of before the restore are not played on top of it', async () => {
	await sql( "INSERT INTO wp_4_posts (post_title, post_content) VALUES ('Zuletzt', '')" );
	await nextSecond();
	succeeded( await machine.script( 'ship-binlog' ) );
	await sql( 'TRUNCATE wp_4_posts' );
	const drill = succeeded( await machine.script( 'drill' ) );
	const lost = Number( /(\d+) s before it began would be lost/.exec( drill )?.[ 1 ] );
	assert.ok( lost >= 0 && lost < 900, drill );
	succeeded( await machine.script( 'restore', [ '--yes', '--no-backup' ] ) );
	assert.equal( await titles( 'wp_4_' ), 'Fortbildung\nZuletzt\n' );
	assert.equal( await titles(), 'Willkommen\nZeilen\nZeichen\nNach der Sicherung\n' );
	succeeded( await machine.script( 'restore', [ '--no-log', '--yes' ] ) );
	assert.equal( await titles( 'wp_4_' ), 'Fortbildung\n' );
} );

test( 'one portal alone; numbers go on; the old tables are kept', async () => {
	await sql(
		"INSERT INTO wp_3_lw_bookings (name) VALUES ('Bernd'), ('Clara'); DELETE FROM wp_3_posts; UPDATE wp_posts SET post_title = 'neu' WHERE ID = 1; UPDATE wp_users SET user_login = 'neu'"
	);
	succeeded( await machine.script( 'restore', [ '--portal', 'orte', '--no-log', '--yes', '--no-backup' ] ) );
	assert.equal( await titles( 'wp_3_' ), 'Museum neu\nZoo\n' );
	assert.equal(
		await sql( 'SELECT post_title FROM wp_posts WHERE ID = 1; SELECT DISTINCT user_login FROM wp_users' ),
		'neu\nneu\n'
	);
	await sql( "INSERT INTO wp_3_lw_bookings (name) VALUES ('Daniel')" );
	assert.equal( await sql( 'SELECT MAX(id) FROM wp_3_lw_bookings' ), '4\n' );
	const kept =
		( await server.query( `SHOW DATABASES LIKE '${ NAME }_before_%'` ) ).trim().split( '\n' ).at( -1 ) ?? '';
	assert.equal( await server.query( `SELECT COUNT(*) FROM ${ kept }.wp_3_lw_bookings` ), '3\n' );
	assert.equal( await server.query( `SHOW DATABASES LIKE '${ NAME }_copy'` ), '', 'the copy is gone' );
} );

test( 'all tables are of one moment, while others write', async () => {
	await sql(
		'CREATE TABLE wp_lw_debit (id INT PRIMARY KEY AUTO_INCREMENT); CREATE TABLE wp_a_credit (id INT PRIMARY KEY AUTO_INCREMENT)'
	);
	const statement =
		'START TRANSACTION; INSERT INTO wp_lw_debit VALUES (); INSERT INTO wp_a_credit VALUES (); COMMIT;\n';
	const writer = spawn( 'mariadb', [ '--no-defaults', `--socket=${ server.socket }`, '--user=root', NAME ], {
		stdio: [ 'pipe', 'ignore', 'ignore' ],
	} );
	writer.stdin.on( 'error', () => undefined );
	writer.stdin.write( statement.repeat( 20_000 ) );
	await sleep( 300 );
	const [ earlier ] = ( await sql( 'SELECT COUNT(*) FROM wp_lw_debit' ) ).split( '\n' );
	succeeded( await machine.script( 'backup' ) );
	const [ later ] = ( await sql( 'SELECT COUNT(*) FROM wp_lw_debit' ) ).split( '\n' );
	writer.kill();
	assert.ok( Number( later ) > Number( earlier ), 'somebody wrote meanwhile' );
	const snapshot = JSON.parse(
		succeeded( await machine.restic( 'erstes', 'snapshots', '--json', '--tag', 'full' ) )
	) as { id: string; paths: string[] }[];
	const { id = '', paths = [] } = snapshot.at( -1 ) ?? {};
	const manifest = succeeded(
		await machine.restic(
			'erstes',
			'dump',
			id,
			`${ paths.find( ( path ) => path.endsWith( '/lernwelt-backup' ) ) ?? '' }/manifest.json`
		)
	);
	const { tables } = JSON.parse( manifest ) as { tables: Record< string, number > };
	assert.ok( ( tables.wp_lw_debit ?? 0 ) > 0 );
	assert.equal( tables.wp_lw_debit, tables.wp_a_credit );
	await sql( 'DROP TABLE wp_lw_debit, wp_a_credit' );
} );

test( 'an account that may not do it is told what it needs', async () => {
	const result = await machine.script( 'ship-binlog', [], { LERNWELT_DB_ADMIN_CNF: '' } );
	assert.equal( result.code, 1 );
	const restored = await machine.script( 'restore', [ '--yes' ], { LERNWELT_DB_ADMIN_CNF: '' } );
	assert.equal( restored.code, 1 );
	assert.match( restored.stderr, /doesn't let this account make a database: LERNWELT_DB_ADMIN_CNF must name/ );
} );

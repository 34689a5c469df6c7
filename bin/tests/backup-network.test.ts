import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PEOPLE } from '../../tests/support/provider/people.ts';
import { inRoot, VAR } from '../src/lib/paths.ts';
import { portalById } from '../src/lib/portals.ts';
import { ACCOUNTS } from '../src/lib/provision.ts';
import { type Finished, must, run } from '../src/lib/run.ts';
import { backupFolder, runScript, settingsFor } from '../src/lib/safekeeping.ts';
import { Stack } from '../src/lib/stack.ts';
import { wp } from '../src/lib/wp.ts';
import { PORTS } from '../src/lib/ports.ts';

/** The network of the other tests of commands: whoever comes first installs it. */
const stack = new Stack( 'tooling' );
const PORT = PORTS.tooling;
const env = { LERNWELT_STACK: stack.name };

/** The real network answers within five minutes, on two cores that do other things as well. */
const GOAL_SECONDS = 300;

/** A person whom nothing else knows. */
const PERSON = { login: 'gudrungegangen', name: 'Gudrun Gegangen', email: 'gudrun.gegangen@schule.example.org' };

before( async () => {
	rmSync( backupFolder( stack ), { recursive: true, force: true } );
	await must( inRoot( 'node_modules/.bin/tsx' ), [
		inRoot( 'bin/src/test/prepare.ts' ),
		stack.name,
		String( PORT ),
		'sqlite',
		'demo',
	] );
} );

after( () => {
	rmSync( backupFolder( stack ), { recursive: true, force: true } );
	rmSync( stack.directory, { recursive: true, force: true } );
} );

const command = ( name: string, ...args: string[] ): Promise< Finished > => run( inRoot( 'bin', name ), args, { env } );

function succeeded( result: Finished ): string {
	assert.equal( result.code, 0, `${ result.stdout }\n${ result.stderr }` );
	return result.stdout;
}

/** Everything the network's tables hold, on one line per row. */
async function rows( file = stack.databaseFile ): Promise< string > {
	return ( await must( 'php', [ '-d', 'memory_limit=512M', inRoot( 'bin/tests/dump.php' ), file ] ) ).stdout;
}

async function user( login: string ): Promise< string > {
	const { stdout } = await wp( stack, [ 'user', 'list', `--login=${ login }`, '--field=ID', '--network' ] );
	return stdout.trim();
}

test( 'what was erased after the backup stays erased after a restore; what was written comes back', async () => {
	await wp(
		stack,
		[ 'user', 'create', PERSON.login, PERSON.email, `--display_name=${ PERSON.name }`, '--role=author' ],
		portalById( 'startchancen' )
	);
	const id = await user( PERSON.login );
	assert.match( id, /^\d+$/ );
	const page = await wp(
		stack,
		[ 'post', 'list', '--post_type=page', '--name=kontakt', '--field=ID' ],
		portalById( 'lernorte' )
	);
	const backup = succeeded( await command( 'backup' ) );
	assert.match( backup, /local: backup [0-9a-f]{8,}, \d+ bytes/ );

	await wp( stack, [ 'user', 'delete', id, '--network', '--yes' ] );
	assert.equal( await user( PERSON.login ), '' );
	await wp( stack, [ 'post', 'delete', page.stdout.trim(), '--force' ], portalById( 'lernorte' ) );

	const out = succeeded( await command( 'restore', '--yes', '--no-backup' ) );
	for ( const [ portal, status ] of [
		[ 'lernwelt-lsa', 200 ],
		[ 'eure-lernwelt', 302 ],
		[ 'lernorte', 200 ],
		[ 'startchancen', 200 ],
		[ 'kreativpotentiale', 200 ],
	] ) {
		assert.ok( out.includes( `${ portal } answers ${ status }` ), out );
	}
	assert.equal( await user( PERSON.login ), '', 'she is erased again' );
	assert.ok( ! ( await rows() ).includes( `"${ PERSON.email }"` ) );
	const back = await wp(
		stack,
		[ 'post', 'get', page.stdout.trim(), '--field=post_name' ],
		portalById( 'lernorte' )
	);
	assert.equal( back.stdout.trim(), 'kontakt' );
	assert.match(
		readFileSync( join( stack.directory, 'journal/erasures.jsonl' ), 'utf8' ),
		new RegExp( `"object":"account:${ id }"` )
	);
} );

test( 'the drill keeps the goal', async () => {
	const out = succeeded( await command( 'restore', '--drill' ) );
	const took = Number( /answer after (\d+) s \(RTO\)/.exec( out )?.[ 1 ] );
	assert.ok( took < GOAL_SECONDS, out );
	process.stdout.write( out );
} );

test( 'the copy for staging names nobody', async () => {
	const folder = join( mkdtempSync( join( VAR, 'staging-' ) ), 'copy' );
	try {
		// Traces of a person in many places, some of them serialised.
		const code = `$u = get_user_by( 'login', 'redaktion' ); update_user_meta( $u->ID, 'session_tokens', [ 'x' => [ 'ip' => '192.0.2.7' ] ] ); update_option( 'contact_of_test', [ 'who' => $u->display_name, 'mail' => [ $u->user_email ] ] ); wp_insert_comment( [ 'comment_post_ID' => 1, 'comment_author' => 'Anja Lehmann', 'comment_author_email' => 'anja.lehmann@schule.example.org', 'comment_content' => 'x' ] );`;
		await wp( stack, [ 'eval', code ], portalById( 'startchancen' ) );
		succeeded( await command( 'backup' ) );
		const original = await rows();
		assert.equal( await runScript( 'staging-copy', [ folder ], await settingsFor( stack ) ), 0 );

		const tables = readdirSync( join( folder, 'database' ) );
		assert.ok( tables.includes( 'wp_users.sql' ) );
		const people = [ ...ACCOUNTS, ...PEOPLE, PERSON ].flatMap( ( { name, email } ) => [ name, email ] );
		const words = [ ...people, 'netzwerk@example.org', '192.0.2.7' ];
		assert.ok( words.filter( ( word ) => original.includes( word ) ).length > 10, 'they are in the original' );
		const found = tables.flatMap( ( table ) => {
			const text = readFileSync( join( folder, 'database', table ), 'utf8' );
			return words.filter( ( word ) => text.includes( word ) ).map( ( word ) => `${ word } in ${ table }` );
		} );
		assert.deepEqual( found, [] );
		for ( const empty of [
			'wp_lw_audit',
			'wp_4_lw_bookings',
			'wp_4_comments',
			'wp_lw_erasure_journal',
			'wp_lw_sessions',
			'wp_4_lw_mail_queue',
		] ) {
			const text = readFileSync( join( folder, 'database', `${ empty }.sql` ), 'utf8' );
			assert.ok( ! text.includes( `INSERT INTO "${ empty }"` ), empty );
		}
		assert.deepEqual(
			readdirSync( folder ).sort(),
			[ 'database', 'manifest.json', 'uploads', 'uploads.list' ],
			'neither keys nor journal'
		);
		assert.equal( await rows(), original, 'the portals themselves were left alone' );

		// Staging takes it over: the pages are there, the people are not.
		succeeded( await command( 'restore', '--copy', folder, '--yes' ) );
		const { stdout } = await wp( stack, [
			'user',
			'list',
			'--fields=user_login,user_email,display_name',
			'--format=csv',
			'--network',
		] );
		assert.match( stdout, /person-\d+,person-\d+@example\.invalid,"?Person \d+/ );
		assert.ok( existsSync( join( stack.content, 'uploads' ) ) );
	} finally {
		rmSync( join( folder, '..' ), { recursive: true, force: true } );
	}
} );

test( 'the real portals refuse to lose their people', async () => {
	const file = join( stack.directory, 'config.php' );
	const original = readFileSync( file, 'utf8' );
	writeFileSync( file, original.replace( '"environment":"local"', '"environment":"production"' ) );
	try {
		await assert.rejects( wp( stack, [ 'lernwelt', 'anonymise', '--yes' ] ), /These are the real portals/ );
	} finally {
		writeFileSync( file, original );
	}
} );

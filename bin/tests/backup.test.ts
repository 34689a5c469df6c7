import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../src/lib/paths.ts';
import { type Finished, must, run } from '../src/lib/run.ts';
import { ensureRestic } from '../src/lib/safekeeping.ts';
import { FILES, Machine, PORTALS } from './machine.ts';

let machine: Machine;

before( async () => {
	await ensureRestic();
	machine = Machine.make();
	await machine.fill();
	succeeded( await machine.script( 'backup', [ '--init' ] ) );
} );

after( () => machine.remove() );

function succeeded( result: Finished ): string {
	assert.equal( result.code, 0, `${ result.stdout }\n${ result.stderr }` );
	return result.stdout;
}

/** One failure, told in sentences. */
function refused( result: Finished, pattern: RegExp ): void {
	assert.equal( result.code, 1, result.stdout );
	assert.match( result.stderr, pattern );
	assert.match( result.stderr, /^(Error: .+\n?)+$/, 'nothing but sentences' );
}

async function snapshots( name = 'erstes' ): Promise< { id: string; time: string; tags: string[] }[] > {
	const result = await machine.restic( name, 'snapshots', '--json', '--no-lock' );
	return JSON.parse( succeeded( result ) ) as { id: string; time: string; tags: string[] }[];
}

/** Every row of the database. */
async function rows(): Promise< string > {
	return ( await must( 'php', [ inRoot( 'bin/tests/dump.php' ), machine.database ] ) ).stdout;
}

function files( folder = machine.uploads ): Record< string, string > {
	return Object.fromEntries(
		readdirSync( folder, { recursive: true, withFileTypes: true } )
			.filter( ( entry ) => entry.isFile() )
			.map( ( entry ) => join( entry.parentPath, entry.name ) )
			.map( ( path ): [ string, string ] => [ path.slice( folder.length + 1 ), readFileSync( path, 'utf8' ) ] )
			.sort()
	);
}

const sorted = ( map: Readonly< Record< string, string > > ): Record< string, string > =>
	Object.fromEntries( Object.entries( map ).sort() );

test( 'a backup says what it holds, tells WordPress, and leaves no readable dump behind', async () => {
	const [ first ] = await snapshots();
	assert.deepEqual(
		first?.tags.sort(),
		[ 'full', ...PORTALS.map( ( [ , id ] ) => `portal:${ id }` ), 'release:development' ].sort()
	);
	const note =
		/lernwelt operations note backup (?<json>\{.+\})/.exec( machine.read( 'calls' ) )?.groups?.json ?? '{}';
	const { finished_at: finished, bytes, ...told } = JSON.parse( note ) as Record< string, unknown >;
	assert.match( String( finished ), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ );
	assert.ok( Number( bytes ) > 1000 );
	assert.deepEqual( told, {
		repository: 'erstes',
		snapshot: first?.id.slice( 0, String( told.snapshot ).length ),
		ok: true,
	} );
	assert.equal( existsSync( join( machine.directory, 'work/lernwelt-backup' ) ), false );
	const stored = packs( 'erstes' ).map( ( file ) => readFileSync( file, 'latin1' ) );
	assert.ok( stored.length > 0 );
	assert.ok( ! stored.some( ( pack ) => /Willkommen|AUTH_KEY|karte\.svg/.test( pack ) ), 'encrypted' );
} );

test( 'what did not change is not stored again', async () => {
	await machine.sql( "INSERT INTO wp_3_posts (post_title, post_content) VALUES ('Neu', 'Ort')" );
	succeeded( await machine.script( 'backup' ) );
	const [ older, newer ] = ( await snapshots() ).slice( -2 ).map( ( { id } ) => id );
	const diff = succeeded( await machine.restic( 'erstes', 'diff', '--json', older ?? '', newer ?? '' ) );
	const changed = diff
		.split( '\n' )
		.filter( ( line ) => line.includes( '"change"' ) )
		.map( ( line ) => ( JSON.parse( line ) as { path: string } ).path )
		.filter( ( path ) => path.includes( '/database/' ) );
	assert.deepEqual(
		changed.map( ( path ) => path.replace( /.*\//, '' ) ),
		[ 'wp_3_posts.sql' ]
	);
	await machine.sql( "DELETE FROM wp_3_posts WHERE post_title = 'Neu'" );
} );

test( 'everything comes back: rows, odd file names, empty files; what was there is kept', async () => {
	succeeded( await machine.script( 'backup' ) );
	const earlier = await rows();
	await machine.sql(
		"DELETE FROM wp_posts; DROP TABLE wp_term_relationships; UPDATE wp_users SET user_login = 'weg'"
	);
	rmSync( join( machine.uploads, '2026' ), { recursive: true } );
	machine.write( 'public/wp-content/uploads/neuer.txt', 'nach der Sicherung' );

	refused( await machine.script( 'restore', [ '--no-backup' ] ), /run it at a terminal, or with --yes/ );
	assert.notEqual( await rows(), earlier, 'not without being asked' );

	const out = succeeded( await machine.script( 'restore', [ '--yes', '--no-backup' ] ) );
	assert.equal( await rows(), earlier );
	assert.deepEqual( files(), sorted( FILES ) );
	for ( const [ , id ] of PORTALS ) {
		assert.match( out, new RegExp( `${ id } answers 200` ) );
	}
	const kept = readdirSync( join( machine.directory, 'public/wp-content' ) ).find( ( name ) =>
		name.startsWith( '.uploads-before-' )
	);
	assert.deepEqual( Object.keys( files( join( machine.directory, 'public/wp-content', kept ?? '' ) ) ), [
		'neuer.txt',
		'sites/3/karte.svg',
		'sites/4/plan.txt',
	] );
	// The copy's journal and WordPress's own after-work were asked for, in this order.
	const calls = machine
		.read( 'calls' )
		.split( '\n' )
		.map( ( line ) => /lernwelt (?:journal )?\w+/.exec( line )?.[ 0 ] ?? '' );
	const then = calls.slice( calls.lastIndexOf( 'lernwelt migrate' ) ).filter( ( call ) => call !== '' );
	assert.deepEqual( then, [
		'lernwelt migrate',
		'lernwelt journal replay',
		'lernwelt retention',
		'lernwelt journal restored',
		'lernwelt journal sync',
	] );
} );

test( 'one portal comes back alone; its numbers go on where they were', async () => {
	succeeded( await machine.script( 'backup' ) );
	await machine.sql(
		"INSERT INTO wp_3_lw_bookings (name) VALUES ('Bernd'), ('Clara'); DELETE FROM wp_3_posts; UPDATE wp_4_posts SET post_title = 'neu'; UPDATE wp_users SET user_login = 'neu' WHERE ID = 1; UPDATE wp_posts SET post_title = 'neu'"
	);
	machine.write( 'public/wp-content/uploads/sites/3/karte.svg', 'neu' );
	machine.write( 'public/wp-content/uploads/sites/4/plan.txt', 'neu' );
	const out = succeeded( await machine.script( 'restore', [ '--portal', 'orte', '--yes', '--no-backup' ] ) );
	assert.match( out, /accounts, roles and sessions stay as they are now/ );
	assert.equal( await machine.sql( 'SELECT post_title FROM wp_3_posts ORDER BY 1' ), 'Museum\nZoo\n' );
	assert.equal( await machine.sql( 'SELECT name FROM wp_3_lw_bookings' ), 'Anja\n' );
	assert.equal(
		await machine.sql(
			'SELECT DISTINCT post_title FROM wp_posts UNION SELECT post_title FROM wp_4_posts UNION SELECT user_login FROM wp_users'
		),
		'neu\nralf\n'
	);
	await machine.sql( "INSERT INTO wp_3_lw_bookings (name) VALUES ('Daniel')" );
	assert.equal(
		await machine.sql( 'SELECT MAX(id) FROM wp_3_lw_bookings' ),
		'4\n',
		'the journal names objects by numbers'
	);
	assert.deepEqual( [ files()[ 'sites/3/karte.svg' ], files()[ 'sites/4/plan.txt' ] ], [ '<svg/>', 'neu' ] );

	succeeded( await machine.script( 'restore', [ '--portal', 'haupt', '--yes', '--no-backup' ] ) );
	assert.equal( await machine.sql( 'SELECT post_title FROM wp_posts WHERE ID = 1' ), 'Willkommen\n' );
	assert.equal(
		await machine.sql( 'SELECT user_login FROM wp_users WHERE ID = 1' ),
		'neu\n',
		"accounts are the network's"
	);
	assert.equal( files()[ 'sites/4/plan.txt' ], 'neu' );
	refused(
		await machine.script( 'restore', [ '--portal', 'mond', '--yes' ] ),
		/knows no portal "mond", only: haupt orte chancen/
	);
	succeeded( await machine.script( 'restore', [ '--yes', '--no-backup' ] ) );
} );

test( 'a copy that does not answer takes nobody’s place', async () => {
	const earlier = await rows();
	machine.write( 'public/broken', '' );
	refused( await machine.script( 'restore', [ '--yes' ] ), /orte answers 500 on the copy[^]*Nothing was changed/ );
	rmSync( join( machine.directory, 'public/broken' ) );
	assert.equal( await rows(), earlier );
} );

test( 'an empty machine gets its configuration, too', async () => {
	succeeded( await machine.script( 'backup' ) );
	const earlier = await rows();
	for ( const gone of [ 'config.php', 'database', 'public/wp-content/uploads' ] ) {
		rmSync( join( machine.directory, gone ), { recursive: true } );
	}
	assert.match(
		succeeded( await machine.script( 'restore', [ '--yes', '--no-backup' ] ) ),
		/configuration came from the backup/
	);
	assert.equal( await rows(), earlier );
	assert.equal( files()[ 'sites/4/plan.txt' ], 'Plan' );
} );

test( 'a drill measures and leaves nothing; a state of the past is found by its time', async () => {
	const out = succeeded( await machine.script( 'drill' ) );
	assert.match( out, /portals answer after \d+ s \(RTO\), \d+ s before it began would be lost \(RPO\)/ );
	assert.match(
		machine.read( 'calls' ),
		/operations note drill \{"finished_at":"[^"]+","ok":true,"rto_seconds":\d+,"rpo_seconds":\d+\}/
	);
	assert.deepEqual(
		readdirSync( join( machine.directory, 'work' ) ).filter( ( name ) => name.startsWith( 'drill-' ) ),
		[]
	);
	refused(
		await machine.script( 'restore', [ '--yes', '--at', '2020-01-01' ] ),
		/no backup from before 2019-12-31 23:00:00 UTC; the oldest is/
	);
	refused( await machine.script( 'restore', [ '--yes', '--at', '31.12.2026' ] ), /"31\.12\.2026" is no time/ );
} );

test( 'an unknown repository, a wrong password, one repository that is gone', async () => {
	machine.repository( 'zweites' );
	const both = { LERNWELT_BACKUP_REPOSITORIES: 'weg zweites erstes' };
	machine.repository( 'weg', 'rest:http://127.0.0.1:1/' );
	succeeded( await machine.script( 'backup', [ '--init' ], { LERNWELT_BACKUP_REPOSITORIES: 'zweites' } ) );
	const count = ( await snapshots() ).length;
	const result = await machine.script( 'backup', [], { ...both, LERNWELT_BACKUP_TIMEOUT: '10' } );
	refused( result, /The repository "weg" can't be reached\.[^]*No backup in: weg\./ );
	assert.equal( ( await snapshots() ).length, count + 1 );
	assert.equal( ( await snapshots( 'zweites' ) ).length, 2 );
	assert.match(
		machine.read( 'calls' ),
		/note backup \{"finished_at":"[^"]+","repository":"weg","snapshot":"","bytes":0,"ok":false\}/
	);

	machine.write( 'settings/zweites.password', 'geraten' );
	refused(
		await machine.script( 'backup', [], { LERNWELT_BACKUP_REPOSITORIES: 'zweites' } ),
		/password file of the repository "zweites" doesn't open it/
	);
	refused(
		await machine.script( 'backup', [], { LERNWELT_BACKUP_REPOSITORIES: 'drittes' } ),
		/settings of the repository "drittes" are missing/
	);
	refused( await machine.script( 'backup', [], { LERNWELT_BACKUP_REPOSITORIES: '' } ), /names no repository/ );
	machine.repository( 'zweites' );
	// The first has lost everything: the second one serves.
	succeeded(
		await machine.script( 'restore', [ '--yes', '--no-backup' ], {
			LERNWELT_BACKUP_REPOSITORIES: 'weg zweites',
			LERNWELT_BACKUP_TIMEOUT: '10',
		} )
	);
} );

test( 'two backups at once: the second one waits for its turn', async () => {
	const folder = join( machine.directory, 'slow' );
	mkdirSync( folder );
	const real = ( await must( 'sh', [ '-c', 'command -v restic' ] ) ).stdout.trim();
	writeFileSync( join( folder, 'restic' ), `#!/bin/sh\n[ "$1" != backup ] || sleep 30\nexec ${ real } "$@"\n` );
	chmodSync( join( folder, 'restic' ), 0o755 );
	const slow = spawn( inRoot( 'deploy/bin/backup' ), [], {
		env: { ...process.env, ...machine.env, PATH: `${ folder }:${ process.env.PATH ?? '' }` },
		stdio: 'ignore',
		detached: true,
	} );
	const ended = new Promise( ( resolve ) => slow.once( 'exit', resolve ) );
	const stage = join( machine.directory, 'work/lernwelt-backup' );
	for ( let tries = 0; tries < 1200 && ! existsSync( join( stage, 'manifest.json' ) ); tries++ ) {
		await sleep( 100 );
	}
	refused( await machine.script( 'backup' ), /Another backup is running/ );
	process.kill( -( slow.pid ?? 0 ), 'SIGTERM' );
	await ended;
	assert.equal( existsSync( stage ), false, 'an interrupted backup leaves no dump' );
	mkdirSync( stage );
	writeFileSync( join( stage, 'rest.sql' ), 'left by a power cut' );
	const count = ( await snapshots() ).length;
	succeeded( await machine.script( 'backup' ) );
	assert.equal( ( await snapshots() ).length, count + 1 );
	assert.equal( existsSync( stage ), false );
} );

test( 'the disk of a repository is full', async () => {
	const mount = join( machine.directory, 'repositories/voll' );
	mkdirSync( mount, { recursive: true } );
	machine.repository( 'voll' );
	machine.write(
		'public/wp-content/uploads/gross.bin',
		Array.from( { length: 200_000 }, () => Math.random().toString( 36 ) ).join( '' )
	);
	const script = `mount -t tmpfs -o size=1m none "$0" && exec "$1" --init`;
	const alone = process.getuid?.() === 0 ? [ '-m' ] : [ '-rm' ];
	const result = await run( 'unshare', [ ...alone, 'sh', '-c', script, mount, inRoot( 'deploy/bin/backup' ) ], {
		env: { ...machine.env, LERNWELT_BACKUP_REPOSITORIES: 'voll erstes' },
	} );
	rmSync( join( machine.uploads, 'gross.bin' ) );
	refused( result, /The disk of the repository "voll" is full\.[^]*No backup in: voll\./ );
	assert.match( result.stdout, /erstes: backup/, 'the other one got its backup' );
} );

test( 'production can add and read, but neither forget nor prune', async () => {
	const port = await freePort();
	const server = spawn(
		'rclone',
		[
			'serve',
			'restic',
			'--append-only',
			'--addr',
			`127.0.0.1:${ port }`,
			join( machine.directory, 'repositories/erstes' ),
		],
		{ stdio: 'ignore' }
	);
	try {
		const address = `http://127.0.0.1:${ port }/`;
		machine.repository( 'fern', `rest:${ address }` );
		machine.write( 'settings/fern.password', machine.read( 'settings/erstes.password' ) );
		const env = { LERNWELT_BACKUP_REPOSITORIES: 'fern' };
		for (
			let tries = 0;
			tries < 600 && ( await run( 'curl', [ '-s', '-o', '/dev/null', `${ address }config` ] ) ).code !== 0;
			tries++
		) {
			await sleep( 100 );
		}
		const count = ( await snapshots() ).length;
		succeeded( await machine.script( 'backup', [], env ) );
		assert.equal( ( await snapshots() ).length, count + 1 );
		refused(
			await machine.script(
				'prune',
				[ '--now', new Date( Date.now() + 29 * 86_400_000 ).toISOString().slice( 0, 10 ) ],
				{ ...env, LERNWELT_BACKUP_DAYS: '28' }
			),
			/nothing was forgotten, because nothing would be left/
		);
		const [ oldest ] = await snapshots();
		const forget = spawn( 'restic', [ 'forget', '--prune', oldest?.id ?? '' ], {
			env: {
				...process.env,
				RESTIC_REPOSITORY: `rest:${ address }`,
				RESTIC_PASSWORD_FILE: join( machine.directory, 'settings/erstes.password' ),
				RESTIC_CACHE_DIR: join( machine.directory, 'work/cache' ),
			},
			stdio: [ 'ignore', 'ignore', 'pipe' ],
		} );
		let said = '';
		forget.stderr.on( 'data', ( chunk: Buffer ) => {
			said += chunk.toString();
			// It would ask nine times more, for a minute.
			if ( said.includes( 'retrying' ) ) {
				forget.kill();
			}
		} );
		await new Promise( ( resolve ) => forget.once( 'close', resolve ) );
		assert.match( said, /Remove\(<snapshot\/[^]*403 Forbidden/ );
		// The same of every kind of file that forgetting and pruning takes away, and of writing over it.
		const folder = join( machine.directory, 'repositories/erstes' );
		for ( const file of [
			'config',
			...[ 'snapshots', 'index', 'keys' ].map(
				( kind ) => `${ kind }/${ readdirSync( join( folder, kind ) )[ 0 ] ?? '' }`
			),
			`data/${ basename( packs( 'erstes' )[ 0 ] ?? '' ) }`,
		] ) {
			assert.equal( await status( address + file, '-X', 'DELETE' ), 403, file );
			assert.equal( await status( address + file, '--data-binary', 'x' ), 403, `${ file } is not written over` );
			assert.equal( await status( address + file, '-r', '0-0' ), 206, `${ file } is still there` );
		}
		assert.equal( ( await snapshots() ).length, count + 1, 'nothing is forgotten' );
	} finally {
		server.kill();
	}
} );

/** Files of a repository that hold data, the largest first. */
function packs( name: string ): string[] {
	return readdirSync( join( machine.directory, 'repositories', name, 'data' ), {
		recursive: true,
		withFileTypes: true,
	} )
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.parentPath, entry.name ) )
		.sort( ( a, b ) => statSync( b ).size - statSync( a ).size );
}

test( 'a damaged repository is told, and nothing is changed by it', async () => {
	machine.repository( 'krank' );
	const env = { LERNWELT_BACKUP_REPOSITORIES: 'krank' };
	succeeded( await machine.script( 'backup', [ '--init' ], env ) );
	machine.write( 'public/wp-content/uploads/nur-einmal.bin', randomBytes( 200_000 ).toString( 'hex' ) );
	succeeded( await machine.script( 'backup', [], env ) );
	rmSync( join( machine.uploads, 'nur-einmal.bin' ) );
	succeeded( await machine.script( 'backup', [], env ) );
	const earlier = await rows();

	// A file lost its end. The newest backup does without it: only a drill looks that far.
	const [ largest = '' ] = packs( 'krank' );
	const whole = readFileSync( largest );
	chmodSync( largest, 0o600 );
	truncateSync( largest, 20 );
	refused( await machine.script( 'drill', [], env ), /"krank" is damaged/ );
	writeFileSync( largest, whole );
	succeeded( await machine.script( 'drill', [], env ) );

	// Wrong bytes everywhere. Not missing ones: restic itself would try those for a minute.
	for ( const file of packs( 'krank' ) ) {
		chmodSync( file, 0o600 );
		const wrong = readFileSync( file ).map( ( byte ) => 255 - byte );
		writeFileSync( file, wrong );
	}
	rmSync( join( machine.directory, 'work/cache' ), { recursive: true } );
	rmSync( join( machine.directory, 'calls' ) );
	refused(
		await machine.script( 'restore', [ '--yes' ], env ),
		/"krank" is damaged or refuses: [^]*Nothing was changed\. Try another repository/
	);
	refused( await machine.script( 'drill', [], env ), /"krank" is damaged/ );
	assert.match( machine.read( 'calls' ), /note drill \{"finished_at":"[^"]+","ok":false/ );
	assert.equal( await rows(), earlier );
} );

/** What a server answers. */
async function status( ...args: string[] ): Promise< number > {
	return Number( ( await must( 'curl', [ '-s', '-o', '/dev/null', '-w', '%{http_code}', ...args ] ) ).stdout );
}

function freePort(): Promise< number > {
	return new Promise( ( resolve ) => {
		const server = createServer().listen( 0, '127.0.0.1', () => {
			const address = server.address();
			server.close( () => resolve( typeof address === 'object' && address !== null ? address.port : 0 ) );
		} );
	} );
}

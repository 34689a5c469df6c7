import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../src/lib/http.ts';
import { PORTS } from '../src/lib/ports.ts';
import { issuerOf, NETWORK_CLIENT } from '../src/lib/identity.ts';
import { announced, type Network } from '../src/lib/network.ts';
import { inRoot, VAR } from '../src/lib/paths.ts';
import { portalById } from '../src/lib/portals.ts';
import { type Finished, must, run } from '../src/lib/run.ts';
import { Stack } from '../src/lib/stack.ts';
import { wp } from '../src/lib/wp.ts';

const PORT = PORTS.tooling;
const OTHER_PORT = 18330;

const stack = new Stack( 'tooling' );
const env = { LERNWELT_STACK: stack.name };

function start( ...args: string[] ): Promise< Finished > {
	return run( inRoot( 'bin/start' ), args, { env } );
}

function stop(): Promise< Finished > {
	return run( inRoot( 'bin/stop' ), [], { env } );
}

/** Everything people wrote into the network. */
async function content(): Promise< string > {
	return ( await must( 'php', [ '-d', 'memory_limit=512M', inRoot( 'bin/tests/dump.php' ), stack.databaseFile ] ) )
		.stdout;
}

/** All processes of this machine. */
function processes(): string[] {
	return readdirSync( '/proc' ).filter( ( name ) => /^\d+$/.test( name ) );
}

/** What the system tells about a process; nothing when it ended while we were looking. */
function about( pid: string, file: 'stat' | 'cmdline' ): string {
	try {
		return readFileSync( `/proc/${ pid }/${ file }`, 'utf8' );
	} catch ( error ) {
		assert.match( ( error as NodeJS.ErrnoException ).code ?? '', /^(ENOENT|ESRCH)$/ );
		return '';
	}
}

/** Processes of a group that still run. */
function groupMembers( group: number ): number[] {
	return processes()
		.filter( ( pid ) => {
			const fields = about( pid, 'stat' )
				.replace( /^.*\) /, '' )
				.split( ' ' );
			return Number( fields[ 2 ] ) === group && fields[ 0 ] !== 'Z';
		} )
		.map( Number );
}

/** Web servers of this stack, by their command lines. */
function servers(): number[] {
	return processes()
		.filter( ( pid ) => about( pid, 'cmdline' ).includes( `-t\0${ stack.public }` ) )
		.map( Number );
}

function oneSentence( result: Finished, pattern: RegExp ): void {
	assert.equal( result.code, 1, result.stdout );
	assert.match( result.stderr, /^Error: [^\n]+[.)]\n$/ );
	assert.match( result.stderr, pattern );
}

before( async () => {
	await stop();
	await must( inRoot( 'node_modules/.bin/tsx' ), [
		inRoot( 'bin/src/test/prepare.ts' ),
		stack.name,
		String( PORT ),
		'sqlite',
		'demo',
	] );
} );

after( async () => {
	await stop();
	rmSync( stack.directory, { recursive: true, force: true } );
} );

test( 'a port that is no port, and an option nobody knows', async () => {
	oneSentence( await start( '--port', 'web' ), /"web" is no usable port/ );
	oneSentence( await start( '--port', '80' ), /"80" is no usable port/ );
	assert.equal( ( await start( '--prot', '8080' ) ).code, 1 );
} );

test( 'a port in use', async () => {
	const server = await new Promise< Server >( ( resolve ) => {
		const listening = createServer().listen( PORT, '127.0.0.1', () => resolve( listening ) );
	} );
	try {
		oneSentence( await start( '--detach' ), new RegExp( `Port ${ PORT } is in use by another program` ) );
	} finally {
		await new Promise( ( resolve ) => server.close( resolve ) );
	}
} );

/** Runs work with programs in front of the real ones on the PATH. */
async function withPrograms(
	programs: Readonly< Record< string, string > >,
	work: ( path: string ) => Promise< void >
): Promise< void > {
	const folder = mkdtempSync( join( VAR, 'fake-' ) );
	try {
		for ( const [ name, script ] of Object.entries( programs ) ) {
			writeFileSync( join( folder, name ), `#!/bin/sh\n${ script }\n` );
			chmodSync( join( folder, name ), 0o755 );
		}
		await work( `${ folder }:${ process.env.PATH ?? '' }` );
	} finally {
		rmSync( folder, { recursive: true } );
	}
}

test( "the identity provider's port in use: another --port does not help", async () => {
	const { port } = stack.identity();
	const server = await new Promise< Server >( ( resolve ) => {
		const listening = createServer().listen( port, '127.0.0.1', () => resolve( listening ) );
	} );
	try {
		const pattern = new RegExp( `Port ${ port } is in use .+ whatever the --port` );
		oneSentence( await start( '--detach', '--port', String( OTHER_PORT ) ), pattern );
		assert.equal( stack.state().port, PORT, 'nothing was moved' );
	} finally {
		await new Promise( ( resolve ) => server.close( resolve ) );
	}
} );

test( 'PHP too old', async () => {
	await withPrograms( { php: 'printf 8.1' }, async ( PATH ) => {
		const result = await run( inRoot( 'bin/start' ), [ '--detach' ], { env: { ...env, PATH } } );
		oneSentence( result, /PHP 8\.1 is too old: install PHP 8\.2 or newer/ );
	} );
} );

test( 'an extension is missing and cannot be installed', async () => {
	const php = 'case "$*" in *PHP_MAJOR*) printf 8.2;; *) printf zip;; esac';
	await withPrograms( { php, 'apt-get': 'exit 100' }, async ( PATH ) => {
		const result = await run( inRoot( 'bin/start' ), [ '--detach' ], { env: { ...env, PATH } } );
		oneSentence( result, /apt-get install php8\.2-zip" / );
	} );
} );

/** Runs a script with a copy of bin/src/lib, so that its var/ is not the real one. */
async function inCopy(
	script: string,
	work: ( result: Finished, file: string ) => void,
	archive?: string,
	PATH = process.env.PATH ?? ''
): Promise< void > {
	const folder = mkdtempSync( join( VAR, 'copy-' ) );
	try {
		for ( const name of [ 'bin/src', 'var/downloads' ] ) {
			mkdirSync( join( folder, name ), { recursive: true } );
		}
		await must( 'cp', [ '-r', inRoot( 'bin/src/lib' ), join( folder, 'bin/src/lib' ) ] );
		await must( 'cp', [ inRoot( 'bin/wordpress.json' ), inRoot( 'bin/portals.json' ), join( folder, 'bin' ) ] );
		await must( 'ln', [ '-s', inRoot( 'node_modules' ), join( folder, 'node_modules' ) ] );
		await must( 'cp', [ inRoot( 'package.json' ), folder ] );
		const { package: name, version } = JSON.parse( readFileSync( inRoot( 'bin/wordpress.json' ), 'utf8' ) ) as {
			package: string;
			version: string;
		};
		const file = join( folder, `var/downloads/${ name }-${ version }.tgz` );
		if ( archive !== undefined ) {
			writeFileSync( file, archive );
		}
		writeFileSync( join( folder, 'bin/src/script.ts' ), script );
		work(
			await run( inRoot( 'node_modules/.bin/tsx' ), [ join( folder, 'bin/src/script.ts' ) ], { env: { PATH } } ),
			file
		);
	} finally {
		rmSync( folder, { recursive: true } );
	}
}

const FETCH =
	"import { runMain } from './lib/errors.ts';\nimport { ensureWordPress } from './lib/packages.ts';\nawait runMain( ensureWordPress );\n";

test( 'a wrong checksum: the file is deleted', async () => {
	await inCopy(
		FETCH,
		( result, file ) => {
			oneSentence( result, /checksum of .+ is wrong, so the file was deleted/ );
			assert.equal( existsSync( file ), false );
		},
		'not what it should be'
	);
} );

test( 'a download that fails', async () => {
	await withPrograms( { npm: 'echo "no route to the registry" >&2; exit 1' }, async ( PATH ) => {
		await inCopy(
			FETCH,
			( result ) =>
				oneSentence( result, /Downloading .+ failed \(no route to the registry\): check the network/ ),
			undefined,
			PATH
		);
	} );
} );

test( 'a full disk', async () => {
	await inCopy(
		"import { writeFileSync } from 'node:fs';\nimport { runMain } from './lib/errors.ts';\nawait runMain( async () => writeFileSync( '/dev/full', 'x' ) );\n",
		( result ) => oneSentence( result, /The disk is full: free at least 2 GB/ )
	);
} );

/**
 * The identity provider of the running network: its issuer as printed, announced and discovered, and the web port to
 * which it sends people back.
 */
async function identityOf( printed: string ): Promise< { issuer: string; redirects: number } > {
	const { issuer, people } = announced( stack )?.identityProvider ?? { issuer: '', people: [] };
	assert.ok( printed.includes( issuer ) );
	assert.equal( people.length, 10 );
	const discovery = JSON.parse( ( await get( `${ issuer }/.well-known/openid-configuration` ) ).body ) as {
		issuer: string;
		authorization_endpoint: string;
	};
	assert.equal( discovery.issuer, issuer );
	const ports = [];
	for ( const port of [ PORT, OTHER_PORT ] ) {
		const address = new URL( discovery.authorization_endpoint );
		address.search = new URLSearchParams( {
			response_type: 'code',
			client_id: NETWORK_CLIENT,
			redirect_uri: `http://lernorte.localhost:${ port }/sso/callback`,
			scope: 'openid',
			code_challenge: 'x'.repeat( 43 ),
			code_challenge_method: 'S256',
		} ).toString();
		if ( ( await get( address.href ) ).status === 303 ) {
			ports.push( port );
		}
	}
	assert.equal( ports.length, 1 );
	return { issuer, redirects: ports[ 0 ] ?? 0 };
}

/** Constants of wp-config.php, as WordPress sees them. */
async function constants( variables: Readonly< Record< string, string > > = {} ): Promise< Record< string, unknown > > {
	const code =
		"echo wp_json_encode( array_filter( get_defined_constants( true )['user'], static fn ( $name ) => str_starts_with( $name, 'LERNWELT_' ) || 'WP_ACCESSIBLE_HOSTS' === $name, ARRAY_FILTER_USE_KEY ) );";
	return JSON.parse( ( await wp( stack, [ 'eval', code ], undefined, { env: variables } ) ).stdout ) as Record<
		string,
		unknown
	>;
}

test( 'WordPress knows the identity provider; the environment wins, the secret is in no option', async () => {
	const given = await constants();
	const { port, secret } = stack.identity();
	assert.equal( given.LERNWELT_OIDC_ISSUER, issuerOf( port ) );
	assert.equal( given.LERNWELT_OIDC_CLIENT_ID, NETWORK_CLIENT );
	assert.equal( given.LERNWELT_OIDC_CLIENT_SECRET, secret );
	assert.equal( given.LERNWELT_TRUSTED_PROXIES, '' );
	assert.ok( String( given.WP_ACCESSIBLE_HOSTS ).split( ',' ).includes( '127.0.0.1' ) );
	const changed = await constants( {
		LERNWELT_OIDC_ISSUER: 'https://id.example.org/realms/x',
		LERNWELT_TRUSTED_PROXIES: '10.0.0.0/8',
	} );
	assert.equal( changed.LERNWELT_OIDC_ISSUER, undefined, 'the plugin asks the environment itself' );
	assert.equal( changed.LERNWELT_TRUSTED_PROXIES, '10.0.0.0/8' );
	const hosts = String( changed.WP_ACCESSIBLE_HOSTS ).split( ',' );
	assert.deepEqual( [ hosts.includes( 'id.example.org' ), hosts.includes( '127.0.0.1' ) ], [ true, false ] );
	assert.ok( ! ( await content() ).includes( secret ) );
} );

test( 'a portal that is a client of its own', async () => {
	const file = join( stack.directory, 'config.php' );
	const original = readFileSync( file, 'utf8' );
	const own = {
		portals: {
			'eure-lernwelt': { client_id: 'eigene', client_secret: 'geheim', issuer: 'https://id2.example.org/x' },
		},
	};
	const code = `<?php\n$settings = ( static fn () => require __DIR__ . '/plain.php' )();\n$settings['oidc'] += json_decode( '${ JSON.stringify( own ) }', true );\n$settings['trusted_proxies'] = [ '10.0.0.1', '10.1.0.0/16' ];\nreturn $settings;\n`;
	writeFileSync( join( stack.directory, 'plain.php' ), original );
	writeFileSync( file, code );
	try {
		const given = await constants();
		assert.equal( given.LERNWELT_OIDC_CLIENT_ID, NETWORK_CLIENT );
		assert.equal( given.LERNWELT_OIDC_CLIENT_ID_EURE_LERNWELT, 'eigene' );
		assert.equal( given.LERNWELT_OIDC_CLIENT_SECRET_EURE_LERNWELT, 'geheim' );
		assert.equal( given.LERNWELT_TRUSTED_PROXIES, '10.0.0.1,10.1.0.0/16' );
		assert.ok( String( given.WP_ACCESSIBLE_HOSTS ).split( ',' ).includes( 'id2.example.org' ) );
	} finally {
		writeFileSync( file, original );
		rmSync( join( stack.directory, 'plain.php' ) );
	}
} );

test( 'moving to another port and back leaves the content unchanged', async () => {
	// The first visit fills caches that stay in the database.
	assert.equal( ( await start( '--detach' ) ).code, 0 );
	await stop();
	const earlier = await content();
	const there = await start( '--port', String( OTHER_PORT ), '--detach' );
	assert.equal( there.code, 0, there.stderr );
	const page = await get( `http://lernorte.localhost:${ OTHER_PORT }/` );
	assert.equal( page.status, 200 );
	assert.ok( ! page.body.includes( `:${ PORT }` ), 'no address of the old port is left on the page' );
	assert.deepEqual( await identityOf( there.stdout ), { issuer: issuerOf( PORT + 7 ), redirects: OTHER_PORT } );
	await stop();
	// A guid is an identity, not an address: WordPress wants it to stay.
	const old = ( await content() )
		.replaceAll( /"guid":"[^"]*"/g, '' )
		.split( '\n' )
		.filter( ( line ) => line.includes( `localhost:${ PORT }` ) );
	assert.deepEqual(
		old.map( ( line ) => line.slice( 0, 300 ) ),
		[],
		'no address of the old port is left in the database'
	);

	const back = await start( '--port', String( PORT ), '--detach' );
	assert.equal( back.code, 0, back.stderr );
	assert.deepEqual( await identityOf( back.stdout ), { issuer: issuerOf( PORT + 7 ), redirects: PORT } );
	assert.equal( ( await get( `http://lernorte.localhost:${ PORT }/` ) ).status, 200 );
	await stop();
	const lines = new Set( earlier.split( '\n' ) );
	const changed = ( await content() ).split( '\n' ).filter( ( line ) => ! lines.has( line ) );
	assert.deepEqual(
		changed.map( ( line ) => line.slice( 0, 400 ) ),
		[]
	);
} );

test( 'a second start changes nothing that a person edited', async () => {
	const portal = portalById( 'startchancen' );
	await wp( stack, [ 'option', 'update', 'blogdescription', 'Von Hand geändert' ], portal );
	const page = await wp( stack, [ 'post', 'list', '--post_type=page', '--name=kontakt', '--field=ID' ], portal );
	await wp( stack, [ 'post', 'update', page.stdout.trim(), '--post_title=Auch von Hand' ], portal );
	// The first visit of a portal keeps its tokens; this test is about later ones.
	assert.equal( ( await start( '--detach' ) ).code, 0 );
	await stop();
	const earlier = await content();
	assert.equal( ( await start( '--detach' ) ).code, 0 );
	await stop();
	const lines = new Set( earlier.split( '\n' ) );
	assert.deepEqual(
		( await content() ).split( '\n' ).filter( ( line ) => ! lines.has( line ) ),
		[]
	);
	const { stdout } = await wp( stack, [ 'option', 'get', 'blogdescription' ], portal );
	assert.equal( stdout.trim(), 'Von Hand geändert' );
} );

test( 'new code brings the tables of an older WordPress up to date', async () => {
	const portal = portalById( 'lernorte' );
	await wp( stack, [ 'option', 'update', 'db_version', '60000' ], portal );
	await stack.save( { ...stack.state(), setUp: 'with older code' } );
	assert.equal( ( await start( '--detach' ) ).code, 0 );
	await stop();
	assert.ok( Number( ( await wp( stack, [ 'option', 'get', 'db_version' ], portal ) ).stdout ) > 60000 );
} );

async function untilAnnounced( seconds: number ): Promise< Network > {
	for ( let tries = 0; tries < seconds * 5; tries++ ) {
		const network = announced( stack );
		if ( network !== undefined ) {
			return network;
		}
		await sleep( 200 );
	}
	throw new Error( 'The network was not announced.' );
}

test( 'Ctrl-C ends the servers with all their workers', async () => {
	const child = spawn( inRoot( 'bin/start' ), [], {
		env: { ...process.env, ...env },
		stdio: 'ignore',
		detached: true,
	} );
	const ended = new Promise< number | null >( ( resolve ) => child.once( 'exit', resolve ) );
	const { pids, portals, identityProvider } = await untilAnnounced( 120 );
	assert.ok( groupMembers( pids.web ?? 0 ).length > 2, 'the web server has workers' );
	assert.equal( ( await get( `${ portals.lernorte ?? '' }/` ) ).status, 200 );
	assert.equal( ( await get( `${ identityProvider.issuer }/protocol/openid-connect/certs` ) ).status, 200 );
	// A terminal sends the signal to the whole group.
	process.kill( -( child.pid ?? 0 ), 'SIGINT' );
	await ended;
	assert.deepEqual(
		[ pids.web, pids.mail, pids.identity ].flatMap( ( pid ) => groupMembers( pid ?? 0 ) ),
		[]
	);
	assert.equal( existsSync( stack.networkFile ), false );
} );

test( 'Ctrl-C ends the servers before the portals answer, too', async () => {
	const child = spawn( inRoot( 'bin/start' ), [], {
		env: { ...process.env, ...env },
		stdio: 'ignore',
		detached: true,
	} );
	const ended = new Promise< number | null >( ( resolve ) => child.once( 'exit', resolve ) );
	for ( let tries = 0; tries < 2400 && servers().length === 0; tries++ ) {
		await sleep( 50 );
	}
	assert.equal( announced( stack ), undefined );
	process.kill( -( child.pid ?? 0 ), 'SIGINT' );
	await ended;
	assert.deepEqual( servers(), [] );
} );

test( 'bin/stop spares a stranger that has got the process id', async () => {
	const stranger = spawn( 'sleep', [ '60' ], { detached: true, stdio: 'ignore' } );
	try {
		const pid = stranger.pid ?? 0;
		mkdirSync( join( stack.directory, 'run' ), { recursive: true } );
		writeFileSync(
			stack.networkFile,
			JSON.stringify( { pids: { start: pid, web: pid, mail: pid, identity: pid } } )
		);
		assert.equal( ( await stop() ).code, 0 );
		assert.equal( existsSync( stack.networkFile ), false );
		assert.deepEqual( groupMembers( pid ), [ pid ] );
	} finally {
		stranger.kill();
	}
} );

test( 'a damaged database is told, not overwritten', async () => {
	const damaged = Buffer.from( 'this is no database, and nobody should lose it without being asked'.repeat( 200 ) );
	for ( const suffix of [ '-wal', '-shm' ] ) {
		rmSync( stack.databaseFile + suffix, { force: true } );
	}
	writeFileSync( stack.databaseFile, damaged );
	oneSentence(
		await start( '--detach' ),
		/is damaged: put a backup copy in its place, or start over with \.\/bin\/start --reset/
	);
	assert.deepEqual( readFileSync( stack.databaseFile ), damaged );
} );

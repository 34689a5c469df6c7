/**
 * nginx and php-fpm with the very files of deploy/ and a small script in WordPress's place: who reads from the page
 * cache, what gets into it, what the logs keep.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { request, type RequestOptions } from 'node:https';
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { inRoot } from '../src/lib/paths.ts';
import { startGroup, stopGroups } from '../src/lib/processes.ts';
import { ensureServers, phpFpm } from '../src/lib/production.ts';
import { must } from '../src/lib/run.ts';
import { certificate } from '../src/lib/tls.ts';

const HTTPS = 8660;
const HTTP = 8661;
const STATUS = 8662;
const SECRET = 'a'.repeat( 64 );

const root = mkdtempSync( join( tmpdir(), 'lw-nginx-' ) );
const path = ( ...parts: string[] ): string => join( root, ...parts );
const env = {
	LERNWELT_ROOT: root,
	LERNWELT_PUBLIC: path( 'public' ),
	LERNWELT_CONFIG: path( 'config.php' ),
	LERNWELT_UPLOADS: path( 'public/wp-content/uploads' ),
	LERNWELT_CACHE: path( 'cache' ),
	LERNWELT_RUN: path( 'run' ),
	LERNWELT_LOGS: path( 'logs' ),
	LERNWELT_TMP: path( 'tmp' ),
	LERNWELT_PORTALS: path( 'portals' ),
	LERNWELT_USER: userInfo().username,
	LERNWELT_LISTEN: '127.0.0.1:',
	LERNWELT_HTTP_PORT: String( HTTP ),
	LERNWELT_HTTPS_PORT: String( HTTPS ),
	LERNWELT_STATUS_PORT: String( STATUS ),
	LERNWELT_TLS_CERT: path( 'tls/cert.pem' ),
	LERNWELT_TLS_KEY: path( 'tls/key.pem' ),
	LERNWELT_HSTS: 'max-age=31536000; includeSubDomains',
	LERNWELT_PAGE_CACHE_SECRET: SECRET,
	LERNWELT_PHP_WORKERS: '4',
	LERNWELT_RATE: '1',
	LERNWELT_BURST: '300',
	LERNWELT_CONNECTIONS: '1000',
};

/** Stands in WordPress's place: says what it was asked, counts its runs, keeps what the address says. */
const APP = `<?php
file_put_contents( dirname( __DIR__ ) . '/runs', $_SERVER['REQUEST_METHOD'] . ' ' . $_SERVER['HTTP_HOST'] . $_SERVER['REQUEST_URI'] . "\\n", FILE_APPEND | LOCK_EX );
$flag = dirname( __DIR__ ) . '/flag-';
usleep( is_file( $flag . 'slow' ) ? 300000 : 0 );
if ( is_file( $flag . 'broken' ) ) { http_response_code( 500 ); exit( 'broken' ); }
if ( str_contains( $_SERVER['REQUEST_URI'], 'kept' ) ) { header( 'X-Accel-Expires: 600' ); }
if ( str_contains( $_SERVER['REQUEST_URI'], 'brief' ) ) { header( 'X-Accel-Expires: 1' ); }
if ( str_contains( $_SERVER['REQUEST_URI'], 'cookie' ) ) { header( 'X-Accel-Expires: 600' ); setcookie( 'somebody', '1' ); }
if ( str_contains( $_SERVER['REQUEST_URI'], 'personal' ) ) { header( 'Cache-Control: no-store' ); }
if ( str_contains( $_SERVER['REQUEST_URI'], '/datei' ) ) { header( 'X-Accel-Redirect: /_uploads/sites/2/geheim.txt' ); exit; }
$kept = array_intersect_key( $_SERVER, array_flip( [ 'HTTPS', 'HTTP_HOST', 'HTTP_X_FORWARDED_HOST', 'HTTP_X_FORWARDED_PROTO', 'HTTP_X_FORWARDED_FOR', 'HTTP_X_ORIGINAL_URL', 'HTTP_FORWARDED', 'HTTP_X_REWRITE_URL', 'HTTP_PROXY', 'HTTP_X_LERNWELT_REFRESH', 'QUERY_STRING', 'REQUEST_URI', 'SCRIPT_NAME' ] ) );
header( 'Content-Type: application/json' );
echo json_encode( $kept + [ 'cookie' => $_COOKIE['wordpress_logged_in_x'] ?? '', 'filler' => str_repeat( 'a', 4000 ), 'run' => count( file( dirname( __DIR__ ) . '/runs' ) ) ] );
`;

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

const servers: number[] = [];

function ask(
	address: string,
	headers: Record< string, string > = {},
	method = 'GET',
	host = 'offen.localhost',
	more: { readonly from?: string; readonly body?: string } = {}
): Promise< Answer > {
	return send( request, HTTPS, address, headers, method, host, more );
}

function send(
	by: typeof request | typeof plainRequest,
	port: number,
	address: string,
	headers: Record< string, string >,
	method: string,
	host: string,
	more: { readonly from?: string; readonly body?: string } = {}
): Promise< Answer > {
	const options: RequestOptions = {
		...( more.from === undefined ? {} : { localAddress: more.from } ),
		host: '127.0.0.1',
		port,
		path: address,
		method,
		servername: host,
		rejectUnauthorized: false,
		headers: { Host: host, ...headers },
		agent: false,
	};
	return new Promise( ( resolve, reject ) => {
		const sent = by( options, ( response ) => {
			const chunks: Buffer[] = [];
			response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
			response.on( 'end', () => {
				const bytes = Buffer.concat( chunks );
				const isGzip = response.headers[ 'content-encoding' ] === 'gzip' && bytes.length > 0;
				const body = ( isGzip ? gunzipSync( bytes ) : bytes ).toString();
				resolve( { status: response.statusCode ?? 0, headers: response.headers, body } );
			} );
		} );
		sent.on( 'error', reject );
		sent.end( more.body );
	} );
}

const seen = ( answer: Answer ): Record< string, unknown > => JSON.parse( answer.body ) as Record< string, unknown >;
const runs = (): string[] => readFileSync( path( 'runs' ), 'utf8' ).split( '\n' ).filter( Boolean );
const flag = ( name: string, isSet: boolean ): void =>
	isSet ? writeFileSync( path( `flag-${ name }` ), '' ) : rmSync( path( `flag-${ name }` ), { force: true } );

before( async () => {
	await ensureServers();
	for ( const folder of [
		'run',
		'logs',
		'tmp',
		'public/wp-content/uploads/2026',
		'public/wp-content/uploads/sites/2',
	] ) {
		mkdirSync( path( folder ), { recursive: true } );
	}
	chmodSync( root, 0o755 );
	writeFileSync( path( 'runs' ), '' );
	writeFileSync( path( 'public/index.php' ), APP );
	mkdirSync( path( 'public/wp-content/plugins/eins/build' ), { recursive: true } );
	mkdirSync( path( 'public/wp-includes' ), { recursive: true } );
	const script = 'let a = 1;\n'.repeat( 500 );
	writeFileSync( path( 'public/wp-content/plugins/eins/build/a.js' ), script );
	writeFileSync(
		path( 'public/wp-content/plugins/eins/build/a.js.gz' ),
		execFileSync( 'gzip', [ '-9n' ], { input: script } )
	);
	writeFileSync( path( 'public/wp-content/plugins/eins/src.php' ), '<?php echo 1;' );
	writeFileSync( path( 'public/wp-includes/version.php' ), '<?php echo 1;' );
	for ( const [ name, text ] of [
		[ '2026/bild.svg', '<svg/>' ],
		[ '2026/boese.php', '<?php file_put_contents( "run", "1" );' ],
		[ '2026/boese.php.txt', '<?php' ],
		[ 'sites/2/geheim.txt', 'geheim' ],
	] as const ) {
		writeFileSync( path( 'public/wp-content/uploads', name ), text );
	}
	writeFileSync(
		path( 'portals' ),
		`offen offen.localhost:${ HTTPS } - open\nzu zu.localhost:${ HTTPS } sites/2 closed\n`
	);
	await certificate( path( 'tls' ), [ 'offen.localhost', 'zu.localhost' ] );
	await must( inRoot( 'deploy/bin/render-nginx' ), [ path( 'nginx' ) ], { env } );
	const php = startGroup(
		await phpFpm(),
		[
			...[ '--nodaemonize', '-c', inRoot( 'deploy/php/lernwelt.ini' ) ],
			...[ '--fpm-config', inRoot( 'deploy/php/php-fpm.conf' ) ],
			...( process.getuid?.() === 0 ? [ '--allow-to-run-as-root' ] : [] ),
		],
		path( 'logs/start.log' ),
		{ env }
	);
	const nginx = startGroup( inRoot( 'deploy/bin/serve-nginx' ), [ path( 'nginx' ) ], path( 'logs/start.log' ), {
		env,
	} );
	servers.push( php.pid ?? 0, nginx.pid ?? 0 );
	for ( let tries = 0; ; tries++ ) {
		try {
			assert.equal( ( await ask( '/healthz' ) ).body.trim(), 'ok' );
			return;
		} catch ( error ) {
			if ( tries === 100 ) {
				throw new Error( readFileSync( path( 'logs/start.log' ), 'utf8' ), { cause: error } );
			}
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		}
	}
} );

after( async () => {
	await stopGroups( servers.filter( ( pid ) => pid > 0 ) );
	rmSync( root, { recursive: true, force: true } );
} );

test( 'a page is kept only when WordPress says so, and the second visitor costs no PHP', async () => {
	const count = runs().length;
	assert.equal( ( await ask( '/kept/a/' ) ).headers[ 'x-cache' ], 'MISS' );
	assert.equal( ( await ask( '/kept/a/' ) ).headers[ 'x-cache' ], 'HIT' );
	assert.equal( runs().length, count + 1 );
	await ask( '/other/' );
	assert.equal( ( await ask( '/other/' ) ).headers[ 'x-cache' ], 'MISS' );
	assert.equal( ( await ask( '/kept/personal/' ) ).status, 200 );
} );

test( 'answers with cookies are never kept', async () => {
	await ask( '/cookie/' );
	assert.equal( ( await ask( '/cookie/' ) ).headers[ 'x-cache' ], 'MISS' );
} );

test( 'whoever is logged in, a pupil or behind a password neither reads nor writes copies', async () => {
	for ( const cookie of [
		'wordpress_logged_in_abc=1',
		'a=b; wordpress_sec_abc=1',
		'__Host-lernwelt-pupil=1',
		'lernwelt-pupil=1',
		'wp-postpass_abc=1',
	] ) {
		const address = `/kept/${ encodeURIComponent( cookie ) }/`;
		assert.equal( ( await ask( address, { Cookie: cookie } ) ).headers[ 'x-cache' ], 'BYPASS', cookie );
		assert.equal( ( await ask( address ) ).headers[ 'x-cache' ], 'MISS', cookie );
	}
	assert.equal( ( await ask( '/kept/guest/', { Cookie: 'wordpress_test_cookie=1' } ) ).headers[ 'x-cache' ], 'MISS' );
	assert.equal( ( await ask( '/kept/key/', { Authorization: 'Basic YTpi' } ) ).headers[ 'x-cache' ], 'BYPASS' );
} );

test( 'searches, previews, links with keys, screens and REST are asked from PHP each time', async () => {
	for ( const address of [
		'/?kept&s=Meyer',
		'/kept/?preview=true',
		'/kept/?key=abc',
		'/kept/?_wpnonce=1',
		'/wp-json/kept',
		'/readyz?kept',
		'/metrics?kept',
	] ) {
		await ask( address );
		assert.equal( ( await ask( address ) ).headers[ 'x-cache' ], 'BYPASS', address );
	}
	await ask( '/kept/post/', {}, 'POST' );
	assert.equal( ( await ask( '/kept/post/', {}, 'POST' ) ).headers[ 'x-cache' ], undefined );
	assert.equal( ( await ask( '/kept/post/' ) ).headers[ 'x-cache' ], 'MISS' );
} );

test( 'parameters of advertising are neither part of the name nor of the page', async () => {
	const first = seen( await ask( '/kept/t/?utm_source=a&ort=Halle&fbclid=1&gclid=2&utm_medium=b' ) );
	assert.equal( first.REQUEST_URI, '/kept/t/?ort=Halle' );
	assert.equal( first.QUERY_STRING, 'ort=Halle' );
	assert.equal( ( await ask( '/kept/t/?ort=Halle' ) ).headers[ 'x-cache' ], 'HIT' );
	assert.equal( ( await ask( '/kept/t/?ort=Stendal' ) ).headers[ 'x-cache' ], 'MISS' );
	assert.equal( seen( await ask( '/kept/t2/?fbclid=1' ) ).REQUEST_URI, '/kept/t2/' );
} );

test( 'HEAD is answered from and into the same copy', async () => {
	assert.equal( ( await ask( '/kept/head/', {}, 'HEAD' ) ).headers[ 'x-cache' ], 'MISS' );
	const answer = await ask( '/kept/head/' );
	assert.equal( answer.headers[ 'x-cache' ], 'HIT' );
	assert.equal( seen( answer ).REQUEST_URI, '/kept/head/' );
	assert.match( runs().at( -1 ) ?? '', /^GET / );
} );

test( 'browsers that unpack nothing get the same copy unpacked', async () => {
	const packed = await ask( '/kept/zip/', { 'Accept-Encoding': 'gzip, br' } );
	const plain = await ask( '/kept/zip/' );
	assert.equal( packed.headers[ 'content-encoding' ], 'gzip' );
	assert.equal( plain.headers[ 'content-encoding' ], undefined );
	assert.equal( plain.headers[ 'x-cache' ], 'HIT' );
	assert.equal( plain.body, packed.body );
	assert.match( packed.headers.vary ?? '', /Accept-Encoding/ );
} );

test( 'headers that are not part of the name can change nothing', async () => {
	const answer = await ask( '/kept/poison/', {
		'X-Forwarded-Host': 'evil.example',
		'X-Forwarded-Proto': 'http',
		'X-Forwarded-For': '192.0.2.1',
		Forwarded: 'host=evil.example',
		'X-Original-URL': '/wp-admin/',
		'X-Rewrite-URL': '/wp-admin/',
		Proxy: 'evil.example:80',
		'X-Lernwelt-Refresh': 'guess',
	} );
	assert.equal( answer.headers[ 'x-cache' ], 'MISS' );
	assert.doesNotMatch( answer.body, /evil|192\.0\.2|wp-admin|guess/ );
	assert.equal( seen( answer ).HTTP_HOST, `offen.localhost:${ HTTPS }` );
	assert.equal( seen( answer ).HTTPS, 'on' );
} );

test( 'who knows the secret puts a new copy in the place of the old one', async () => {
	const old = seen( await ask( '/kept/new/' ) ).run;
	const made = await ask( '/kept/new/', { 'X-Lernwelt-Refresh': SECRET } );
	assert.equal( made.headers[ 'x-cache' ], 'BYPASS' );
	assert.notEqual( seen( made ).run, old );
	assert.equal( seen( await ask( '/kept/new/' ) ).run, seen( made ).run );
} );

test( 'a hundred visitors of a page that nobody has yet are one PHP run; after a refresh none waits', async () => {
	flag( 'slow', true );
	const count = runs().length;
	const answers = await Promise.all( Array.from( { length: 100 }, () => ask( '/kept/burst/' ) ) );
	assert.deepEqual( new Set( answers.map( ( { status } ) => status ) ), new Set( [ 200 ] ) );
	assert.equal( runs().length, count + 1 );

	const refreshed = ask( '/kept/burst/', { 'X-Lernwelt-Refresh': SECRET } );
	const meanwhile = await Promise.all( Array.from( { length: 100 }, () => ask( '/kept/burst/' ) ) );
	await refreshed;
	flag( 'slow', false );
	assert.deepEqual( new Set( meanwhile.map( ( { headers } ) => headers[ 'x-cache' ] ) ), new Set( [ 'HIT' ] ) );
	assert.equal( runs().length, count + 2 );
} );

test( 'two portals never share a copy', async () => {
	await ask( '/kept/both/' );
	const other = await ask( '/kept/both/', {}, 'GET', 'zu.localhost' );
	assert.equal( other.headers[ 'x-cache' ], 'MISS' );
	assert.equal( seen( other ).HTTP_HOST, `zu.localhost:${ HTTPS }` );
	assert.ok( existsSync( path( 'cache/pages/offen' ) ) && existsSync( path( 'cache/pages/zu' ) ) );
} );

test( 'copies stay readable while WordPress is broken', async () => {
	await ask( '/brief/' );
	await new Promise( ( resolve ) => setTimeout( resolve, 2100 ) );
	flag( 'broken', true );
	const stale = [ await ask( '/brief/' ), await ask( '/brief/' ) ];
	flag( 'broken', false );
	assert.deepEqual(
		stale.map( ( { status } ) => status ),
		[ 200, 200 ]
	);
	assert.match( String( stale[ 0 ]?.headers[ 'x-cache' ] ), /STALE|UPDATING/ );
} );

test( 'static files carry headers, a life and a packed copy', async () => {
	const answer = await ask( '/wp-content/plugins/eins/build/a.js?ver=1', { 'Accept-Encoding': 'gzip' } );
	assert.equal( answer.status, 200 );
	assert.equal( answer.headers[ 'content-encoding' ], 'gzip' );
	assert.equal( answer.headers[ 'cache-control' ], 'public, max-age=31536000, immutable' );
	const shared = JSON.parse(
		readFileSync( inRoot( 'plugins-src/lernwelt-security/headers.json' ), 'utf8' )
	) as Record< string, string >;
	for ( const own of [
		answer,
		await ask( '/wp-content/nichts.css' ),
		await ask( '/xmlrpc.php' ),
		await ask( '/.git/config' ),
	] ) {
		for ( const [ name, value ] of Object.entries( shared ) ) {
			assert.equal( own.headers[ name.toLowerCase() ], value, name );
		}
		assert.match( String( own.headers[ 'content-security-policy' ] ), /frame-ancestors 'none'/ );
		assert.equal( own.headers[ 'strict-transport-security' ], env.LERNWELT_HSTS );
		assert.equal( own.headers.server, 'nginx' );
	}
} );

test( 'no script but the entrances is run, nothing of the sources is shown', async () => {
	const count = runs().length;
	for ( const [ address, status ] of [
		[ '/wp-content/plugins/eins/src.php', 404 ],
		[ '/wp-includes/version.php', 403 ],
		[ '/wp-cron.php', 403 ],
		[ '/wp-config.php', 403 ],
		[ '/wp-admin/install.php', 403 ],
		[ '/index.php/../wp-config.php', 403 ],
		[ '/wp-includes/version.php/x.css', 403 ],
		[ '/.env', 403 ],
		[ '/a%5cb', 403 ],
	] as const ) {
		assert.equal( ( await ask( address ) ).status, status, address );
	}
	assert.equal( runs().length, count );
} );

test( 'uploads: of this portal from nginx, never run; all others are asked from WordPress', async () => {
	const count = runs().length;
	const drawing = await ask( '/wp-content/uploads/2026/bild.svg' );
	assert.equal( drawing.body, '<svg/>' );
	assert.match( String( drawing.headers[ 'content-security-policy' ] ), /sandbox/ );
	assert.equal(
		( await ask( '/wp-content/uploads/2026/boese.php.txt' ) ).headers[ 'content-type' ],
		'text/plain; charset=utf-8'
	);
	assert.equal( runs().length, count );
	for ( const [ address, host ] of [
		[ '/wp-content/uploads/2026/boese.php', 'offen.localhost' ],
		[ '/wp-content/uploads/sites/2/geheim.txt', 'offen.localhost' ],
		[ '/wp-content/uploads/sites/2/geheim.txt', 'zu.localhost' ],
		[ '/wp-content/uploads/2026/../sites/2/geheim.txt', 'offen.localhost' ],
		[ '//wp-content//uploads/sites/2/geheim.txt', 'offen.localhost' ],
	] as const ) {
		const answer = await ask( address, {}, 'GET', host );
		assert.equal( seen( answer ).SCRIPT_NAME, '/index.php', address );
	}
	assert.equal( ( await ask( '/_uploads/sites/2/geheim.txt' ) ).status, 404 );
	assert.equal( ( await ask( '/datei', {}, 'GET', 'zu.localhost' ) ).body, 'geheim' );
	assert.equal( existsSync( path( 'public/run' ) ), false );
} );

test( 'plain HTTP leads to HTTPS, an unknown host to nothing', async () => {
	const plain = await send( plainRequest, HTTP, '/a?b=c', {}, 'GET', 'offen.localhost' );
	assert.equal( plain.status, 308 );
	assert.equal( plain.headers.location, `https://offen.localhost:${ HTTPS }/a?b=c` );
	assert.equal( ( await ask( '/', {}, 'GET', 'unbekannt.localhost' ) ).status, 421 );
	assert.equal( ( await send( plainRequest, HTTP, '/', {}, 'GET', 'unbekannt.localhost' ) ).status, 421 );
} );

test( 'state is for this machine alone', async () => {
	const metrics = await send( plainRequest, STATUS, '/fpm-status?openmetrics', {}, 'GET', '127.0.0.1' );
	assert.match( metrics.body, /phpfpm_listen_queue/ );
	assert.match(
		( await send( plainRequest, STATUS, '/nginx-status', {}, 'GET', '127.0.0.1' ) ).body,
		/Active connections/
	);
	assert.equal( ( await ask( '/fpm-status' ) ).headers[ 'x-cache' ], 'MISS' );
} );

test( 'logs keep neither whole addresses nor queries', async () => {
	await ask( '/kept/log/?name=Meyer' );
	flag( 'broken', true );
	await ask( '/log/?name=Meyer' );
	flag( 'broken', false );
	await new Promise( ( resolve ) => setTimeout( resolve, 1500 ) );
	const access = readFileSync( path( 'logs/access.log' ), 'utf8' );
	const line = access.split( '\n' ).find( ( text ) => text.includes( '/kept/log/' ) ) ?? '';
	const entry = JSON.parse( line ) as Record< string, unknown >;
	assert.equal( entry.client, '127.0.0.0' );
	assert.equal( entry.portal, 'offen' );
	assert.equal( entry.cache, 'MISS' );
	for ( const log of [ 'access.log', 'nginx-error.log' ] ) {
		const text = existsSync( path( 'logs', log ) ) ? readFileSync( path( 'logs', log ), 'utf8' ) : '';
		assert.doesNotMatch( text, /127\.0\.0\.1|Meyer/, log );
	}
} );

test( 'a line of the error log loses addresses and queries on its way', () => {
	const line =
		'2026/11/22 10:00:00 [error] 12#12: *7 connect() failed, client: 2001:db8:1:2::7, server: a, request: "GET /x?name=Meyer HTTP/2.0", upstream: "fastcgi://x", host: "a\\b", client: 192.0.2.77';
	const out = execFileSync( 'sed', [ '-E', '-f', inRoot( 'deploy/nginx/error-log.sed' ) ], {
		input: `${ line }\nodd "line"\n`,
	} );
	const [ first = '', second = '' ] = out.toString().split( '\n' );
	const entry = JSON.parse( first ) as { time: string; level: string; message: string };
	assert.equal( entry.time, '2026-11-22T10:00:00' );
	assert.equal( entry.level, 'error' );
	assert.match( entry.message, /client: 2001:db8::, .*client: 192\.0\.0\.0$/ );
	assert.doesNotMatch( entry.message, /Meyer|192\.0\.2|1:2::7/ );
	assert.equal( ( JSON.parse( second ) as { message: string } ).message, 'odd "line"' );
} );

test( 'a referrer and quotes smuggle no query past the error log', () => {
	const line =
		'2026/11/22 10:00:00 [error] 12#12: *7 connect() failed, client: 192.0.2.77, server: a, request: "GET /x?a="Meyer"&b="Anna" HTTP/1.1", upstream: "fastcgi://x", host: "a", referrer: "https://a/?name=Anna Meyer"';
	const out = execFileSync( 'sed', [ '-E', '-f', inRoot( 'deploy/nginx/error-log.sed' ) ], { input: `${ line }\n` } );
	const entry = JSON.parse( out.toString() ) as { message: string };
	assert.match( entry.message, /request: "GET \/x HTTP\/1\.1", upstream: "fastcgi:\/\/x", host: "a"$/ );
} );

test( 'nobody but its owner reads the files that hold the secret', () => {
	assert.match( readFileSync( path( 'nginx/cache.conf' ), 'utf8' ), new RegExp( SECRET ) );
	assert.match( statSync( path( 'nginx/cache.conf' ) ).mode.toString( 8 ), /00$/ );
} );

test( 'one page may be asked for without end, ever new queries may not', async () => {
	const many = async ( addresses: readonly string[] ): Promise< number[] > => {
		const all: number[] = [];
		for ( let begin = 0; begin < addresses.length; begin += 8 ) {
			const some = addresses.slice( begin, begin + 8 );
			all.push(
				...(
					await Promise.all(
						some.map( ( one ) => ask( one, {}, 'GET', 'offen.localhost', { from: '127.0.0.2' } ) )
					)
				).map( ( answer ) => answer.status )
			);
		}
		return all;
	};
	const numbers = [ ...Array( 400 ).keys() ];
	assert.ok(
		( await many( numbers.map( () => '/kept/limit/?utm_source=a' ) ) ).every( ( status ) => status === 200 )
	);
	const asked = await many( numbers.map( ( number ) => `/kept/limit/?a=${ number }` ) );
	assert.ok( asked.slice( 0, 250 ).every( ( status ) => status === 200 ) );
	assert.equal( asked.at( -1 ), 429 );
	const refused = await ask( '/kept/limit/?a=b', {}, 'GET', 'offen.localhost', { from: '127.0.0.2' } );
	assert.equal( refused.status, 429 );
	assert.equal( refused.headers[ 'cache-control' ], 'no-store' );
	assert.equal( refused.headers[ 'x-content-type-options' ], 'nosniff' );
	assert.equal( refused.headers[ 'retry-after' ], '10' );
} );

test( 'addresses too long to be found again in the cache are never kept', async () => {
	const long = 'a'.repeat( 2100 );
	for ( const address of [ `/kept/long/?a=${ long }`, `/kept/long/${ long }/` ] ) {
		await ask( address );
		assert.equal( ( await ask( address ) ).headers[ 'x-cache' ], 'BYPASS' );
	}
} );

test( 'what is too large or asked by an unknown method is refused with all headers', async () => {
	const large = await ask( '/', {}, 'POST', 'offen.localhost', { body: 'a'.repeat( 1_200_000 ) } );
	assert.equal( large.status, 413 );
	assert.match( String( large.headers[ 'content-security-policy' ] ), /default-src 'none'/ );
	for ( const method of [ 'PURGE', 'PROPFIND', 'MKCOL' ] ) {
		assert.equal( ( await ask( '/kept/method/', {}, method ) ).status, 405, method );
	}
} );

test( 'a file that is not there yet is not remembered as missing', async () => {
	const missing = await ask( '/wp-content/plugins/eins/build/new.js?ver=2' );
	assert.equal( missing.status, 404 );
	assert.equal( missing.headers[ 'cache-control' ], undefined );
	assert.equal( missing.headers[ 'x-content-type-options' ], 'nosniff' );
} );

// The last one: nobody starts PHP again.
test( 'without PHP copies are given out, and everything else is 503 with a page in German', async () => {
	await ask( '/kept/copy/' );
	await stopGroups( servers.splice( 0, 1 ) );
	assert.equal( ( await ask( '/kept/copy/' ) ).status, 200 );
	for ( const [ address, method ] of [
		[ '/new/', 'GET' ],
		[ '/readyz', 'GET' ],
		[ '/healthz', 'GET' ],
		[ '/wp-json/a', 'POST' ],
	] as const ) {
		const answer = await ask( address, {}, method );
		assert.equal( answer.status, 503, address );
		assert.match( answer.body, /<h1>Gleich wieder da/ );
		assert.equal( answer.headers[ 'retry-after' ], '60' );
		assert.equal( answer.headers[ 'cache-control' ], 'no-store' );
	}
} );

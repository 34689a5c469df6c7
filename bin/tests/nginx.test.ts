/** What deploy/nginx answers itself: files, headers, refusals; and what its logs keep. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { after, before, test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { ask, env, flag, HTTP, HTTPS, path, runs, SECRET, seen, send, start, STATUS, stop } from './nginx-server.ts';

before( start );

after( stop );

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
	const given = await ask( '/datei', {}, 'GET', 'zu.localhost' );
	assert.deepEqual( [ given.body, given.headers.etag ], [ 'geheim', undefined ] );
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

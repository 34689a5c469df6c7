/** The page cache of deploy/nginx: who reads from it, what gets into it, who goes on without WordPress. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { stopGroups } from '../src/lib/processes.ts';
import { ask, flag, HTTPS, path, runs, SECRET, seen, servers, start, stop } from './nginx-server.ts';

before( start );

after( stop );

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

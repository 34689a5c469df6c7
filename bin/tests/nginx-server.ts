/** nginx and php-fpm with the very files of deploy/ and a small script in WordPress's place, for the tests of nginx. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { request, type RequestOptions } from 'node:https';
import { type request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { inRoot } from '../src/lib/paths.ts';
import { startGroup, stopGroups } from '../src/lib/processes.ts';
import { ensureServers, phpFpm } from '../src/lib/production.ts';
import { must } from '../src/lib/run.ts';
import { certificate } from '../src/lib/tls.ts';
import { PORTS } from '../src/lib/ports.ts';

export const HTTPS = PORTS.nginx;
export const HTTP = PORTS.nginx + 1;
export const STATUS = PORTS.nginx + 2;
export const SECRET = 'a'.repeat( 64 );

const root = mkdtempSync( join( tmpdir(), 'lw-nginx-' ) );
export const path = ( ...parts: string[] ): string => join( root, ...parts );
export const env = {
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

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

export const servers: number[] = [];

export function ask(
	address: string,
	headers: Record< string, string > = {},
	method = 'GET',
	host = 'offen.localhost',
	more: { readonly from?: string; readonly body?: string } = {}
): Promise< Answer > {
	return send( request, HTTPS, address, headers, method, host, more );
}

export function send(
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

export const seen = ( answer: Answer ): Record< string, unknown > =>
	JSON.parse( answer.body ) as Record< string, unknown >;
export const runs = (): string[] => readFileSync( path( 'runs' ), 'utf8' ).split( '\n' ).filter( Boolean );
export const flag = ( name: string, isSet: boolean ): void =>
	isSet ? writeFileSync( path( `flag-${ name }` ), '' ) : rmSync( path( `flag-${ name }` ), { force: true } );

/** Starts both and waits for their first answer. */
export async function start(): Promise< void > {
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
			if ( tries === 600 ) {
				throw new Error( readFileSync( path( 'logs/start.log' ), 'utf8' ), { cause: error } );
			}
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		}
	}
}

/** Ends both and takes their folder away. */
export async function stop(): Promise< void > {
	await stopGroups( servers.filter( ( pid ) => pid > 0 ) );
	rmSync( root, { recursive: true, force: true } );
}

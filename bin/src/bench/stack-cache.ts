import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall } from '../lib/apt.ts';
import { get } from '../lib/http.ts';
import { portalList } from '../lib/portals.ts';
import { startGroup, stopGroups } from '../lib/processes.ts';
import { type Environment, startDatabase } from '../lib/production.ts';
import { say } from '../lib/progress.ts';
import { exists, must } from '../lib/run.ts';
import type { Stack } from '../lib/stack.ts';
import { pathOf, TEMPLATES } from '../../../tests/support/templates.ts';
import { type Arrival, atOnce } from './connections.ts';
import { beside, onProductionStack, type Programs } from './stack-running.ts';
import { median, quantile, type Table } from './table.ts';
import { PORTS } from '../lib/ports.ts';

const PORT = PORTS.benchCache;

const STATIC_PORT = PORTS.benchStatic;

const CROWD = 100;

const SECONDS = 10;

const ROUNDS = 5;

const PORTAL = 'lernorte';

const PAGE = '/';

/** Portals that guests may visit. */
const PUBLIC = portalList().portals.filter( ( { guests } ) => guests !== false );

const host = ( portal: string ): string => `${ portal }.localhost`;

interface Page {
	readonly headers: ReadonlyArray< readonly [ name: string, value: string ] >;
	readonly bytes: Buffer;
}

/** A page as it leaves the server: packed, with all its headers. */
function page(
	portal: string,
	path: string,
	more: Readonly< Record< string, string > > = {}
): Promise< Page & { status: number } > {
	return new Promise( ( resolve, reject ) => {
		const options = {
			...{
				host: '127.0.0.1',
				port: PORT,
				path,
				servername: host( portal ),
				rejectUnauthorized: false,
				agent: false as const,
			},
			headers: { Host: `${ host( portal ) }:${ PORT }`, 'Accept-Encoding': 'gzip', ...more },
		};
		request( options, ( response ) => {
			const chunks: Buffer[] = [];
			response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
			response.once( 'end', () => {
				const raw = response.rawHeaders;
				const headers = raw.flatMap( ( name, index ) =>
					index % 2 === 0 ? [ [ name, raw[ index + 1 ] ?? '' ] as const ] : []
				);
				resolve( { status: response.statusCode ?? 0, headers, bytes: Buffer.concat( chunks ) } );
			} );
			response.once( 'error', reject );
		} )
			.once( 'error', reject )
			.end();
	} );
}

/** Requests that workers of php-fpm have answered. */
async function runs(): Promise< number > {
	const { body } = await get( `http://127.0.0.1:${ PORT + 2 }/fpm-status?full` );
	return [ ...body.matchAll( /^requests:\s+(\d+)$/gm ) ].reduce( ( sum, [ , count ] ) => sum + Number( count ), 0 );
}

/**
 * nginx with the stack's certificate, workers and cache of open files, and nothing but one file: the page's bytes with
 * the page's headers.
 */
async function serveStatic( env: Environment, { headers, bytes }: Page ): Promise< number > {
	const folder = join( env.LERNWELT_ROOT ?? '', 'static' );
	await mkdir( folder, { recursive: true } );
	await copyFile( '/etc/nginx/mime.types', join( folder, 'mime.types' ) );
	await writeFile( join( folder, 'page.html.gz' ), bytes );
	const skipped = [
		'server',
		'date',
		'content-type',
		'content-length',
		'content-encoding',
		'connection',
		'transfer-encoding',
		'vary',
	];
	const lines = headers
		.filter( ( [ name ] ) => ! skipped.includes( name.toLowerCase() ) )
		.map( ( [ name, value ] ) => `add_header ${ name } "${ value.replaceAll( '"', '\\"' ) }";` );
	const http = ( await readFile( join( env.LERNWELT_ROOT ?? '', 'nginx', 'nginx.conf' ), 'utf8' ) ).match(
		/^\t(?:server_tokens|sendfile|tcp_nopush|open_file_cache|keepalive|ssl_|reset_timedout).*$/gm
	);
	await writeFile(
		join( folder, 'nginx.conf' ),
		`user ${ env.LERNWELT_USER ?? '' };\nworker_processes auto;\npid ${ folder }/nginx.pid;\nerror_log stderr warn;\nevents { worker_connections 8192; multi_accept on; }\nhttp {\ninclude mime.types;\n${ ( http ?? [] ).join( '\n' ) }\naccess_log off;\nserver {\nlisten 127.0.0.1:${ STATIC_PORT } ssl http2;\nroot ${ folder };\ngzip_vary on;\nlocation / { gzip_static always; ${ lines.join( ' ' ) } }\n}\n}\n`
	);
	const child = startGroup(
		'nginx',
		[ '-c', join( folder, 'nginx.conf' ), '-g', 'daemon off;' ],
		join( folder, 'log' )
	);
	await sleep( 1000 );
	return child.pid ?? 0;
}

interface Load {
	readonly perSecond: number;
	/** Milliseconds. */
	readonly p99: number;
}

async function wrk( port: number, path: string ): Promise< Load > {
	const { stdout } = await must( 'wrk', [
		...[ '-t', '1', '-c', String( CROWD ), '-d', `${ SECONDS }s`, '--latency' ],
		...[ '-H', `Host: ${ host( PORTAL ) }:${ PORT }`, '-H', 'Accept-Encoding: gzip' ],
		`https://127.0.0.1:${ port }${ path }`,
	] );
	if ( /Non-2xx|Socket errors/.test( stdout ) ) {
		throw new Error( stdout );
	}
	const [ , value = '', unit = '' ] = /99%\s+([\d.]+)(us|ms|s)/.exec( stdout ) ?? [];
	const factor = { us: 0.001, ms: 1, s: 1000 }[ unit ] ?? NaN;
	return {
		perSecond: Number( /Requests\/sec:\s+([\d.]+)/.exec( stdout )?.[ 1 ] ?? NaN ),
		p99: Number( value ) * factor,
	};
}

const ms = ( value: number ): string => `${ value.toFixed( value < 10 ? 1 : 0 ) } ms`;

const p95 = ( arrivals: readonly Arrival[] ): string =>
	ms(
		quantile(
			arrivals.map( ( { first } ) => first ),
			0.95
		)
	);

const answered = ( arrivals: readonly Arrival[] ): string =>
	`${ arrivals.filter( ( { status } ) => status === 200 ).length } of ${ arrivals.length } answered`;

async function hits( env: Environment ): Promise< string[][] > {
	await page( PORTAL, PAGE );
	const kept = await page( PORTAL, PAGE );
	if ( kept.status !== 200 ) {
		throw new Error( `The start page answers ${ kept.status }.` );
	}
	const pid = await serveStatic( env, kept );
	try {
		const found: { readonly cache: Load[]; readonly file: Load[] } = { cache: [], file: [] };
		for ( let round = 0; round < ROUNDS; round++ ) {
			found.cache.push( await wrk( PORT, PAGE ) );
			found.file.push( await wrk( STATIC_PORT, '/page.html' ) );
		}
		const [ ours, file ] = [ found.cache, found.file ].map( ( loads ) =>
			median( loads.map( ( { perSecond } ) => perSecond ) )
		);
		const slowest = median( found.cache.map( ( { p99 } ) => p99 ) );
		return [
			[ `cache hit (${ kept.bytes.length } bytes): whole answer, p99`, ms( slowest ), 'first byte ≤ 60 ms' ],
			[
				'cache hit: throughput against the same bytes and headers as a static file',
				`${ ours?.toFixed( 0 ) } : ${ file?.toFixed( 0 ) } /s = ${ ( ( ours ?? NaN ) / ( file ?? NaN ) ).toFixed( 2 ) }`,
				'≥ 0.7',
			],
		];
	} finally {
		await stopGroups( [ pid ].filter( ( one ) => one > 0 ) );
	}
}

/** Everybody wants the same page at the same moment: one that nobody has yet, and one that is being made anew. */
async function bursts( env: Environment ): Promise< string[][] > {
	const cold: string[] = [];
	const purged: string[] = [];
	let ran: number[] = [];
	let refreshed: number[] = [];
	for ( let round = 0; round < 3; round++ ) {
		const path = `/?runde=${ round }-${ Date.now() }`;
		let before = await runs();
		const first = await atOnce( CROWD, PORT, host( PORTAL ), path );
		await sleep( 500 );
		ran = [ ...ran, ( await runs() ) - before ];
		cold.push( `${ p95( first ) }, ${ answered( first ) }` );

		before = await runs();
		const refresh = page( PORTAL, path, { 'X-Lernwelt-Refresh': env.LERNWELT_PAGE_CACHE_SECRET ?? '' } );
		const meanwhile = await atOnce( CROWD, PORT, host( PORTAL ), path );
		await refresh;
		await sleep( 200 );
		refreshed = [ ...refreshed, ( await runs() ) - before ];
		purged.push( `${ p95( meanwhile ) }, ${ answered( meanwhile ) }` );
	}
	return [
		[ `empty cache, ${ CROWD } at once on one address: PHP runs`, ran.join( ', ' ), 'exactly 1' ],
		[ 'the same: first byte, p95', cold.join( '; ' ), '≤ 700 ms, all answered' ],
		[ 'while an edit refreshes the page: PHP runs', refreshed.join( ', ' ), 'exactly 1' ],
		[ 'the same: first byte, p95', purged.join( '; ' ), '≤ 100 ms, all answered' ],
	];
}

async function outage( stack: Stack, { php }: Programs ): Promise< string[][] > {
	const pages = PUBLIC.flatMap( ( { id } ) =>
		TEMPLATES.filter( ( template ) => template !== 'notFound' && template !== 'search' ).map(
			( template ) => [ id, pathOf( id, template ) ] as const
		)
	);
	const good: Array< readonly [ string, string ] > = [];
	for ( const [ id, path ] of pages ) {
		// A copy of an earlier run is renewed in the background.
		for ( let tries = 0; tries < 20; tries++ ) {
			const { status, headers } = await page( id, path );
			const isHit = headers.some( ( [ name, value ] ) => name.toLowerCase() === 'x-cache' && value === 'HIT' );
			if ( status === 200 && isHit ) {
				good.push( [ id, path ] );
				break;
			}
			await sleep( 100 );
		}
	}
	const database = await startDatabase( stack );
	await stopGroups( [ php.pid ?? 0 ] );
	await database.stop();
	const left = await Promise.all( good.map( async ( [ id, path ] ) => ( await page( id, path ) ).status ) );
	await startDatabase( stack );
	return [
		[
			`PHP and MariaDB stopped: cached pages of ${ PUBLIC.length } portals that still answer 200`,
			`${ left.filter( ( status ) => status === 200 ).length } of ${ good.length } (of ${ pages.length } templates)`,
			'all',
		],
	];
}

/** What the page cache does for visitors. */
export async function stackCache(): Promise< Table > {
	if ( ! ( await exists( 'wrk' ) ) ) {
		await aptInstall( [ 'wrk' ], 'load generator' );
	}
	const rows = await onProductionStack( ( stack ) => {
		const wanted = {
			...{ name: 'cached', port: PORT, publicFolder: stack.public, workers: 8 },
			config: join( stack.directory, 'config.php' ),
			addresses: stack.state().port,
			silent: true,
		};
		return beside( stack, wanted, async ( programs ) => {
			const measured = [
				...( await hits( programs.env ) ),
				...( await bursts( programs.env ) ),
				...( await outage( stack, programs ) ),
			];
			measured.forEach( ( row ) => say( `  ${ row.join( '  ' ) }` ) );
			return measured;
		} );
	} );
	return { head: [ '2 cores, 100 connections', 'measured', 'wanted' ], rows };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall } from '../lib/apt.ts';
import { get } from '../lib/http.ts';
import { inRoot } from '../lib/paths.ts';
import { portalById } from '../lib/portals.ts';
import { say } from '../lib/progress.ts';
import { exists, must } from '../lib/run.ts';
import type { Stack } from '../lib/stack.ts';
import { tools } from '../lib/packages.ts';
import { wp } from '../lib/wp.ts';
import { beside, onProductionStack } from './stack-running.ts';
import { type Stock, stockOf } from './stack-stock.ts';
import { median, type Table } from './table.ts';
import { PORTS } from '../lib/ports.ts';

const STOCK_PORT = PORTS.benchStock;

const WORKERS = 8;

const CONNECTIONS = Number( process.env.LERNWELT_BENCH_CONNECTIONS ?? 100 );

/** Seconds of one measurement, and how often both sides take their turn. */
const SECONDS = 15;

const ROUNDS = 3;

interface Page {
	readonly name: string;
	readonly portal: string;
	readonly path: string;
	/** What stock shows where the page is made by a plugin of ours. */
	readonly stock?: string;
	readonly person: boolean;
}

/** A list of ours is compared with an article of stock: on its own page stock shows nothing but the frame. */
const ARTICLE = '/aktuelles/winter-am-lernort/';

const PAGES: readonly Page[] = [
	{ name: 'public: article', portal: 'lernorte', path: ARTICLE, person: false },
	{ name: 'public: start page', portal: 'lernorte', path: '/', person: false },
	{ name: 'teacher: start page of eure-lernwelt', portal: 'eure-lernwelt', path: '/', person: true },
	{ name: 'teacher: article', portal: 'lernorte', path: ARTICLE, person: true },
	{
		name: 'teacher: data view of places, with map',
		portal: 'lernorte',
		path: '/orte/',
		stock: ARTICLE,
		person: true,
	},
	{
		name: 'teacher: Meine Buchungen',
		portal: 'startchancen',
		path: '/meine-buchungen/',
		stock: '/kontakt/',
		person: true,
	},
];

interface Side {
	readonly port: number;
	/** Portal → cookie of a teacher. */
	readonly cookies: ReadonlyMap< string, string >;
}

async function loginOf( command: ( portal: string ) => Promise< string > ): Promise< Map< string, string > > {
	const cookies = new Map< string, string >();
	for ( const portal of new Set( PAGES.filter( ( { person } ) => person ).map( ( page ) => page.portal ) ) ) {
		const cookie = /^COOKIE (\S+)$/m.exec( await command( portal ) )?.[ 1 ];
		if ( cookie === undefined ) {
			throw new Error( `Nobody could be logged in at ${ portal }.` );
		}
		cookies.set( portal, cookie );
	}
	return cookies;
}

const LOGIN = [ 'eval-file', '--use-include', inRoot( 'bin/php/bench-teacher.php' ) ];

function ourLogins( stack: Stack ): Promise< Map< string, string > > {
	return loginOf( async ( portal ) => ( await wp( stack, LOGIN, portalById( portal ) ) ).stdout );
}

function stockLogins( { publicFolder, config }: Stock ): Promise< Map< string, string > > {
	return loginOf( async ( portal ) => {
		const site = [
			`--path=${ publicFolder }`,
			`--url=https://${ portal }.localhost:${ STOCK_PORT }`,
			'--allow-root',
		];
		const env = { LERNWELT_CONFIG: config };
		return ( await must( 'php', [ '-d', 'memory_limit=512M', tools.wpCli, ...site, ...LOGIN ], { env } ) ).stdout;
	} );
}

/** Waits until php-fpm has nothing to do: what a load generator leaves behind when it ends would count against the next. */
async function untilIdle( port: number ): Promise< void > {
	let idle = 0;
	for ( let tries = 0; tries < 600 && idle < 3; tries++ ) {
		const { body } = await get( `http://127.0.0.1:${ port + 2 }/fpm-status` );
		idle = /^active processes:\s+0$/m.test( body ) ? idle + 1 : 0;
		await sleep( 200 );
	}
}

/** Requests a second. */
async function load( { port, cookies }: Side, page: Page, path: string, seconds: number ): Promise< number > {
	// Any cookie that begins so passes by the page cache: every request is a miss.
	const cookie = page.person ? ( cookies.get( page.portal ) ?? '' ) : 'wp-bench=1';
	await untilIdle( port );
	const headers = [ `Host: ${ page.portal }.localhost:${ port }`, `Cookie: ${ cookie }`, 'Accept-Encoding: gzip' ];
	const { stdout } = await must( 'wrk', [
		...[ '-t', '1', '-c', String( CONNECTIONS ), '-d', `${ seconds }s`, '--timeout', '30s' ],
		...headers.flatMap( ( header ) => [ '-H', header ] ),
		`https://127.0.0.1:${ port }${ path }`,
	] );
	if ( /Non-2xx|Socket errors/.test( stdout ) ) {
		throw new Error( `${ page.name } on port ${ port }:\n${ stdout }` );
	}
	return Number( /Requests\/sec:\s+([\d.]+)/.exec( stdout )?.[ 1 ] ?? NaN );
}

async function compare( ours: Side, stock: Side ): Promise< string[][] > {
	const rows: string[][] = [];
	for ( const page of PAGES ) {
		const found: { readonly ours: number[]; readonly stock: number[] } = { ours: [], stock: [] };
		await load( ours, page, page.path, 2 );
		await load( stock, page, page.stock ?? page.path, 2 );
		for ( let round = 0; round < ROUNDS; round++ ) {
			found.ours.push( await load( ours, page, page.path, SECONDS ) );
			found.stock.push( await load( stock, page, page.stock ?? page.path, SECONDS ) );
		}
		const [ a, b ] = [ median( found.ours ), median( found.stock ) ];
		rows.push( [ page.name, a.toFixed( 1 ), b.toFixed( 1 ), ( a / b ).toFixed( 2 ), '≥ 2, goal 3' ] );
		say( `  ${ rows.at( -1 )?.join( '  ' ) ?? '' }` );
	}
	return rows;
}

/** Pages that PHP makes for every request, against stock WordPress on the same servers. */
export async function stackThroughput(): Promise< Table > {
	if ( ! ( await exists( 'wrk' ) ) ) {
		await aptInstall( [ 'wrk' ], 'load generator' );
	}
	const rows = await onProductionStack( async ( stack ) => {
		const stock = await stockOf( stack, STOCK_PORT );
		const wanted = { name: 'stock', port: STOCK_PORT, ...stock, workers: WORKERS };
		return beside( stack, wanted, async () =>
			compare(
				{ port: stack.state().port, cookies: await ourLogins( stack ) },
				{ port: STOCK_PORT, cookies: await stockLogins( stock ) }
			)
		);
	} );
	return {
		head: [
			`${ CONNECTIONS } connections, every request a miss`,
			'lernwelt, requests/s',
			'stock',
			'ratio',
			'wanted',
		],
		rows,
	};
}

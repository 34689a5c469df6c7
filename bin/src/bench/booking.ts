import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { MariaDb } from '../lib/mariadb.ts';
import { inRoot } from '../lib/paths.ts';
import { portalById } from '../lib/portals.ts';
import { step } from '../lib/progress.ts';
import type { Database, Stack } from '../lib/stack.ts';
import { wp } from '../lib/wp.ts';
import { ensureMariaDb } from '../test/setup.ts';
import { timed } from './answer.ts';
import { emptyBenchStack, served } from './stack.ts';
import { median, quantile, type Table } from './table.ts';
import { PORTS } from '../lib/ports.ts';

const PORTAL = portalById( 'startchancen' );

const FEW = { events: 25, dates: 50, bookings: 0 } as const;

const MANY = { events: 400, dates: 2_000, bookings: 50_000 } as const;

/** Measured requests per page. */
const ROUNDS = 40;

/** People who book at the same moment, and how often. */
const BOOKERS = 20;

const RUSHES = 15;

/** Lists that show twenty dates with few and with many, so that printing them costs the same. */
const PAGES = { plain: '', searched: '?suche=fortbildung' } as const;

type PageName = keyof typeof PAGES;

interface Person {
	readonly cookie: string;
	readonly rest: string;
}

interface Found {
	readonly pages: Readonly< Record< PageName, readonly [ number, number ] > >;
	/** Milliseconds of the use case. */
	readonly useCase: readonly number[];
	/** Milliseconds of whole requests. */
	readonly requests: readonly number[];
	readonly statistics: readonly number[];
}

async function evaluated< T >( stack: Stack, file: string, ...args: string[] ): Promise< T > {
	const { stdout } = await wp( stack, [ 'eval-file', '--use-include', inRoot( file ), ...args ], PORTAL );
	return JSON.parse( stdout.slice( stdout.search( /[[{]/ ) ) ) as T;
}

async function filled(
	name: string,
	port: number,
	database: Database,
	size: Readonly< Record< string, number > >
): Promise< Stack > {
	const stack = await emptyBenchStack( { name, port, database } );
	const options = Object.entries( size ).map( ( [ option, value ] ) => `--${ option }=${ value }` );
	await step( `${ name }: writing dates and bookings`, () =>
		wp( stack, [ 'lernwelt', 'booking', 'generate', ...options ], PORTAL )
	);
	const block = /<!-- wp:lernwelt\/data-view .*\/-->/.exec(
		readFileSync( inRoot( 'demo/startchancen/pages/veranstaltungen.html' ), 'utf8' )
	)?.[ 0 ];
	if ( block === undefined ) {
		throw new Error( 'demo/startchancen/pages/veranstaltungen.html has no data view.' );
	}
	const page = [
		'--post_type=page',
		'--post_status=publish',
		'--post_name=veranstaltungen',
		'--post_title=Veranstaltungen',
	];
	await wp( stack, [ 'post', 'create', ...page, `--post_content=${ block }` ], PORTAL );
	return stack;
}

async function compare( few: Stack, many: Stack, query: string ): Promise< readonly [ number, number ] > {
	const times: [ number[], number[] ] = [ [], [] ];
	// One after the other in turns, so that whatever else the machine does hits both alike.
	for ( let round = -5; round < ROUNDS; round++ ) {
		for ( const [ index, stack ] of [ few, many ].entries() ) {
			const answer = await timed( `${ stack.url( PORTAL ) }/veranstaltungen/${ query }` );
			const dates = answer.body.toString( 'utf8' ).match( /id="lw-dv-record-\d+"/g )?.length;
			if ( answer.status !== 200 || dates !== 20 ) {
				throw new Error(
					`/veranstaltungen/${ query } answers ${ answer.status } with ${ dates ?? 'no' } dates.`
				);
			}
			if ( round >= 0 ) {
				times[ index ]?.push( answer.firstByte );
			}
		}
	}
	return [ median( times[ 0 ] ), median( times[ 1 ] ) ];
}

/** Milliseconds until somebody has booked, the whole request. */
function book( stack: Stack, { cookie, rest }: Person, date: number ): Promise< number > {
	const url = new URL( `${ stack.url( PORTAL ) }/wp-json/lernwelt/v1/bookings` );
	const body = JSON.stringify( { date, answers: {} } );
	const headers = {
		...{ Host: url.host, Cookie: cookie, 'X-WP-Nonce': rest },
		...{ 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength( body ) },
	};
	return new Promise( ( resolve, reject ) => {
		const since = performance.now();
		const sent = request(
			{ host: '127.0.0.1', port: url.port, path: url.pathname, method: 'POST', headers },
			( response ) => {
				const chunks: Buffer[] = [];
				response.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
				response.once( 'error', reject );
				response.once( 'end', () => {
					if ( response.statusCode === 201 ) {
						resolve( performance.now() - since );
					} else {
						reject(
							new Error( `${ response.statusCode }: ${ Buffer.concat( chunks ).toString( 'utf8' ) }` )
						);
					}
				} );
			}
		);
		sent.once( 'error', reject );
		sent.end( body );
	} );
}

async function rushes( stack: Stack ): Promise< number[] > {
	const people = String( BOOKERS );
	const made = await evaluated< { readonly dates: readonly number[]; readonly people: readonly Person[] } >(
		...( [ stack, 'tests/support/bookers.php', 'make', people, String( RUSHES + 1 ) ] as const )
	);
	const times: number[] = [];
	for ( const [ round, date ] of made.dates.entries() ) {
		const took = await Promise.all( made.people.map( ( person ) => book( stack, person, date ) ) );
		// In the first everything gets warm.
		times.push( ...( round === 0 ? [] : took ) );
	}
	return times;
}

async function statistics( stack: Stack ): Promise< number[] > {
	const { cookie, rest } = await evaluated< Person >( stack, 'bin/php/bench-booking.php', 'reader' );
	const year = new Date().getUTCFullYear();
	const days = `first=${ year - 2 }-01-01&last=${ year + 2 }-12-31`;
	const address = `${ stack.url( PORTAL ) }/wp-json/lernwelt/v1/booking-statistics?${ days }`;
	const times: number[] = [];
	for ( let round = -3; round < ROUNDS; round++ ) {
		const answer = await timed( address, { Cookie: cookie, 'X-WP-Nonce': rest } );
		const { total } = JSON.parse( answer.body.toString( 'utf8' ) ) as {
			readonly total?: Readonly< Record< 'booked' | 'cancelled', number > >;
		};
		if ( total === undefined || total.booked + total.cancelled < MANY.bookings ) {
			throw new Error( `The statistics answer ${ answer.status } and count ${ JSON.stringify( total ) }.` );
		}
		if ( round >= 0 ) {
			times.push( answer.firstByte );
		}
	}
	return times;
}

async function measure(
	engine: string,
	port: number,
	database: ( name: string ) => Promise< Database >
): Promise< Found > {
	const few = await filled( `bench-dates-few-${ engine }`, port, await database( 'bench_dates_few' ), FEW );
	const many = await filled( `bench-dates-${ engine }`, port + 10, await database( 'bench_dates' ), MANY );
	return served( few, [ PORTAL ], () =>
		served( many, [ PORTAL ], async () => {
			const pages = {
				plain: await compare( few, many, PAGES.plain ),
				searched: await compare( few, many, PAGES.searched ),
			};
			return {
				pages,
				statistics: await statistics( many ),
				useCase: await evaluated< number[] >( many, 'bin/php/bench-booking.php', 'book', '40', '5' ),
				requests: await rushes( many ),
			};
		} )
	);
}

/** Lists, bookings and statistics of 2,000 dates with 50,000 bookings on both databases. */
export async function booking(): Promise< Table > {
	await ensureMariaDb();
	const sqlite = await measure( 'sqlite', PORTS.bench, () => Promise.resolve( { engine: 'sqlite' } ) );
	const server = await MariaDb.start( 'bench-mariadb' );
	try {
		const mariadb = await measure( 'mariadb', PORTS.bench, async ( name ) => ( {
			engine: 'mysql',
			...( await server.database( name, true ) ),
		} ) );
		return table( sqlite, mariadb );
	} finally {
		await server.stop();
	}
}

function table( sqlite: Found, mariadb: Found ): Table {
	const row = ( label: string, limit: string, cell: ( found: Found ) => string ): string[] => [
		...[ label, limit, cell( sqlite ), cell( mariadb ) ],
	];
	const ms = ( value: number ): string => `${ value.toFixed( 0 ) } ms`;
	const page = ( name: PageName ): string[][] => [
		row( `dates, ${ name }: ${ FEW.dates } dates, median`, '–', ( { pages } ) => ms( pages[ name ][ 0 ] ) ),
		row( `dates, ${ name }: ${ MANY.dates } dates, ${ MANY.bookings } bookings, median`, '–', ( { pages } ) =>
			ms( pages[ name ][ 1 ] )
		),
		row( `dates, ${ name }: ratio`, '≤ 2', ( { pages } ) =>
			( pages[ name ][ 1 ] / pages[ name ][ 0 ] ).toFixed( 2 )
		),
	];
	return {
		head: [ 'events', 'limit', 'SQLite', 'MariaDB' ],
		rows: [
			...page( 'plain' ),
			...page( 'searched' ),
			row( 'booking, from permission to commit, median', '≤ 60 ms', ( { useCase } ) => ms( median( useCase ) ) ),
			row( 'booking, from permission to commit, p95', '–', ( { useCase } ) => ms( quantile( useCase, 0.95 ) ) ),
			row( `whole request, ${ BOOKERS } at the same moment, median`, '–', ( { requests } ) =>
				ms( median( requests ) )
			),
			row( `whole request, ${ BOOKERS } at the same moment, p95`, '≤ 400 ms on MariaDB', ( { requests } ) =>
				ms( quantile( requests, 0.95 ) )
			),
			row( `statistics over ${ MANY.bookings } bookings, whole request, median`, '≤ 300 ms', ( found ) =>
				ms( median( found.statistics ) )
			),
		],
	};
}

import { gzipSync } from 'node:zlib';
import { MariaDb } from '../lib/mariadb.ts';
import type { Database, Stack } from '../lib/stack.ts';
import { ensureChromium, ensureMariaDb } from '../test/setup.ts';
import { timed } from './answer.ts';
import { type Import, importPlaces, inventedPlaces, PLACES_PORTAL, placesPage } from './import.ts';
import { untilInteractive } from './map.ts';
import { emptyBenchStack, served } from './stack.ts';
import { median, type Table } from './table.ts';
import { PORTS } from '../lib/ports.ts';

const FEW = 100;

const MANY = 10_000;

/** Measured requests per page. */
const ROUNDS = 40;

/** Pages that show twenty places with few and with many, so that printing them costs the same. */
const PAGES = {
	filtered: '?stufe[]=gymnasium&stufe[]=grundschule',
	searched: '?suche=klassen',
	sorted: '?sortierung=ort&ansicht=tabelle',
} as const;

type PageName = keyof typeof PAGES;

interface Page {
	readonly few: number;
	readonly many: number;
	readonly queries: readonly [ number | null, number | null ];
}

interface Found {
	readonly first: Import;
	readonly again: Import;
	readonly pages: Readonly< Record< PageName, Page > >;
	readonly map: {
		readonly bytes: number;
		readonly milliseconds: number;
		readonly again: number;
		readonly drawn: number;
	};
}

async function filled( name: string, port: number, database: Database, file: ( stack: Stack ) => Promise< string > ) {
	const stack = await emptyBenchStack( { name, port, database } );
	await placesPage( stack );
	return { stack, file: await file( stack ) };
}

async function compare( few: Stack, many: Stack, query: string ): Promise< Page > {
	const times: [ number[], number[] ] = [ [], [] ];
	const queries: [ number | null, number | null ] = [ null, null ];
	// One after the other in turns, so that whatever else the machine does hits both alike.
	for ( let round = -5; round < ROUNDS; round++ ) {
		for ( const [ index, stack ] of [ few, many ].entries() ) {
			const answer = await timed( `${ stack.url( PLACES_PORTAL ) }/orte/${ query }` );
			const cards = answer.body.toString( 'utf8' ).match( /id="lw-dv-record-\d+"/g )?.length;
			if ( answer.status !== 200 || ( cards !== undefined && cards !== 20 ) ) {
				throw new Error( `/orte/${ query } answers ${ answer.status } with ${ cards ?? 'no' } places.` );
			}
			if ( round >= 0 ) {
				times[ index ]?.push( answer.firstByte );
				queries[ index ] = answer.queries;
			}
		}
	}
	if ( queries[ 0 ] === null || queries[ 0 ] !== queries[ 1 ] ) {
		throw new Error(
			`/orte/${ query } takes ${ queries[ 0 ] } and ${ queries[ 1 ] } queries, the same number is wanted.`
		);
	}
	return { few: median( times[ 0 ] ), many: median( times[ 1 ] ), queries };
}

async function map( stack: Stack ): Promise< Found[ 'map' ] > {
	const base = stack.url( PLACES_PORTAL );
	const address = `${ base }/wp-json/lernwelt/v1/data-views/places/points`;
	const first = await timed( address );
	const etag = first.headers.etag ?? '';
	const again = await timed( address, { 'If-None-Match': etag } );
	if ( first.status !== 200 || etag === '' || again.status !== 304 || again.body.length > 0 ) {
		throw new Error(
			`The map's data answer ${ first.status }, then ${ again.status } with ${ again.body.length } bytes.`
		);
	}
	return {
		bytes: gzipSync( first.body, { level: 6 } ).length,
		milliseconds: first.firstByte,
		again: again.firstByte,
		drawn: await untilInteractive( `${ base }/orte/`, MANY ),
	};
}

async function measure(
	engine: string,
	port: number,
	database: ( name: string ) => Promise< Database >
): Promise< Found > {
	const few = await filled( `bench-few-${ engine }`, port, await database( 'bench_few' ), ( stack ) =>
		inventedPlaces( stack, FEW )
	);
	const many = await filled( `bench-many-${ engine }`, PORTS.benchOther, await database( 'bench_many' ), ( stack ) =>
		inventedPlaces( stack, MANY )
	);
	await importPlaces( few.stack, few.file, `${ engine }: importing ${ FEW } places` );
	const first = await importPlaces( many.stack, many.file, `${ engine }: importing ${ MANY } places` );
	const again = await importPlaces( many.stack, many.file, `${ engine }: the same again` );
	return served( few.stack, [ PLACES_PORTAL ], () =>
		served( many.stack, [ PLACES_PORTAL ], async () => {
			const pages: Partial< Record< PageName, Page > > = {};
			for ( const [ name, query ] of Object.entries( PAGES ) as Array< [ PageName, string ] > ) {
				pages[ name ] = await compare( few.stack, many.stack, query );
			}
			return { first, again, pages: pages as Record< PageName, Page >, map: await map( many.stack ) };
		} )
	);
}

/** Import, list and map of 10,000 learning places on both databases. */
export async function places(): Promise< Table > {
	await ensureChromium();
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
		label,
		limit,
		cell( sqlite ),
		cell( mariadb ),
	];
	const seconds = ( value: number ): string => `${ value.toFixed( 1 ) } s`;
	const ms = ( value: number ): string => `${ value.toFixed( 0 ) } ms`;
	const megabytes = ( bytes: number ): string => `${ ( bytes / 2 ** 20 ).toFixed( 0 ) } MB`;
	const page = ( name: PageName ): string[][] => [
		row( `list, ${ name }: ${ FEW } places, median`, '–', ( { pages } ) => ms( pages[ name ].few ) ),
		row( `list, ${ name }: ${ MANY } places, median`, '–', ( { pages } ) => ms( pages[ name ].many ) ),
		row( `list, ${ name }: ratio`, '≤ 2', ( { pages } ) =>
			( pages[ name ].many / pages[ name ].few ).toFixed( 2 )
		),
		row( `list, ${ name }: queries, ${ FEW } and ${ MANY }`, 'the same', ( { pages } ) =>
			pages[ name ].queries.join( ' / ' )
		),
	];
	return {
		head: [ 'learning places', 'limit', 'SQLite', 'MariaDB' ],
		rows: [
			row( `first import of ${ MANY }`, '≤ 60 s / ≤ 20 s', ( { first } ) => seconds( first.seconds ) ),
			row( 'peak memory of it', '≤ 128 MB', ( { first } ) => megabytes( first.bytes ) ),
			row( 'the same import, unchanged', '≤ 6 s', ( { again } ) => seconds( again.seconds ) ),
			row( 'peak memory of it', '≤ 128 MB', ( { again } ) => megabytes( again.bytes ) ),
			...page( 'filtered' ),
			...page( 'searched' ),
			...page( 'sorted' ),
			row(
				`map data of ${ MANY }, gzip 6`,
				'≤ 300 kB',
				( found ) => `${ ( found.map.bytes / 1000 ).toFixed( 0 ) } kB`
			),
			row( 'map data: first byte', '–', ( found ) => ms( found.map.milliseconds ) ),
			row( 'map data: 304 for a known ETag', '–', ( found ) => ms( found.map.again ) ),
			row( "markers usable after the data's arrival", '≤ 1000 ms', ( found ) => ms( found.map.drawn ) ),
		],
	};
}

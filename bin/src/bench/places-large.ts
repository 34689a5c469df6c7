import { MariaDb } from '../lib/mariadb.ts';
import type { Database } from '../lib/stack.ts';
import { ensureMariaDb } from '../test/setup.ts';
import { type Import, importPlaces, inventedPlaces } from './import.ts';
import { emptyBenchStack } from './stack.ts';
import type { Table } from './table.ts';
import { PORTS } from '../lib/ports.ts';

const COUNT = 100_000;

/** More than this, and an import of any size has stopped being one of any size. */
const LIMIT = 128 * 2 ** 20;

async function measure( engine: string, port: number, database: Database ): Promise< readonly [ Import, Import ] > {
	const stack = await emptyBenchStack( { name: `bench-large-${ engine }`, port, database } );
	const file = await inventedPlaces( stack, COUNT );
	const both = [
		await importPlaces( stack, file, `${ engine }: importing ${ COUNT } places` ),
		await importPlaces( stack, file, `${ engine }: the same again` ),
	] as const;
	for ( const { bytes } of both ) {
		if ( bytes > LIMIT ) {
			throw new Error( `${ engine }: the import took ${ bytes } bytes of memory.` );
		}
	}
	return both;
}

/** Memory and time of 100,000 learning places on both databases; takes a quarter of an hour. */
export async function placesLarge(): Promise< Table > {
	await ensureMariaDb();
	const server = await MariaDb.start( 'bench-mariadb' );
	try {
		const mariadb = await measure( 'mariadb', PORTS.bench, {
			engine: 'mysql',
			...( await server.database( 'bench_large', true ) ),
		} );
		const sqlite = await measure( 'sqlite', PORTS.bench, { engine: 'sqlite' } );
		const row = ( label: string, limit: string, cell: ( found: readonly [ Import, Import ] ) => string ) => [
			label,
			limit,
			cell( sqlite ),
			cell( mariadb ),
		];
		const memory = ( { bytes }: Import ): string => `${ ( bytes / 2 ** 20 ).toFixed( 0 ) } MB`;
		const time = ( { seconds }: Import ): string => `${ seconds.toFixed( 0 ) } s`;
		return {
			head: [ 'learning places', 'limit', 'SQLite', 'MariaDB' ],
			rows: [
				row( `first import of ${ COUNT }: peak memory`, '≤ 128 MB', ( [ first ] ) => memory( first ) ),
				row( 'its time', '–', ( [ first ] ) => time( first ) ),
				row( 'the same import, unchanged: peak memory', '≤ 128 MB', ( [ , again ] ) => memory( again ) ),
				row( 'its time', '–', ( [ , again ] ) => time( again ) ),
			],
		};
	} finally {
		await server.stop();
	}
}

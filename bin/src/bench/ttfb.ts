import { request } from 'node:http';
import { pathOf, TEMPLATES } from '../../../tests/support/templates.ts';
import { portalById } from '../lib/portals.ts';
import type { Stack } from '../lib/stack.ts';
import { onBenchStack } from './stack.ts';
import { median, quantile, type Table } from './table.ts';

const PORTAL = 'lernorte';

/** Measured requests per page and theme. */
const ROUNDS = 40;

const STOCK = 'twentytwentyfive';

/** Milliseconds until the first byte of an answer. */
function firstByte( address: string, theme: string ): Promise< number > {
	const url = new URL( address );
	const headers = { Host: url.host, ...( theme === STOCK ? { 'X-Bench-Theme': STOCK } : {} ) };
	return new Promise( ( resolve, reject ) => {
		const since = performance.now();
		const sent = request(
			{ host: '127.0.0.1', port: url.port, path: url.pathname + url.search, headers },
			( response ) => {
				response.once( 'data', () => resolve( performance.now() - since ) );
				response.resume();
				response.once( 'error', reject );
			}
		);
		sent.once( 'error', reject );
		sent.end();
	} );
}

interface Pair {
	readonly page: string;
	readonly ours: readonly number[];
	readonly stock: readonly number[];
}

async function compare( stack: Stack ): Promise< Pair[] > {
	const base = stack.url( portalById( PORTAL ) );
	const pairs: Pair[] = [];
	for ( const page of TEMPLATES ) {
		const address = base + pathOf( PORTAL, page );
		const ours: number[] = [];
		const stock: number[] = [];
		// One after the other in turns, so that whatever else the machine does hits both alike.
		for ( let round = -5; round < ROUNDS; round++ ) {
			const pair = [ await firstByte( address, 'ours' ), await firstByte( address, STOCK ) ] as const;
			if ( round >= 0 ) {
				ours.push( pair[ 0 ] );
				stock.push( pair[ 1 ] );
			}
		}
		pairs.push( { page, ours, stock } );
	}
	return pairs;
}

/** Time to first byte of each template, our theme against Twenty Twenty-Five on the same stack and content. */
export async function ttfb(): Promise< Table > {
	const pairs = await onBenchStack( compare );
	const ms = ( value: number ): string => value.toFixed( 1 );
	return {
		head: [ `${ PORTAL }: template`, 'lernwelt, median ms', 'p95 ms', 'stock, median ms', 'p95 ms', 'ratio' ],
		rows: pairs.map( ( { page, ours, stock } ) => [
			page,
			ms( median( ours ) ),
			ms( quantile( ours, 0.95 ) ),
			ms( median( stock ) ),
			ms( quantile( stock, 0.95 ) ),
			( median( ours ) / median( stock ) ).toFixed( 2 ),
		] ),
	};
}

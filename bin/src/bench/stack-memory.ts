import { readdir, readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { portalList } from '../lib/portals.ts';
import { say } from '../lib/progress.ts';
import type { Stack } from '../lib/stack.ts';
import { pathOf, TEMPLATES } from '../../../tests/support/templates.ts';
import { beside, onProductionStack } from './stack-running.ts';
import type { Table } from './table.ts';
import { PORTS } from '../lib/ports.ts';

const PORT = PORTS.benchOneWorker;

const REQUESTS = Number( process.env.LERNWELT_BENCH_REQUESTS ?? 10_000 );

const MARKS = [ REQUESTS / 10, REQUESTS ] as const;

/** One request that passes by the page cache. */
function visit( agent: Agent, host: string, path: string ): Promise< void > {
	return new Promise( ( resolve, reject ) => {
		const options = {
			...{ agent, host: '127.0.0.1', port: PORT, path, servername: host, rejectUnauthorized: false },
			headers: { Host: host, Cookie: 'wp-bench=1' },
		};
		request( options, ( response ) => {
			response.resume();
			if ( ! [ 200, 404 ].includes( response.statusCode ?? 500 ) ) {
				reject( new Error( `${ host }${ path } answers ${ response.statusCode ?? 0 }.` ) );
			}
			response.once( 'end', resolve );
			response.once( 'error', reject );
		} )
			.once( 'error', reject )
			.end();
	} );
}

/** Kilobytes of a process that it shares with nobody, and all that it sees. */
async function memory( pid: number ): Promise< { readonly own: number; readonly all: number } > {
	const text = await readFile( `/proc/${ pid }/smaps_rollup`, 'utf8' );
	const sum = ( name: string ): number => Number( new RegExp( `^${ name }:\\s+(\\d+) kB`, 'm' ).exec( text )?.[ 1 ] );
	return { own: sum( 'Private_Dirty' ) + sum( 'Private_Clean' ), all: sum( 'Rss' ) };
}

/** Parent of a process, 0 when it has ended. */
function parentOf( pid: string ): Promise< number > {
	return readFile( join( '/proc', pid, 'stat' ), 'utf8' ).then(
		( text ) => Number( text.slice( text.lastIndexOf( ')' ) + 2 ).split( ' ' )[ 1 ] ),
		() => 0
	);
}

/** The one worker below php-fpm's master, which may itself stand below the process we started. */
async function workerOf( started: number ): Promise< number > {
	for ( const entry of ( await readdir( '/proc' ) ).filter( ( name ) => /^\d+$/.test( name ) ) ) {
		const name = await readFile( join( '/proc', entry, 'cmdline' ), 'utf8' ).catch( () => '' );
		const parent = name.startsWith( 'php-fpm: pool' ) ? await parentOf( entry ) : 0;
		if ( parent !== 0 && ( parent === started || ( await parentOf( String( parent ) ) ) === started ) ) {
			return Number( entry );
		}
	}
	throw new Error( 'php-fpm has no worker.' );
}

async function measure( stack: Stack ): Promise< string[][] > {
	const wanted = {
		...{ name: 'one-worker', port: PORT, publicFolder: stack.public, workers: 1 },
		config: join( stack.directory, 'config.php' ),
		addresses: stack.state().port,
	};
	return beside( stack, wanted, async ( { php } ) => {
		const worker = await workerOf( php.pid ?? 0 );
		const pages = portalList()
			.portals.filter( ( { guests } ) => guests !== false )
			.flatMap( ( { id } ) =>
				TEMPLATES.map( ( template ) => ( { host: `${ id }.localhost`, path: pathOf( id, template ) } ) )
			);
		const agent = new Agent( { keepAlive: true, maxSockets: 1 } );
		const rows: string[][] = [];
		const found: Array< { readonly own: number; readonly all: number } > = [];
		let asked = 0;
		for ( const mark of MARKS ) {
			for ( ; asked < mark; asked++ ) {
				const { host, path } = pages[ asked % pages.length ] ?? { host: '', path: '/' };
				await visit( agent, host, path );
			}
			found.push( await memory( worker ) );
			say( `  after ${ mark } requests: ${ JSON.stringify( found.at( -1 ) ) }` );
		}
		agent.destroy();
		if ( ( await workerOf( php.pid ?? 0 ) ) !== worker ) {
			throw new Error( 'The worker was replaced meanwhile.' );
		}
		const mb = ( kilobytes: number ): string => `${ ( kilobytes / 1024 ).toFixed( 1 ) } MB`;
		const [ first, last ] = [ found[ 0 ], found.at( -1 ) ];
		if ( first === undefined || last === undefined ) {
			throw new Error( 'Nothing was measured.' );
		}
		for ( const [ name, key ] of [
			[ 'its own', 'own' ],
			[ 'with what all workers share', 'all' ],
		] as const ) {
			const growth = ( 100 * ( last[ key ] - first[ key ] ) ) / first[ key ];
			rows.push( [ name, mb( first[ key ] ), mb( last[ key ] ), `${ growth.toFixed( 1 ) } %`, '≤ 5 %' ] );
		}
		return rows;
	} );
}

/** Whether a worker of php-fpm grows: all templates of all portals in turns. */
export async function stackMemory(): Promise< Table > {
	return {
		head: [
			'memory of one php-fpm worker',
			...MARKS.map( ( mark ) => `after ${ mark } requests` ),
			'growth',
			'limit',
		],
		rows: await onProductionStack( measure ),
	};
}

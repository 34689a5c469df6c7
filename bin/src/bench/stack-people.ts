import { Agent, request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../lib/paths.ts';
import { portalById } from '../lib/portals.ts';
import { say } from '../lib/progress.ts';
import type { Stack } from '../lib/stack.ts';
import { wp } from '../lib/wp.ts';
import { importPlaces, inventedPlaces, PLACES_PORTAL } from './import.ts';
import { onProductionStack } from './stack-running.ts';
import { median, quantile, type Table } from './table.ts';

const PEOPLE = 100;

/** Milliseconds from one page of a person to the next. */
const PAUSE = 2000;

const SECONDS = 40;

/** Seconds that aren't counted before. */
const WARM = 6;

/** Where people are, a third of them each. */
const PLACES = [
	[ 'eure-lernwelt', '/' ],
	[ 'lernorte', '/orte/' ],
	[ 'startchancen', '/meine-buchungen/' ],
] as const;

const MANY = 10_000;

const ARTICLE = '/aktuelles/winter-am-lernort/';

/** Three filters of the list of places. */
const FILTERED = '/orte/?region[]=harz&fach[]=geschichte&stufe[]=grundschule&stufe[]=gymnasium';

const ROUNDS = 40;

interface Visit {
	readonly status: number;
	/** Milliseconds to the first byte. */
	readonly first: number;
}

function visit( agent: Agent, port: number, portal: string, path: string, cookie: string ): Promise< Visit > {
	const name = `${ portal }.localhost`;
	const start = performance.now();
	return new Promise( ( resolve, reject ) => {
		const options = {
			...{ agent, host: '127.0.0.1', port, path, servername: name, rejectUnauthorized: false },
			headers: { Host: `${ name }:${ port }`, Cookie: cookie, 'Accept-Encoding': 'gzip' },
		};
		request( options, ( response ) => {
			const first = performance.now() - start;
			response.resume();
			response.once( 'end', () => resolve( { status: response.statusCode ?? 0, first } ) );
			response.once( 'error', reject );
		} )
			.once( 'error', reject )
			.end();
	} );
}

/** Cookies of teachers, each with an account of their own. */
async function cookies( stack: Stack, portal: string, count: number ): Promise< string[] > {
	const file = inRoot( 'bin/php/bench-teacher.php' );
	const { stdout } = await wp( stack, [ 'eval-file', '--use-include', file, String( count ) ], portalById( portal ) );
	return [ ...stdout.matchAll( /^COOKIE (\S+)$/gm ) ].map( ( [ , cookie = '' ] ) => cookie );
}

/** Each person with a connection of their own opens a page, reads it, opens the next. */
async function person( port: number, portal: string, path: string, cookie: string, until: number ): Promise< Visit[] > {
	const agent = new Agent( { keepAlive: true, maxSockets: 1 } );
	const visits: Visit[] = [];
	await sleep( Math.random() * PAUSE );
	while ( performance.now() < until ) {
		const next = performance.now() + PAUSE;
		visits.push( await visit( agent, port, portal, path, cookie ) );
		await sleep( Math.max( 0, next - performance.now() ) );
	}
	agent.destroy();
	// The first page of each opens the connection.
	return visits.slice( 1 );
}

async function crowd( stack: Stack ): Promise< string[][] > {
	const { port } = stack.state();
	const people: Array< readonly [ portal: string, path: string, cookie: string ] > = [];
	for ( const [ portal, path ] of PLACES ) {
		const made = await cookies( stack, portal, Math.ceil( PEOPLE / PLACES.length ) );
		people.push( ...made.map( ( cookie ) => [ portal, path, cookie ] as const ) );
	}
	// A stack that has just been started has no code in memory yet.
	await Promise.all(
		people
			.slice( 0, PEOPLE )
			.map( ( [ portal, path, cookie ] ) =>
				person( port, portal, path, cookie, performance.now() + WARM * 1000 )
			)
	);
	const until = performance.now() + SECONDS * 1000;
	const visits = (
		await Promise.all(
			people.slice( 0, PEOPLE ).map( ( [ portal, path, cookie ] ) => person( port, portal, path, cookie, until ) )
		)
	).flat();
	const wrong = visits.filter( ( { status } ) => status !== 200 ).length;
	const times = visits.map( ( { first } ) => first );
	return [
		[
			`${ PEOPLE } people logged in, a page each ${ PAUSE / 1000 } s, for ${ SECONDS } s: first byte, median / p95`,
			`${ median( times ).toFixed( 0 ) } / ${ quantile( times, 0.95 ).toFixed( 0 ) } ms`,
			'p95 ≤ 400 ms',
		],
		[ 'the same: pages, errors', `${ visits.length }, ${ wrong }`, '0 errors' ],
	];
}

async function dataView( stack: Stack ): Promise< string[][] > {
	const { port } = stack.state();
	await importPlaces( stack, await inventedPlaces( stack, MANY ), `Importing ${ MANY } places` );
	const agent = new Agent( { keepAlive: true, maxSockets: 1 } );
	const times: { readonly view: number[]; readonly article: number[] } = { view: [], article: [] };
	for ( let round = -5; round < ROUNDS; round++ ) {
		const view = await visit( agent, port, PLACES_PORTAL.id, FILTERED, 'wp-bench=1' );
		const article = await visit( agent, port, PLACES_PORTAL.id, ARTICLE, 'wp-bench=1' );
		if ( view.status !== 200 || article.status !== 200 ) {
			throw new Error( `The list answers ${ view.status }, the article ${ article.status }.` );
		}
		if ( round >= 0 ) {
			times.view.push( view.first );
			times.article.push( article.first );
		}
	}
	agent.destroy();
	const [ view, article ] = [ median( times.view ), median( times.article ) ];
	return [
		[
			`data view with ${ MANY } places, three filters, against an article, uncached`,
			`${ view.toFixed( 0 ) } : ${ article.toFixed( 0 ) } ms = ${ ( view / article ).toFixed( 2 ) }`,
			'≤ 2',
		],
	];
}

/** People who are logged in, and a long list. */
export async function stackPeople(): Promise< Table > {
	const rows = await onProductionStack( async ( stack ) => [
		...( await crowd( stack ) ),
		...( await dataView( stack ) ),
	] );
	rows.forEach( ( row ) => say( `  ${ row.join( '  ' ) }` ) );
	return { head: [ '2 cores', 'measured', 'wanted' ], rows };
}

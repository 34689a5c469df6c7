/**
 * ./bin/bench – measures, prints tables and keeps them in docs/benchmarks.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { booking } from './bench/booking.ts';
import { login } from './bench/login.ts';
import { places } from './bench/places.ts';
import { placesLarge } from './bench/places-large.ts';
import { stackCache } from './bench/stack-cache.ts';
import { stackMemory } from './bench/stack-memory.ts';
import { stackPeople } from './bench/stack-people.ts';
import { stackThroughput } from './bench/stack-throughput.ts';
import { print, type Table } from './bench/table.ts';
import { ttfb } from './bench/ttfb.ts';
import { weight } from './bench/weight.ts';
import { runMain, UserError } from './lib/errors.ts';
import { inRoot } from './lib/paths.ts';
import { say } from './lib/progress.ts';
import { must } from './lib/run.ts';

interface Bench {
	readonly title: string;
	readonly about: string;
	readonly measure: () => Promise< Table >;
}

const BENCHES: Readonly< Record< string, Bench > > = {
	weight: {
		title: 'Weight of every template',
		about: 'Phone of 360 px, empty cache. Bytes: each body gzipped at level 6 and added up, without pictures that editors uploaded. Own JS: scripts of our plugins and theme, inline ones included. Queries: of the document, without page cache.',
		measure: weight,
	},
	ttfb: {
		title: 'Time to first byte',
		about: "Our theme and Twenty Twenty-Five with the same content and plugins, in turns, PHP's own web server, SQLite, no page cache.",
		measure: ttfb,
	},
	places: {
		title: 'Ten thousand learning places',
		about: "Invented places in the format of the shipped list. Imports: a process of wp-cli each, its start included; memory is PHP's peak with wp-cli and WordPress. Lists: time to first byte of /orte/ with twenty places, in turns with 100 and 10,000 places, PHP's own web server, no page cache. Markers: from the last byte of the data to the first picture with markers, Chromium, empty cache, median of 5.",
		measure: places,
	},
	'places-large': {
		title: 'A hundred thousand learning places',
		about: "The same import with ten times as many places, for its memory: PHP's peak with wp-cli and WordPress.",
		measure: placesLarge,
	},
	login: {
		title: 'Login and pages of people who are logged in',
		about: "The callback of a login with the demo identity provider on the same machine, whose two answers (tokens, userinfo) are part of the time. Pages: time to first byte and queries, in turns with a guest's, PHP's own web server, SQLite, no page cache.",
		measure: login,
	},
	booking: {
		title: 'Two thousand dates, fifty thousand bookings',
		about: "Invented dates and bookings. Lists: time to first byte of /veranstaltungen/ with twenty dates, in turns with 50 dates without bookings. Booking: the use case in one process, 200 times, its mail queued; then whole requests of 20 people who want the same date at the same moment, 15 times. Statistics: time to first byte of the answer over five years. PHP's own web server, no page cache.",
		measure: booking,
	},
	'stack-throughput': {
		title: 'Production stack: pages that PHP makes',
		about: 'The stack of ./bin/stack with demo content, and beside it stock WordPress of the same version: Twenty Twenty-Five, a copy of the same database, none of our plugins, no object cache (WordPress brings none), the same configuration of nginx, php-fpm and MariaDB. wrk with one thread, TLS, in turns, medians of three runs of 15 seconds. No request is answered from the page cache. Stock knows no data view and no bookings: those are compared with the stock page named so that stock has as much to do: an article, the contact page.',
		measure: stackThroughput,
	},
	'stack-cache': {
		title: 'Production stack: page cache',
		about: 'Start page of one portal, TLS, everything on this machine: who asks needs its share of the cores. Throughput: wrk with one thread, in turns, medians of five runs of 10 seconds; the static file is served by an nginx with the same settings; neither writes an access log. With the log of production, a line of JSON for each request, the ratio was 0.62 to 0.77. All at once: connections are open before the requests go out.',
		measure: stackCache,
	},
	'stack-people': {
		title: 'Production stack: people who are logged in, a long list',
		about: "A hundred teachers with accounts, sessions and connections of their own, a third each on the start page of eure-lernwelt, the data view of places and „Meine Buchungen“. Then the data view with ten thousand invented places and an article in turns, past the page cache, medians of 40. The last of the stack's benches, for it leaves the places behind.",
		measure: stackPeople,
	},
	'stack-memory': {
		title: 'Production stack: memory of a php-fpm worker',
		about: 'One worker, all templates of all open portals in turns, past the page cache.',
		measure: stackMemory,
	},
};

const FILE = inRoot( 'docs/benchmarks.md' );

const HELP = `Usage: ./bin/bench [NAME] [--write]

${ Object.entries( BENCHES )
	.map( ( [ name, { title } ] ) => `  ${ name.padEnd( 14 ) }${ title }` )
	.join( '\n' ) }

Without a name all are measured; "stack" means all that begin with it. --write keeps the tables in docs/benchmarks.md.
`;

async function machine(): Promise< string > {
	const { stdout } = await must( 'php', [ '-r', 'echo PHP_VERSION;' ] );
	return `${ cpus().length } cores (${ cpus()[ 0 ]?.model.trim() ?? 'unknown' }), PHP ${ stdout }, Node ${ process.versions.node }`;
}

/** Replaces one bench's section and leaves the others as they are. */
async function keep( name: string, { title, about }: Bench, table: Table ): Promise< void > {
	const section = `## ${ title }\n\n\`./bin/bench ${ name } --write\`, ${ new Date().toISOString().slice( 0, 10 ) }, ${ await machine() }.\n\n${ about }\n\n${ print( table ) }\n`;
	const old = existsSync( FILE )
		? readFileSync( FILE, 'utf8' )
		: '# Benchmarks\n\nMeasured, never estimated. Each section names the command that made it.\n';
	const sections = old.split( /\n(?=## )/ );
	const index = sections.findIndex( ( text ) => text.startsWith( `## ${ title }\n` ) );
	sections.splice( index === -1 ? sections.length : index, index === -1 ? 0 : 1, section );
	await mkdir( inRoot( 'docs' ), { recursive: true } );
	await writeFile( FILE, `${ sections.map( ( text ) => text.trimEnd() ).join( '\n\n' ) }\n` );
}

await runMain( async () => {
	const { values, positionals } = parseArgs( {
		options: {
			write: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
		allowPositionals: true,
	} );
	if ( values.help ) {
		say( HELP );
		return;
	}
	const wanted = ( name: string ): boolean =>
		positionals.length === 0 || positionals.some( ( given ) => name === given || name.startsWith( `${ given }-` ) );
	const unknown = positionals.find(
		( given ) => ! Object.keys( BENCHES ).some( ( name ) => name === given || name.startsWith( `${ given }-` ) )
	);
	if ( unknown !== undefined ) {
		throw new UserError( `There is no benchmark "${ unknown }": use ${ Object.keys( BENCHES ).join( ' or ' ) }.` );
	}
	const load = loadavg()[ 0 ] ?? 0;
	if ( load > cpus().length ) {
		say(
			`This machine is busy (load ${ load.toFixed( 1 ) } on ${ cpus().length } cores): times will be too long, ratios and bytes stay right.`
		);
	}
	for ( const [ name, bench ] of Object.entries( BENCHES ) ) {
		if ( ! wanted( name ) ) {
			continue;
		}
		const table = await bench.measure();
		say( `\n${ bench.title }\n${ bench.about }\n\n${ print( table ) }\n` );
		if ( values.write ) {
			await keep( name, bench, table );
		}
	}
} );

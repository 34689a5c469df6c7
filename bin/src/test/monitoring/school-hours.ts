import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../lib/paths.ts';
import { run } from '../../lib/run.ts';
import type { Check } from '../part.ts';
import { recorded } from './rules.ts';

const YEARS = [ 2026, 2040 ] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const berlin = new Intl.DateTimeFormat( 'en-GB', {
	timeZone: 'Europe/Berlin',
	weekday: 'short',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	hourCycle: 'h23',
} );

/** What a German clock shows, from the system's own database of time zones. */
function local( instant: number ): { readonly hour: number; readonly weekday: string; readonly month: string } {
	const parts = new Map( berlin.formatToParts( instant ).map( ( { type, value } ) => [ type, value ] as const ) );
	return {
		hour: Number( parts.get( 'hour' ) ),
		weekday: parts.get( 'weekday' ) ?? '',
		month: `${ parts.get( 'year' ) ?? '' }${ parts.get( 'month' ) ?? '' }`,
	};
}

function schoolHours( instant: number ): 0 | 1 {
	const { hour, weekday } = local( instant );
	return hour >= 7 && hour < 18 && weekday !== 'Sat' && weekday !== 'Sun' ? 1 : 0;
}

/** Moments at which the clocks change, found by looking at them day by day. */
function changes(): number[] {
	const offset = ( instant: number ): number =>
		( local( instant ).hour - new Date( instant ).getUTCHours() + 24 ) % 24;
	const found: number[] = [];
	for ( let day = Date.UTC( YEARS[ 0 ], 0, 1 ); day < Date.UTC( YEARS[ 1 ], 0, 1 ); day += DAY ) {
		if ( offset( day ) !== offset( day + DAY ) ) {
			let hour = day;
			while ( offset( hour ) === offset( hour + HOUR ) ) {
				hour += HOUR;
			}
			found.push( hour + HOUR );
		}
	}
	return found;
}

/** Around each change: the minute before and after it, and both ends of school on the days about it. */
function moments(): number[] {
	return changes().flatMap( ( change ) => [
		...[ -1, 0, 1 ].map( ( minute ) => change + minute * MINUTE ),
		...[ -2, -1, 0, 1, 4, 5 ].flatMap( ( day ) =>
			[ 5, 6, 16, 17 ].flatMap( ( hour ) =>
				[ -1, 0 ].map( ( minute ) => change - HOUR + day * DAY + hour * HOUR + minute * MINUTE )
			)
		),
		// The end of the month is a local one.
		...[ 21, 22, 23, 24 ].map(
			( hour ) =>
				Date.UTC( new Date( change ).getUTCFullYear(), new Date( change ).getUTCMonth() + 1, 0 ) + hour * HOUR
		),
	] );
}

/** The rule with everything it refers to put in, so that it can be asked about any moment. */
function whole( name: string ): string {
	const rules = new Map( recorded().map( ( rule ) => [ rule.name, rule.expression ] as const ) );
	let text = rules.get( name ) ?? '';
	for ( let depth = 0; depth < 4; depth++ ) {
		text = text.replace( /lernwelt:[a-z_]+/g, ( reference ) => `(${ rules.get( reference ) ?? reference })` );
	}
	return text.replace( /\s+/g, ' ' );
}

/**
 * School hours by PromQL against the time zone database: both sides of every change of the clocks for years.
 *
 * @param folder Scratch folder.
 */
export async function schoolHourChecks( folder: string ): Promise< Check[] > {
	const hours = JSON.stringify( whole( 'lernwelt:school_hours' ) );
	const month = JSON.stringify( whole( 'lernwelt:month' ) );
	const all = moments();
	const sums = all.reduce( ( sum, instant ) => sum + schoolHours( instant ), 0 );
	const cases = all.flatMap( ( instant ) => {
		const at = `        eval_time: ${ instant / MINUTE }m\n        exp_samples:\n`;
		return [
			`      - expr: ${ hours }\n${ at }          - { labels: '{}', value: ${ schoolHours( instant ) } }`,
			`      - expr: ${ month }\n${ at }          - { labels: '{month="${ local( instant ).month }"}', value: 1 }`,
		];
	} );
	const file = join( folder, 'school-hours.yml' );
	await writeFile(
		file,
		[
			`rule_files: [ '${ inRoot( 'deploy/monitoring/rules/school-hours.yml' ) }' ]`,
			'evaluation_interval: 5000d',
			'tests:',
			'  - interval: 5000d',
			'    promql_expr_test:',
			...cases,
			'',
		].join( '\n' )
	);
	const { code, stdout, stderr } = await run( 'promtool', [ 'test', 'rules', file ] );
	return [
		{
			name: `school hours and months agree with the time zone database at ${ all.length } moments around the changes`,
			problems: [
				...( code === 0 ? [] : `${ stdout }\n${ stderr }`.trim().split( '\n' ).slice( 0, 20 ) ),
				...( sums > 100 && sums < all.length - 100
					? []
					: [ `only ${ sums } of the moments are in school hours` ] ),
			],
		},
	];
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../lib/progress.ts';
import { wp } from '../lib/wp.ts';
import { reply } from './client.ts';
import { type Books, compared, dateRows, isGerman } from './counting.ts';
import type { Fault, Finding, Setting } from './fault.ts';
import { Period, PORTAL } from './load.ts';
import { logged, ruleOf, type Sample, sample } from './sensors.ts';

/** Longest wait for a good answer after the cause is gone. */
const RECOVERY_SECONDS = 60;

/** What one fault did. */
export interface Result {
	readonly title: string;
	readonly cached: string;
	readonly own: string;
	readonly bookings: string;
	readonly recovery: string;
	readonly alarm: string;
	readonly findings: readonly Finding[];
	readonly verdict: 'pass' | 'fail' | 'not tried';
	/** Why it failed. */
	readonly reasons: readonly string[];
}

const NOTHING = { cached: '–', own: '–', bookings: '–', recovery: '–', alarm: '–' };

async function isGood( { stack, load }: Setting ): Promise< boolean > {
	const { status, headers, body } = await reply( `${ stack.url( PORTAL ) }/veranstaltungen/`, {
		headers: { Cookie: load.person.cookie },
		timeout: 10_000,
	} );
	return status === 200 && isGerman( String( headers[ 'content-type' ] ), body );
}

/** Seconds until a page that only PHP and the database can make is there again. */
async function recovered( setting: Setting ): Promise< number | undefined > {
	const since = performance.now();
	while ( performance.now() - since < RECOVERY_SECONDS * 1000 ) {
		if ( await isGood( setting ) ) {
			return ( performance.now() - since ) / 1000;
		}
		await sleep( 200 );
	}
	return undefined;
}

let prefix: string | undefined;

async function books( { stack, load, database }: Setting ): Promise< Books > {
	const told = new Map( load.confirmed );
	prefix ??= ( await wp( stack, [ 'db', 'prefix' ], PORTAL ) ).stdout.trim();
	const dates = load.dates.join( ',' );
	const text = await database.query(
		`SELECT d.id, d.capacity, d.booked, b.number FROM lernwelt.${ prefix }lw_event_dates d LEFT JOIN lernwelt.${ prefix }lw_bookings b ON b.date_id = d.id AND b.slot = 0 WHERE d.id IN (${ dates })`
	);
	return compared( told, dateRows( text ) );
}

/** Looks once a second for as long as the work takes. */
async function watched( setting: Setting, work: () => Promise< void > ): Promise< Sample[] > {
	const samples: Sample[] = [];
	let isDone = false;
	const looking = ( async () => {
		while ( ! isDone ) {
			samples.push( await sample( setting.stack ) );
			await sleep( 1000 );
		}
	} )();
	try {
		await work();
	} finally {
		isDone = true;
		await looking;
	}
	return samples;
}

/**
 * Tries one fault under load.
 *
 * @param setting What it works on.
 * @param fault   The fault.
 */
export async function tried( setting: Setting, fault: Fault ): Promise< Result > {
	const obstacle = await fault.impossible?.( setting );
	if ( obstacle !== undefined ) {
		const none = { cached: '–', own: '–', bookings: '–', recovery: '–', alarm: '–' };
		return {
			title: fault.title,
			...none,
			findings: [ { ok: true, text: obstacle } ],
			verdict: 'not tried',
			reasons: [],
		};
	}
	say( `${ fault.title } …` );
	try {
		await fault.prepare?.( setting );
		if ( ( await recovered( setting ) ) === undefined ) {
			throw new Error( 'The portal does not answer before the fault.' );
		}
		await sleep( 2000 );
		return await during( setting, fault );
	} catch ( error ) {
		// The others are tried nevertheless.
		const reason = ( error as Error ).message.split( '\n' )[ 0 ] ?? '';
		return {
			title: fault.title,
			...NOTHING,
			findings: [],
			verdict: 'fail',
			reasons: [ `could not be tried to its end: ${ reason }` ],
		};
	} finally {
		await fault.cleanUp?.( setting );
	}
}

async function during( setting: Setting, fault: Fault ): Promise< Result > {
	const before = await sample( setting.stack );
	const log = join( setting.env.LERNWELT_LOGS ?? '', 'access.log' );
	const from = statSync( log ).size;
	const period = new Period();
	setting.load.period = period;
	const findings: Finding[] = [];
	let seconds: number | undefined;
	const samples = await watched( setting, async () => {
		let isBegun = false;
		try {
			await fault.begin( setting );
			isBegun = true;
			const [ found ] = await Promise.all( [ fault.during?.( setting ) ?? [], sleep( fault.seconds * 1000 ) ] );
			findings.push( ...found );
		} finally {
			if ( isBegun ) {
				await fault.end( setting );
			}
		}
		seconds = await recovered( setting );
	} );
	await sleep( 2000 );
	setting.load.period = new Period();
	const counted = logged( log, from );
	findings.push( ...( ( await fault.after?.( setting, period ) ) ?? [] ) );
	const alarms = fault.alarms.map( ( alarm ) => {
		const rule = ruleOf( alarm );
		const shown = alarm.shows( before, samples, counted );
		return 'problem' in rule
			? { ok: false, text: rule.problem }
			: {
					ok: shown !== undefined,
					text: `${ alarm.rule } (${ rule.after }): ${ shown ?? 'nothing changed' }`,
				};
	} );
	return judged( fault, period, { findings, alarms, seconds, books: await books( setting ) } );
}

interface Facts {
	readonly findings: readonly Finding[];
	readonly alarms: readonly Finding[];
	readonly seconds: number | undefined;
	readonly books: Books;
}

/**
 * The row of a fault.
 *
 * @param fault  Fault.
 * @param period What clients heard.
 * @param facts  What was found besides.
 */
export function judged( fault: Pick< Fault, 'title' | 'mayFail' >, period: Period, facts: Facts ): Result {
	const { lost, oversold, miscounted } = facts.books;
	const reasons = [
		...( period.cached.failed > 0 ? [ `${ period.cached.failed } answers of cached pages failed` ] : [] ),
		...( period.cached.total === 0 ? [ 'nobody asked for cached pages' ] : [] ),
		...( ! fault.mayFail && period.own.failed + period.booking.failed > 0 ? [ 'pages failed that need not' ] : [] ),
		...( period.own.unreadable > 0 ? [ `${ period.own.unreadable } error pages were not in German` ] : [] ),
		...( lost.length > 0 ? [ `lost: ${ lost.join( ', ' ) }` ] : [] ),
		...( oversold.length > 0 ? [ `oversold dates: ${ oversold.join( ', ' ) }` ] : [] ),
		...( miscounted.length > 0 ? [ `counters that differ: ${ miscounted.join( ', ' ) }` ] : [] ),
		...( facts.seconds === undefined ? [ 'did not recover by itself' ] : [] ),
		...[ ...facts.alarms, ...facts.findings ].filter( ( { ok } ) => ! ok ).map( ( { text } ) => text ),
	];
	return {
		title: fault.title,
		cached: String( period.cached ),
		own: String( period.own ),
		bookings: `${ period.booking }; ${ period.confirmed.size } confirmed, ${ lost.length } lost, ${ oversold.length } oversold`,
		recovery:
			facts.seconds === undefined ? `not within ${ RECOVERY_SECONDS } s` : `${ facts.seconds.toFixed( 1 ) } s`,
		alarm: facts.alarms.length === 0 ? 'none needed' : facts.alarms.map( ( { text } ) => text ).join( '; ' ),
		findings: facts.findings,
		verdict: reasons.length === 0 ? 'pass' : 'fail',
		reasons,
	};
}

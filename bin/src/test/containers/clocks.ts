import { readdirSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { textOf } from './manifests.ts';
import type { Rule } from './pods.ts';
import { textAt } from './tree.ts';

/** Tasks of a server, what they are called in the cluster, and how the scheduler of compose.yaml says it. */
const TASKS = [
	{ timer: 'deploy/systemd/lernwelt-cron.timer', job: /^cron-/, line: '' },
	{ timer: 'deploy/systemd/lernwelt-retention.timer', job: /^retention$/, line: '$hour:$minute == HH:MM' },
	{ timer: 'deploy/systemd/lernwelt-verify.timer', job: /^verify$/, line: '$hour:$minute == HH:MM' },
	{ timer: 'deploy/backup/systemd/lernwelt-backup.timer', job: /^backup$/, line: '$hour:$minute == HH:MM' },
	{ timer: 'deploy/backup/systemd/lernwelt-binlog.timer', job: /^ship-binlog$/, line: '10#$minute % 5 == 0' },
	{ timer: 'deploy/backup/systemd/lernwelt-drill.timer', job: /^drill$/, line: '$day:$hour:$minute == 7:HH:MM' },
] as const;

/** Timers that containers do without, and why. */
const NOT_HERE: Readonly< Record< string, string > > = {
	'deploy/logs/lernwelt-logs.timer': 'whoever runs the containers collects and forgets their logs',
	'deploy/monitoring/deadman/lernwelt-deadman-check.timer': 'it watches from a machine of its own',
	'deploy/backup/backup-host/lernwelt-prune.timer': 'the backup host is a machine of its own',
};

/** All timers of servers. */
export const timersOf = (): readonly string[] =>
	readdirSync( inRoot( 'deploy' ), { recursive: true, encoding: 'utf8' } )
		.filter( ( path ) => path.endsWith( '.timer' ) )
		.map( ( path ) => `deploy/${ path }` );

/** Timers that nobody thought of for containers, and names of timers that are gone. */
export function timerProblems( timers: readonly string[] ): readonly string[] {
	const known = [ ...TASKS.map( ( { timer } ): string => timer ), ...Object.keys( NOT_HERE ) ];
	return [
		...timers
			.filter( ( timer ) => ! known.includes( timer ) )
			.map( ( timer ) => `${ timer }: what does its work in containers? (TASKS or NOT_HERE in clocks.ts)` ),
		...known.filter( ( timer ) => ! timers.includes( timer ) ).map( ( timer ) => `there is no ${ timer }` ),
	];
}

/** A time of systemd as cron writes it: "Sun *-*-* 04:30:00 Europe/Berlin" → "30 4 * * 0". */
export function asCron( calendar: string ): string {
	const [ , weekday = '', hour = '', minute = '' ] =
		/^(Sun )?(?:\*-\*-\* )?([\d*]+):(\d+|\*|0\/5)(?::00)?(?: Europe\/Berlin)?$/.exec( calendar ) ?? [];
	if ( minute === '' ) {
		throw new Error( `"${ calendar }" is a time that this test doesn't know.` );
	}
	const number = ( text: string ): string =>
		/^\d+$/.test( text ) ? String( Number( text ) ) : text.replace( '0/', '*/' );
	return `${ number( minute ) } ${ number( hour ) } * * ${ weekday === '' ? '*' : '0' }`;
}

const calendarOf = ( timer: string ): string => /^OnCalendar=(.+)$/m.exec( textOf( timer ) )?.[ 1 ]?.trim() ?? '';

export const clockRules: readonly Rule[] = [
	{
		name: 'tasks run at the times of a server',
		problems: ( { room, objects } ) =>
			TASKS.flatMap( ( { timer, job } ) => {
				const wanted = asCron( calendarOf( timer ) );
				const found = objects.filter(
					( one ) => one.kind === 'CronJob' && job.test( textAt( one, 'metadata', 'name' ) )
				);
				return [
					...( found.length === 0 ? [ `${ room }: nothing does what ${ timer } does` ] : [] ),
					...found
						.filter(
							( one ) =>
								textAt( one, 'spec', 'schedule' ) !== wanted ||
								textAt( one, 'spec', 'timeZone' ) !== 'Europe/Berlin'
						)
						.map(
							( one ) =>
								`${ room }: ${ textAt( one, 'metadata', 'name' ) } runs at ${ textAt( one, 'spec', 'schedule' ) }, ${ timer } at ${ wanted }`
						),
				];
			} ),
	},
];

/** The same of the scheduler. */
export function schedulerProblems( scheduler: string ): readonly string[] {
	return TASKS.flatMap( ( { timer, line } ) => {
		const [ minute = '', hour = '' ] = asCron( calendarOf( timer ) ).split( ' ' );
		const wanted = line.replace( 'HH', hour.padStart( 2, '0' ) ).replace( 'MM', minute.padStart( 2, '0' ) );
		return scheduler.includes( wanted ) ? [] : [ `scheduler has no "${ wanted }", which ${ timer } says` ];
	} );
}

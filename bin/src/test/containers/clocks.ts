import { textOf } from './manifests.ts';
import type { Rule } from './pods.ts';
import { textAt } from './tree.ts';

/** Tasks of a server, what they are called in the cluster, and how the scheduler of compose.yaml says it. */
const TASKS = [
	{ timer: 'deploy/systemd/lernwelt-cron.timer', job: /^cron-/, line: '' },
	{ timer: 'deploy/systemd/lernwelt-retention.timer', job: /^retention$/, line: '$hour:$minute == HH:MM' },
	{ timer: 'deploy/backup/systemd/lernwelt-backup.timer', job: /^backup$/, line: '$hour:$minute == HH:MM' },
	{ timer: 'deploy/backup/systemd/lernwelt-binlog.timer', job: /^ship-binlog$/, line: '10#$minute % 5 == 0' },
	{ timer: 'deploy/backup/systemd/lernwelt-drill.timer', job: /^drill$/, line: '$day:$hour:$minute == 7:HH:MM' },
] as const;

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

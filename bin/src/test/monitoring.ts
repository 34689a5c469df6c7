import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alarmChecks } from './monitoring/alarm.ts';
import { configurationChecks } from './monitoring/configuration.ts';
import { dashboardChecks } from './monitoring/dashboards.ts';
import { deadManChecks } from './monitoring/deadman.ts';
import { handoverChecks } from './monitoring/handover.ts';
import { logChecks } from './monitoring/logs.ts';
import { requestChecks } from './monitoring/requests.ts';
import { schoolHourChecks } from './monitoring/school-hours.ts';
import { type Check, outcomeOf, type Part } from './part.ts';
import { ensureMonitoring, ensurePhp } from './setup.ts';

type Step = readonly [ name: string, run: ( folder: string ) => Promise< Check[] > | Check[] ];

const STEPS: readonly Step[] = [
	[ 'handover', handoverChecks ],
	[ 'dashboards', dashboardChecks ],
	[ 'requests', requestChecks ],
	[ 'deadman', deadManChecks ],
	[ 'logs', logChecks ],
	[ 'hours', schoolHourChecks ],
	[ 'configuration', configurationChecks ],
	[ 'alarm', alarmChecks ],
];

/** deploy/monitoring and deploy/logs. Names after "--" choose some of the steps. */
export const monitoring: Part = {
	name: 'monitoring',
	about: 'Rules, routes, dashboards and logs, and one alarm from an outage to the telephone',
	run: async ( { onOutput, extra } ) => {
		await ensurePhp();
		await ensureMonitoring();
		// Sockets and long names: a short path of its own.
		const folder = await mkdtemp( join( tmpdir(), 'lernwelt-monitoring-' ) );
		try {
			const checks: Check[] = [];
			for ( const [ name, step ] of STEPS.filter( ( [ key ] ) => extra.length === 0 || extra.includes( key ) ) ) {
				onOutput( `${ name }\n` );
				checks.push( ...( await step( folder ) ) );
			}
			return outcomeOf( checks );
		} finally {
			await rm( folder, { recursive: true, force: true } );
		}
	},
};

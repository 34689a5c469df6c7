import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { NOT_READY, onMetric } from './sensors.ts';

/** Processes that a process has started. */
function children( pid: number ): number[] {
	return readFileSync( `/proc/${ pid }/task/${ pid }/children`, 'utf8' ).split( ' ' ).filter( Boolean ).map( Number );
}

/** Workers are killed while they work, some dozens of them. */
const worker: Fault = {
	name: 'php-worker',
	title: 'php-fpm: all workers killed (SIGKILL), once a second',
	seconds: 0,
	mayFail: true,
	alarms: [
		{
			rule: 'HttpErrorsFew',
			reads: 'portal:errors:ratio5m',
			shows: ( _before, _during, { requests, errors } ) =>
				errors / requests > 0.01 ? `${ errors } of ${ requests } requests in nginx's log are 5xx` : undefined,
		},
	],
	begin: async ( { supervisor } ) => {
		for ( let round = 0; round < 12; round++ ) {
			for ( const pid of children( supervisor.pid( 'php' ) ) ) {
				process.kill( pid, 'SIGKILL' );
			}
			await sleep( 1000 );
		}
	},
	end: async () => {},
};

const master: Fault = {
	name: 'php-stopped',
	title: 'php-fpm stopped for 20 s',
	seconds: 20,
	mayFail: true,
	alarms: [
		{
			rule: 'PhpFpmDown',
			reads: 'phpfpm_up == 0',
			shows: ( before, during ) =>
				before.fpm && during.some( ( { fpm } ) => ! fpm ) ? 'status page: answers → nothing' : undefined,
		},
		NOT_READY,
	],
	begin: ( { supervisor } ) => supervisor.hold( 'php', 'SIGTERM' ),
	end: async ( { supervisor } ) => supervisor.release( 'php' ),
};

const killedMaster: Fault = {
	name: 'php-killed',
	title: 'php-fpm: master killed (SIGKILL)',
	seconds: 0,
	mayFail: true,
	alarms: [ NOT_READY ],
	begin: async ( { supervisor } ) => {
		const pid = supervisor.pid( 'php' );
		process.kill( pid, 'SIGKILL' );
		await supervisor.gone( pid );
	},
	end: async () => {},
};

const database: Fault = {
	name: 'mariadb-killed',
	title: 'MariaDB killed (SIGKILL)',
	seconds: 0,
	mayFail: true,
	alarms: [ NOT_READY ],
	begin: async ( { supervisor } ) => {
		const pid = supervisor.pid( 'database' );
		process.kill( pid, 'SIGKILL' );
		await supervisor.gone( pid );
	},
	end: async () => {},
};

const stoppedDatabase: Fault = {
	name: 'mariadb-stopped',
	title: 'MariaDB stopped for 20 s',
	seconds: 20,
	mayFail: true,
	alarms: [ NOT_READY ],
	begin: ( { supervisor } ) => supervisor.hold( 'database' ),
	end: async ( { supervisor } ) => supervisor.release( 'database' ),
};

const redis: Fault = {
	name: 'redis',
	title: 'Redis gone for 20 s',
	seconds: 20,
	mayFail: false,
	alarms: [
		onMetric( 'ObjectCacheDown', 'lernwelt_object_cache_up', ( before, during ) =>
			before === 1 && during.includes( 0 ) ? 'lernwelt_object_cache_up 1 → 0' : undefined
		),
	],
	begin: ( { supervisor } ) => supervisor.hold( 'redis', 'SIGKILL' ),
	end: async ( { supervisor } ) => supervisor.release( 'redis' ),
};

const release: Fault = {
	name: 'reload',
	title: 'Reload of php-fpm and nginx as a deployment and a rollback do it, twice',
	seconds: 10,
	mayFail: false,
	alarms: [],
	begin: async ( { env, supervisor } ) => {
		const nginx = Number( readFileSync( join( env.LERNWELT_RUN ?? '', 'nginx.pid' ), 'utf8' ) );
		for ( let turn = 0; turn < 2; turn++ ) {
			process.kill( supervisor.pid( 'php' ), 'SIGUSR2' );
			process.kill( nginx, 'SIGHUP' );
			await sleep( 5000 );
		}
	},
	end: async () => {},
};

/** Servers that die, stop or are reloaded. */
export const SERVERS: readonly Fault[] = [ worker, killedMaster, master, database, stoppedDatabase, redis, release ];

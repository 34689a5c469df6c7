import type { Environment } from '../lib/production.ts';
import type { MariaDb } from '../lib/mariadb.ts';
import type { Stack } from '../lib/stack.ts';
import type { Load, Period } from './load.ts';
import type { Alarm } from './sensors.ts';
import type { Supervisor } from './supervisor.ts';

/** What a fault works on. */
export interface Setting {
	readonly stack: Stack;
	readonly env: Environment;
	readonly supervisor: Supervisor;
	readonly load: Load;
	readonly database: MariaDb;
}

/** Something that a fault shows besides what all show. */
export interface Finding {
	readonly ok: boolean;
	readonly text: string;
}

/** One way for something to break. */
export interface Fault {
	readonly name: string;
	/** For the table. */
	readonly title: string;
	/** Seconds that the cause stays. */
	readonly seconds: number;
	/** Whether pages that WordPress has to make may fail meanwhile, in German. */
	readonly mayFail: boolean;
	readonly alarms: readonly Alarm[];
	/** Why it can't be tried on this machine; undefined when it can. */
	readonly impossible?: ( setting: Setting ) => Promise< string | undefined >;
	/** What is needed before, while everything works. */
	readonly prepare?: ( setting: Setting ) => Promise< void >;
	/** Brings the cause. */
	readonly begin: ( setting: Setting ) => Promise< void >;
	/** Looks while the cause is there. */
	readonly during?: ( setting: Setting ) => Promise< readonly Finding[] >;
	/** Takes the cause away. */
	readonly end: ( setting: Setting ) => Promise< void >;
	/** Looks afterwards. */
	readonly after?: ( setting: Setting, period: Period ) => Promise< readonly Finding[] >;
	/** Undoes the preparation, whatever happened. */
	readonly cleanUp?: ( setting: Setting ) => Promise< void >;
}

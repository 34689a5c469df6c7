import { containers } from './containers.ts';
import { i18n } from './i18n.ts';
import { linters, slowLinters } from './linters.ts';
import { monitoring } from './monitoring.ts';
import type { Part } from './part.ts';
import { structure } from './structure.ts';
import { suites } from './suites.ts';
import { wpEnv } from './wp-env.ts';

/**
 * All parts in the order of their start. The browser's is the longest and begins with building, which needs only the sources;
 * whatever else wants the built plugins waits for it, so what reads sources for minutes comes next. Short ones fill the lanes at the end.
 */
export const parts: readonly Part[] = [
	suites.e2e,
	...slowLinters,
	suites.servers,
	suites.tooling,
	suites.e2eStack,
	suites.sqlite,
	suites.mariadb,
	{ ...monitoring, mostlyWaits: true },
	suites.jest,
	suites.unit,
	containers,
	...linters,
	suites.types,
	i18n,
	structure,
	wpEnv,
];

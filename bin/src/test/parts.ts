import { containers } from './containers.ts';
import { i18n } from './i18n.ts';
import { linters } from './linters.ts';
import { monitoring } from './monitoring.ts';
import type { Part } from './part.ts';
import { structure } from './structure.ts';
import { suites } from './suites.ts';
import { wpEnv } from './wp-env.ts';

/** All parts in the order of their start: long ones first, so that short ones fill the second lane. */
export const parts: readonly Part[] = [
	suites.e2e,
	structure,
	i18n,
	containers,
	...linters,
	suites.types,
	suites.jest,
	suites.unit,
	suites.sqlite,
	suites.mariadb,
	suites.tooling,
	monitoring,
	wpEnv,
];

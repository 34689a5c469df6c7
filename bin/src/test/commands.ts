import { readdirSync } from 'node:fs';
import { inRoot } from '../lib/paths.ts';

/**
 * Tests of bin/tests that need no network of the portals, or bring one: none of them meets the stack "tooling", so they may
 * run beside those that do.
 */
export const ABOUT_SERVERS: readonly string[] = [
	'backup',
	'backup-mariadb',
	'backup-retention',
	'deploy',
	'faults',
	'nginx',
	'nginx-cache',
	'preflight',
	'release',
	'release-pipelines',
];

/** Files of tests in bin/tests. */
export function commandTests(): string[] {
	return readdirSync( inRoot( 'bin/tests' ) ).filter( ( name ) => name.endsWith( '.test.ts' ) );
}

/** @param file Name of such a file. */
export function isAboutServers( file: string ): boolean {
	return ABOUT_SERVERS.includes( file.replace( /\.test\.ts$/, '' ) );
}

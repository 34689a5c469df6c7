import { existsSync } from 'node:fs';
import { inRoot } from '../lib/paths.ts';
import { commandTests, isAboutServers } from './commands.ts';
import { fromJest, fromNodeTest, fromPhpUnit, fromPlaywright } from './counts.ts';
import type { Stack } from '../lib/stack.ts';
import { broken, type Part, type PartContext, RESULTS } from './part.ts';
import { ensureChromium, ensureComposer, ensurePhp, ensureServers } from './setup.ts';
import { built, freshStack, runningPortals, runningStack } from './stacks.ts';
import { runTool, type Tool } from './tool.ts';

const bin = ( program: string ): string => inRoot( 'node_modules/.bin', program );

const jest: Part = {
	name: 'jest',
	about: "Jest: blocks, admin screens and the theme's script",
	run: ( context ) =>
		runTool(
			{
				command: bin( 'jest' ),
				args: [ '--ci', '--maxWorkers=1', '--json', `--outputFile=${ RESULTS }/jest.json`, ...context.extra ],
				env: { NODE_ENV: 'test', TZ: 'Europe/Berlin' },
				result: { file: 'jest.json', count: fromJest },
			},
			context
		),
};

function phpUnit(
	name: string,
	config: string,
	extra: readonly string[],
	env: Readonly< Record< string, string > > = {}
): Tool {
	return {
		command: 'php',
		args: [
			...[ '-d', 'memory_limit=1G', inRoot( 'vendor/bin/phpunit' ), '--configuration', config ],
			...[ '--no-progress', '--log-junit', `${ RESULTS }/${ name }.xml`, ...extra ],
		],
		env,
		result: { file: `${ name }.xml`, count: fromPhpUnit },
	};
}

const unit: Part = {
	name: 'unit',
	about: 'PHPUnit without WordPress',
	run: async ( context ) => {
		await ensureComposer();
		await ensureServers();
		return runTool( phpUnit( 'unit', 'phpunit.unit.xml', context.extra ), context );
	},
};

function integration( engine: 'sqlite' | 'mariadb' ): Part {
	const name = `integration-${ engine }`;
	return {
		name,
		about: `PHPUnit on a real network, ${ engine === 'sqlite' ? 'SQLite' : 'MariaDB' }`,
		run: async ( context ) => {
			const stack = await freshStack( `test-${ engine }`, context );
			const env = { LERNWELT_STACK: stack.name, LERNWELT_PUBLIC: stack.public };
			return runTool( phpUnit( name, 'phpunit.integration.xml', context.extra, env ), context );
		},
	};
}

const types: Part = {
	name: 'types',
	about: 'TypeScript types are what the schemas generate',
	run: async ( context ) => {
		const script = inRoot( 'bin/src/generate-types.ts' );
		return existsSync( script )
			? runTool( { command: bin( 'tsx' ), args: [ script, '--check' ] }, context )
			: broken( 'bin/src/generate-types.ts is missing.' );
	},
};

/** Tests of commands: files of bin/tests, one after the other. */
function commands( name: string, about: string, isMine: ( file: string ) => boolean ): Part {
	return {
		name,
		about,
		run: async ( context ) => {
			await ensurePhp();
			await built( context );
			return runTool(
				{
					command: process.execPath,
					args: [
						...[ '--import', 'tsx', '--test', '--test-concurrency=1' ],
						...[ '--test-reporter=spec', '--test-reporter-destination=stdout' ],
						...[ '--test-reporter=junit', `--test-reporter-destination=${ RESULTS }/${ name }.xml` ],
						...context.extra,
						...commandTests()
							.filter( isMine )
							.map( ( file ) => inRoot( 'bin/tests', file ) ),
					],
					result: { file: `${ name }.xml`, count: fromNodeTest },
				},
				context
			);
		},
	};
}

const tooling = commands( 'tooling', 'The commands in bin/ themselves', ( file ) => ! isAboutServers( file ) );

const servers: Part = {
	...commands(
		'servers',
		'Releases, backups and nginx: what runs on a server, with servers of its own',
		isAboutServers
	),
	mostlyWaits: true,
};

/** Browser tests; each part writes its results to a place of its own, because they may run side by side. */
function browsers( name: string, about: string, start: ( context: PartContext ) => Promise< Stack >, tag = '' ): Part {
	return {
		name,
		about,
		run: async ( context ) => {
			await ensureChromium();
			const stack = await start( context );
			const results = name === 'e2e' ? 'playwright' : `playwright-${ name }`;
			return runTool(
				{
					command: bin( 'playwright' ),
					args: [ 'test', ...context.extra ],
					env: { LERNWELT_STACK: stack.name, LERNWELT_RESULTS: results, LERNWELT_TAG: tag },
					result: { file: `${ results }.json`, count: fromPlaywright },
				},
				context
			);
		},
	};
}

const e2e = browsers( 'e2e', 'Playwright in Chromium, axe on every template of every portal', ( context ) =>
	context.onStack ? runningStack( 'all', context ) : runningPortals( context )
);

/** Left out where --stack runs them all. */
const e2eStack = browsers(
	'e2e-stack',
	'A few browser tests on nginx, php-fpm, MariaDB and Redis',
	( context ) => runningStack( 'few', context ),
	'@stack'
);

/** Tools that run code. */
export const suites = {
	jest,
	unit,
	sqlite: integration( 'sqlite' ),
	mariadb: integration( 'mariadb' ),
	types,
	tooling,
	servers,
	e2e,
	e2eStack,
} as const;

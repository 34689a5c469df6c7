import { existsSync } from 'node:fs';
import { inRoot } from '../lib/paths.ts';
import { ensureComposer } from './setup.ts';
import type { Part } from './part.ts';
import { runTool, type Tool } from './tool.ts';

const node = ( program: string, ...args: string[] ): Tool => ( {
	command: inRoot( 'node_modules/.bin', program ),
	args,
} );

const php = ( program: string, ...args: string[] ): Tool => ( {
	command: 'php',
	args: [ '-d', 'memory_limit=2G', inRoot( 'vendor/bin', program ), ...args ],
} );

function linter( name: string, about: string, tool: Tool, prepare: () => Promise< void > = async () => {} ): Part {
	return {
		name,
		about,
		run: async ( context ) => {
			await prepare();
			return runTool( { ...tool, args: [ ...tool.args, ...context.extra ] }, context );
		},
	};
}

const SOURCES = [ 'bin', 'tests', 'plugins-src', 'theme-src', 'playwright.config.ts' ].filter( ( path ) =>
	existsSync( inRoot( path ) )
);

/** Tools that read the sources and run nothing; without their caches these take minutes. */
export const slowLinters: readonly Part[] = [
	linter(
		'phpstan',
		'PHPStan, level 8 with strict rules, tests included',
		php( 'phpstan', 'analyse', '--no-progress', '--no-interaction', '--error-format=raw' ),
		ensureComposer
	),
	linter(
		'eslint',
		'ESLint with the WordPress rules and type-aware ones',
		node( 'eslint', '--max-warnings=0', '--cache', '--cache-location', 'var/cache/eslint', ...SOURCES )
	),
];

/** The others. */
export const linters: readonly Part[] = [
	linter( 'tsc', 'TypeScript, strict', node( 'tsc', '--project', 'tsconfig.json' ) ),
	linter( 'phpcs', 'PHP_CodeSniffer: security, strictness, layout', php( 'phpcs', '-q' ), ensureComposer ),
	linter(
		'stylelint',
		'Stylelint over all SCSS',
		node( 'stylelint', '--max-warnings=0', '{plugins-src,theme-src}/**/*.scss' )
	),
];

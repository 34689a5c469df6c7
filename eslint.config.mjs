/**
 * WordPress's own rules, and the type-aware ones that find real mistakes in scripts (a promise nobody waits for).
 */
import { readdirSync } from 'node:fs';
import wordpress from '@wordpress/eslint-plugin';
import tseslint from 'typescript-eslint';

const slugs = [ 'plugins-src', 'theme-src' ].flatMap( ( room ) =>
	readdirSync( new URL( room, import.meta.url ), { withFileTypes: true } )
		.filter( ( entry ) => entry.isDirectory() )
		.map( ( entry ) => ( { room, slug: entry.name } ) )
);

export default [
	{
		ignores: [
			'**/build/**',
			'**/node_modules/**',
			'vendor/**',
			'var/**',
			'tests/results/**',
			'**/types/generated/**',
			'bin/templates/**',
		],
	},
	...wordpress.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		settings: { react: { version: '18.3' } },
	},
	{
		files: [ '**/*.ts', '**/*.tsx' ],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		plugins: { '@typescript-eslint': tseslint.plugin },
		rules: {
			'no-console': 'error',
			'no-undef': 'off',
			'react/prop-types': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/check-param-names': [ 'error', { checkDestructured: false } ],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': [
				'error',
				// The runner itself waits for its tests.
				{ allowForKnownSafeCalls: [ { from: 'package', package: 'node:test', name: [ 'test', 'describe' ] } ] },
			],
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unnecessary-type-assertion': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
		},
	},
	{
		// Commands talk to people, and run things one after the other on purpose.
		files: [ 'bin/**/*.ts', 'tests/**/*.ts', 'playwright.config.ts' ],
		rules: {
			'no-console': 'off',
			'no-await-in-loop': 'off',
			'@wordpress/no-wp-process-env': 'off',
			'@wordpress/no-dom-globals-in-module-scope': 'off',
			'@wordpress/no-global-active-element': 'off',
		},
	},
	...slugs.map( ( { room, slug } ) => ( {
		files: [ `${ room }/${ slug }/**/*.{ts,tsx}` ],
		rules: { '@wordpress/i18n-text-domain': [ 'error', { allowedTextDomain: slug } ] },
	} ) ),
];

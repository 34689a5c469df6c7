import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/browser.ts';
import { mapLocalhost } from './tests/support/hosts.ts';
import { stack } from './tests/support/network.ts';

mapLocalhost();

/** A run beside another one writes to another place. */
const results = `var/test/${ process.env.LERNWELT_RESULTS || 'playwright' }`;

/** Tests with this tag only. The option --grep would run the projects that others depend on whole. */
const tag = process.env.LERNWELT_TAG;

/** PHP's own web server keeps no pages. */
const ONLY_NGINX = [ 'page-cache.spec.ts' ];
const isNginx = stack.exists() && stack.state().server === 'nginx';

export default defineConfig( {
	testDir: 'tests/e2e',
	outputDir: results,
	fullyParallel: true,
	forbidOnly: true,
	...( tag ? { grep: new RegExp( `${ tag }\\b` ) } : {} ),
	workers: 2,
	retries: 0,
	// For machines that do other things as well; nothing here is a measurement.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	// What keeps the server busy or breaks something for everybody comes last, alone.
	projects: [
		{
			name: 'journeys',
			testIgnore: [ 'booking-rush.spec.ts', 'four-eyes.spec.ts', 'outage.spec.ts', ...ONLY_NGINX ],
		},
		// Others change the same pages meanwhile.
		...( isNginx ? [ { name: 'page-cache', testMatch: ONLY_NGINX, dependencies: [ 'journeys' ] } ] : [] ),
		// Others switch the four-eyes principle off meanwhile.
		{
			name: 'four-eyes',
			testMatch: 'four-eyes.spec.ts',
			dependencies: [ isNginx ? 'page-cache' : 'journeys' ],
		},
		{ name: 'rush', testMatch: 'booking-rush.spec.ts', dependencies: [ 'four-eyes' ] },
		{ name: 'outage', testMatch: 'outage.spec.ts', dependencies: [ 'rush' ] },
	],
	reporter: [ [ 'list' ], [ 'json', { outputFile: `${ results }.json` } ] ],
	use: {
		browserName: 'chromium',
		// The production stack signs its own certificate.
		ignoreHTTPSErrors: true,
		locale: 'de-DE',
		timezoneId: 'Europe/Berlin',
		viewport: { width: 1280, height: 800 },
		screenshot: 'only-on-failure',
		trace: 'off',
		launchOptions: launchOptions(),
	},
} );

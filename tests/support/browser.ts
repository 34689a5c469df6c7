import type { LaunchOptions } from '@playwright/test';
import { chromiumPath } from '../../bin/src/test/setup.ts';

/** How every browser of ours is started: the system's Chromium, without anything that calls home. */
export function launchOptions(): LaunchOptions {
	const executablePath = chromiumPath();
	return {
		...( executablePath === undefined ? {} : { executablePath } ),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	};
}

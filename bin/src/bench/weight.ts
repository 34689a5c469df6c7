import { chromium } from '@playwright/test';
import { launchOptions } from '../../../tests/support/browser.ts';
import { forGuests } from '../../../tests/support/gate.ts';
import { weigh, type Weight } from '../../../tests/support/weight.ts';
import { portalById } from '../lib/portals.ts';
import { say } from '../lib/progress.ts';
import type { Stack } from '../lib/stack.ts';
import { ensureChromium } from '../test/setup.ts';
import { onBenchStack } from './stack.ts';
import type { Table } from './table.ts';

type Weighed = ReturnType< typeof forGuests >[ number ] & Weight;

async function weighAll( stack: Stack ): Promise< Weighed[] > {
	const browser = await chromium.launch( launchOptions() );
	try {
		const all: Weighed[] = [];
		for ( const example of forGuests() ) {
			// A context of its own has an empty cache.
			const context = await browser.newContext( { viewport: { width: 360, height: 740 }, locale: 'de-DE' } );
			const page = await context.newPage();
			const found = await weigh( page, stack.url( portalById( example.portal ) ) + example.path );
			await context.close();
			all.push( { ...example, ...found } );
			say( `  ${ example.portal } ${ example.template }: ${ found.bytes } bytes` );
		}
		return all;
	} finally {
		await browser.close();
	}
}

/** Weight of every template on every portal, of a closed one its open pages, on a phone with an empty cache. */
export async function weight(): Promise< Table > {
	await ensureChromium();
	const found = await onBenchStack( weighAll );
	return {
		head: [ 'portal: template', 'bytes (gzip 6)', 'requests', 'own JS', 'layout shift', 'queries' ],
		rows: found.map( ( { portal, template, bytes, requests, ownScript, shift, queries } ) => [
			`${ portal }: ${ template }`,
			String( bytes ),
			String( requests ),
			String( ownScript ),
			shift.toFixed( 4 ),
			queries === null ? '–' : String( queries ),
		] ),
	};
}

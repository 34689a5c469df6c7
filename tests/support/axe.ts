import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** A broken rule of axe and where. */
export interface Violation {
	readonly rule: string;
	readonly help: string;
	readonly places: readonly string[];
}

/**
 * Runs axe with all its rules, best practices included. The source is evaluated instead of added as a script
 * element: the page's Content-Security-Policy would refuse that.
 *
 * @param page   Page, loaded.
 * @param within Selector of the part to look at; the whole page by default.
 */
export async function violations( page: Page, within?: string ): Promise< Violation[] > {
	await page.evaluate( axe.source );
	const found = await page.evaluate( async ( selector ) => {
		const { axe: tool } = window as unknown as { axe: typeof axe };
		const result = await tool.run( selector ?? document, { resultTypes: [ 'violations' ] } );
		return result.violations;
	}, within );
	return found.map( ( { id, help, nodes } ) => ( {
		rule: id,
		help,
		places: nodes.map(
			( node ) => `${ node.target.join( ' ' ) } – ${ node.failureSummary?.replaceAll( '\n', ' ' ) ?? '' }`
		),
	} ) );
}

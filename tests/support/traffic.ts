import type { BrowserContext } from '@playwright/test';

/** What a browser did that a portal must not cause. */
export interface Traffic {
	/** Addresses on other hosts that were asked for, in order. */
	readonly foreign: readonly string[];
	/** What the page's content security policy stopped. */
	readonly violations: readonly string[];
	/** How many requests there were at all, so that a test can't pass by loading nothing. */
	readonly count: () => number;
}

/**
 * Writes down every request of a browser that leaves the portal, and every violation of its content security policy.
 * Call it before the first page is opened.
 *
 * @param context Browser context to watch, all its pages and frames.
 * @param own     Address of the portal, e.g. "http://lernorte.localhost:8080".
 */
export async function watch( context: BrowserContext, own: string ): Promise< Traffic > {
	const host = new URL( own ).host;
	const foreign: string[] = [];
	const violations: string[] = [];
	let count = 0;

	context.on( 'request', ( request ) => {
		count += 1;
		const url = new URL( request.url() );
		if ( ! [ 'data:', 'blob:', 'about:' ].includes( url.protocol ) && url.host !== host ) {
			foreign.push( request.url() );
		}
	} );
	await context.exposeBinding( 'lernweltViolation', ( { frame }, violation: string ) => {
		violations.push( `${ violation } on ${ frame.url() }` );
	} );
	await context.addInitScript( () => {
		document.addEventListener( 'securitypolicyviolation', ( event ) => {
			const report = ( window as unknown as { lernweltViolation?: ( violation: string ) => void } )
				.lernweltViolation;
			report?.( `${ event.effectiveDirective }: ${ event.blockedURI } ${ event.sample }`.trim() );
		} );
	} );
	return { foreign, violations, count: () => count };
}

import { announced, type Network } from '../../bin/src/lib/network.ts';
import { type Portal, portalList } from '../../bin/src/lib/portals.ts';
import { Stack } from '../../bin/src/lib/stack.ts';

/** The stack that browser tests look at: LERNWELT_STACK, "e2e" without it. */
export const stack = new Stack( process.env.LERNWELT_STACK || 'e2e' );

/** All portals, in the order of bin/portals.json. */
export const portals: readonly Portal[] = portalList().portals;

let cached: Network | undefined;

/**
 * The running network, from its network.json.
 *
 * @throws Error when it was never started.
 */
export function network(): Network {
	cached ??= announced( stack );
	if ( cached === undefined ) {
		throw new Error( `The network "${ stack.name }" is not running: ./bin/test --only e2e starts it.` );
	}
	return cached;
}

/**
 * Full address of a page.
 *
 * @param portal Portal id.
 * @param path   Path with its slash, e.g. "/kontakt/".
 */
export function address( portal: string, path = '/' ): string {
	const base = network().portals[ portal ];
	if ( base === undefined ) {
		throw new Error( `There is no portal "${ portal }".` );
	}
	return `${ base }${ path }`;
}

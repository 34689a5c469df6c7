import type { APIResponse, BrowserContext } from '@playwright/test';
import { address, network } from './network.ts';

/**
 * Logs a browser in at one portal by the demo identity provider, as somebody of its list.
 *
 * @param context Browser context; its cookies carry the session afterwards.
 * @param portal  Portal id.
 * @param person  Login at the provider, e.g. "lehrkraft".
 * @return Page that the person comes to, or the one that refuses.
 */
export async function loggedInBySso( context: BrowserContext, portal: string, person: string ): Promise< APIResponse > {
	const asked = await context.request.get( address( portal, '/sso/start?weiter=/' ) );
	// Whoever is logged in at the provider isn't asked again.
	return asked.url().startsWith( network().identityProvider.issuer )
		? await context.request.post( asked.url(), { form: { login: person } } )
		: asked;
}

/**
 * Turns something on the demo identity provider, see tests/support/provider/control.ts.
 *
 * @param order What.
 */
export async function turnProvider(
	order: object
): Promise< { readonly sessions: readonly { login: string; sid: string }[] } > {
	const answer = await fetch( network().identityProvider.control, {
		method: 'POST',
		body: JSON.stringify( order ),
		// A kept connection may be closed by the provider just when the order is on its way.
		headers: { Connection: 'close' },
	} );
	if ( ! answer.ok ) {
		throw new Error( `The identity provider answered ${ answer.status }.` );
	}
	return ( await answer.json() ) as { sessions: { login: string; sid: string }[] };
}

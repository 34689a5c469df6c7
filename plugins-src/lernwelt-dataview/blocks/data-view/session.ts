import { getConfig } from '@wordpress/interactivity';
import type { Words } from './words';

/** How requests of people who are logged in are recognised, pupils included; guests have none. */
export interface Session {
	nonce: string;
	/** Where a new nonce comes from when the page is older than the nonce lives. */
	readonly renew: string;
}

/** What the server tells every data view of a page. */
export interface Config {
	readonly words: Words;
	readonly base: BaseLayer;
	readonly session?: Session;
}

/** What lies under the markers. */
export type BaseLayer =
	| { readonly kind: 'districts'; readonly url: string }
	| { readonly kind: 'tiles'; readonly url: string; readonly maxZoom: number };

/** Words, base layer and session, as printed by the server. */
export function config(): Config {
	return getConfig( 'lernwelt/data-view' ) as Config;
}

/**
 * Asks our REST interface.
 *
 * @param address Address.
 * @param signal  Takes the request back.
 * @throws Error when the answer isn't what was asked for.
 */
export async function ask< Answer >( address: string, signal: AbortSignal ): Promise< Answer > {
	const { session } = config();
	let response = await request( address, signal, session );
	if ( response.status === 403 && session !== undefined ) {
		const renewed = await fetch( session.renew, { signal } );
		session.nonce = renewed.ok ? ( await renewed.text() ).trim() : '';
		response = await request( address, signal, session );
	}
	if ( ! response.ok ) {
		throw new Error( `${ address } answered ${ response.status }.` );
	}
	return ( await response.json() ) as Answer;
}

function request( address: string, signal: AbortSignal, session: Session | undefined ): Promise< Response > {
	const nonce = session?.nonce ?? '';
	return fetch( address, { signal, headers: nonce === '' ? {} : { 'X-WP-Nonce': nonce } } );
}

import { createHmac, randomBytes } from 'node:crypto';
import type { Portal } from './portals.ts';

/** What a stack remembers of its demo identity provider. */
export interface IdentityState {
	/**
	 * Port of the provider. It stays when the portals move to another one: an identity is (issuer, subject), and a new
	 * issuer would make strangers of everybody who has logged in before.
	 */
	readonly port: number;
	/** Secret of the network's client; those of the portals' clients are made from it. */
	readonly secret: string;
}

/** The one client that stands for all portals. */
export const NETWORK_CLIENT = 'lernwelt';

/** The same, but it shows a signed assertion instead of a secret. */
export const KEY_CLIENT = 'lernwelt-schluessel';

/** @param port Port of a provider that is started for the first time. */
export function freshIdentity( port: number ): IdentityState {
	return { port, secret: randomBytes( 32 ).toString( 'base64url' ) };
}

/** @param port Port of the provider. */
export function issuerOf( port: number ): string {
	return `http://127.0.0.1:${ port }/realms/lernwelt`;
}

/** @param portal Portal that is a client of its own. */
export function portalClient( portal: Pick< Portal, 'id' > ): string {
	return `portal-${ portal.id }`;
}

/**
 * @param identity State of the stack's provider.
 * @param client   Client id.
 */
export function clientSecret( { secret }: IdentityState, client: string ): string {
	return client === NETWORK_CLIENT ? secret : createHmac( 'sha256', secret ).update( client ).digest( 'base64url' );
}

import type { ClientMetadata } from 'oidc-provider';
import {
	clientSecret,
	type IdentityState,
	KEY_CLIENT,
	NETWORK_CLIENT,
	portalClient,
} from '../../../bin/src/lib/identity.ts';
import type { Algorithm, Keys } from './keys.ts';

/** A portal as the provider knows it. */
export interface KnownPortal {
	readonly id: string;
	/** Address without a slash at the end. */
	readonly url: string;
}

/** What all clients share. */
interface Common {
	readonly identity: IdentityState;
	readonly keys: Keys;
	/** What ID tokens and logout tokens are signed with. */
	readonly algorithm: Algorithm;
}

/**
 * The clients of the realm: one for the network (with a secret, and once more with a key), and one for each portal.
 *
 * @param portals The first one is the network's main portal, which hears of logouts.
 * @param common  Secrets, keys, algorithm.
 */
export function clientsOf( portals: readonly KnownPortal[], common: Common ): ClientMetadata[] {
	const network = client( NETWORK_CLIENT, portals, common );
	const { client_secret: _, ...open } = network;
	return [
		network,
		{
			...open,
			client_id: KEY_CLIENT,
			token_endpoint_auth_method: 'private_key_jwt',
			token_endpoint_auth_signing_alg: 'RS256',
			jwks: { keys: [ common.keys.client.jwk ] },
		},
		...portals.map( ( portal ) => client( portalClient( portal ), [ portal ], common ) ),
	];
}

function client( id: string, portals: readonly KnownPortal[], { identity, algorithm }: Common ): ClientMetadata {
	return {
		client_id: id,
		client_name: 'Lernwelt Sachsen-Anhalt',
		client_secret: clientSecret( identity, id ),
		token_endpoint_auth_method: 'client_secret_basic',
		grant_types: [ 'authorization_code', 'refresh_token' ],
		response_types: [ 'code' ],
		redirect_uris: portals.map( ( { url } ) => `${ url }/sso/callback` ),
		post_logout_redirect_uris: portals.map( ( { url } ) => `${ url }/sso/logged-out` ),
		backchannel_logout_uri: `${ portals[ 0 ]?.url ?? '' }/sso/backchannel-logout`,
		backchannel_logout_session_required: true,
		require_auth_time: true,
		id_token_signed_response_alg: algorithm,
	};
}

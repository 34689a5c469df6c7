/**
 * What tests may turn on the running demo provider. GET /control tells its state; POST /control takes JSON with any of:
 *
 *   { "rotateKeys": "keep" | "drop" }          new keys sign; the old ones stay published, or don't
 *   { "algorithm": "RS256" | "ES256" | "PS256" } what ID and logout tokens are signed with from now on
 *   { "claims": { "schueler": { … } } }        replaces claims of a person; null takes a claim away
 *   { "endSessions": "lehrkraft" }             an administrator ends this person's sessions: back-channel logout
 *   { "endSession": "…" }                      the same for one session, named as in the provider's cookie
 *   { "unavailable": true }                    every connection breaks off; false ends that
 *   { "reset": true }                          RS256, original claims, available again; sessions and keys stay
 */
import type { AdapterPayload, Provider } from 'oidc-provider';
import { type Algorithm, type Keys, rotated } from './keys.ts';
import { PEOPLE } from './people.ts';
import type { Store } from './store.ts';

type Claims = Readonly< Record< string, unknown > >;

interface Order {
	readonly rotateKeys?: 'keep' | 'drop';
	readonly algorithm?: Algorithm;
	readonly claims?: Readonly< Record< string, Claims > >;
	readonly endSessions?: string;
	readonly endSession?: string;
	readonly unavailable?: boolean;
	readonly reset?: true;
}

interface ControlAnswer {
	readonly status: number;
	readonly json: unknown;
}

interface Notified {
	readonly backchannelLogout: ( sub: string, sid: string ) => Promise< void >;
}

export class Control {
	keys: Keys;
	algorithm: Algorithm = 'RS256';
	unavailable = false;
	provider: Provider | undefined;
	private readonly changed = new Map< string, Claims >();

	/**
	 * @param keys    First keys.
	 * @param store   Sessions.
	 * @param rebuild Called when keys or algorithm changed.
	 */
	constructor(
		keys: Keys,
		private readonly store: Store,
		private readonly rebuild: ( control: Control ) => Promise< void >
	) {
		this.keys = keys;
	}

	/** @param login A person. */
	claimsOf( login: string ): Claims {
		return this.changed.get( login ) ?? {};
	}

	/**
	 * @param method HTTP method.
	 * @param body   JSON.
	 */
	async handle( method: string, body: string ): Promise< ControlAnswer > {
		if ( method === 'POST' ) {
			let order: Order;
			try {
				order = JSON.parse( body ) as Order;
			} catch ( error ) {
				return { status: 400, json: { error: ( error as Error ).message } };
			}
			await this.carryOut( order );
		}
		return {
			status: 200,
			json: {
				algorithm: this.algorithm,
				keys: this.keys.signing.map( ( { kid, alg } ) => ( { kid, alg } ) ),
				sessions: this.sessions().map( ( { accountId, uid } ) => ( {
					login: loginOf( accountId ),
					sid: uid,
				} ) ),
				unavailable: this.unavailable,
			},
		};
	}

	private async carryOut( order: Order ): Promise< void > {
		if ( order.reset === true ) {
			this.algorithm = 'RS256';
			this.unavailable = false;
			this.changed.clear();
		}
		this.unavailable = order.unavailable ?? this.unavailable;
		this.algorithm = order.algorithm ?? this.algorithm;
		if ( order.rotateKeys !== undefined ) {
			this.keys = rotated( this.keys, order.rotateKeys === 'drop' );
		}
		for ( const [ login, claims ] of Object.entries( order.claims ?? {} ) ) {
			// A claim that is undefined is none.
			const entries = Object.entries( claims ).map( ( [ name, value ] ) => [ name, value ?? undefined ] );
			this.changed.set( login, { ...this.claimsOf( login ), ...Object.fromEntries( entries ) } );
		}
		if ( order.reset === true || order.algorithm !== undefined || order.rotateKeys !== undefined ) {
			await this.rebuild( this );
		}
		if ( order.endSessions !== undefined ) {
			await this.end( ( { accountId } ) => loginOf( accountId ) === order.endSessions );
		}
		if ( order.endSession !== undefined ) {
			await this.end( ( { jti } ) => jti === order.endSession );
		}
	}

	private sessions(): AdapterPayload[] {
		return this.store.all( 'Session' ).filter( ( { accountId } ) => accountId !== undefined );
	}

	private async end( which: ( session: AdapterPayload ) => boolean ): Promise< void > {
		const { provider } = this;
		for ( const session of this.sessions().filter( which ) ) {
			for ( const [ clientId, { sid = '' } ] of Object.entries( session.authorizations ?? {} ) ) {
				const client = ( await provider?.Client.find( clientId ) ) as unknown as Notified | undefined;
				await client?.backchannelLogout( session.accountId ?? '', sid );
			}
			await this.store.adapter( 'Session' ).destroy( session.jti ?? '' );
			for ( const { grantId } of Object.values( session.authorizations ?? {} ) ) {
				await this.store.adapter( 'Grant' ).destroy( grantId ?? '' );
				await this.store.adapter( 'RefreshToken' ).revokeByGrantId( grantId ?? '' );
			}
		}
	}
}

function loginOf( sub: string | undefined ): string | undefined {
	return PEOPLE.find( ( person ) => person.sub === sub )?.login;
}

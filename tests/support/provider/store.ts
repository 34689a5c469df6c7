import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
	readonly payload: AdapterPayload;
	/** Milliseconds since 1970; Infinity when it never ends. */
	readonly until: number;
}

/** Sessions, codes and tokens of the provider, in memory; they end with the process. */
export class Store {
	private readonly entries = new Map< string, Entry >();

	/** What oidc-provider asks for, for one of its models. */
	adapter = ( model: string ): Adapter => ( {
		upsert: async ( id, payload, expiresIn?: number ) => {
			const until = expiresIn !== undefined && expiresIn > 0 ? Date.now() + expiresIn * 1000 : Infinity;
			this.entries.set( `${ model }:${ id }`, { payload, until } );
			this.forgetExpired();
		},
		find: async ( id ) => this.get( `${ model }:${ id }` ),
		findByUid: async ( uid ) => this.all( model ).find( ( payload ) => payload.uid === uid ),
		findByUserCode: async () => undefined,
		destroy: async ( id ) => void this.entries.delete( `${ model }:${ id }` ),
		consume: async ( id ) => {
			const payload = this.get( `${ model }:${ id }` );
			if ( payload !== undefined ) {
				payload.consumed = Math.floor( Date.now() / 1000 );
			}
		},
		revokeByGrantId: async ( grantId ) => {
			for ( const [ key, { payload } ] of this.entries ) {
				if ( payload.grantId === grantId ) {
					this.entries.delete( key );
				}
			}
		},
	} );

	/** @param model Name of a model, e.g. "Session". */
	all( model: string ): AdapterPayload[] {
		this.forgetExpired();
		return [ ...this.entries ]
			.filter( ( [ key ] ) => key.startsWith( `${ model }:` ) )
			.map( ( [ , { payload } ] ) => payload );
	}

	private get( key: string ): AdapterPayload | undefined {
		const entry = this.entries.get( key );
		return entry === undefined || entry.until < Date.now() ? undefined : entry.payload;
	}

	private forgetExpired(): void {
		for ( const [ key, { until } ] of this.entries ) {
			if ( until < Date.now() ) {
				this.entries.delete( key );
			}
		}
	}
}

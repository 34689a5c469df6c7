import './node20.ts';
import { Provider, type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Keys } from './keys.ts';
import { errorPage, loggedOutPage, logoutPage, type Page } from './pages.ts';
import { claimsOf, type Person } from './people.ts';
import type { Store } from './store.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Milliseconds. */
const BACK_CHANNEL_TIMEOUT = 20_000;

/** Paths below the issuer, the same as Keycloak's. */
const ROUTES = {
	authorization: '/protocol/openid-connect/auth',
	token: '/protocol/openid-connect/token',
	userinfo: '/protocol/openid-connect/userinfo',
	jwks: '/protocol/openid-connect/certs',
	end_session: '/protocol/openid-connect/logout',
};

/** Claims of each scope; what a person doesn't have is left out, as Keycloak does. */
const CLAIMS = {
	acr: null,
	sid: null,
	auth_time: null,
	iss: null,
	openid: [ 'sub', 'azp', 'typ' ],
	profile: [
		...[ 'name', 'given_name', 'middle_name', 'family_name', 'nickname', 'preferred_username', 'profile' ],
		...[ 'picture', 'website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'updated_at' ],
	],
	email: [ 'email', 'email_verified' ],
	lernwelt: [ 'realm_access', 'resource_access', 'schulnummer', 'schulname', 'groups' ],
};

/** What a realm is made of. */
export interface RealmSettings {
	readonly issuer: string;
	/** Cookies of two providers on one machine must not meet: a cookie knows no port. */
	readonly port: number;
	readonly clients: readonly ClientMetadata[];
	readonly keys: Keys;
	readonly store: Store;
	/** Somebody by their subject, with the claims tests have changed. */
	readonly person: ( sub: string ) => Person | undefined;
	readonly claims: ( person: Person ) => Readonly< Record< string, unknown > >;
	/** Origins to which forms lead back. */
	readonly portals: readonly string[];
	/** Below the issuer; the login page of one attempt. */
	readonly loginPath: string;
	readonly log: ( line: string ) => void;
}

function show( ctx: KoaContextWithOIDC, answer: Page ): void {
	ctx.status = answer.status;
	ctx.set( { ...answer.headers } );
	ctx.body = answer.html;
}

function configuration( settings: RealmSettings ): Configuration {
	const { clients, keys, store, port, portals } = settings;
	return {
		adapter: store.adapter,
		clients: [ ...clients ],
		jwks: { keys: [ ...keys.signing ] },
		cookies: {
			keys: [ ...keys.cookies ],
			names: { session: `bs${ port }`, interaction: `bs${ port }_login`, resume: `bs${ port }_resume` },
		},
		routes: ROUTES,
		responseTypes: [ 'code' ],
		clientAuthMethods: [ 'client_secret_basic', 'private_key_jwt' ],
		scopes: [ 'openid', 'profile', 'email', 'lernwelt' ],
		claims: CLAIMS,
		// Keycloak puts claims into the ID token and into userinfo.
		conformIdTokenClaims: false,
		pkce: { required: () => true },
		issueRefreshToken: async ( _ctx, client ) => client.grantTypeAllowed( 'refresh_token' ),
		rotateRefreshToken: true,
		clientBasedCORS: () => false,
		ttl: {
			AccessToken: 5 * MINUTE,
			AuthorizationCode: MINUTE,
			IdToken: 5 * MINUTE,
			Interaction: HOUR,
			RefreshToken: 8 * HOUR,
			Session: 10 * HOUR,
			Grant: 10 * HOUR,
		},
		features: {
			devInteractions: { enabled: false },
			dPoP: { enabled: false },
			pushedAuthorizationRequests: { enabled: false },
			resourceIndicators: { enabled: false },
			backchannelLogout: { enabled: true },
			rpInitiatedLogout: {
				enabled: true,
				logoutSource: ( ctx, form ) => show( ctx, logoutPage( form, portals ) ),
				postLogoutSuccessSource: ( ctx ) => show( ctx, loggedOutPage() ),
			},
		},
		interactions: {
			url: ( _ctx, { uid } ) => `${ new URL( settings.issuer ).pathname }${ settings.loginPath }${ uid }`,
		},
		findAccount: ( ctx, sub ) => {
			const person = settings.person( sub );
			return person === undefined
				? undefined
				: {
						accountId: sub,
						claims: ( use ) => ( {
							...claimsOf( person ),
							...settings.claims( person ),
							...( use === 'id_token' ? { azp: ctx.oidc.client?.clientId, typ: 'ID' } : {} ),
							sub,
						} ),
					};
		},
		loadExistingGrant: async ( ctx ) => {
			const { client, session, provider } = ctx.oidc;
			if ( client === undefined || session?.accountId === undefined ) {
				return undefined;
			}
			const id = session.grantIdFor( client.clientId );
			const known = id === undefined ? undefined : await provider.Grant.find( id );
			if ( known !== undefined ) {
				return known;
			}
			// The schools' portals need no consent of their pupils and teachers.
			const grant = new provider.Grant( { clientId: client.clientId, accountId: session.accountId } );
			grant.addOIDCScope( 'openid profile email lernwelt' );
			await grant.save();
			return grant;
		},
		renderError: ( ctx, { error, error_description: details = '' } ) =>
			show( ctx, errorPage( ctx.status, error, details ) ),
		// The library would refuse addresses of this machine, and gives a portal on a busy one too little time.
		fetch: ( address, init = {} ) => {
			const { dispatcher: _, ...options } = init as RequestInit & { dispatcher?: unknown };
			return fetch( address, { ...options, signal: AbortSignal.timeout( BACK_CHANNEL_TIMEOUT ) } );
		},
	};
}

/** @param settings What it is made of. */
export function realm( settings: RealmSettings ): Provider {
	const provider = new Provider( settings.issuer, configuration( settings ) );
	// Keycloak has one sid for a person's session, whatever the client.
	provider.Session.prototype.sidFor = function ( this: SessionModel, clientId: string, value?: string ) {
		const authorization = this.authorizationFor( clientId, value );
		if ( value !== undefined ) {
			authorization.sid = this.uid;
		}
		return authorization.sid;
	};
	provider.use( async ( ctx, next ) => {
		await next();
		await withoutQuestion( ctx as unknown as KoaContextWithOIDC );
	} );
	provider.on( 'backchannel.success', ( _ctx, client ) =>
		settings.log( `back-channel logout: ${ client.clientId }` )
	);
	provider.on( 'backchannel.error', ( _ctx, error, client ) =>
		settings.log( `back-channel logout: ${ client.clientId } failed: ${ error.message }` )
	);
	provider.on( 'server_error', ( _ctx, error ) => settings.log( `error: ${ error.stack ?? error.message }` ) );
	return provider;
}

interface SessionModel {
	readonly uid: string;
	authorizationFor: ( clientId: string, value?: string ) => { sid?: string };
}

/** What the library notes for the page that asks whether one wants to log out. */
interface LogoutState {
	readonly secret: string;
	readonly postLogoutRedirectUri?: string;
	readonly state?: string;
}

/**
 * Keycloak asks nothing when the portal shows this session's ID token, or when nobody is logged in.
 *
 * @param ctx Context after the library has answered.
 */
async function withoutQuestion( ctx: KoaContextWithOIDC ): Promise< void > {
	const { oidc } = ctx;
	if ( oidc?.route !== 'end_session' || ctx.status !== 200 || oidc.session === undefined ) {
		return;
	}
	const { accountId } = oidc.session;
	const state = oidc.session.state as unknown as LogoutState;
	if ( accountId === undefined ) {
		if ( state.postLogoutRedirectUri === undefined ) {
			show( ctx, loggedOutPage() );
			return;
		}
		const address = new URL( state.postLogoutRedirectUri );
		if ( state.state !== undefined ) {
			address.searchParams.set( 'state', state.state );
		}
		ctx.body = '';
		ctx.status = 303;
		ctx.set( 'Location', address.href );
		return;
	}
	const hint = ( oidc.entities.IdTokenHint as { payload?: { sub?: string } } | undefined )?.payload;
	if ( hint?.sub !== accountId ) {
		return;
	}
	const answer = await fetch( oidc.urlFor( 'end_session_confirm' ), {
		method: 'POST',
		redirect: 'manual',
		headers: { Cookie: ctx.get( 'Cookie' ) },
		body: new URLSearchParams( { xsrf: state.secret, logout: 'yes' } ),
	} );
	ctx.remove( 'Content-Security-Policy' );
	ctx.body = '';
	ctx.status = answer.status;
	ctx.set( 'Location', answer.headers.get( 'Location' ) ?? '/' );
	ctx.set( 'Set-Cookie', answer.headers.getSetCookie() );
}

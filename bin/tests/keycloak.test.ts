import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NETWORK_CLIENT, portalClient } from '../src/lib/identity.ts';
import { inRoot } from '../src/lib/paths.ts';
import { mainPortal, type Portal, portalList } from '../src/lib/portals.ts';
import { PEOPLE } from '../../tests/support/provider/people.ts';

interface Mapper {
	readonly name: string;
	readonly protocolMapper: string;
	readonly config: Readonly< Record< string, string > >;
}

interface Client {
	readonly clientId: string;
	readonly attributes: Readonly< Record< string, string > >;
	readonly redirectUris: readonly string[];
	readonly defaultClientScopes: readonly string[];
	readonly [ name: string ]: unknown;
}

const file = inRoot( 'deploy/keycloak/realm-lernwelt.json' );
const text = readFileSync( file, 'utf8' );
const realm = JSON.parse( text ) as {
	readonly roles: { readonly realm: readonly { readonly name: string }[] };
	readonly clientScopes: readonly { readonly name: string; readonly protocolMappers: readonly Mapper[] }[];
	readonly clients: readonly Client[];
	readonly scopeMappings: readonly { readonly clientScope: string; readonly roles: readonly string[] }[];
	readonly defaultDefaultClientScopes: readonly string[];
	readonly components: Readonly<
		Record< string, readonly { readonly config: Readonly< Record< string, readonly string[] > > }[] >
	>;
	readonly [ name: string ]: unknown;
};
const guide = readFileSync( inRoot( 'docs/keycloak.md' ), 'utf8' );

const main = mainPortal();
const all = [ main, ...portalList().portals.filter( ( { id } ) => id !== main.id ) ];
const ROLES = [ ...new Set( PEOPLE.flatMap( ( { roles } ) => roles ) ) ].sort();

function mappers( scope: string ): readonly Mapper[] {
	return realm.clientScopes.find( ( { name } ) => name === scope )?.protocolMappers ?? [];
}

function checkClient( id: string, portals: readonly Portal[] ): void {
	const client = realm.clients.find( ( { clientId } ) => clientId === id );
	assert.ok( client, `there is no client ${ id }` );
	const addresses = ( path: string ): string[] =>
		portals.map( ( { domain } ) => `https://${ domain }/sso/${ path }` );
	assert.deepEqual( client.redirectUris, addresses( 'callback' ), `redirect URIs of ${ id }` );
	assert.deepEqual( client.attributes[ 'post.logout.redirect.uris' ]?.split( '##' ), addresses( 'logged-out' ) );
	assert.equal( client.attributes[ 'backchannel.logout.url' ], addresses( 'backchannel-logout' )[ 0 ] );
	assert.equal( client.attributes[ 'backchannel.logout.session.required' ], 'true', 'pupils end by their sid only' );
	assert.equal( client.frontchannelLogout, false, 'with it Keycloak sends no back-channel logout' );
	assert.equal( client.attributes[ 'pkce.code.challenge.method' ], 'S256' );
	assert.equal( client.attributes[ 'exclude.issuer.from.auth.response' ], 'false', 'RFC 9207' );
	assert.deepEqual( client.defaultClientScopes, [ 'basic', 'profile', 'email', 'lernwelt' ] );
	const switches = {
		publicClient: false,
		bearerOnly: false,
		clientAuthenticatorType: 'client-secret',
		standardFlowEnabled: true,
		implicitFlowEnabled: false,
		directAccessGrantsEnabled: false,
		serviceAccountsEnabled: false,
		fullScopeAllowed: false,
	};
	assert.deepEqual(
		Object.fromEntries( Object.keys( switches ).map( ( name ) => [ name, client[ name ] ] ) ),
		switches
	);
	assert.deepEqual( client.webOrigins, [], 'no browser script talks to Keycloak' );
}

test( 'one client for the network, with the exact addresses of all portals', () => {
	checkClient( NETWORK_CLIENT, all );
	assert.equal( realm.clients.find( ( { clientId } ) => clientId === NETWORK_CLIENT )?.enabled, true );
} );

test( 'one client for each portal, switched off until somebody wants it, and no others', () => {
	for ( const portal of all ) {
		checkClient( portalClient( portal ), [ portal ] );
	}
	assert.deepEqual( realm.clients.map( ( { clientId } ) => clientId ).sort(), [
		NETWORK_CLIENT,
		...all.map( portalClient ).sort(),
	] );
	assert.deepEqual(
		realm.clients.filter( ( { enabled } ) => enabled === true ).map( ( { clientId } ) => clientId ),
		[ NETWORK_CLIENT ]
	);
} );

test( 'no secret, no wildcard, no plain http', () => {
	assert.doesNotMatch( text, /"secret"|http:\/\/|\*|localhost|privateKey/ );
} );

test( 'the roles are those the demo people have, and only they go into the claim', () => {
	assert.equal( ROLES.length, 9 );
	assert.deepEqual( realm.roles.realm.map( ( { name } ) => name ).sort(), ROLES );
	const allowed = realm.scopeMappings.find( ( { clientScope } ) => clientScope === 'lernwelt' )?.roles ?? [];
	assert.deepEqual( [ ...allowed ].sort(), ROLES );
} );

test( 'the scope "lernwelt" brings roles and school, in the ID token and in userinfo', () => {
	const claims = mappers( 'lernwelt' ).map( ( { protocolMapper, config } ) => [
		config[ 'claim.name' ],
		protocolMapper,
		config[ 'id.token.claim' ],
		config[ 'userinfo.token.claim' ],
	] );
	assert.deepEqual( claims, [
		[ 'realm_access.roles', 'oidc-usermodel-realm-role-mapper', 'true', 'true' ],
		[ 'schulnummer', 'oidc-usermodel-attribute-mapper', 'true', 'true' ],
		[ 'schulname', 'oidc-usermodel-attribute-mapper', 'true', 'true' ],
	] );
	assert.equal( mappers( 'lernwelt' )[ 0 ]?.config.multivalued, 'true' );
	assert.equal( mappers( 'lernwelt' )[ 0 ]?.config[ 'access.token.claim' ], 'true' );
} );

test( 'sub and auth_time come from the scope "basic", as since Keycloak 25', () => {
	assert.deepEqual(
		mappers( 'basic' ).map( ( { protocolMapper } ) => protocolMapper ),
		[ 'oidc-sub-mapper', 'oidc-usersessionmodel-note-mapper' ]
	);
	const claims = [ ...mappers( 'profile' ), ...mappers( 'email' ) ].map( ( { config } ) => config[ 'claim.name' ] );
	for ( const claim of [ 'given_name', 'family_name', 'email', 'email_verified' ] ) {
		assert.ok( claims.includes( claim ), claim );
	}
} );

test( 'every scope that is used is in the file: an import with scopes of its own brings no others', () => {
	const known = realm.clientScopes.map( ( { name } ) => name );
	const used = [
		...realm.defaultDefaultClientScopes,
		...realm.clients.flatMap( ( { defaultClientScopes } ) => defaultClientScopes ),
	];
	assert.deepEqual(
		used.filter( ( name ) => ! known.includes( name ) ),
		[]
	);
	for ( const name of [ 'roles', 'web-origins', 'acr' ] ) {
		assert.ok( realm.defaultDefaultClientScopes.includes( name ), `Keycloak's own consoles need ${ name }` );
	}
} );

test( 'the realm is strict', () => {
	const wanted = {
		enabled: true,
		sslRequired: 'external',
		registrationAllowed: false,
		bruteForceProtected: true,
		permanentLockout: false,
		rememberMe: false,
		revokeRefreshToken: true,
		refreshTokenMaxReuse: 0,
		defaultSignatureAlgorithm: 'RS256',
		eventsExpiration: 90 * 86400,
	};
	assert.deepEqual( Object.fromEntries( Object.keys( wanted ).map( ( name ) => [ name, realm[ name ] ] ) ), wanted );
} );

test( 'people have the attributes of their school, and cannot change them', () => {
	const [ component ] = realm.components[ 'org.keycloak.userprofile.UserProfileProvider' ] ?? [];
	const profile = JSON.parse( component?.config[ 'kc.user.profile.config' ]?.[ 0 ] ?? '' ) as {
		attributes: { name: string; permissions: { edit: string[] }; validations: { pattern?: { pattern: string } } }[];
	};
	const names = profile.attributes.map( ( { name } ) => name );
	for ( const attribute of [ 'username', 'email', 'firstName', 'lastName', 'schulnummer', 'schulname' ] ) {
		assert.ok( names.includes( attribute ), attribute );
	}
	assert.ok( profile.attributes.every( ( { permissions } ) => permissions.edit.join() === 'admin' ) );
	const pattern =
		profile.attributes.find( ( { name } ) => name === 'schulnummer' )?.validations.pattern?.pattern ?? '';
	for ( const { school } of PEOPLE ) {
		assert.ok( school === undefined || new RegExp( pattern ).test( school.number ) );
	}
} );

test( 'the guide names every address, role and client', () => {
	const wanted = [
		...all.map( ( { domain } ) => `https://${ domain }/sso/callback` ),
		...all.map( ( { domain } ) => `https://${ domain }/sso/logged-out` ),
		`https://${ main.domain }/sso/backchannel-logout`,
		...ROLES.map( ( role ) => `\`${ role }\`` ),
		'LERNWELT_OIDC_ISSUER',
		'LERNWELT_OIDC_CLIENT_SECRET',
		'realm-lernwelt.json',
	];
	assert.deepEqual(
		wanted.filter( ( word ) => ! guide.includes( word ) ),
		[]
	);
} );

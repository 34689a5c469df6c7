import assert from 'node:assert/strict';
import { createPrivateKey, randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { clientSecret, freshIdentity, KEY_CLIENT, NETWORK_CLIENT, portalClient } from '../src/lib/identity.ts';
import { portalList } from '../src/lib/portals.ts';
import { mapLocalhost } from '../../tests/support/hosts.ts';
import { DemoProvider } from '../../tests/support/provider/demo.ts';
import { freshKeys, type Keys } from '../../tests/support/provider/keys.ts';
import { PEOPLE } from '../../tests/support/provider/people.ts';
import { Browser, type Discovery, Portals, RelyingParty } from './relying-party.ts';

mapLocalhost();

const identity = { ...freshIdentity( 0 ), port: 0 };
const portals = new Portals();
const ids = portalList().portals.map( ( { id } ) => id );
const keys = freshKeys();
const log: string[] = [];
let saved: Keys | undefined;
let provider: DemoProvider;
let discovery: Discovery;

before( async () => {
	await portals.start();
	provider = new DemoProvider( {
		identity,
		portals: ids.map( ( id ) => ( { id, url: portals.url( id ) } ) ),
		keys,
		saveKeys: async ( changed ) => {
			saved = changed;
		},
		log: ( line ) => log.push( line ),
	} );
	await provider.start();
	discovery = await RelyingParty.discover( provider.issuer );
} );

after( async () => {
	await provider.stop();
	portals.stop();
	assert.deepEqual(
		log.filter( ( line ) => line.startsWith( 'error' ) ),
		[]
	);
} );

afterEach( () => control( { reset: true } ) );

async function control( order: unknown ): Promise< { keys: { kid: string }[]; sessions: { login: string }[] } > {
	const response = await fetch( `http://127.0.0.1:${ provider.port }/control`, {
		method: 'POST',
		body: JSON.stringify( order ),
	} );
	return ( await response.json() ) as { keys: { kid: string }[]; sessions: { login: string }[] };
}

/** The network's client at a portal, or the portal's own. */
function party( portal = 'lernorte', id = NETWORK_CLIENT ): RelyingParty {
	return new RelyingParty( discovery, {
		id,
		secret: clientSecret( identity, id ),
		redirectUri: `${ portals.url( portal ) }/sso/callback`,
	} );
}

test( 'discovery has the shape of Keycloak', () => {
	assert.equal( discovery.issuer, `http://127.0.0.1:${ provider.port }/realms/lernwelt` );
	assert.equal( discovery.token_endpoint, `${ discovery.issuer }/protocol/openid-connect/token` );
	assert.equal( discovery.authorization_response_iss_parameter_supported, true );
	assert.equal( discovery.backchannel_logout_supported, true );
	assert.equal( discovery.backchannel_logout_session_supported, true );
	assert.deepEqual( discovery.code_challenge_methods_supported, [ 'S256' ] );
	for ( const algorithm of [ 'RS256', 'ES256', 'PS256' ] ) {
		assert.ok( ( discovery.id_token_signing_alg_values_supported as string[] ).includes( algorithm ) );
	}
} );

test( 'everybody gets the claims of their person, in the ID token and in userinfo', async () => {
	for ( const person of PEOPLE ) {
		const client = party();
		const tokens = await client.login( new Browser(), person.login );
		const { header, claims } = await client.verified( tokens.id_token );
		const userinfo = await fetch( discovery.userinfo_endpoint, {
			headers: { Authorization: `Bearer ${ tokens.access_token }` },
		} );
		assert.equal( header.alg, 'RS256' );
		assert.equal( claims.nonce, 'the-nonce' );
		assert.equal( claims.azp, NETWORK_CLIENT );
		assert.ok( typeof claims.sid === 'string' && typeof claims.auth_time === 'number' );
		for ( const answer of [ claims, ( await userinfo.json() ) as typeof claims ] ) {
			assert.equal( answer.sub, person.sub );
			assert.equal( answer.name, person.name );
			assert.equal( answer.email, person.email );
			assert.equal( answer.email_verified, true );
			assert.deepEqual(
				answer.realm_access,
				person.roles.length === 0 ? undefined : { roles: person.roles },
				'without a role there is no claim, as in Keycloak'
			);
			assert.equal( answer.schulnummer, person.school?.number );
			assert.equal( answer.schulname, person.school?.name );
		}
	}
} );

test( 'roles and school need their scope', async () => {
	const client = party();
	const { id_token: token } = await client.login( new Browser(), 'lehrkraft', { scope: 'openid profile' } );
	const { claims } = await client.verified( token );
	assert.deepEqual( [ claims.realm_access, claims.schulnummer, claims.email ], [ undefined, undefined, undefined ] );
} );

test( 'every portal has its redirect URI, and nobody else', async () => {
	for ( const id of ids ) {
		assert.ok( ( await party( id ).login( new Browser(), 'lehrkraft' ) ).id_token );
		assert.ok( ( await party( id, portalClient( { id } ) ).login( new Browser(), 'lehrkraft' ) ).id_token );
	}
	const callback = `${ portals.url( 'lernorte' ) }/sso/callback`;
	for ( const wrong of [
		'http://evil.example/sso/callback',
		`${ callback }/x`,
		`${ callback }?x=1`,
		callback.replace( 'lernorte', 'lernorte.evil' ),
	] ) {
		const answer = await new Browser().open( party().authorization( { redirect_uri: wrong } ) );
		assert.equal( answer.status, 400, wrong );
		assert.equal( answer.headers.get( 'Location' ), null );
		assert.match( await answer.text(), /<h1>Das hat nicht geklappt/ );
	}
	const other = party( 'lernorte', portalClient( { id: 'startchancen' } ) );
	assert.equal( ( await new Browser().open( other.authorization() ) ).status, 400 );
} );

test( 'no code without PKCE, and none for another verifier', async () => {
	const plain = await new Browser().open(
		party().authorization( { code_challenge: '', code_challenge_method: '' } )
	);
	assert.match( plain.headers.get( 'Location' ) ?? '', /error=invalid_request/ );
	const weak = await new Browser().open( party().authorization( { code_challenge_method: 'plain' } ) );
	assert.match( weak.headers.get( 'Location' ) ?? '', /error=invalid_request/ );
	const foreign = await party().login( new Browser(), 'lehrkraft', { code_challenge: 'x'.repeat( 43 ) } );
	assert.equal( foreign.error, 'invalid_grant' );
} );

test( 'the answer names the issuer (RFC 9207); a code works once', async () => {
	const client = party();
	const browser = new Browser();
	await client.login( browser, 'lehrkraft' );
	const { location } = await browser.follow( client.authorization(), discovery.issuer );
	assert.equal( location.searchParams.get( 'iss' ), discovery.issuer );
	assert.equal( location.searchParams.get( 'state' ), 'the-state' );
	const code = location.searchParams.get( 'code' ) ?? '';
	const first = await client.redeem( code );
	assert.ok( first.id_token );
	assert.equal( ( await client.redeem( code ) ).error, 'invalid_grant' );
	const refreshed = await client.token( { grant_type: 'refresh_token', refresh_token: first.refresh_token } );
	assert.equal( refreshed.error, 'invalid_grant', 'what came from the code is revoked' );
} );

test( 'prompt=none: silent with a session, login_required without, one sid for all portals', async () => {
	const browser = new Browser();
	const stranger = await browser.follow( party().authorization( { prompt: 'none' } ), discovery.issuer );
	assert.equal( stranger.location.searchParams.get( 'error' ), 'login_required' );
	const sids = [];
	for ( const client of [ party( 'lernorte' ), party( 'startchancen' ), party( 'lernorte', 'portal-lernorte' ) ] ) {
		const tokens = await client.login( browser, 'lehrkraft', sids.length === 0 ? {} : { prompt: 'none' } );
		sids.push( ( await client.verified( tokens.id_token ) ).claims.sid );
	}
	assert.equal( new Set( sids ).size, 1 );
} );

test( 'refresh tokens rotate; the old one ends the family', async () => {
	const client = party();
	const first = await client.login( new Browser(), 'lehrkraft' );
	const refresh = ( token: string ) => client.token( { grant_type: 'refresh_token', refresh_token: token } );
	const second = await refresh( first.refresh_token );
	assert.notEqual( second.refresh_token, first.refresh_token );
	assert.equal( ( await client.verified( second.id_token ) ).claims.sub, PEOPLE[ 0 ]?.sub );
	assert.equal( ( await refresh( first.refresh_token ) ).error, 'invalid_grant' );
	assert.equal( ( await refresh( second.refresh_token ) ).error, 'invalid_grant' );
} );

test( 'a client may show a signed assertion instead of a secret', async () => {
	const client = party( 'lernorte', KEY_CLIENT );
	const browser = new Browser();
	await party().login( browser, 'lehrkraft' );
	const { location } = await browser.follow( client.authorization(), discovery.issuer );
	const assertion = await new SignJWT( { jti: randomUUID() } )
		.setProtectedHeader( { alg: 'RS256', kid: keys.client.jwk.kid } )
		.setIssuer( KEY_CLIENT )
		.setSubject( KEY_CLIENT )
		.setAudience( discovery.issuer )
		.setExpirationTime( '1m' )
		.setIssuedAt()
		.sign( createPrivateKey( keys.client.pem ) );
	const form = {
		grant_type: 'authorization_code',
		code: location.searchParams.get( 'code' ) ?? '',
		redirect_uri: client.client.redirectUri,
		code_verifier: client.verifier,
	};
	assert.equal( ( await client.token( form ) ).error, 'invalid_client' );
	const tokens = await client.token(
		{
			...form,
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: assertion,
		},
		{}
	);
	assert.ok( ( await client.verified( tokens.id_token ) ).claims.sub );
} );

test( 'keys rotate while sessions live on, and other algorithms sign', async () => {
	const client = party();
	const browser = new Browser();
	const first = decodeProtectedHeader( ( await client.login( browser, 'lehrkraft' ) ).id_token ).kid;
	const { keys: published } = await control( { rotateKeys: 'keep' } );
	const { id_token: token } = await client.login( browser, 'lehrkraft', { prompt: 'none' } );
	assert.notEqual( decodeProtectedHeader( token ).kid, first );
	assert.ok(
		published.some( ( { kid } ) => kid === first ),
		'the old key stays published'
	);
	assert.ok(
		saved?.signing.some( ( { kid } ) => kid === decodeProtectedHeader( token ).kid ),
		'keys are kept'
	);
	const left = await control( { rotateKeys: 'drop' } );
	assert.ok( ! left.keys.some( ( { kid } ) => kid === first ) );
	for ( const algorithm of [ 'ES256', 'PS256' ] ) {
		await control( { algorithm } );
		const tokens = await client.login( browser, 'lehrkraft', { prompt: 'none' } );
		assert.equal( ( await client.verified( tokens.id_token ) ).header.alg, algorithm );
	}
} );

test( 'claims can be replaced and taken away', async () => {
	await control( { claims: { schueler: { name: 'KANARI', realm_access: { roles: [] }, schulname: null } } } );
	const client = party();
	const { claims } = await client.verified( ( await client.login( new Browser(), 'schueler' ) ).id_token );
	assert.deepEqual( [ claims.name, claims.realm_access ], [ 'KANARI', { roles: [] } ] );
	assert.ok( ! ( 'schulname' in claims ) );
} );

/** Logout tokens that portals got since the last call. */
function notified(): { host: string; path: string; token: string }[] {
	return portals.posted.splice( 0 ).map( ( { host, path, body } ) => ( {
		host,
		path,
		token: new URLSearchParams( body ).get( 'logout_token' ) ?? '',
	} ) );
}

test( 'logout with the ID token asks nothing, tells the portals and comes back', async () => {
	const client = party();
	const browser = new Browser();
	const { id_token: hint } = await client.login( browser, 'lehrkraft' );
	const own = party( 'startchancen', 'portal-startchancen' );
	await own.login( browser, 'lehrkraft' );
	notified();
	const back = `${ portals.url( 'lernorte' ) }/sso/logged-out`;
	const address = new URL( discovery.end_session_endpoint );
	address.search = new URLSearchParams( {
		id_token_hint: hint,
		post_logout_redirect_uri: back,
		state: 'bye',
	} ).toString();
	const { location } = await browser.follow( address.href, discovery.issuer );
	assert.equal( location.href, `${ back }?state=bye` );
	const calls = notified();
	assert.deepEqual( calls.map( ( { host, path } ) => `http://${ host }${ path }` ).sort(), [
		`${ portals.url( ids[ 0 ] ?? '' ) }/sso/backchannel-logout`,
		`${ portals.url( 'startchancen' ) }/sso/backchannel-logout`,
	] );
	const mine = calls.find( ( { host } ) => host.startsWith( ids[ 0 ] ?? '?' ) );
	const { header, claims } = await client.verified( mine?.token ?? '' );
	const { claims: old } = await client.verified( hint );
	assert.equal( header.typ, 'logout+jwt' );
	assert.deepEqual( claims.events, { 'http://schemas.openid.net/event/backchannel-logout': {} } );
	assert.deepEqual( [ claims.sid, claims.sub, claims.nonce ], [ old.sid, old.sub, undefined ] );
	assert.ok( claims.jti );
	const silent = await browser.follow( client.authorization( { prompt: 'none' } ), discovery.issuer );
	assert.equal( silent.location.searchParams.get( 'error' ), 'login_required' );
} );

test( 'logout with the client id only asks first; nobody logged in is sent back at once', async () => {
	const browser = new Browser();
	await party().login( browser, 'schueler' );
	const back = `${ portals.url( 'eure-lernwelt' ) }/sso/logged-out`;
	const address = new URL( discovery.end_session_endpoint );
	address.search = new URLSearchParams( { client_id: NETWORK_CLIENT, post_logout_redirect_uri: back } ).toString();
	const { page } = await browser.follow( address.href, discovery.issuer );
	const html = ( await page?.text() ) ?? '';
	assert.match( html, /<h1>Abmelden\?/ );
	assert.deepEqual( notified(), [] );
	const xsrf = /name="xsrf" value="([^"]+)"/.exec( html )?.[ 1 ] ?? '';
	const action = /action="([^"]+)"/.exec( html )?.[ 1 ] ?? '';
	const answer = await browser.open( action, { xsrf, logout: 'yes' } );
	assert.equal( answer.headers.get( 'Location' ), back );
	assert.equal( notified().length, 1 );
	assert.equal( ( await browser.follow( address.href, discovery.issuer ) ).location.href, back );
} );

test( 'logout never leads to an address that is not registered', async () => {
	const address = new URL( discovery.end_session_endpoint );
	address.search = new URLSearchParams( {
		client_id: NETWORK_CLIENT,
		post_logout_redirect_uri: 'http://evil.example/',
	} ).toString();
	assert.equal( ( await new Browser().open( address.href ) ).status, 400 );
} );

test( "an administrator ends somebody's sessions, and only theirs", async () => {
	const client = party();
	const other = new Browser();
	const tokens = await client.login( new Browser(), 'lehrkraft' );
	await client.login( other, 'redaktion' );
	notified();
	const { sessions } = await control( { endSessions: 'lehrkraft' } );
	assert.ok( ! sessions.some( ( { login } ) => login === 'lehrkraft' ) );
	const sids = notified().map( ( { token } ) => decodeJwt( token ).sid );
	assert.ok( sids.includes( ( await client.verified( tokens.id_token ) ).claims.sid ) );
	const refreshed = await client.token( { grant_type: 'refresh_token', refresh_token: tokens.refresh_token } );
	assert.equal( refreshed.error, 'invalid_grant' );
	assert.ok( ( await client.login( other, 'redaktion', { prompt: 'none' } ) ).id_token );
} );

test( 'who gives up comes back with access_denied', async () => {
	const browser = new Browser();
	const { location } = await browser.follow( party().authorization(), discovery.issuer );
	const chosen = await browser.open( location.href, { abbrechen: '1' } );
	const next = new URL( chosen.headers.get( 'Location' ) ?? '', discovery.issuer ).href;
	const back = await browser.follow( next, discovery.issuer );
	assert.equal( back.location.searchParams.get( 'error' ), 'access_denied' );
} );

test( 'it can be out of reach, and browsers can not turn it', async () => {
	await control( { unavailable: true } );
	await assert.rejects( RelyingParty.discover( provider.issuer ) );
	await control( { unavailable: false } );
	assert.ok( await RelyingParty.discover( provider.issuer ) );
	const foreign = await fetch( `http://127.0.0.1:${ provider.port }/control`, {
		method: 'POST',
		headers: { Origin: 'http://evil.example' },
		body: '{"unavailable":true}',
	} );
	assert.equal( foreign.status, 403 );
} );

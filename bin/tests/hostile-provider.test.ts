import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { HostileProvider, inventory } from '../../tests/support/provider/hostile/server.ts';
import { StrictParty } from './strict-party.ts';

const provider = new HostileProvider();
const { login, logout } = inventory();

before( () => provider.start() );
after( () => provider.stop() );

async function control< T >( path: string, body?: unknown ): Promise< T > {
	const response = await fetch( `${ provider.issuer }/control${ path }`, {
		...( body === undefined ? {} : { method: 'POST', body: JSON.stringify( body ) } ),
	} );
	return ( await response.json() ) as T;
}

/** A relying party whose last login went well: it has the keys, and the provider knows a nonce. */
async function party( scenario: string, order: object = {} ): Promise< StrictParty > {
	const strict = new StrictParty( provider.issuer );
	const all = { clientSecret: StrictParty.secret, clientKey: strict.key, ...order };
	await control( '', { ...all, scenario: 'oidcc-client-test' } );
	if ( scenario !== 'old-key' ) {
		await strict.login();
	}
	await control( '', { ...all, scenario } );
	return strict;
}

for ( const [ name, { accept, about } ] of Object.entries( login ) ) {
	test( `${ name } (${ about }): ${ accept ? 'accepted' : 'refused' }`, async () => {
		const strict = await party( name );
		if ( name === 'code-used-twice' ) {
			await strict.login();
		}
		if ( accept ) {
			assert.equal( ( await strict.login() ).schulnummer, '0471999' );
		} else {
			await assert.rejects( strict.login() );
		}
	} );
}

test( 'the names of the conformance list are all there', () => {
	const wanted = [
		...[
			'invalid-iss',
			'invalid-aud',
			'missing-aud',
			'missing-iat',
			'missing-sub',
			'nonce-invalid',
			'idtoken-sig-none',
		],
		...[ 'invalid-sig-rs256', 'invalid-sig-es256', 'kid-absent-multiple-jwks', 'kid-absent-single-jwks' ],
		...[
			'userinfo-invalid-sub',
			'discovery-issuer-mismatch',
			'discovery-openid-config',
			'discovery-jwks-uri-keys',
		],
		...[ 'client-secret-basic', 'scope-userinfo-claims', 'userinfo-bearer-header', 'idtoken-sig-rs256' ],
		...[ 'signing-key-rotation', 'signing-key-rotation-just-before-signing' ],
		...[ 'rp-init-logout', 'rp-init-logout-other-state', 'rp-init-logout-no-state' ],
	];
	const missing = wanted.filter( ( name ) => ! ( `oidcc-client-test-${ name }` in login ) );
	const tokens = [ 'alg-none', 'wrong-alg', 'wrong-iss', 'wrong-aud', 'no-event', 'wrong-event', 'with-nonce' ];
	const other = tokens.filter(
		( name ) => ! ( `oidcc-client-test-rp-backchannel-rpinitlogout-${ name }` in logout )
	);
	assert.deepEqual( [ ...missing, ...other ], [] );
} );

test( 'a wrong secret is refused', async () => {
	const strict = new StrictParty( provider.issuer );
	await control( '', { clientSecret: 'another' } );
	await assert.rejects( strict.login(), /status 401/ );
} );

test( 'the log tells every request, and what it brought', async () => {
	const strict = await party( 'oidcc-client-test' );
	await strict.login();
	const log =
		await control< { endpoint: string; authorization: string; form: Record< string, string > }[] >( '/log' );
	assert.deepEqual(
		log.map( ( { endpoint } ) => endpoint ),
		[ 'discovery', 'auth', 'token', 'userinfo' ]
	);
	assert.match( log[ 2 ]?.authorization ?? '', /^Basic / );
	assert.ok( log[ 2 ]?.form.code_verifier );
} );

test( 'claims, slow and dead endpoints are as asked', async () => {
	const strict = await party( 'oidcc-client-test', {
		claims: { sub: 'somebody', sid: 'session', email: null },
		slow: { token: 300 },
	} );
	const begin = Date.now();
	const claims = await strict.login();
	assert.deepEqual( [ claims.sub, claims.sid, claims.email ], [ 'somebody', 'session', undefined ] );
	assert.ok( Date.now() - begin >= 300 );
	await control( '', { dead: [ 'token' ] } );
	await assert.rejects( strict.login(), /fetch failed/ );
} );

test( 'codes and refresh tokens work once', async () => {
	const strict = await party( 'oidcc-client-test' );
	await assert.rejects( strict.redeemTwice(), /status 400/ );
	const { refresh_token: first } = await strict.tokens();
	const second = await strict.refresh( String( first ) );
	assert.equal( typeof second.id_token, 'string' );
	assert.notEqual( second.refresh_token, first );
	assert.equal( ( await strict.refresh( String( first ) ) ).error, 'invalid_grant' );
	await control( '', { scenario: 'refresh-other-sub' } );
	const stranger = await strict.refresh( String( second.refresh_token ) );
	assert.equal( decodeJwt( String( stranger.id_token ) ).sub, 'somebody-else' );
} );

test( 'logout tokens are right or wrong as their kind says', async () => {
	const strict = await party( 'oidcc-client-test' );
	const { jwks_uri: keys } = await control< { jwks_uri: string } >( '/../.well-known/openid-configuration' );
	for ( const [ kind, { status, about } ] of Object.entries( logout ) ) {
		const { token } = await control< { token: string } >( '/logout-token', { kind, sub: 'a', sid: 'b' } );
		const { typ } = decodeProtectedHeader( token );
		let good = [ undefined, 'JWT', 'logout+jwt' ].includes( typ );
		try {
			const claims = await strict.verified( { jwks_uri: keys }, token );
			good &&= isLogout( claims );
		} catch {
			// A token without a subject is one for its session.
			good &&= kind === 'no-sub' && isLogout( decodeJwt( token ) );
		}
		assert.equal( good, status === 200, `${ kind }: ${ about }` );
	}
	const unknown = await fetch( `${ provider.issuer }/control/logout-token`, {
		method: 'POST',
		body: '{"kind":"x"}',
	} );
	assert.equal( unknown.status, 400 );
} );

function isLogout( claims: Readonly< Record< string, unknown > > ): boolean {
	const events = claims.events as Record< string, unknown > | undefined;
	const event = events?.[ 'http://schemas.openid.net/event/backchannel-logout' ];
	return (
		typeof event === 'object' &&
		! Array.isArray( events ) &&
		claims.nonce === undefined &&
		typeof claims.jti === 'string' &&
		( claims.sub !== undefined || claims.sid !== undefined )
	);
}

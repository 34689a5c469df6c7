/**
 * The hostile identity provider: plays every line of the conformance list for relying parties, right and wrong, so that
 * nothing in our code can depend on the demo provider.
 *
 *   node --import tsx tests/support/provider/hostile.ts          prints its port, ends with its standard input
 *   node --import tsx tests/support/provider/hostile.ts --list   prints { "login": { NAME: { about, accept } },
 *                                                                 "logout": { KIND: { about, status } } } and ends
 *
 * The issuer is `http://127.0.0.1:PORT`. /auth shows no page: it answers 302 to the redirect_uri at once.
 *
 *   POST /control               begins a scenario and empties the log; JSON, all optional, what is absent is normal:
 *                                 scenario      name from hostile/login-scenarios.ts; "oidcc-client-test" is all right
 *                                 claims        claims of the person in ID token and userinfo, e.g. { "sub": "a",
 *                                               "sid": "s", "realm_access": { "roles": [] }, "email": null }
 *                                 clientSecret  is then checked; needed for tokens signed with the secret
 *                                 clientKey     PEM, public; the assertion of private_key_jwt is checked with it
 *                                 slow          { ENDPOINT: milliseconds }
 *                                 dead          [ ENDPOINT, … ]: connections break off
 *                                 loggedOut     true: prompt=none gets login_required
 *                                 rotate        true: new keys now, the old ones are gone
 *                               ENDPOINT is one of discovery, jwks, auth, token, userinfo, logout.
 *   GET  /control/log           every request since: [ { endpoint, method, query, form, authorization } ]; DELETE empties
 *   POST /control/logout-token  { kind, sub, sid, claims } → { token }, to be posted to a portal; kinds are in
 *                               hostile/logout-tokens.ts, "aud" in claims names the client when no login came before
 *
 * Scenarios about keys come with new ones, so that a cache doesn't hide them: empty yours before each.
 *
 * Codes and refresh tokens work once, codes with their PKCE verifier and redirect_uri only. A refresh token that was
 * used twice shows in the log as two requests, the second answered invalid_grant.
 *
 * From Playwright use the class HostileProvider of hostile/server.ts in the same process, from PHP
 * tests/php/HostileProvider.php.
 */
import { HostileProvider, inventory } from './hostile/server.ts';

if ( process.argv.includes( '--list' ) ) {
	process.stdout.write( `${ JSON.stringify( inventory() ) }\n` );
} else {
	const provider = new HostileProvider();
	await provider.start();
	process.stdout.write( `${ new URL( provider.issuer ).port }\n` );
	process.stdin.resume();
	process.stdin.on( 'end', () => process.exit( 0 ) );
}

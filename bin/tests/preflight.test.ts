import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot } from '../src/lib/paths.ts';
import { type Finished, run } from '../src/lib/run.ts';

let folder = '';

before( async () => {
	folder = await mkdtemp( join( tmpdir(), 'lw-preflight-' ) );
} );

after( () => rm( folder, { recursive: true, force: true } ) );

const SOUND = {
	environment: 'production',
	network_host: 'lernwelt-lsa.de',
	scheme: 'https',
	// Its server isn't asked: what is looked for here is said before.
	db: { engine: 'sqlite' },
	smtp: { host: 'mail.example', port: 587 },
	log_file: '/var/log/lernwelt/php.log',
	tmp: '/srv/lernwelt/shared/tmp',
	journal_file: '/srv/lernwelt/shared/journal/erasures.jsonl',
	page_cache: { directory: '/srv/lernwelt/shared/cache/pages', secret: 's'.repeat( 64 ) },
	salts: Object.fromEntries(
		[ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ].flatMap( ( name ) =>
			[ 'KEY', 'SALT' ].map( ( kind ) => [ `${ name }_${ kind }`, 'k'.repeat( 64 ) ] )
		)
	),
};

const ENVIRONMENT = {
	LERNWELT_JOURNAL: SOUND.journal_file,
	LERNWELT_CACHE: '/srv/lernwelt/shared/cache',
	LERNWELT_PAGE_CACHE_SECRET: SOUND.page_cache.secret,
};

async function preflight(
	settings: object,
	env: Readonly< Record< string, string > >,
	mode = 0o640
): Promise< Finished > {
	const config = join( folder, 'config.php' );
	await rm( config, { force: true } );
	await writeFile( config, `<?php return json_decode( '${ JSON.stringify( settings ) }', true );`, { mode } );
	return run( 'php', [ inRoot( 'deploy/release/preflight.php' ), config, folder ], { env } );
}

test( 'a machine that is ready', async () => {
	assert.deepEqual( await preflight( SOUND, ENVIRONMENT ), { code: 0, stdout: '', stderr: '' } );
} );

test( 'whatever stands in config.php and in lernwelt.env has to be the same', async () => {
	for ( const [ name, key ] of [
		[ 'LERNWELT_JOURNAL', 'journal_file' ],
		[ 'LERNWELT_CACHE', 'page_cache → directory' ],
		[ 'LERNWELT_PAGE_CACHE_SECRET', 'page_cache → secret' ],
	] as const ) {
		const { code, stderr } = await preflight( SOUND, { ...ENVIRONMENT, [ name ]: '/elsewhere' } );
		assert.equal( code, 1, name );
		assert.match( stderr, new RegExp( `"${ key }" in \\S+ and ${ name } have to mean the same` ) );
	}
	const { journal_file: _, ...without } = SOUND;
	assert.match( ( await preflight( without, ENVIRONMENT ) ).stderr, /"journal_file" in/ );
	const { page_cache: __, ...uncached } = SOUND;
	assert.equal( ( await preflight( uncached, ENVIRONMENT ) ).code, 0 );
} );

test( 'what pages would never hear of stands in no variable', async () => {
	const issuer = { LERNWELT_OIDC_ISSUER: 'https://id.example/realms/x' };
	const { code, stderr } = await preflight( SOUND, { ...ENVIRONMENT, ...issuer } );
	assert.equal( code, 1 );
	assert.match(
		stderr,
		/LERNWELT_OIDC_ISSUER reaches commands only, no page: write it into "oidc" of \S+config\.php/
	);
} );

test( 'proxies are named to nginx, which is asked first', async () => {
	const proxied = { ...SOUND, trusted_proxies: [ '10.0.0.1' ] };
	assert.match( ( await preflight( proxied, ENVIRONMENT ) ).stderr, /name the proxies in LERNWELT_TRUSTED_PROXIES/ );
	assert.equal( ( await preflight( proxied, { ...ENVIRONMENT, LERNWELT_TRUSTED_PROXIES: '10.0.0.1' } ) ).code, 0 );
} );

test( 'secrets are there, and not everybody reads them', async () => {
	const { stderr } = await preflight( { ...SOUND, salts: { ...SOUND.salts, AUTH_KEY: '' } }, ENVIRONMENT );
	assert.match( stderr, /lacks "AUTH_KEY"/ );
	assert.match( ( await preflight( SOUND, ENVIRONMENT, 0o644 ) ).stderr, /Everybody on this machine can read/ );
} );

/**
 * Runs after `wp-env start`: turns wp-env's single site into the network of five portals. Safe to repeat.
 *
 * wp-env always defines WP_HOME and WP_SITEURL, and one constant can't be right for five domains.
 */
import { readFileSync } from 'node:fs';
import { build } from './lib/build.ts';
import { runMain, UserError } from './lib/errors.ts';
import { inRoot } from './lib/paths.ts';
import { mainPortal, portalList } from './lib/portals.ts';
import { say, step } from './lib/progress.ts';
import { ACCOUNTS, DEMO_PASSWORD, DEMO_SECRET, SUPER_ADMIN } from './lib/provision.ts';
import { type Finished, run } from './lib/run.ts';
import { hostOf } from './lib/stack.ts';
import { wordpressPackage } from './lib/packages.ts';

/** Where .wp-env.json maps bin/ and demo/ to inside the container. */
const INSIDE = '/var/www/html/lernwelt';

const port = ( JSON.parse( readFileSync( inRoot( '.wp-env.json' ), 'utf8' ) ) as { port: number } ).port;

function inContainer( ...command: string[] ): Promise< Finished > {
	return run( inRoot( 'node_modules/.bin/wp-env' ), [ 'run', 'cli', '--', ...command ] );
}

async function wp( ...args: string[] ): Promise< Finished > {
	const result = await inContainer( 'wp', ...args );
	if ( result.code !== 0 ) {
		throw new UserError( `"wp ${ args.join( ' ' ) }" failed in the container: ${ result.stderr.trim() }` );
	}
	return result;
}

async function addresses(): Promise< void > {
	for ( const constant of [ 'WP_HOME', 'WP_SITEURL' ] ) {
		if ( ( await inContainer( 'wp', 'config', 'has', constant ) ).code === 0 ) {
			await wp( 'config', 'delete', constant );
		}
	}
	const main = hostOf( mainPortal(), port );
	const { stdout } = await wp( 'config', 'get', 'DOMAIN_CURRENT_SITE' );
	const before = stdout.trim();
	if ( before !== main ) {
		await wp( 'lernwelt', 'rehost', `${ before }=${ main }`, `--url=${ before }` );
		await wp( 'config', 'set', 'DOMAIN_CURRENT_SITE', main );
	}
}

async function content(): Promise< void > {
	const url = ( id: string ): string => `--url=${ id }.localhost:${ port }`;
	await wp(
		'eval-file',
		'--use-include',
		`${ INSIDE }/bin/php/demo-accounts.php`,
		JSON.stringify( ACCOUNTS ),
		DEMO_PASSWORD,
		DEMO_SECRET,
		SUPER_ADMIN
	);
	for ( const { id } of portalList().portals ) {
		await wp( 'lernwelt', 'migrate', url( id ) );
		await wp( 'eval-file', '--use-include', `${ INSIDE }/demo/import.php`, id, url( id ) );
	}
	if ( ( await wp( 'lernwelt', 'schools', 'list', '--format=count' ) ).stdout.trim() === '0' ) {
		await wp( 'lernwelt', 'schools', 'import', `${ INSIDE }/demo/schulen.csv` );
	}
}

await runMain( async () => {
	await build();
	await step( 'Addresses of the network', addresses );
	await step( 'German', () => wp( 'language', 'core', 'install', wordpressPackage.locale ).then( () => undefined ) );
	await step( 'Portals', () =>
		wp( 'lernwelt', 'network', 'setup', `${ INSIDE }/bin/portals.json`, `--host={id}.localhost:${ port }` ).then(
			() => undefined
		)
	);
	await step( 'Accounts and demo content', content );
	for ( const portal of portalList().portals ) {
		say( `  http://${ hostOf( portal, port ) }` );
	}
} );

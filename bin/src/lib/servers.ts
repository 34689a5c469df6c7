import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { inRoot } from './paths.ts';
import { startGroup } from './processes.ts';
import { portsOf, type Stack } from './stack.ts';

/** Requests the built-in server answers at once. */
const WORKERS = 6;

const PHP_SETTINGS: Readonly< Record< string, string > > = {
	'opcache.enable': '1',
	'opcache.enable_cli': '1',
	'opcache.memory_consumption': '192',
	'opcache.max_accelerated_files': '20000',
	'opcache.interned_strings_buffer': '16',
	// Sources are edited while the network runs.
	'opcache.validate_timestamps': '1',
	'opcache.revalidate_freq': '0',
	memory_limit: '256M',
	upload_max_filesize: '20M',
	post_max_size: '24M',
	max_execution_time: '60',
	display_errors: '0',
	log_errors: '1',
	expose_php: '0',
	'session.use_cookies': '0',
};

/**
 * PHP's own web server with several workers.
 *
 * @param stack The stack.
 */
export function startWeb( stack: Stack ): ChildProcess {
	const { web } = portsOf( stack.state().port );
	const settings = Object.entries( { ...PHP_SETTINGS, error_log: join( stack.logs, 'php.log' ) } ).flatMap(
		( [ name, value ] ) => [ '-d', `${ name }=${ value }` ]
	);
	return startGroup(
		'php',
		[ ...settings, '-S', `127.0.0.1:${ web }`, '-t', stack.public, inRoot( 'deploy/php/router.php' ) ],
		join( stack.logs, 'web.log' ),
		{
			env: { PHP_CLI_SERVER_WORKERS: String( WORKERS ) },
			cwd: stack.public,
		}
	);
}

/**
 * The mail catcher: takes every mail, delivers none, shows them on a page.
 *
 * @param stack The stack.
 */
export function startMail( stack: Stack ): ChildProcess {
	const { mailWeb, smtp } = portsOf( stack.state().port );
	return startGroup(
		process.execPath,
		[
			inRoot( 'node_modules/maildev/bin/maildev' ),
			'--web',
			String( mailWeb ),
			'--smtp',
			String( smtp ),
			'--ip',
			'127.0.0.1',
			'--web-ip',
			'127.0.0.1',
		],
		join( stack.logs, 'mail.log' )
	);
}

/** Part of the provider's command line. */
export const IDENTITY_PROGRAM = 'tests/support/provider/main.ts';

/**
 * The demo identity provider "Bildungsserver (Demo)".
 *
 * @param stack The stack.
 */
export function startIdentity( stack: Stack ): ChildProcess {
	return startGroup(
		process.execPath,
		[ '--import', 'tsx', inRoot( IDENTITY_PROGRAM ), stack.name ],
		join( stack.logs, 'identity.log' ),
		{ cwd: inRoot(), ...( stack.state().server === 'nginx' ? { env: trusting( stack ) } : {} ) }
	);
}

/** It calls the portals, whose certificate is the stack's own. */
function trusting( stack: Stack ): Readonly< Record< string, string > > {
	return { NODE_EXTRA_CA_CERTS: join( stack.directory, 'tls', 'ca.pem' ) };
}

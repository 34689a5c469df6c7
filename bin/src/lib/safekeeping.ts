import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aptInstall } from './apt.ts';
import { UserError } from './errors.ts';
import { inRoot, VAR } from './paths.ts';
import { portalList } from './portals.ts';
import { environment } from './production.ts';
import { exists, run } from './run.ts';
import { hostOf, type Stack, writeWhole } from './stack.ts';
import { wpCommand } from './wp.ts';

/** Where a stack's backups go unless LERNWELT_BACKUP_SETTINGS names other repositories; outside of the stack, which may be deleted. */
export function backupFolder( stack: Stack ): string {
	return join( VAR, '.backups', stack.name );
}

/** Installs restic where that is possible, otherwise names it. */
export async function ensureRestic(): Promise< void > {
	if ( ! ( await exists( 'restic' ) ) ) {
		await aptInstall( [ 'restic' ], 'restic (encrypted backups)' );
	}
}

/**
 * What the scripts in deploy/bin need to know about a local stack: the same variables that lernwelt.env has on a server.
 *
 * @param stack  The stack they work on.
 * @param source Whose backups they use; the stack's own by default.
 */
export async function settingsFor(
	stack: Stack,
	source: Stack = stack
): Promise< Readonly< Record< string, string > > > {
	const work = join( stack.directory, 'backup' );
	await mkdir( work, { recursive: true, mode: 0o700 } );
	const state = stack.state();
	// Not the list that nginx and cron of ./bin/stack read: that one says more of each portal.
	const portals = join( work, 'portals' );
	await writeWhole(
		portals,
		portalList()
			.portals.map( ( portal ) => `${ portal.id } ${ hostOf( portal, state.port ) }\n` )
			.join( '' )
	);
	const wp = [ 'php', ...wpCommand( stack ).filter( ( word ) => word !== '--allow-root' ) ];
	if ( wp.some( ( word ) => /\s/.test( word ) ) ) {
		throw new UserError( 'Backups of a local network need a folder without spaces in its path.' );
	}
	return {
		...environment( stack ),
		LERNWELT_PORTALS: portals,
		LERNWELT_WP: wp.join( ' ' ),
		LERNWELT_BACKUP_WORK: work,
		...( await administrator( stack, work ) ),
		...( await repositories( source ) ),
	};
}

/** Option file of the local database server's administrator, who has no password: only this machine's socket leads there. */
async function administrator( stack: Stack, work: string ): Promise< Record< string, string > > {
	const { database } = stack.state();
	if ( database.engine === 'sqlite' ) {
		return {};
	}
	const file = join( work, 'admin.cnf' );
	await writeWhole( file, `[client]\nuser=root\nsocket="${ database.host.replace( /^localhost:/, '' ) }"\n` );
	return { LERNWELT_DB_ADMIN_CNF: file };
}

/** The repositories that the environment names, or one below var/ with a password of its own. */
async function repositories( stack: Stack ): Promise< Record< string, string > > {
	const settings = process.env.LERNWELT_BACKUP_SETTINGS;
	if ( settings !== undefined && settings !== '' ) {
		return {
			LERNWELT_BACKUP_SETTINGS: settings,
			LERNWELT_BACKUP_REPOSITORIES: process.env.LERNWELT_BACKUP_REPOSITORIES ?? '',
		};
	}
	const folder = backupFolder( stack );
	await mkdir( folder, { recursive: true, mode: 0o700 } );
	const password = join( folder, 'password' );
	if ( ! existsSync( password ) ) {
		await writeFile( password, `${ randomBytes( 32 ).toString( 'base64url' ) }\n` );
		await chmod( password, 0o600 );
	}
	await writeWhole(
		join( folder, 'local.env' ),
		`RESTIC_REPOSITORY="${ join( folder, 'repository' ) }"\nRESTIC_PASSWORD_FILE="${ password }"\n`
	);
	return { LERNWELT_BACKUP_SETTINGS: folder, LERNWELT_BACKUP_REPOSITORIES: 'local' };
}

/** Whether the stack's own repository was never made. */
export function needsRepository( stack: Stack ): boolean {
	return (
		( process.env.LERNWELT_BACKUP_SETTINGS ?? '' ) === '' &&
		! existsSync( join( backupFolder( stack ), 'repository', 'config' ) )
	);
}

/**
 * Runs a script of deploy/bin, showing what it says.
 *
 * @param name     Script.
 * @param args     Its arguments.
 * @param settings Variables.
 * @return Exit code.
 */
export async function runScript(
	name: string,
	args: readonly string[],
	settings: Readonly< Record< string, string > >
): Promise< number > {
	return ( await run( inRoot( 'deploy/bin', name ), args, { env: settings, inherit: true } ) ).code;
}

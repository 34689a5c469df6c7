import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assemble } from './assemble.ts';
import { UserError } from './errors.ts';
import { freshIdentity } from './identity.ts';
import { inRoot } from './paths.ts';
import { allPlugins, mainPortal, portalList } from './portals.ts';
import { step } from './progress.ts';
import { run } from './run.ts';
import { freshState, hostOf, portsOf, type Database, type Stack } from './stack.ts';
import { tryWp, wp } from './wp.ts';

/** Demo account for one of WordPress's own roles, on every portal. Never a pupil. */
export interface Account {
	readonly login: string;
	readonly role: string;
	readonly name: string;
	readonly email: string;
}

/** Password of all demo accounts; such accounts exist in local stacks only. */
export const DEMO_PASSWORD = 'lernwelt';

/** Secret of the demo administrators' second factor, for an authenticator app; in local stacks only. */
export const DEMO_SECRET = 'LERNWELTDEMOLERNWELTDEMOLERNWELT';

export const SUPER_ADMIN = 'netzwerk';

/** The list of real learning places that a network with demo content begins with. */
const PLACES = {
	plugin: 'lernwelt-places',
	list: 'plugins-src/lernwelt-places/data/lernorte.csv',
	mapping: 'plugins-src/lernwelt-places/data/lernorte.mapping.json',
} as const;

export const ACCOUNTS: readonly Account[] = [
	{ login: 'portaladmin', role: 'administrator', name: 'Petra Adler', email: 'petra.adler@example.org' },
	{ login: 'redaktion', role: 'editor', name: 'Ralf Engel', email: 'ralf.engel@example.org' },
	{ login: 'autorin', role: 'author', name: 'Antje Unruh', email: 'antje.unruh@example.org' },
	{ login: 'mitarbeit', role: 'contributor', name: 'Mika Conrad', email: 'mika.conrad@example.org' },
	{ login: 'konto', role: 'subscriber', name: 'Karin Otto', email: 'karin.otto@example.org' },
];

/** How a stack is to be. */
export interface Wanted {
	readonly port: number;
	readonly database?: Database;
	/** Demo content for the portals. */
	readonly demo: boolean;
}

/**
 * Brings a stack from nothing, or from wherever an earlier run stopped, to a complete network.
 * A complete one gets only what is new in the code: new portals, plugins, migrations.
 *
 * @param stack  The stack.
 * @param wanted Port, database, content.
 * @throws UserError when the database is damaged.
 */
export async function provision( stack: Stack, wanted: Wanted ): Promise< void > {
	if ( ! stack.exists() ) {
		await mkdir( stack.directory, { recursive: true } );
		await stack.save( freshState( wanted.port, wanted.database ) );
	}
	const state = stack.state();
	// A network of older code has no identity provider yet.
	await stack.save( { ...state, identity: state.identity ?? freshIdentity( portsOf( state.port ).identity ) } );
	await assemble( stack );
	await checkDatabase( stack );
	if ( ! stack.state().installed ) {
		await install( stack, wanted );
		return;
	}
	await move( stack, wanted.port );
	await setUpPortals( stack, wanted );
}

/** @throws UserError when SQLite calls the file damaged. */
async function checkDatabase( stack: Stack ): Promise< void > {
	if ( stack.state().database.engine !== 'sqlite' || ! existsSync( stack.databaseFile ) ) {
		return;
	}
	const code =
		'$d = new SQLite3($argv[1], SQLITE3_OPEN_READONLY); $d->enableExceptions(true); echo $d->querySingle("PRAGMA quick_check(1)");';
	const result = await run( 'php', [ '-r', code, '--', stack.databaseFile ] );
	if ( result.code !== 0 || result.stdout.trim() !== 'ok' ) {
		throw new UserError(
			`The database ${ stack.databaseFile.replace( `${ inRoot() }/`, '' ) } is damaged: put a backup copy in its place, or start over with ./bin/start --reset (all content of this network is lost then).`
		);
	}
}

async function install( stack: Stack, wanted: Wanted ): Promise< void > {
	const isSqlite = stack.state().database.engine === 'sqlite';
	await stack.save( { ...stack.state(), port: wanted.port } );
	await step( 'Creating the network', async () => {
		if ( isSqlite && ! ( await hasNetwork( stack ) ) ) {
			// Half a WordPress from an interrupted run: nobody can have edited anything in it yet.
			for ( const suffix of [ '', '-wal', '-shm' ] ) {
				await rm( stack.databaseFile + suffix, { force: true } );
			}
			await mkdir( dirname( stack.databaseFile ), { recursive: true } );
		}
		if ( ! ( await hasNetwork( stack ) ) ) {
			await wp(
				stack,
				[
					'core',
					'multisite-install',
					'--subdomains',
					'--skip-config',
					'--skip-email',
					`--title=${ mainPortal().name }`,
					`--admin_user=${ SUPER_ADMIN }`,
					`--admin_password=${ DEMO_PASSWORD }`,
					'--admin_email=netzwerk@example.org',
				],
				undefined,
				{ env: { LERNWELT_INSTALLING: '1' } }
			);
		}
	} );
	await setUpPortals( stack, wanted );
	await stack.save( { ...stack.state(), installed: true } );
}

/** Whether the tables of a network with its main site are there. */
async function hasNetwork( stack: Stack ): Promise< boolean > {
	// Not "core is-installed": it answers yes as long as the configuration says so.
	return ( await tryWp( stack, [ 'site', 'list', '--format=count' ] ) ).code === 0;
}

/**
 * Creates missing portals, activates missing plugins, runs WordPress's and our migrations; does nothing when the code
 * brings nothing new. Accounts and demo content come to portals that lack them, also to one that joins later.
 */
async function setUpPortals( stack: Stack, { demo }: Wanted ): Promise< void > {
	const hash = await setUpHash();
	if ( stack.state().setUp === hash ) {
		return;
	}
	await step( `Setting up ${ portalList().portals.length } portals, their plugins and tables`, async () => {
		const host = stack.url( { ...mainPortal(), id: '{id}' } );
		for ( const command of setUpCommands( host, stack.state().installed ) ) {
			await wp( stack, command );
		}
	} );
	await step( 'Creating demo accounts', () => createAccounts( stack ) );
	if ( demo ) {
		// Bookings of the demo content copy facts of the schools.
		await importSchools( stack );
		await importDemo( stack );
		await importPlaces( stack );
	}
	await stack.save( { ...stack.state(), setUp: hash } );
}

/**
 * What brings a network's tables, portals and plugins up to date, in this order: whatever changes something is written
 * to the audit log, so its tables come first where the network is there already. A plugin that is activated brings its
 * own; the last run is for the indexes of new portals.
 *
 * @param host    Address of a portal with {id} in its host name.
 * @param isThere Whether the network was complete before.
 */
export function setUpCommands( host: string, isThere: boolean ): string[][] {
	const migrate = [ 'lernwelt', 'migrate' ];
	return [
		// A newer WordPress may have changed its own tables; editors would be sent to an upgrade page for each portal.
		[ 'core', 'update-db', '--network' ],
		...( isThere ? [ migrate ] : [] ),
		[ 'lernwelt', 'network', 'setup', inRoot( 'bin/portals.json' ), `--host=${ host }` ],
		migrate,
	];
}

/**
 * What tables, active plugins and shipped places depend on: WordPress, the list of portals, the list of places and the
 * names of all migrations.
 */
async function setUpHash(): Promise< string > {
	const hash = createHash( 'sha256' );
	for ( const file of [ 'bin/wordpress.json', 'bin/portals.json', PLACES.list, PLACES.mapping ] ) {
		hash.update( await readFile( inRoot( file ) ) );
	}
	for ( const slug of allPlugins() ) {
		const folder = inRoot( 'plugins-src', slug, 'src/Persistence/Migrations' );
		hash.update( `${ slug }:${ existsSync( folder ) ? ( await readdir( folder ) ).sort().join( ' ' ) : '' }\n` );
	}
	return hash.digest( 'hex' );
}

async function createAccounts( stack: Stack ): Promise< void > {
	await wp( stack, [
		'eval-file',
		'--use-include',
		inRoot( 'bin/php/demo-accounts.php' ),
		JSON.stringify( ACCOUNTS ),
		DEMO_PASSWORD,
		DEMO_SECRET,
		SUPER_ADMIN,
	] );
}

async function importDemo( stack: Stack ): Promise< void > {
	const importer = inRoot( 'demo/import.php' );
	if ( ! existsSync( importer ) ) {
		return;
	}
	for ( const portal of portalList().portals ) {
		await step( `Demo content for ${ portal.name }`, () =>
			wp( stack, [ 'eval-file', '--use-include', importer, portal.id ], portal )
		);
	}
}

/** Invented schools, those of the demo identity provider among them, for a network that has no register yet. */
async function importSchools( stack: Stack ): Promise< void > {
	const { stdout } = await wp( stack, [ 'lernwelt', 'schools', 'list', '--format=count' ] );
	if ( stdout.trim() === '0' ) {
		await step( 'Demo school register', () =>
			wp( stack, [ 'lernwelt', 'schools', 'import', inRoot( 'demo/schulen.csv' ) ] )
		);
	}
}

/** Learning places that come with lernwelt-places; an import of the same list changes nothing. */
async function importPlaces( stack: Stack ): Promise< void > {
	for ( const portal of portalList().portals ) {
		if ( ! portal.plugins.includes( PLACES.plugin ) ) {
			continue;
		}
		await step( `Learning places for ${ portal.name }`, () =>
			wp(
				stack,
				[
					...[ 'lernwelt', 'places', 'import', inRoot( PLACES.list ) ],
					`--mapping=${ inRoot( PLACES.mapping ) }`,
					'--source=mitgeliefert',
				],
				portal
			)
		);
	}
}

/** Moves the stored addresses to another port; finishes a move that was interrupted first. */
async function move( stack: Stack, port: number ): Promise< void > {
	const unfinished = stack.state().moving;
	if ( unfinished !== undefined ) {
		await rehost( stack, unfinished.from, unfinished.to );
	}
	if ( stack.state().port !== port ) {
		await rehost( stack, stack.state().port, port );
	}
}

async function rehost( stack: Stack, from: number, to: number ): Promise< void > {
	await step( `Moving the network from port ${ from } to ${ to }`, async () => {
		const { moving: _, ...state } = stack.state();
		await stack.save( { ...state, port: from, moving: { from, to } } );
		const pairs = portalList().portals.map( ( portal ) => `${ hostOf( portal, from ) }=${ hostOf( portal, to ) }` );
		if ( ! ( await hasNetwork( stack ) ) ) {
			// An interrupted move had renamed the main site already: wp-cli must be told its new name.
			await stack.save( { ...state, port: to, moving: { from, to } } );
		}
		await wp( stack, [ 'lernwelt', 'rehost', ...pairs ] );
		await stack.save( { ...state, port: to } );
	} );
}

/**
 * Deletes a stack with everything in it.
 *
 * @param stack The stack; must not be running.
 */
export async function reset( stack: Stack ): Promise< void > {
	await rm( stack.directory, { recursive: true, force: true } );
	await rm( join( stack.networkFile ), { force: true } );
}

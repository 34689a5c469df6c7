import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, VAR } from '../src/lib/paths.ts';
import { type Finished, must, run } from '../src/lib/run.ts';

/** Portals of the little network: WordPress's number, id. */
export const PORTALS = [
	[ 1, 'haupt' ],
	[ 3, 'orte' ],
	[ 4, 'chancen' ],
] as const;

/** A name as long as Linux allows, in bytes. */
export const LONG_NAME = `${ 'ü'.repeat( 124 ) }.txt`;

/** Files of the little network. */
export const FILES: Readonly< Record< string, string > > = {
	'2026/11/Grüße aus Köthen (größer).txt': 'Straße',
	[ `2026/11/${ LONG_NAME }` ]: 'lang',
	'2026/11/leer.pdf': '',
	"2026/11/we'ird \\ name\nin two lines.txt": 'odd',
	'sites/3/karte.svg': '<svg/>',
	'sites/4/plan.txt': 'Plan',
};

/** Tables that both databases understand; AUTO stands for a growing key. */
export const TABLES = `
CREATE TABLE wp_blogs (blog_id INTEGER PRIMARY KEY AUTO, domain VARCHAR(90), deleted INT DEFAULT 0, archived INT DEFAULT 0);
CREATE TABLE wp_blogmeta (meta_id INTEGER PRIMARY KEY AUTO, blog_id INT, meta_key VARCHAR(90), meta_value VARCHAR(90));
CREATE TABLE wp_users (ID INTEGER PRIMARY KEY AUTO, user_login VARCHAR(60));
CREATE TABLE wp_lw_audit (id INTEGER PRIMARY KEY AUTO, event VARCHAR(60));
CREATE TABLE wp_term_relationships (object_id INT, term_id INT, PRIMARY KEY (object_id, term_id));
${ [ 'wp_', 'wp_3_', 'wp_4_' ]
	.map(
		( prefix ) =>
			`CREATE TABLE ${ prefix }posts (ID INTEGER PRIMARY KEY AUTO, post_title VARCHAR(190), post_content LONGTEXT);\nCREATE TABLE ${ prefix }lw_bookings (id INTEGER PRIMARY KEY AUTO, name VARCHAR(90));`
	)
	.join( '\n' ) }
INSERT INTO wp_users (user_login) VALUES ('petra'), ('ralf');
INSERT INTO wp_lw_audit (event) VALUES ('login');
INSERT INTO wp_term_relationships VALUES (9, 1), (2, 5);
INSERT INTO wp_posts (post_title, post_content) VALUES ('Willkommen', 'Grüße'), ('Zeilen', 'eins\nzwei;\n-- end\n(drei'), ('Zeichen', 'it''s "quoted" \u{1F600}');
INSERT INTO wp_3_posts (post_title, post_content) VALUES ('Museum', 'Ort'), ('Zoo', 'Ort');
INSERT INTO wp_4_posts (post_title, post_content) VALUES ('Fortbildung', 'Termin');
INSERT INTO wp_3_lw_bookings (name) VALUES ('Anja');
${ PORTALS.map(
	( [ blog, id ] ) =>
		`INSERT INTO wp_blogs (blog_id, domain) VALUES (${ blog }, '${ id }.example.org');\nINSERT INTO wp_blogmeta (blog_id, meta_key, meta_value) VALUES (${ blog }, 'lernwelt_portal_id', '${ id }');`
).join( '\n' ) }
`;

/** What a little wp-cli does: it writes down what it was asked. */
const WP = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$(dirname "$0")/calls"
`;

/** A page that knows its portal's first post would need WordPress; this one only answers. */
const INDEX = `<?php if ( is_file( __DIR__ . '/broken' ) ) { http_response_code( 500 ); exit; } echo 'Portal ', htmlspecialchars( (string) $_SERVER['HTTP_HOST'] );`;

/** A server with a network that is none of WordPress, so that a test takes seconds: files, configuration, scripts. */
export class Machine {
	readonly env: Record< string, string >;

	private constructor( readonly directory: string ) {
		this.env = {
			LERNWELT_PUBLIC: join( directory, 'public' ),
			LERNWELT_CONFIG: join( directory, 'config.php' ),
			LERNWELT_UPLOADS: join( directory, 'public/wp-content/uploads' ),
			LERNWELT_JOURNAL: join( directory, 'journal/erasures.jsonl' ),
			LERNWELT_WP: join( directory, 'wp' ),
			LERNWELT_BACKUP_WORK: join( directory, 'work' ),
			LERNWELT_BACKUP_SETTINGS: join( directory, 'settings' ),
			LERNWELT_BACKUP_REPOSITORIES: 'erstes',
			LERNWELT_BACKUP_TIMEOUT: '20',
			LERNWELT_DB_ADMIN_CNF: '',
		};
	}

	/** @param db Its database, as config.php names it; SQLite without. */
	static make( db?: Readonly< Record< string, string > > ): Machine {
		mkdirSync( VAR, { recursive: true } );
		const machine = new Machine( realpathSync( mkdtempSync( join( VAR, 'safe-' ) ) ) );
		for ( const folder of [ 'public/wp-content', 'settings', 'work', 'journal', 'database' ] ) {
			mkdirSync( join( machine.directory, folder ), { recursive: true } );
		}
		machine.write( 'wp', WP );
		chmodSync( join( machine.directory, 'wp' ), 0o755 );
		machine.write( 'public/wp-load.php', '<?php' );
		machine.write( 'public/index.php', INDEX );
		machine.write( 'journal/erasures.jsonl', '' );
		const settings = {
			environment: 'production',
			network_host: 'haupt.example.org',
			scheme: 'https',
			db: db ?? { engine: 'sqlite', file: join( machine.directory, 'database/netz.sqlite' ) },
			salts: { AUTH_KEY: "it's a \\ secret" },
		};
		machine.write(
			'config.php',
			`<?php return json_decode( '${ JSON.stringify( settings )
				.replaceAll( '\\', '\\\\' )
				.replaceAll( "'", "\\'" ) }', true );`
		);
		machine.repository( 'erstes' );
		for ( const [ name, text ] of Object.entries( FILES ) ) {
			machine.write( `public/wp-content/uploads/${ name }`, text );
		}
		return machine;
	}

	/** Fills the SQLite database. */
	async fill(): Promise< void > {
		await this.sql( TABLES.replaceAll( ' AUTO', ' AUTOINCREMENT' ) );
	}

	/** Runs statements on the SQLite database. */
	async sql( statements: string ): Promise< string > {
		const code =
			'$d = new SQLite3($argv[1]); $d->enableExceptions(true); $s = stream_get_contents(STDIN); if (preg_match("/^SELECT/", $s)) { $r = $d->query($s); while (is_array($row = $r->fetchArray(SQLITE3_NUM))) { echo implode("|", $row), "\n"; } } else { $d->exec($s); }';
		return ( await must( 'php', [ '-r', code, '--', this.database ], { input: statements } ) ).stdout;
	}

	get database(): string {
		return join( this.directory, 'database/netz.sqlite' );
	}
	get uploads(): string {
		return this.env.LERNWELT_UPLOADS ?? '';
	}

	/** Settings of a repository below this folder, with a password of its own. */
	repository( name: string, url = join( this.directory, 'repositories', name ) ): void {
		this.write( `settings/${ name }.password`, `secret of ${ name }\n` );
		this.write(
			`settings/${ name }.env`,
			`RESTIC_REPOSITORY="${ url }"\nRESTIC_PASSWORD_FILE="${ join( this.directory, `settings/${ name }.password` ) }"\n`
		);
	}

	write( path: string, text: string ): void {
		const file = join( this.directory, path );
		mkdirSync( join( file, '..' ), { recursive: true } );
		writeFileSync( file, text );
	}

	read( path: string ): string {
		return readFileSync( join( this.directory, path ), 'utf8' );
	}

	/** Runs one of the scripts of deploy/bin on this machine. */
	script(
		name: string,
		args: readonly string[] = [],
		env: Readonly< Record< string, string > > = {}
	): Promise< Finished > {
		return run( inRoot( 'deploy/bin', name ), args, { env: { ...this.env, ...env } } );
	}

	/** restic on one of its repositories. */
	restic( name: string, ...args: string[] ): Promise< Finished > {
		return run( 'restic', args, {
			env: {
				RESTIC_REPOSITORY: join( this.directory, 'repositories', name ),
				RESTIC_PASSWORD_FILE: join( this.directory, `settings/${ name }.password` ),
				RESTIC_CACHE_DIR: join( this.directory, 'work/cache' ),
				TZ: 'UTC',
			},
		} );
	}

	remove(): void {
		rmSync( this.directory, { recursive: true, force: true } );
	}
}

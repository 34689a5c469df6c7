import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import { clientSecret, freshIdentity, type IdentityState, issuerOf, NETWORK_CLIENT } from './identity.ts';
import { VAR } from './paths.ts';
import { type Portal, mainPortal } from './portals.ts';

/** Where a stack keeps its tables. */
export type Database =
	| { readonly engine: 'sqlite' }
	| {
			readonly engine: 'mysql';
			readonly host: string;
			readonly name: string;
			readonly user: string;
			readonly password: string;
	  };

/** What a stack must remember between runs. */
export interface StackState {
	/** Port the stored addresses carry. */
	readonly port: number;
	readonly database: Database;
	/** Secret keys of wp-config.php, made once per stack. */
	readonly salts: Readonly< Record< string, string > >;
	/** What serves it: PHP's own web server without it, else the production stack of deploy/ with TLS. */
	readonly server?: 'nginx';
	/** The demo identity provider; a stack of older code has none yet. */
	readonly identity?: IdentityState;
	/** True once the network was set up completely. */
	readonly installed: boolean;
	/** Hash of the code that the portals, plugins and tables were last set up with. */
	readonly setUp?: string;
	/** A move to another port that has begun and not ended. */
	readonly moving?: { readonly from: number; readonly to: number };
}

/** Ports that one stack occupies. */
export interface Ports {
	readonly web: number;
	/** Where nginx sends everybody on to HTTPS. */
	readonly http: number;
	/** Where nginx and php-fpm say how they are, to this machine alone. */
	readonly status: number;
	readonly mailWeb: number;
	readonly smtp: number;
	/** Where a new stack's identity provider goes; see {@link Stack.identity} for where it is. */
	readonly identity: number;
}

const SALTS = [
	'AUTH_KEY',
	'SECURE_AUTH_KEY',
	'LOGGED_IN_KEY',
	'NONCE_KEY',
	'AUTH_SALT',
	'SECURE_AUTH_SALT',
	'LOGGED_IN_SALT',
	'NONCE_SALT',
];

/** One running copy of the network with a database, uploads and logs of its own: embedded, e2e, test-sqlite … */
export class Stack {
	readonly directory: string;

	/**
	 * @param name Lower-case name; also its folder below var/.
	 * @throws UserError for a name that isn't one plain folder name.
	 */
	constructor( readonly name: string ) {
		if ( ! /^[a-z][a-z0-9-]*$/.test( name ) || [ 'tools', 'downloads', 'run' ].includes( name ) ) {
			throw new UserError( `"${ name }" can't name a stack: use lower-case letters, digits and hyphens.` );
		}
		this.directory = join( VAR, name );
	}

	/** The stack that LERNWELT_STACK names, "embedded" without it. */
	static current(): Stack {
		return new Stack( process.env.LERNWELT_STACK || 'embedded' );
	}

	/** What the web server serves: WordPress with this stack's wp-content. */
	get public(): string {
		return join( this.directory, 'public' );
	}
	get content(): string {
		return join( this.public, 'wp-content' );
	}
	get databaseFile(): string {
		return join( this.directory, 'database', 'lernwelt.sqlite' );
	}
	get logs(): string {
		return join( this.directory, 'logs' );
	}
	/** Addresses, accounts and process ids of the running network. */
	get networkFile(): string {
		return this.name === 'embedded'
			? join( VAR, 'run', 'network.json' )
			: join( this.directory, 'run', 'network.json' );
	}
	/** Sockets and process ids. */
	get run(): string {
		return join( this.directory, 'run' );
	}
	get cache(): string {
		return join( this.directory, 'cache' );
	}
	get tmp(): string {
		return join( this.directory, 'tmp' );
	}
	/** Erasures and anonymisations, outside of the database. */
	get journal(): string {
		return join( this.directory, 'journal', 'erasures.jsonl' );
	}
	private get stateFile(): string {
		return join( this.directory, 'state.json' );
	}

	exists(): boolean {
		return existsSync( this.stateFile );
	}

	/**
	 * @throws UserError when the stack was never started.
	 */
	state(): StackState {
		if ( ! this.exists() ) {
			throw new UserError( 'There is no network yet: run ./bin/start first.' );
		}
		return JSON.parse( readFileSync( this.stateFile, 'utf8' ) ) as StackState;
	}

	/**
	 * The demo identity provider of this stack.
	 *
	 * @throws UserError when the stack was last started with code that knew no provider.
	 */
	identity(): IdentityState {
		const { identity } = this.state();
		if ( identity === undefined ) {
			throw new UserError( 'This network has no identity provider yet: run ./bin/start first.' );
		}
		return identity;
	}
	/** Keys of the identity provider. */
	get identityFolder(): string {
		return join( this.directory, 'identity' );
	}

	/**
	 * Writes the state and the config.php made from it, each whole or not at all.
	 *
	 * @param state New state.
	 */
	async save( state: StackState ): Promise< void > {
		for ( const folder of [ 'database', 'logs', 'run', 'tmp', 'journal' ] ) {
			await mkdir( join( this.directory, folder ), { recursive: true } );
		}
		await writeWhole( join( this.directory, 'config.php' ), this.configPhp( state ) );
		await writeWhole( this.stateFile, JSON.stringify( state, null, 2 ) );
	}

	/**
	 * @param portal Portal.
	 * @param port   Web port; the stored one by default.
	 */
	url( portal: Portal, port = this.state().port ): string {
		return `${ schemeOf( this.state() ) }://${ hostOf( portal, port ) }`;
	}

	/** What WordPress has to know about the servers of deploy/. */
	private productionSettings( state: StackState ): Readonly< Record< string, unknown > > {
		return {
			debug: false,
			x_accel: '/_uploads/',
			redis: { socket: join( this.run, 'redis.sock' ) },
			page_cache: {
				directory: join( this.cache, 'pages' ),
				secret: derived( state, 'page cache' ),
				endpoint: `https://127.0.0.1:${ state.port }`,
				ca_file: join( this.directory, 'tls', 'ca.pem' ),
			},
		};
	}

	/** Settings for deploy/wordpress/wp-config.php, which reads this file from beside the docroot. */
	private configPhp( state: StackState ): string {
		const settings = {
			environment: 'local',
			network_host: hostOf( mainPortal(), state.port ),
			scheme: schemeOf( state ),
			db:
				state.database.engine === 'sqlite'
					? { engine: 'sqlite', file: this.databaseFile }
					: { ...state.database },
			smtp: { host: '127.0.0.1', port: portsOf( state.port ).smtp },
			...( state.identity === undefined ? {} : { oidc: oidcSettings( state.identity ) } ),
			log_file: join( this.logs, 'php.log' ),
			tmp: join( this.directory, 'tmp' ),
			journal_file: this.journal,
			metrics_token: derived( state, 'metrics' ),
			...( state.server === 'nginx' ? this.productionSettings( state ) : {} ),
			salts: state.salts,
		};
		return `<?php\n// Written by bin/start; changes are lost.\nreturn json_decode( ${ phpString( JSON.stringify( settings ) ) }, true, 8, JSON_THROW_ON_ERROR );\n`;
	}
}

/**
 * A secret of a local stack that needs no place of its own.
 *
 * @param state   State of the stack.
 * @param purpose What it is for.
 */
export function derived( state: StackState, purpose: string ): string {
	return createHash( 'sha256' )
		.update( `${ purpose }|${ Object.values( state.salts ).join( '|' ) }` )
		.digest( 'hex' );
}

/** @param state State of a stack. */
export function schemeOf( state: Pick< StackState, 'server' > ): 'http' | 'https' {
	return state.server === 'nginx' ? 'https' : 'http';
}

/** A stack's first state: nothing installed, fresh secrets. */
export function freshState( port: number, database: Database = { engine: 'sqlite' } ): StackState {
	const salts = Object.fromEntries( SALTS.map( ( name ) => [ name, randomBytes( 48 ).toString( 'base64' ) ] ) );
	return { port, database, salts, identity: freshIdentity( portsOf( port ).identity ), installed: false };
}

/**
 * @param portal Portal.
 * @param port   Web port.
 */
export function hostOf( portal: Portal, port: number ): string {
	return `${ portal.id }.localhost:${ port }`;
}

/** @param web Web port; the others follow it, so that two networks never meet. */
export function portsOf( web: number ): Ports {
	return { web, http: web + 1, status: web + 2, mailWeb: web + 5, smtp: web + 6, identity: web + 7 };
}

function oidcSettings( identity: IdentityState ): Readonly< Record< string, string > > {
	return {
		issuer: issuerOf( identity.port ),
		client_id: NETWORK_CLIENT,
		client_secret: clientSecret( identity, NETWORK_CLIENT ),
	};
}

/**
 * Replaces a file in one step, so that a reader never sees half of it. Nobody else on this machine may read it: some of
 * them hold passwords.
 *
 * @param file Path.
 * @param text New content.
 */
export async function writeWhole( file: string, text: string ): Promise< void > {
	const temporary = `${ file }.${ process.pid }.tmp`;
	await writeFile( temporary, text, { mode: 0o600 } );
	await rename( temporary, file );
}

function phpString( text: string ): string {
	return `'${ text.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }'`;
}

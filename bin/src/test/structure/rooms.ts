import { existsSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { allPlugins, portalList } from '../../lib/portals.ts';
import type { Check } from '../part.ts';
import { phpSources, type PhpFacts } from './facts.ts';

const CORE = 'lernwelt-core';

/** The one file that says the words of transactions, on behalf of Core\\Transaction. */
const SAVEPOINTS = 'Persistence/Savepoints.php';

/** Parts of core that know as little of WordPress as a Domain does. */
const PURE_CORE =
	/^((CsvLine|Rights|Role|Seal)\.php$|Design\/|Data\/(German|Index\/(Bits|Catalogue|Evaluator|IndexRow|Points))\.php$)/;

/** Which rooms of the same plugin a room may name. Files beside the rooms may be named by all but Domain. */
const MAY_NAME: Readonly< Record< string, readonly string[] > > = {
	Domain: [ 'Domain' ],
	Application: [ 'Application', 'Domain' ],
	Persistence: [ 'Persistence', 'Domain' ],
	Rest: [ 'Rest', 'Application', 'Domain' ],
	Blocks: [ 'Blocks', 'Application', 'Domain' ],
	Admin: [ 'Admin', 'Application', 'Domain' ],
	Cli: [ 'Cli', 'Application', 'Domain' ],
};

/** Functions a Domain may call although they are not PHP's: none so far. */
const LANGUAGE = new Set( [ 'isset', 'empty', 'array', 'list', 'exit', 'die', 'unset', 'eval', 'print', 'echo' ] );

/**
 * The namespace of a plugin or theme folder.
 *
 * @param slug E.g. "lernwelt-booking" → "Lernwelt\Booking".
 */
export function namespaceOf( slug: string ): string {
	const words = slug === portalList().parentTheme ? [ 'theme' ] : slug.replace( /^lernwelt-/, '' ).split( '-' );
	return `Lernwelt\\${ words.map( ( word ) => word.charAt( 0 ).toUpperCase() + word.slice( 1 ) ).join( '' ) }`;
}

interface Source {
	readonly path: string;
	readonly slug: string;
	/** Path below src/, empty outside it. */
	readonly inner: string;
	readonly room: string;
	readonly facts: PhpFacts;
}

async function phpOf( tests: boolean ): Promise< Source[] > {
	return [ ...( await phpSources() ).files ]
		.map( ( [ path, facts ] ) => {
			const [ , slug = '', ...rest ] = path.split( '/' );
			const inner = rest[ 0 ] === 'src' ? rest.slice( 1 ).join( '/' ) : '';
			const room = inner.includes( '/' ) ? ( inner.split( '/' )[ 0 ] ?? '' ) : '';
			return { path, slug, inner, room, facts };
		} )
		.filter( ( { path } ) => tests || ! path.includes( '/tests/' ) );
}

/** Every class name a file mentions, resolved to its full name. */
function named( { facts }: Source ): Array< { readonly name: string; readonly line: number } > {
	const relative = facts.names.map( ( { name, line } ) => {
		if ( name.startsWith( '\\' ) ) {
			return { name: name.slice( 1 ), line };
		}
		const first = name.split( '\\' )[ 0 ] ?? '';
		const alias = facts.uses.find( ( use ) => use.name.endsWith( `\\${ first }` ) );
		return { name: `${ alias?.name.slice( 0, -first.length ) ?? `${ facts.namespace }\\` }${ name }`, line };
	} );
	return [ ...facts.uses, ...relative ];
}

async function psr4(): Promise< Check > {
	const problems = ( await phpOf( false ) ).flatMap( ( { path, slug, inner, facts } ) => {
		if ( inner === '' ) {
			return [];
		}
		const parts = inner.replace( /\.php$/, '' ).split( '/' );
		const type = parts.at( -1 ) ?? '';
		const namespace = [ namespaceOf( slug ), ...parts.slice( 0, -1 ) ].join( '\\' );
		return [
			...( facts.namespace === namespace
				? []
				: [ `${ path }: namespace is "${ facts.namespace }", the folder says "${ namespace }"` ] ),
			...( facts.types.length === 1 && facts.types[ 0 ]?.name === type
				? []
				: [ `${ path }: must hold the type "${ type }" and no other` ] ),
		];
	} );
	return { name: 'a file in src/ holds the one class its path names', problems };
}

async function directions(): Promise< Check > {
	const problems = ( await phpOf( false ) ).flatMap( ( source ) => {
		const allowed = MAY_NAME[ source.room ];
		const own = `${ namespaceOf( source.slug ) }\\`;
		if ( allowed === undefined || source.slug === CORE ) {
			return [];
		}
		return named( source ).flatMap( ( { name, line } ) => {
			const [ room = '', below ] = name.startsWith( own ) ? name.slice( own.length ).split( '\\' ) : [];
			return below === undefined || allowed.includes( room ) || ! ( room in MAY_NAME )
				? []
				: [ `${ source.path }:${ line }: ${ source.room } may not use ${ name }` ];
		} );
	} );
	return { name: 'rooms: Rest, Blocks, Admin, Cli → Application → Domain ← Persistence', problems };
}

async function nobodyImportsPlugin(): Promise< Check > {
	const problems = ( await phpOf( false ) ).flatMap( ( source ) =>
		source.inner === ''
			? []
			: named( source )
					.filter( ( { name } ) => /^Lernwelt\\[A-Za-z]+\\Plugin$/.test( name ) )
					.map( ( { name, line } ) => `${ source.path }:${ line }: uses ${ name }` )
	);
	return { name: 'nobody imports Plugin', problems };
}

async function noForeignPlugin(): Promise< Check > {
	const problems = ( await phpOf( false ) ).flatMap( ( source ) => {
		const allowed = [ namespaceOf( source.slug ), namespaceOf( CORE ) ];
		return named( source )
			.filter( ( { name } ) => name.startsWith( 'Lernwelt\\' ) )
			.filter(
				( { name } ) => ! allowed.some( ( prefix ) => name === prefix || name.startsWith( `${ prefix }\\` ) )
			)
			.map( ( { name, line } ) => `${ source.path }:${ line }: uses ${ name } of another plugin` );
	} );
	return { name: 'a plugin uses no class of another plugin, only the core contracts', problems };
}

async function pureDomain(): Promise< Check > {
	const { internal } = await phpSources();
	const pure = ( { room, slug, inner }: Source ): boolean =>
		room === 'Domain' || ( slug === CORE && PURE_CORE.test( inner ) );
	const problems = ( await phpOf( false ) )
		.filter( pure )
		.flatMap( ( { path, facts } ) => [
			...facts.calls
				.filter( ( { name } ) => ! internal.has( name.toLowerCase() ) && ! LANGUAGE.has( name.toLowerCase() ) )
				.map( ( { name, line } ) => `${ path }:${ line }: calls ${ name }()` ),
			...facts.names
				.filter( ( { name } ) => /^\\(WP_|wpdb$)/.test( name ) )
				.map( ( { name, line } ) => `${ path }:${ line }: uses ${ name }` ),
		] );
	return { name: 'Domain calls no WordPress function', problems };
}

/** Files directly in src/ build the objects: Plugin.php, and one per area of a large plugin. */
const isRoot = ( { inner }: Source ): boolean => /^[A-Za-z]+\.php$/.test( inner );

async function database(): Promise< Check > {
	const problems = ( await phpOf( false ) )
		.filter( ( source ) => source.slug !== CORE && source.room !== 'Persistence' && ! isRoot( source ) )
		.flatMap( ( { path, facts } ) =>
			[
				...facts.variables.filter( ( { name } ) => name === '$wpdb' ),
				...facts.strings.filter( ( { name } ) => name === "'wpdb'" ),
			].map( ( { line } ) => `${ path }:${ line }: says $wpdb outside Persistence` )
		);
	return { name: '$wpdb stands in Persistence only (core and composition roots excepted)', problems };
}

async function transactions(): Promise< Check > {
	const words =
		/\b(START\s+TRANSACTION|BEGIN\s+(WORK|IMMEDIATE)|SAVEPOINT|ROLLBACK|SET\s+autocommit)\b|^['"]?\s*(COMMIT|BEGIN)\b(?!:)/i;
	const problems = ( await phpOf( false ) )
		.filter( ( { slug, inner } ) => slug !== CORE || inner !== SAVEPOINTS )
		.flatMap( ( { path, facts } ) =>
			facts.strings
				.filter( ( { name } ) => words.test( name ) )
				.map( ( { line, name } ) => `${ path }:${ line }: ${ name }` )
		);
	return { name: "only core's Transaction starts and ends a transaction", problems };
}

async function hooks(): Promise< Check > {
	const problems = ( await phpOf( false ) )
		.filter( ( source ) => source.inner !== '' && ! isRoot( source ) )
		// A hook that is taken back at once belongs to the call it surrounds.
		.filter(
			( { facts } ) => ! facts.calls.some( ( { name } ) => name === 'remove_action' || name === 'remove_filter' )
		)
		.flatMap( ( { path, facts } ) =>
			facts.calls
				.filter( ( { name } ) => name === 'add_action' || name === 'add_filter' )
				.map( ( { name, line } ) => `${ path }:${ line }: ${ name }() belongs into the composition root` )
		);
	return { name: 'hooks are added in the composition root', problems };
}

async function rooms(): Promise< Check > {
	const problems = allPlugins().flatMap( ( slug ) => {
		const file = `plugins-src/${ slug }/${ slug }.php`;
		return existsSync( inRoot( file ) ) ? [] : [ `${ file } is missing` ];
	} );
	return { name: 'every plugin of bin/portals.json has its main file', problems };
}

/** Who may know whom. */
export function roomChecks(): Promise< Check[] > {
	return Promise.all( [
		rooms(),
		psr4(),
		directions(),
		nobodyImportsPlugin(),
		noForeignPlugin(),
		pureDomain(),
		database(),
		transactions(),
		hooks(),
	] );
}

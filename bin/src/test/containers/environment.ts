import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { podsOf, type Rendered, textOf } from './manifests.ts';
import type { Rule } from './pods.ts';
import { settingsOf } from './references.ts';
import { textAt, textsAt, treesAt } from './tree.ts';

const NAME = /LERNWELT_[A-Z0-9_]*[A-Z0-9]/g;

/** Names in a text. */
export function namesIn( text: string ): ReadonlySet< string > {
	return new Set( text.match( NAME ) ?? [] );
}

/** Names that ENV lines of the Dockerfile give to all images. */
export function imageSettings(): ReadonlyMap< string, string > {
	const found = textOf( 'deploy/docker/Dockerfile' ).matchAll( /^(?:ENV)?\s+(LERNWELT_[A-Z_]+)=("[^"]*"|\S+)/gm );
	return new Map( [ ...found ].map( ( [ , name = '', value = '' ] ) => [ name, value.replaceAll( '"', '' ) ] ) );
}

/** What the scripts and settings that run in containers read. */
function readByContainers(): ReadonlySet< string > {
	const folders = [ 'deploy/bin', 'deploy/docker/bin', 'deploy/nginx' ].flatMap( ( folder ) =>
		readdirSync( inRoot( folder ) ).map( ( name ) => `${ folder }/${ name }` )
	);
	const files = [
		...folders,
		'deploy/wordpress/config.env.php',
		'deploy/wordpress/wp-config.php',
		'deploy/php/php-fpm.conf',
	];
	return new Set( files.flatMap( ( file ) => [ ...namesIn( textOf( file ) ) ] ) );
}

/** Variables of one container: of the image, of the settings, its own. */
function given( rendered: Rendered, container: unknown ): ReadonlySet< string > {
	return new Set( [
		...imageSettings().keys(),
		...( treesAt( container, 'envFrom' ).length > 0 ? Object.keys( settingsOf( rendered ) ) : [] ),
		...treesAt( container, 'env' ).map( ( env ) => textAt( env, 'name' ) ),
	] );
}

/** Names that config.env.php stops without. */
export function requiredSettings(): readonly string[] {
	const text = textOf( 'deploy/wordpress/config.env.php' );
	return [ ...text.matchAll( /\$(?:required|number)\( '(LERNWELT_[A-Z_]+)'/g ) ].map( ( [ , name = '' ] ) => name );
}

export const environmentRules: readonly Rule[] = [
	{
		name: 'every variable is read by something',
		problems: ( rendered ) => {
			const known = readByContainers();
			const names = new Set(
				podsOf( rendered ).flatMap( ( pod ) =>
					pod.containers.flatMap( ( one ) => [ ...given( rendered, one ) ] )
				)
			);
			return [ ...names ]
				.filter( ( name ) => ! known.has( name ) && ! /^LERNWELT_OIDC_/.test( name ) )
				.map( ( name ) => `${ rendered.room }: nothing reads ${ name }` );
		},
	},
	{
		name: 'every variable is explained in an example, and every one of those for containers is used',
		problems: ( rendered ) => {
			const forContainers = namesIn( textOf( 'deploy/docker/containers.env.example' ) );
			const explained = new Set( [
				...forContainers,
				...namesIn( textOf( 'deploy/env.example' ) ),
				...namesIn( textOf( 'deploy/backup/backup.env.example' ) ),
			] );
			const used = new Set( [
				...podsOf( rendered ).flatMap( ( pod ) =>
					pod.containers.flatMap( ( one ) => [ ...given( rendered, one ) ] )
				),
				...namesIn( textOf( 'deploy/wordpress/config.env.php' ) ),
			] );
			return [
				...[ ...used ]
					.filter( ( name ) => ! explained.has( name ) && ! /^LERNWELT_OIDC/.test( name ) )
					.map( ( name ) => `${ rendered.room }: ${ name } is not explained` ),
				...[ ...forContainers ]
					.filter(
						( name ) => rendered.room !== 'base' && ! used.has( name ) && ! /^LERNWELT_OIDC/.test( name )
					)
					.map( ( name ) => `${ rendered.room }: ${ name } is explained, but no container has it` ),
				...[ 'LERNWELT_OIDC_ISSUER', 'LERNWELT_OIDC_CLIENT_ID' ]
					.filter( ( name ) => ! explained.has( name ) )
					.map( ( name ) => `${ rendered.room }: ${ name } is not explained` ),
			];
		},
	},
	{
		name: 'containers that run WordPress have every setting it stops without',
		problems: ( rendered ) =>
			rendered.room === 'base'
				? []
				: podsOf( rendered ).flatMap( ( pod ) =>
						pod.containers
							.filter( ( one ) => /\/(php|tools)[:@]/.test( textAt( one, 'image' ) ) )
							.flatMap( ( one ) => {
								const has = given( rendered, one );
								return requiredSettings()
									.filter( ( name ) => ! has.has( name ) && ! /REDIS|PAGE_CACHE/.test( name ) )
									.map( ( name ) => `${ rendered.room }: ${ pod.where } has no ${ name }` );
							} )
					),
	},
	{
		name: 'commands of containers are in their images',
		problems: ( rendered ) =>
			podsOf( rendered ).flatMap( ( pod ) =>
				pod.containers.flatMap( ( one ) => {
					const lines = [
						textsAt( one, 'command' ),
						...[ 'startupProbe', 'livenessProbe', 'readinessProbe' ].map( ( probe ) =>
							textsAt( one, probe, 'exec', 'command' )
						),
					];
					return lines.flat().flatMap( ( word, index, all ) => {
						const path = word.replace( '/srv/lernwelt/current/', '' );
						const own = index === 0 && ! word.startsWith( '/' ) && ! [ 'php', 'sleep' ].includes( word );
						const there = own
							? existsSync( inRoot( 'deploy/docker/bin', word ) )
							: ! path.startsWith( 'deploy/' ) || existsSync( inRoot( path ) );
						return there
							? []
							: [ `${ rendered.room }: ${ pod.where }: "${ all.join( ' ' ) }": there is no ${ path }` ];
					} );
				} )
			),
	},
	{
		name: 'whatever is written has a volume, because images are read-only',
		problems: ( rendered ) => {
			const image = imageSettings();
			const writable = [ 'LERNWELT_RUN', 'LERNWELT_TMP' ].map( ( name ) => image.get( name ) ?? '' );
			return podsOf( rendered ).flatMap( ( pod ) =>
				pod.containers
					.filter( ( one ) => ! textAt( one, 'image' ).includes( '/redis' ) )
					.flatMap( ( one ) =>
						writable
							.filter(
								( path ) =>
									! treesAt( one, 'volumeMounts' ).some(
										( mount ) => mount.mountPath === path && mount.readOnly !== true
									)
							)
							.map(
								( path ) =>
									`${ rendered.room }: ${ pod.where }/${ textAt( one, 'name' ) } can't write to ${ path }`
							)
					)
			);
		},
	},
	{
		name: 'ports are the ones that nginx and Redis listen at',
		problems: ( rendered ) => {
			const image = imageSettings();
			const port = ( name: string ): string =>
				podsOf( rendered )
					.flatMap( ( pod ) => pod.containers )
					.flatMap( ( one ) => treesAt( one, 'ports' ) )
					.filter( ( one ) => one.name === name )
					.map( ( one ) => textAt( one, 'containerPort' ) )
					.join();
			return [
				...( port( 'https' ) === image.get( 'LERNWELT_HTTPS_PORT' )
					? []
					: [ `${ rendered.room }: https is ${ port( 'https' ) }` ] ),
				...( port( 'redis' ) === settingsOf( rendered ).LERNWELT_REDIS_PORT
					? []
					: [ `${ rendered.room }: redis is ${ port( 'redis' ) }` ] ),
				...( textOf( 'deploy/docker/bin/run-redis' ).includes( `port ${ port( 'redis' ) }` )
					? []
					: [ `run-redis listens elsewhere than at ${ port( 'redis' ) }` ] ),
			];
		},
	},
];

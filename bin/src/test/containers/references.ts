import { portalList } from '../../lib/portals.ts';
import { nameOf, ofKind, podsOf, type Rendered, textOf } from './manifests.ts';
import type { Rule } from './pods.ts';
import { bytes, dig, selects, textAt, textsAt, type Tree, treeAt, treesAt } from './tree.ts';

/** The list of portals that nginx, cron and restore read: id → host, uploads folder, open or closed. */
function portalsOf( rendered: Rendered ): readonly ( readonly string[] )[] {
	const map = ofKind( rendered, 'ConfigMap' ).find( ( one ) =>
		textAt( one, 'metadata', 'name' ).startsWith( 'portals' )
	);
	return textAt( map, 'data', 'portals' )
		.split( '\n' )
		.filter( ( line ) => line !== '' && ! line.startsWith( '#' ) )
		.map( ( line ) => line.split( /\s+/ ) );
}

/** Settings that all containers of ours get. */
export function settingsOf( rendered: Rendered ): Tree {
	const maps = ofKind( rendered, 'ConfigMap' ).filter( ( one ) =>
		/^lernwelt(-|$)/.test( textAt( one, 'metadata', 'name' ) )
	);
	return treeAt( maps[ 0 ], 'data' );
}

const missing = ( rendered: Rendered, kind: string, name: string ): boolean =>
	! ofKind( rendered, kind ).some( ( one ) => textAt( one, 'metadata', 'name' ) === name );

export const referenceRules: readonly Rule[] = [
	{
		name: 'what an object names is there',
		problems: ( rendered ) => [
			...podsOf( rendered ).flatMap( ( pod ) => {
				const volumes = treesAt( pod.spec, 'volumes' );
				const wanted: ( readonly [ string, string ] )[] = [
					[ 'ServiceAccount', textAt( pod.spec, 'serviceAccountName' ) ],
					...volumes.map(
						( one ) =>
							[ 'PersistentVolumeClaim', textAt( one, 'persistentVolumeClaim', 'claimName' ) ] as const
					),
					...( rendered.room === 'base'
						? []
						: volumes.map( ( one ) => [ 'ConfigMap', textAt( one, 'configMap', 'name' ) ] as const ) ),
					...pod.containers.flatMap( ( one ) =>
						treesAt( one, 'envFrom' ).map(
							( from ) => [ 'ConfigMap', textAt( from, 'configMapRef', 'name' ) ] as const
						)
					),
				];
				const mounts = pod.containers.flatMap( ( one ) =>
					treesAt( one, 'volumeMounts' ).map( ( mount ) => textAt( mount, 'name' ) )
				);
				return [
					...wanted
						.filter( ( [ kind, name ] ) => name !== '' && missing( rendered, kind, name ) )
						.map( ( [ kind, name ] ) => `${ rendered.room }: ${ pod.where } names ${ kind } ${ name }` ),
					...mounts
						.filter( ( name ) => ! volumes.some( ( volume ) => volume.name === name ) )
						.map( ( name ) => `${ rendered.room }: ${ pod.where } mounts ${ name }, which is no volume` ),
					...volumes
						.filter( ( volume ) => ! mounts.includes( textAt( volume, 'name' ) ) )
						.map(
							( volume ) =>
								`${ rendered.room }: ${ pod.where } mounts ${ textAt( volume, 'name' ) } nowhere`
						),
				];
			} ),
			...ofKind( rendered, 'HorizontalPodAutoscaler' )
				.filter( ( one ) =>
					missing(
						rendered,
						textAt( one, 'spec', 'scaleTargetRef', 'kind' ),
						textAt( one, 'spec', 'scaleTargetRef', 'name' )
					)
				)
				.map( ( one ) => `${ rendered.room }: ${ nameOf( one ) } scales nothing` ),
			...ofKind( rendered, 'PodDisruptionBudget' )
				.filter(
					( one ) =>
						! podsOf( rendered ).some( ( { labels } ) =>
							selects( treeAt( one, 'spec', 'selector' ), labels )
						)
				)
				.map( ( one ) => `${ rendered.room }: ${ nameOf( one ) } protects nobody` ),
		],
	},
	{
		name: 'ways lead from the ingress to a port that a container opens',
		problems: ( rendered ) => [
			...ofKind( rendered, 'Service' )
				.filter( ( service ) => textAt( service, 'spec', 'type' ) !== 'ExternalName' )
				.flatMap( ( service ) => {
					const pods = podsOf( rendered ).filter( ( { labels } ) =>
						selects( { matchLabels: dig( service, 'spec', 'selector' ) }, labels )
					);
					const open = pods.flatMap( ( pod ) =>
						pod.containers.flatMap( ( one ) =>
							treesAt( one, 'ports' ).map( ( port ) => textAt( port, 'name' ) )
						)
					);
					return treesAt( service, 'spec', 'ports' )
						.filter( ( port ) => pods.length !== 1 || ! open.includes( textAt( port, 'targetPort' ) ) )
						.map(
							( port ) =>
								`${ rendered.room }: ${ nameOf( service ) }: nobody opens ${ textAt( port, 'targetPort' ) }`
						);
				} ),
			...ofKind( rendered, 'Ingress' ).flatMap( ( ingress ) =>
				treesAt( ingress, 'spec', 'rules' ).flatMap( ( rule ) =>
					treesAt( rule, 'http', 'paths' )
						.map( ( path ) => treeAt( path, 'backend', 'service' ) )
						.filter( ( backend ) => {
							const service = ofKind( rendered, 'Service' ).find(
								( one ) => textAt( one, 'metadata', 'name' ) === backend.name
							);
							return ! treesAt( service, 'spec', 'ports' ).some(
								( port ) => port.name === dig( backend, 'port', 'name' )
							);
						} )
						.map(
							( backend ) =>
								`${ rendered.room }: ${ textAt( rule, 'host' ) } leads to ${ JSON.stringify( backend ) }`
						)
				)
			),
		],
	},
	{
		name: 'all five portals have a host, a certificate and a clock',
		problems: ( rendered ) => {
			const { portals, network } = portalList();
			const ids = portals.map( ( { id } ) => id );
			const clocks = ofKind( rendered, 'CronJob' )
				.map( ( one ) =>
					textsAt( one, 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0, 'command' )
				)
				.filter( ( [ command ] ) => command === 'cron-portal' )
				.map( ( [ , id = '' ] ) => id );
			const same = ( what: string, found: readonly string[], wanted: readonly string[] ): string[] =>
				[ ...found ].sort().join() === [ ...wanted ].sort().join()
					? []
					: [ `${ rendered.room }: ${ what }: ${ found.join( ', ' ) } instead of ${ wanted.join( ', ' ) }` ];
			const problems = same( 'clocks', clocks, ids );
			if ( rendered.room === 'base' ) {
				return problems;
			}
			const list = portalsOf( rendered );
			const hosts = list.map( ( [ , host = '' ] ) => host );
			const [ ingress ] = ofKind( rendered, 'Ingress' );
			return [
				...problems,
				...same(
					'portals',
					list.map( ( [ id = '' ] ) => id ),
					ids
				),
				...same(
					'hosts of the ingress',
					treesAt( ingress, 'spec', 'rules' ).map( ( rule ) => textAt( rule, 'host' ) ),
					hosts
				),
				...same(
					'hosts of the certificate',
					treesAt( ingress, 'spec', 'tls' ).flatMap( ( tls ) => textsAt( tls, 'hosts' ) ),
					hosts
				),
				...same(
					'main host',
					[ textAt( settingsOf( rendered ), 'LERNWELT_NETWORK_HOST' ) ],
					[ list.find( ( [ id ] ) => id === network )?.[ 1 ] ?? '' ]
				),
				...same(
					'portals whose uploads guests may have',
					list.filter( ( [ , , , open ] ) => open === 'open' ).map( ( [ id = '' ] ) => id ),
					portals.filter( ( { guests } ) => guests !== false ).map( ( { id } ) => id )
				),
				...( rendered.room.endsWith( 'production' )
					? same(
							'domains',
							hosts,
							portals.map( ( { domain } ) => domain )
						)
					: [] ),
			];
		},
	},
	{
		name: 'sizes fit together',
		problems: ( rendered ) => {
			const settings = settingsOf( rendered );
			const web = podsOf( rendered ).find( ( { where } ) => where === 'Deployment web' );
			const limit = ( name: string ): number =>
				bytes(
					textAt(
						web?.containers.find( ( one ) => one.name === name ),
						'resources',
						'limits',
						'memory'
					)
				);
			const cores = Number(
				textAt(
					web?.containers.find( ( one ) => one.name === 'nginx' ),
					'resources',
					'limits',
					'cpu'
				)
			);
			const ini = ( name: string ): string =>
				new RegExp( `^${ name.replaceAll( '.', '\\.' ) } = (.+)$`, 'm' ).exec(
					textOf( 'deploy/php/lernwelt.ini' )
				)?.[ 1 ] ?? '';
			const workers =
				Number( settings.LERNWELT_PHP_WORKERS ) * bytes( ini( 'memory_limit' ) ) +
				bytes( `${ ini( 'opcache.memory_consumption' ) }M` );
			const cache = treesAt( web?.spec, 'volumes' ).find( ( { name } ) => name === 'cache' );
			const pages = portalList().portals.length * Number( settings.LERNWELT_CACHE_MEGABYTES ) * 1024 ** 2;
			const redis = podsOf( rendered ).find( ( { where } ) => where === 'Deployment redis' );
			const kept = /^maxmemory (\S+)$/m.exec( textOf( 'deploy/redis/redis.conf' ) )?.[ 1 ] ?? '';
			return [
				...( workers <= limit( 'php' )
					? []
					: [ `${ rendered.room }: php may have ${ limit( 'php' ) } bytes, its workers ${ workers }` ] ),
				...( pages < bytes( textAt( cache, 'emptyDir', 'sizeLimit' ) )
					? []
					: [ `${ rendered.room }: the page cache may grow to ${ pages } bytes, its folder is smaller` ] ),
				...( bytes( kept ) * 1.3 < bytes( textAt( redis?.containers[ 0 ], 'resources', 'limits', 'memory' ) )
					? []
					: [ `${ rendered.room }: Redis has too little room for ${ kept }` ] ),
				// Processes beyond the share of processors would only take turns.
				...( Number( settings.LERNWELT_NGINX_WORKERS ) <= 1 + Math.ceil( cores )
					? []
					: [
							`${ rendered.room }: nginx starts ${ textAt( settings, 'LERNWELT_NGINX_WORKERS' ) } processes for ${ cores } cores`,
						] ),
				...( Number( settings.LERNWELT_PAGE_CACHE_LIFE ) <= 60
					? []
					: [ `${ rendered.room }: several pods, and a page is kept longer than 60 s` ] ),
			];
		},
	},
];

/** Staging and production must have nothing in common but their make. */
export function apart( staging: Rendered, production: Rendered ): readonly string[] {
	const spaces = [ staging, production ].map(
		( { objects } ) =>
			new Set(
				objects.map( ( one ) => textAt( one, 'metadata', 'namespace' ) || textAt( one, 'metadata', 'name' ) )
			)
	);
	const [ mine, theirs ] = [ settingsOf( staging ), settingsOf( production ) ];
	const [ ingress ] = ofKind( staging, 'Ingress' );
	return [
		...[ ...( spaces[ 0 ] ?? [] ) ]
			.filter( ( space ) => spaces[ 1 ]?.has( space ) )
			.map( ( space ) => `both are in the namespace ${ space }` ),
		...[
			'LERNWELT_NETWORK_HOST',
			'LERNWELT_SMTP_HOST',
			'LERNWELT_OIDC_ISSUER',
			'LERNWELT_OIDC_CLIENT_ID',
			'LERNWELT_ENVIRONMENT',
		]
			.filter( ( name ) => mine[ name ] === theirs[ name ] )
			.map( ( name ) => `both have the same ${ name }` ),
		...( mine.LERNWELT_ENVIRONMENT === 'staging' ? [] : [ 'staging does not say that it is staging' ] ),
		...( textAt( ingress, 'metadata', 'annotations', 'haproxy.org/allow-list' ) === ''
			? [ 'staging is open to everybody' ]
			: [] ),
		...( textAt( ingress, 'metadata', 'annotations', 'haproxy.org/response-set-header' ).includes( 'noindex' )
			? []
			: [ 'search engines may keep staging' ] ),
	];
}

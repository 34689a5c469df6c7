import type { Check } from '../part.ts';
import { composeProblems, filesProblems, schemaProblems } from './compose.ts';
import { dockerfileProblems, imagesWanted } from './dockerfile.ts';
import { schedulerProblems, timerProblems, timersOf } from './clocks.ts';
import { nameOf, type Rendered, textOf } from './manifests.ts';
import { packageProblems, papers } from './packages.ts';
import { apart } from './references.ts';
import { rules } from './rules.ts';
import type { Schemas } from './schemas.ts';
import { dig, type Tree } from './tree.ts';
import { variableProblems, variablesRead } from './variables.ts';

/** What was found to be right, and is now broken piece by piece. */
interface Subject {
	readonly production: Rendered;
	readonly staging: Rendered;
	readonly schemas: Schemas;
	readonly file: Tree;
	readonly dockerfile: string;
}

type Path = readonly ( string | number )[];

/** A copy in which something is different at a path; undefined takes it away. */
function changed< T >( whole: T, path: Path, value: unknown ): T {
	const copy = structuredClone( whole );
	const holder = dig( copy, ...path.slice( 0, -1 ) ) as Record< string | number, unknown > | undefined;
	const key = path.at( -1 ) ?? '';
	if ( holder === undefined ) {
		throw new Error( `There is nothing at ${ path.join( '.' ) }: the mutation breaks nothing.` );
	}
	if ( value === undefined ) {
		delete holder[ key ];
	} else {
		holder[ key ] = value;
	}
	return copy;
}

/** The objects of an overlay, one of them changed. */
function with_( rendered: Rendered, name: string, path: Path, value: unknown ): Rendered {
	const index = rendered.objects.findIndex( ( object ) => nameOf( object ).replace( /-[a-z0-9]{10}$/, '' ) === name );
	if ( index < 0 ) {
		throw new Error( `There is no ${ name }: the mutation breaks nothing.` );
	}
	return { ...rendered, objects: changed( rendered.objects, [ index, ...path ], value ) };
}

const POD: Path = [ 'spec', 'template', 'spec' ];
const PHP: Path = [ ...POD, 'containers', 0 ];

/** Object, where in it, what it becomes, and the rule that has to notice; "schema" is Kubernetes' own. */
const MANIFESTS: readonly ( readonly [ string, Path, unknown, string ] )[] = [
	[ 'Deployment web', [ ...PHP, 'securityContext', 'readOnlyFilesystem' ], true, 'schema' ],
	[ 'Deployment web', [ ...PHP, 'resources', 'limits', 'memory' ], '2 GB', 'schema' ],
	[ 'CronJob backup', [ 'spec', 'schedule' ], undefined, 'schema' ],
	[ 'Ingress web', [ 'spec', 'rules', 0, 'http', 'paths', 0, 'pathType' ], undefined, 'schema' ],
	[ 'Service web', [ 'kind' ], 'Servus', 'schema' ],
	[
		'Deployment web',
		[ ...POD, 'securityContext', 'runAsNonRoot' ],
		undefined,
		'pods keep the strictest level of pod security',
	],
	[
		'Deployment redis',
		[ ...POD, 'securityContext', 'runAsUser' ],
		0,
		'pods keep the strictest level of pod security',
	],
	[
		'Deployment redis',
		[ ...POD, 'securityContext', 'seccompProfile' ],
		undefined,
		'pods keep the strictest level of pod security',
	],
	[ 'Deployment web', [ ...POD, 'hostNetwork' ], true, 'pods keep the strictest level of pod security' ],
	[
		'Deployment web',
		[ ...POD, 'volumes', 0 ],
		{ name: 'run', hostPath: { path: '/' } },
		'pods keep the strictest level of pod security',
	],
	[
		'Deployment web',
		[ ...POD, 'automountServiceAccountToken' ],
		undefined,
		'pods have no way to the API of Kubernetes',
	],
	[
		'Deployment web',
		[ ...PHP, 'securityContext', 'readOnlyRootFilesystem' ],
		false,
		'containers are read-only and without rights',
	],
	[
		'Deployment web',
		[ ...PHP, 'securityContext', 'allowPrivilegeEscalation' ],
		undefined,
		'containers are read-only and without rights',
	],
	[
		'Deployment web',
		[ ...PHP, 'securityContext', 'capabilities', 'add' ],
		[ 'NET_ADMIN' ],
		'containers are read-only and without rights',
	],
	[ 'Deployment web', [ ...PHP, 'resources', 'limits' ], undefined, 'containers say what they need and may have' ],
	[ 'Deployment web', [ ...PHP, 'livenessProbe' ], undefined, 'containers that go on running are watched' ],
	[ 'Deployment redis', [ ...PHP, 'readinessProbe' ], undefined, 'pods that get visitors say when they are ready' ],
	[ 'Deployment web', [ ...PHP, 'image' ], 'registry.example/lernwelt/php:latest', 'images have a version' ],
	[ 'Deployment web', [ ...PHP, 'image' ], 'registry.example/lernwelt/php', 'images have a version' ],
	[
		'Deployment web',
		[ ...PHP, 'image' ],
		'registry.example/lernwelt/php:9.9.9',
		'all images of one release have the same version',
	],
	[ 'Deployment redis', [ ...POD, 'volumes', 0, 'emptyDir' ], {}, 'folders in memory and on the node are limited' ],
	[
		'CronJob backup',
		[ 'spec', 'concurrencyPolicy' ],
		'Allow',
		'tasks by the clock never run twice and never forever',
	],
	[
		'Job migrate',
		[ 'spec', 'activeDeadlineSeconds' ],
		undefined,
		'tasks by the clock never run twice and never forever',
	],
	[ 'ConfigMap lernwelt', [ 'data', 'LERNWELT_DB_PASSWORD' ], 'geheim', 'no secret stands in a manifest' ],
	[ 'Service web', [ 'kind' ], 'Secret', 'no secret stands in a manifest' ],
	[
		'Deployment web',
		[ ...PHP, 'env', 0 ],
		{ name: 'LERNWELT_METRICS_TOKEN', value: 'x' },
		'no secret stands in a manifest',
	],
	[
		'Deployment redis',
		[ ...POD, 'volumes', 1, 'secret', 'defaultMode' ],
		0o444,
		'secrets are mounted to be read by us alone',
	],
	[
		'Deployment redis',
		[ ...POD, 'volumes', 1, 'secret', 'secretName' ],
		'unbekannt',
		'the handbook says what is in every secret',
	],
	[ 'Service web', [ 'metadata', 'labels' ], {}, 'every object says what it belongs to' ],
	[
		'NetworkPolicy default-deny',
		[ 'spec', 'podSelector' ],
		{ matchLabels: { a: 'b' } },
		'nobody may speak with anybody, unless a policy says so',
	],
	[
		'NetworkPolicy access-mail',
		[ 'spec', 'egress', 0, 'to', 0, 'ipBlock', 'cidr' ],
		'0.0.0.0/0',
		'no policy is wide open',
	],
	[ 'NetworkPolicy access-redis', [ 'spec', 'egress', 0, 'ports' ], undefined, 'no policy is wide open' ],
	[ 'NetworkPolicy access-mail', [ 'kind' ], 'Gone', 'what a pod asks for by its labels a policy gives' ],
	[
		'NetworkPolicy access-mail',
		[ 'spec', 'podSelector' ],
		{ matchLabels: { a: 'b' } },
		'every policy is about somebody',
	],
	[
		'NetworkPolicy to-redis',
		[ 'spec', 'ingress', 0, 'ports', 0, 'port' ],
		6380,
		'where one may go out the other lets in, at the same port',
	],
	[ 'NetworkPolicy to-dns', [ 'kind' ], 'Gone', 'everybody finds names (DNS)' ],
	[ 'PersistentVolumeClaim uploads', [ 'metadata', 'name' ], 'other', 'what an object names is there' ],
	[ 'Deployment web', [ ...PHP, 'volumeMounts', 0, 'name' ], 'other', 'what an object names is there' ],
	[ 'PodDisruptionBudget web', [ 'spec', 'selector', 'matchLabels' ], { a: 'b' }, 'what an object names is there' ],
	[
		'Service redis',
		[ 'spec', 'ports', 0, 'targetPort' ],
		'other',
		'ways lead from the ingress to a port that a container opens',
	],
	[
		'Ingress web',
		[ 'spec', 'rules', 0, 'http', 'paths', 0, 'backend', 'service', 'name' ],
		'other',
		'ways lead from the ingress to a port that a container opens',
	],
	[ 'Ingress web', [ 'spec', 'tls', 0, 'hosts' ], [], 'all five portals have a host, a certificate and a clock' ],
	[ 'CronJob cron-lernorte', [ 'kind' ], 'Gone', 'all five portals have a host, a certificate and a clock' ],
	[ 'ConfigMap lernwelt', [ 'data', 'LERNWELT_PHP_WORKERS' ], '40', 'sizes fit together' ],
	[ 'ConfigMap lernwelt', [ 'data', 'LERNWELT_PAGE_CACHE_LIFE' ], '3600', 'sizes fit together' ],
	[ 'ConfigMap lernwelt', [ 'data', 'LERNWELT_NGINX_WORKERS' ], 'auto', 'sizes fit together' ],
	[ 'ConfigMap lernwelt', [ 'data', 'LERNWELT_UNKNOWN' ], '1', 'every variable is read by something' ],
	[
		'ConfigMap lernwelt',
		[ 'data', 'LERNWELT_UNKNOWN' ],
		'1',
		'every variable is explained in an example, and every one of those for containers is used',
	],
	[
		'ConfigMap lernwelt',
		[ 'data', 'LERNWELT_DB_HOST' ],
		undefined,
		'containers that run WordPress have every setting it stops without',
	],
	[ 'Job migrate', [ ...PHP, 'command' ], [ 'migrieren' ], 'commands of containers are in their images' ],
	[
		'CronJob backup',
		[ 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0, 'command', 1 ],
		'/srv/lernwelt/current/deploy/bin/nothing',
		'commands of containers are in their images',
	],
	[ 'Job migrate', [ ...PHP, 'volumeMounts' ], [], 'whatever is written has a volume, because images are read-only' ],
	[
		'Deployment redis',
		[ ...PHP, 'ports', 0, 'containerPort' ],
		6380,
		'ports are the ones that nginx and Redis listen at',
	],
	[ 'CronJob backup', [ 'spec', 'schedule' ], '10 4 * * *', 'tasks run at the times of a server' ],
	[ 'CronJob verify', [ 'kind' ], 'Gone', 'tasks run at the times of a server' ],
	[ 'CronJob cron-lernorte', [ 'spec', 'schedule' ], '*/2 * * * *', 'tasks run at the times of a server' ],
];

/** Service, key, what it becomes. */
const SERVICES: readonly ( readonly [ Path, unknown ] )[] = [
	[ [ 'services', 'nginx', 'read_only' ], false ],
	[ [ 'services', 'php', 'user' ], 'root' ],
	[ [ 'services', 'redis', 'cap_drop' ], [] ],
	[ [ 'services', 'cron', 'security_opt' ], [] ],
	[ [ 'services', 'cron', 'mem_limit' ], undefined ],
	[ [ 'services', 'backup', 'healthcheck' ], undefined ],
	[ [ 'services', 'mariadb', 'image' ], 'mariadb:latest' ],
	[ [ 'services', 'mariadb', 'ports' ], [ '3306:3306' ] ],
	[
		[ 'services', 'mariadb', 'networks' ],
		[ 'data', 'outside' ],
	],
	[ [ 'services', 'php', 'network_mode' ], undefined ],
	[ [ 'services', 'php', 'secrets' ], [ 'unknown' ] ],
	[ [ 'services', 'php', 'environment', 'LERNWELT_SMTP_PASSWORD' ], 'geheim' ],
	[ [ 'services', 'cron', 'environment', 'LERNWELT_DB_HOST' ], undefined ],
	[ [ 'services', 'mariadb', 'volumes' ], [ '../nowhere:/x:ro' ] ],
	[ [ 'services', 'mariadb', 'volumes' ], [ 'nowhere:/x' ] ],
	[ [ 'services', 'empty-object-cache' ], undefined ],
	[ [ 'services', 'empty-object-cache', 'depends_on', 'php' ], undefined ],
	[ [ 'services', 'empty-object-cache', 'depends_on', 'cron' ], undefined ],
];

/** A line of the Dockerfile and what it becomes. */
const LINES: readonly ( readonly [ RegExp, string ] )[] = [
	[ /debian:[\d.]+-slim/, 'debian:latest' ],
	[ /node:[\d.]+-bookworm-slim/, 'node:22' ],
	[ /COPY deploy\/redis\/redis\.conf/, 'ADD https://registry.example/redis.conf' ],
	[ /COPY deploy\/redis\/redis\.conf/, 'COPY deploy/redis/other.conf' ],
	[ /^USER 10001:10001$/m, 'USER root' ],
	[ /^HEALTHCHECK --interval=15s.*$/m, '' ],
	[ /ENTRYPOINT \["run-redis"\]/, 'ENTRYPOINT ["run-other"]' ],
	[ /FROM base AS nginx/, 'FROM base AS web' ],
	[ /--no-install-recommends/, '' ],
	[ /&& rm -rf \/var\/lib\/apt\/lists\/\*/, '' ],
	[ /^ENV HOME=\S+/m, 'ENV LERNWELT_DB_PASSWORD=geheim' ],
	[ /RUN groupadd/, 'RUN curl https://registry.example/install | sh && groupadd' ],
];

/** Where a package is, and what becomes of it. */
const PACKAGES = [
	[ 'handbook', ' php8.2-gd', '' ],
	[ 'handbook', ' gettext-base', '' ],
	[ 'handbook', ' php8.2-gd', ' php8.2-gd php8.2-soap' ],
	[ 'dockerfile', ' php8.2-intl', '' ],
	[ 'dockerfile', ' libnginx-mod-http-brotli-static', '' ],
	[ 'dockerfile', ' php-sqlite3', '' ],
	[ 'pipelines', ' php-gd', '' ],
	[ 'pipelines', ' php-gd', ' php-gd php-soap' ],
] as const;

/** Every rule is broken once and has to say so: one that can't is no rule. */
export function mutationChecks( { production, staging, schemas, file, dockerfile }: Subject ): readonly Check[] {
	const unnoticed = ( noticed: boolean, what: string ): readonly string[] =>
		noticed ? [] : [ `nobody notices: ${ what }` ];
	const forRule = ( rule: string ): readonly string[] =>
		MANIFESTS.filter( ( [ , , , name ] ) => name === rule ).flatMap( ( [ object, path, value ] ) => {
			const broken = with_( production, object, path, value );
			const found =
				rule === 'schema'
					? schemas.problems( broken )
					: rules.filter( ( { name } ) => name === rule ).flatMap( ( one ) => one.problems( broken ) );
			return unnoticed(
				found.length > 0,
				`${ object } ${ path.join( '.' ) } = ${ JSON.stringify( value ) ?? 'gone' }`
			);
		} );
	const untried = [ ...rules.map( ( { name } ) => name ), 'schema' ].filter(
		( rule ) => ! MANIFESTS.some( ( [ , , , name ] ) => name === rule )
	);
	const twin = { ...staging, objects: production.objects };
	return [
		...[ 'schema', ...rules.map( ( { name } ) => name ) ].map( ( rule ) => ( {
			name: `noticed when broken: ${ rule }`,
			problems: forRule( rule ),
		} ) ),
		{ name: 'every rule is broken by some mutation', problems: untried },
		{
			name: 'noticed when broken: staging and production share nothing',
			problems: unnoticed( apart( twin, production ).length >= 6, 'staging is production' ),
		},
		{
			name: 'noticed when broken: services of compose.yaml',
			problems: SERVICES.flatMap( ( [ path, value ] ) =>
				unnoticed(
					composeProblems( changed( file, path, value ) ).length > 0,
					`${ path.join( '.' ) } = ${ JSON.stringify( value ) ?? 'gone' }`
				)
			),
		},
		{
			name: 'noticed when broken: the form and the neighbours of compose.yaml',
			problems: [
				...unnoticed(
					schemaProblems( changed( file, [ 'services', 'php', 'readonly' ], true ) ).length > 0,
					'an unknown key'
				),
				...unnoticed(
					filesProblems( changed( file, [ 'networks', 'data', 'internal' ], false ) ).length > 0,
					'a way out for the database'
				),
				...unnoticed(
					filesProblems( changed( file, [ 'secrets', 'other' ], { file: './secrets/other' } ) ).length > 0,
					'a secret that nobody makes'
				),
			],
		},
		{
			name: 'noticed when broken: the clock of compose.yaml',
			problems: unnoticed(
				schedulerProblems( textOf( 'deploy/docker/bin/scheduler' ).replace( '== 03:10', '== 03:11' ) )
					.length === 1,
				'another minute'
			),
		},
		{
			name: 'noticed when broken: every timer of a server has its like in containers',
			problems: [
				...unnoticed(
					timerProblems( [ ...timersOf(), 'deploy/systemd/lernwelt-other.timer' ] ).length === 1,
					'a timer more'
				),
				...unnoticed( timerProblems( timersOf().slice( 1 ) ).length === 1, 'a timer less' ),
			],
		},
		{
			name: 'noticed when broken: every variable that deploy/ reads is explained',
			problems: [
				...unnoticed(
					variableProblems( new Set( [ ...variablesRead(), 'LERNWELT_NEW' ] ) ).length === 1,
					'a variable more'
				),
				...unnoticed(
					variableProblems(
						new Set( [ ...variablesRead() ].filter( ( name ) => name !== 'LERNWELT_HOSTS' ) )
					).length === 1,
					'a name in the list that is gone'
				),
			],
		},
		{
			name: 'noticed when broken: packages are the same in handbook, images and pipelines',
			problems: PACKAGES.flatMap( ( [ place, line, instead ] ) =>
				unnoticed(
					packageProblems( {
						...papers(),
						[ place ]:
							place === 'pipelines'
								? papers().pipelines.map( ( text ) => text.replace( line, instead ) )
								: papers()[ place ].replace( line, instead ),
					} ).length === ( place === 'pipelines' ? 2 : 1 ),
					`${ place }: ${ line } → ${ instead }`
				)
			),
		},
		{
			name: 'noticed when broken: Dockerfile',
			problems: LINES.flatMap( ( [ line, instead ] ) => {
				const broken = dockerfile.replace( line, instead );
				return [
					...unnoticed(
						dockerfileProblems( broken, imagesWanted() ).length > 0,
						`${ line.source } → ${ instead }`
					),
					...( broken === dockerfile ? [ `${ line.source } is not in the Dockerfile` ] : [] ),
				];
			} ),
		},
	];
}

import { readdirSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { namesIn } from './environment.ts';
import { textOf } from './manifests.ts';

/** Names that nobody sets on a machine, and why. */
const NO_SETTINGS: Readonly< Record< string, readonly string[] > > = {
	'a script of deploy/ makes it for another': [
		'LERNWELT_COPY_SCHEME',
		'LERNWELT_HOSTS',
		'LERNWELT_HTTPS_SUFFIX',
		'LERNWELT_INSTALLING',
		'LERNWELT_MONITORING_SMTP_LOGIN',
		'LERNWELT_NGINX',
	],
	'a secret of the pipeline (docs/handover/deployment.md)': [
		'LERNWELT_DEPLOY_KEY',
		'LERNWELT_DEPLOY_KNOWN_HOSTS',
		'LERNWELT_SIGNING_KEY',
	],
	'only for tests, which neither wait for minutes nor use the ports of services': [
		'LERNWELT_DEADMAN_SENDMAIL',
		'LERNWELT_DEADMAN_SMS',
		'LERNWELT_MONITORING_AGAIN',
		'LERNWELT_MONITORING_ALERTMANAGER',
		'LERNWELT_MONITORING_BEAT',
		'LERNWELT_MONITORING_BLACKBOX',
		'LERNWELT_MONITORING_INTERVAL',
		'LERNWELT_MONITORING_PORTAL_CA',
		'LERNWELT_MONITORING_PROMETHEUS',
		'LERNWELT_MONITORING_SLOW',
		'LERNWELT_MONITORING_TIMEOUT',
		'LERNWELT_MONITORING_WAIT',
	],
};

const files = (): readonly string[] =>
	readdirSync( inRoot( 'deploy' ), { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) =>
			`${ entry.parentPath }/${ entry.name }`.slice( inRoot( '.' ).replace( /\/?$/, '/' ).length )
		);

/** Names that something in deploy/ takes from its environment: $NAME and ${NAME…}, in PHP what is asked for by its name. */
export function variablesRead(): ReadonlySet< string > {
	const reads = [
		/\$\{?!?(LERNWELT_[A-Z0-9_]*[A-Z0-9])/g,
		/(?:getenv|\$required|\$optional|\$number)\( '(LERNWELT_[A-Z0-9_]*[A-Z0-9])'/g,
	];
	return new Set(
		files()
			.filter( ( file ) => ! file.endsWith( '.example' ) )
			.flatMap( ( file ) => {
				const text = textOf( file );
				return reads.flatMap( ( read ) => [ ...text.matchAll( read ) ].map( ( [ , name = '' ] ) => name ) );
			} )
	);
}

/** Names that are read but explained nowhere, and those in the list above that nothing reads. */
export function variableProblems( read: ReadonlySet< string > ): readonly string[] {
	const explained = new Set(
		files()
			.filter( ( file ) => file.endsWith( '.example' ) )
			.flatMap( ( file ) => [ ...namesIn( textOf( file ) ) ] )
	);
	const others = Object.values( NO_SETTINGS ).flat();
	return [
		...[ ...read ]
			.filter( ( name ) => ! explained.has( name ) && ! others.includes( name ) )
			.map( ( name ) => `${ name } stands in no *.example, nor in the list of names that are no settings` ),
		...others
			.filter( ( name ) => ! read.has( name ) || explained.has( name ) )
			.map( ( name ) => `${ name }: nothing reads it, or an example explains it (NO_SETTINGS in variables.ts)` ),
	];
}

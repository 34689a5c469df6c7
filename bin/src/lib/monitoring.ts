import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aptInstall } from './apt.ts';
import { inRoot } from './paths.ts';
import { portalList } from './portals.ts';
import { exists, must } from './run.ts';

/** Program → Debian's package. */
const PACKAGES: Readonly< Record< string, string > > = {
	prometheus: 'prometheus',
	promtool: 'prometheus',
	'prometheus-alertmanager': 'prometheus-alertmanager',
	amtool: 'prometheus-alertmanager',
	'prometheus-blackbox-exporter': 'prometheus-blackbox-exporter',
	'prometheus-exporter-exporter': 'prometheus-exporter-exporter',
	'prometheus-node-exporter': 'prometheus-node-exporter',
	mtail: 'mtail',
	logrotate: 'logrotate',
	faketime: 'faketime',
	shellcheck: 'shellcheck',
	envsubst: 'gettext-base',
	openssl: 'openssl',
};

/**
 * Installs what monitoring needs and is missing. The packages bring services along: where a system runs them, they start
 * with Debian's own harmless configuration on their usual ports; none is used here.
 */
export async function ensureMonitoring(): Promise< void > {
	const missing = new Set< string >();
	for ( const [ program, name ] of Object.entries( PACKAGES ) ) {
		if ( ! ( await exists( program ) ) ) {
			missing.add( name );
		}
	}
	if ( missing.size > 0 ) {
		await aptInstall( [ ...missing ], 'monitoring packages' );
	}
}

/** Environment of deploy/monitoring/render. */
export type Settings = Readonly< Record< string, string > >;

/**
 * Settings that every folder needs: the list of portals, the list of servers, tokens and addresses of people.
 *
 * @param folder  Folder for the lists and tokens; made.
 * @param hosts   Host of each portal by its id, with its port.
 * @param server  Address of the one server's exporters.
 * @param modules What is measured on that server.
 */
export async function settings(
	folder: string,
	hosts: ReadonlyMap< string, string >,
	server: string,
	modules = 'node,nginx,php-fpm,mtail,mysqld,redis'
): Promise< Settings > {
	await mkdir( folder, { recursive: true } );
	const file = async ( name: string, text: string ): Promise< string > => {
		await writeFile( join( folder, name ), text );
		return join( folder, name );
	};
	const portals = portalList().portals.map(
		( { id, guests } ) => `${ id } ${ hosts.get( id ) ?? '' } - ${ guests === false ? 'closed' : 'open' }`
	);
	return {
		LERNWELT_PORTALS: await file( 'portals', `${ portals.join( '\n' ) }\n` ),
		LERNWELT_MONITORING_SERVERS: await file( 'servers', `# name address modules\nweb1 ${ server } ${ modules }\n` ),
		LERNWELT_MONITORING_METRICS_TOKEN: await file( 'metrics-token', 'metrics\n' ),
		LERNWELT_MONITORING_EXPORTER_TOKEN: await file( 'exporter-token', 'exporter' ),
		LERNWELT_MONITORING_ONCALL: 'bereitschaft@example.org',
		LERNWELT_MONITORING_TEAM: 'betrieb@example.org',
		LERNWELT_MONITORING_TICKETS: 'tickets@example.org',
		LERNWELT_MONITORING_FROM: 'Lernwelt Überwachung <monitoring@example.org>',
		LERNWELT_MONITORING_SMTP: '127.0.0.1:25',
		LERNWELT_MONITORING_SMS_WEBHOOK: 'http://127.0.0.1:9096/',
		LERNWELT_MONITORING_HEARTBEAT: 'https://heartbeat.example.org/ping/key',
		LERNWELT_MONITORING_RUNBOOKS: 'https://git.example.org/lernwelt/docs/handover',
		LERNWELT_MONITORING_RESOLVERS: '127.0.0.1:53',
		LERNWELT_MONITORING_IDENTITY: 'https://sso.example.org/realms/lernwelt/',
	};
}

/**
 * Writes the configuration as an installation does.
 *
 * @param folder Target.
 * @param env    Settings.
 */
export async function render( folder: string, env: Settings ): Promise< void > {
	await must( inRoot( 'deploy/monitoring/render' ), [ folder ], { env } );
}

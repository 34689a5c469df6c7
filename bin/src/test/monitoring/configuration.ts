import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, settings } from '../../lib/monitoring.ts';
import { inRoot } from '../../lib/paths.ts';
import { portalList } from '../../lib/portals.ts';
import { run } from '../../lib/run.ts';
import type { Check } from '../part.ts';
import { alarms } from './rules.ts';

async function passes( name: string, command: string, args: readonly string[], cwd?: string ): Promise< Check > {
	const { code, stdout, stderr } = await run( command, args, cwd === undefined ? {} : { cwd } );
	return { name, problems: code === 0 ? [] : `${ stdout }\n${ stderr }`.trim().split( '\n' ) };
}

interface Target {
	readonly targets: readonly string[];
	readonly labels: Readonly< Record< string, string > >;
}

/** The generated targets are those of bin/portals.json: nobody keeps a second list. */
function targets( folder: string ): Check {
	const { portals, network } = portalList();
	const read = ( job: string ): Target[] =>
		JSON.parse( readFileSync( join( folder, `targets/${ job }.json` ), 'utf8' ) ) as Target[];
	const closed = portals.filter( ( { guests } ) => guests === false );
	const wanted: ReadonlyArray< readonly [ string, readonly string[] ] > = [
		[
			'portal-start',
			[
				...portals.map( ( { id, domain } ) => `${ id } https://${ domain }/ start_${ id }` ),
				...closed.map( ( { id, domain } ) => `${ id } https://${ domain }/anmelden/ login_${ id }` ),
			],
		],
		[ 'portal-ready', portals.map( ( { id, domain } ) => `${ id } https://${ domain }/readyz ready` ) ],
		[ 'portal-hsts', portals.map( ( { id, domain } ) => `${ id } https://${ domain }/ hsts` ) ],
		[ 'portal-dns', portals.map( ( { id } ) => `${ id } 127.0.0.1:53 dns_${ id }` ) ],
		[
			'identity-provider',
			[ ' https://sso.example.org/realms/lernwelt/.well-known/openid-configuration identity' ],
		],
		[ 'lernwelt', portals.filter( ( { id } ) => id === network ).map( ( { domain } ) => ` ${ domain } ` ) ],
	];
	const problems = wanted.flatMap( ( [ job, list ] ) => {
		const found = read( job ).map(
			( { targets: [ target ], labels } ) =>
				`${ labels.portal ?? '' } ${ target ?? '' } ${ labels.__param_module ?? '' }`
		);
		return found.toSorted().join( '\n' ) === list.toSorted().join( '\n' )
			? []
			: [ `${ job } has ${ found.join( ', ' ) } instead of ${ list.join( ', ' ) }` ];
	} );
	return { name: 'targets are the portals of bin/portals.json', problems };
}

/** The first portal of the list is asked for /metrics. */
function order(): Check {
	const { portals, network } = portalList();
	return {
		name: 'the main portal is the first of the list',
		problems: portals[ 0 ]?.id === network ? [] : [ 'deploy/monitoring/render takes the first one for /metrics' ],
	};
}

/** What the probes look for is what the portals say. */
function words(): Check {
	const facts: ReadonlyArray< readonly [ string, string ] > = [
		[ 'theme-src/lernwelt/footer.php', '<footer class="lw-footer" id="fuss"' ],
		[ 'plugins-src/lernwelt-sso/src/Web/LoginPage.php', "PATH = '/anmelden/'" ],
		[ 'plugins-src/lernwelt-operations/src/Domain/Readiness.php', "case Warn = 'warn'" ],
		[ 'deploy/php/php-fpm.conf', 'pm.status_path = /fpm-status' ],
	];
	return {
		name: 'the probes look for what the portals print',
		problems: facts
			.filter( ( [ file, word ] ) => ! readFileSync( inRoot( file ), 'utf8' ).includes( word ) )
			.map( ( [ file, word ] ) => `${ file } no longer has ${ word }: deploy/monitoring asks for it` ),
	};
}

async function routes( folder: string ): Promise< Check > {
	const wanted = { '1': 'class-1', '2': 'class-2', '3': 'class-3', watchdog: 'heartbeat' };
	const problems: string[] = [];
	for ( const [ label, receiver ] of Object.entries( wanted ) ) {
		const { stdout } = await run( 'amtool', [
			...[ 'config', 'routes', 'test', `--config.file=${ join( folder, 'alertmanager.yml' ) }` ],
			...[ `class=${ label }`, 'alertname=Any' ],
		] );
		if ( stdout.trim() !== receiver ) {
			problems.push( `class ${ label } goes to "${ stdout.trim() }" instead of "${ receiver }"` );
		}
	}
	const text = readFileSync( join( folder, 'alertmanager.yml' ), 'utf8' );
	const receiver = ( name: string ): string =>
		new RegExp( `^ {2}- name: ${ name }\\n((?: {4}.*\\n)+)`, 'm' ).exec( text )?.[ 1 ] ?? '';
	const facts: ReadonlyArray< readonly [ string, string, boolean ] > = [
		[ 'class-1', 'bereitschaft@example.org', true ],
		[ 'class-1', 'X-OTRS-Queue', true ],
		[ 'class-1', 'http://127.0.0.1:9096/', true ],
		[ 'class-2', 'betrieb@example.org', true ],
		[ 'class-2', '*ticket', true ],
		[ 'class-2', 'webhook', false ],
		[ 'class-3', '*ticket', true ],
		[ 'class-3', 'webhook', false ],
		[ 'heartbeat', 'send_resolved: false', true ],
	];
	for ( const [ name, word, present ] of facts ) {
		if ( receiver( name ).includes( word ) !== present ) {
			problems.push( `receiver ${ name } ${ present ? 'lacks' : 'must not have' } ${ word }` );
		}
	}
	return { name: 'each class reaches whom it should: mail, SMS, ticket, heartbeat', problems };
}

/** Every alarm has a class, and a class-1 alarm tests on both sides of its threshold. */
function tested(): Check[] {
	const folder = inRoot( 'deploy/monitoring/tests' );
	const expectations = readdirSync( folder )
		.map( ( file ) => readFileSync( join( folder, file ), 'utf8' ) )
		.join( '\n' );
	const silent = ( name: string ): boolean =>
		new RegExp( `alertname="${ name }".*\\n\\s+eval_time: .*\\n\\s+exp_samples: \\[\\]` ).test( expectations );
	const fires = ( name: string ): boolean =>
		new RegExp( `ALERTS\\{alertname="${ name }".*value: 1` ).test( expectations );
	const all = alarms();
	return [
		{
			name: 'every alarm has one of the classes of R3.6',
			problems: all
				.filter( ( { name, incidentClass } ) =>
					name === 'Watchdog' ? incidentClass !== 'watchdog' : ! /^[123]$/.test( incidentClass )
				)
				.map( ( { name, file } ) => `${ file }: ${ name }` ),
		},
		{
			name: 'every alarm of class 1 is seen to fire and to keep quiet in a test',
			problems: all
				.filter( ( { incidentClass } ) => incidentClass === '1' )
				.flatMap( ( { name } ) => [
					...( fires( name ) ? [] : [ `${ name } never fires in deploy/monitoring/tests` ] ),
					...( silent( name ) ? [] : [ `${ name } never keeps quiet in deploy/monitoring/tests` ] ),
				] ),
		},
	];
}

async function unitTests(): Promise< Check[] > {
	const files = readdirSync( inRoot( 'deploy/monitoring/tests' ) ).map(
		( file ) => `deploy/monitoring/tests/${ file }`
	);
	const checks: Check[] = [];
	// Two at a time: each needs a processor for some seconds.
	const lane = async (): Promise< void > => {
		for ( let file = files.shift(); file !== undefined; file = files.shift() ) {
			checks.push(
				await passes( `promtool test rules ${ file }`, 'promtool', [ 'test', 'rules', file ], inRoot() )
			);
		}
	};
	await Promise.all( [ lane(), lane() ] );
	return checks;
}

/**
 * What the programs themselves say about the files.
 *
 * @param folder Scratch folder.
 */
export async function configurationChecks( folder: string ): Promise< Check[] > {
	const out = join( folder, 'configuration' );
	const domains = new Map( portalList().portals.map( ( { id, domain } ) => [ id, domain ] as const ) );
	const env = await settings( out, domains, '10.0.0.11:9998' );
	await render( out, env );
	const { code, stderr } = await run( inRoot( 'deploy/monitoring/render' ), [ out ], {
		env: { ...env, LERNWELT_MONITORING_ONCALL: '' },
	} );
	return [
		{
			name: 'render says which setting is missing',
			problems: code === 1 && stderr.includes( 'LERNWELT_MONITORING_ONCALL is not set' ) ? [] : [ stderr ],
		},
		await passes( 'promtool check config', 'promtool', [ 'check', 'config', join( out, 'prometheus.yml' ) ] ),
		await passes( 'amtool check-config', 'amtool', [ 'check-config', join( out, 'alertmanager.yml' ) ] ),
		await passes( 'the probes are understood', 'prometheus-blackbox-exporter', [
			'--config.check',
			`--config.file=${ join( out, 'blackbox.yml' ) }`,
		] ),
		await passes(
			'shell programs of deploy/monitoring and deploy/logs pass shellcheck',
			'shellcheck',
			[
				'monitoring/render',
				'monitoring/install',
				'monitoring/deadman/lernwelt-deadman',
				'logs/rotate',
				'logs/prune',
			].map( ( path ) => inRoot( 'deploy', path ) )
		),
		targets( out ),
		order(),
		words(),
		await routes( out ),
		...tested(),
		...( await unitTests() ),
	];
}

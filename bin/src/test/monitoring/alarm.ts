import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FakePortal, startFakePortals } from '../../../../tests/support/fake-portals.ts';
import { WebhookStub } from '../../../../tests/support/sms-stub.ts';
import { render, settings } from '../../lib/monitoring.ts';
import { inRoot } from '../../lib/paths.ts';
import { portalList } from '../../lib/portals.ts';
import { must } from '../../lib/run.ts';
import type { Check } from '../part.ts';
import { eventually, freePorts, Programs, socketActivated } from './programs.ts';

/** On a machine that does other things as well everything takes its time. */
const PATIENCE = 60;

interface CaughtMail {
	readonly subject: string;
	readonly text: string;
	readonly to: ReadonlyArray< { readonly address: string } >;
	readonly headers: Readonly< Record< string, string > >;
}

/** Everything between a portal and the telephone of somebody on call, on ports of this machine. */
interface World {
	readonly portals: ReadonlyMap< string, FakePortal >;
	readonly sms: WebhookStub;
	readonly heartbeat: WebhookStub;
	readonly programs: Programs;
	readonly mails: () => Promise< CaughtMail[] >;
	/** Value of an expression, undefined when it has none. */
	readonly value: ( expression: string ) => Promise< number | undefined >;
	readonly close: () => Promise< void >;
}

/** The committed rules, but with seconds where they say minutes. */
async function hurry( folder: string ): Promise< void > {
	for ( const name of await readdir( folder ) ) {
		const text = await readFile( join( folder, name ), 'utf8' );
		await writeFile(
			join( folder, name ),
			text.replace( /^( {4}interval): \d+[smh]$/gm, '$1: 2s' ).replace( /^( {8}for): 1m$/gm, '$1: 3s' )
		);
	}
}

async function certificate( folder: string ): Promise< { readonly cert: string; readonly key: string } > {
	const files = { cert: join( folder, 'cert.pem' ), key: join( folder, 'key.pem' ) };
	await must( 'openssl', [
		...[ 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30' ],
		...[
			'-subj',
			'/CN=portals',
			'-addext',
			'subjectAltName=IP:127.0.0.1',
			'-keyout',
			files.key,
			'-out',
			files.cert,
		],
	] );
	return files;
}

function portalsOn( ports: readonly number[] ): Map< string, FakePortal > {
	return new Map(
		portalList().portals.map( ( { id, guests }, index ) => [
			id,
			{ port: ports[ index ] ?? 0, closed: guests === false, broken: false },
		] )
	);
}

async function world( folder: string ): Promise< World > {
	await rm( folder, { recursive: true, force: true } );
	await mkdir( join( folder, 'etc' ), { recursive: true } );
	const ports = await freePorts( 14 );
	const [
		prometheus = 0,
		alertmanager = 0,
		blackbox = 0,
		door = 0,
		node = 0,
		gateway = 0,
		bridge = 0,
		beat = 0,
		web = 0,
	] = ports;
	const smtp = ( await freePorts( 1 ) )[ 0 ] ?? 0;
	const portals = portalsOn( ports.slice( 9 ) );
	const files = await certificate( folder );
	const hosts = new Map( [ ...portals ].map( ( [ id, { port } ] ) => [ id, `127.0.0.1:${ port }` ] as const ) );
	const at = ( port: number ): string => `127.0.0.1:${ port }`;
	await writeFile( join( folder, 'sms-token' ), 'sms-secret\n' );
	const etc = join( folder, 'etc' );
	await render( etc, {
		...( await settings( folder, hosts, at( door ), 'node' ) ),
		LERNWELT_MONITORING_INTERVAL: '2s',
		LERNWELT_MONITORING_TIMEOUT: '2s',
		LERNWELT_MONITORING_SLOW: '2s',
		LERNWELT_MONITORING_BEAT: '1s',
		LERNWELT_MONITORING_WAIT: '1s',
		LERNWELT_MONITORING_AGAIN: '2s',
		LERNWELT_MONITORING_PROMETHEUS: at( prometheus ),
		LERNWELT_MONITORING_ALERTMANAGER: at( alertmanager ),
		LERNWELT_MONITORING_BLACKBOX: at( blackbox ),
		LERNWELT_MONITORING_EXPORTER_CA: files.cert,
		LERNWELT_MONITORING_PORTAL_CA: files.cert,
		LERNWELT_MONITORING_SMTP: at( smtp ),
		LERNWELT_MONITORING_SMTP_TLS: 'false',
		LERNWELT_MONITORING_SMS_WEBHOOK: `http://${ at( bridge ) }/`,
		LERNWELT_MONITORING_HEARTBEAT: `http://${ at( beat ) }/ping/key`,
		LERNWELT_MONITORING_RESOLVERS: '',
	} );
	await hurry( join( etc, 'rules' ) );
	await writeFile( join( etc, 'door.yml' ), `modules:\n  node:\n    method: http\n    http: { port: ${ node } }\n` );

	const sms = await WebhookStub.start( gateway );
	const heartbeat = await WebhookStub.start( beat );
	const closePortals = await startFakePortals( [ ...portals.values() ], files );
	const closeBridge = await socketActivated(
		bridge,
		inRoot( 'deploy/monitoring/sms/lernwelt-sms' ),
		[],
		{
			LERNWELT_SMS_URL: `http://${ at( gateway ) }/v1/messages`,
			LERNWELT_SMS_TO: '+491700000000 +491700000001',
			LERNWELT_SMS_TOKEN: join( folder, 'sms-token' ),
		},
		join( folder, 'bridge.log' )
	);
	const programs = new Programs( folder );
	programs.start( 'maildev', process.execPath, [
		...[ inRoot( 'node_modules/maildev/bin/maildev' ), '--web', String( web ), '--smtp', String( smtp ) ],
		...[ '--ip', '127.0.0.1', '--web-ip', '127.0.0.1' ],
	] );
	programs.start( 'node', 'prometheus-node-exporter', [
		`--web.listen-address=${ at( node ) }`,
		'--no-collector.systemd',
	] );
	programs.start( 'door', 'prometheus-exporter-exporter', [
		...[ '-config.file', join( etc, 'door.yml' ), '-web.listen-address=', '-web.tls.listen-address', at( door ) ],
		...[ '-web.tls.cert', files.cert, '-web.tls.key', files.key ],
		...[ '-web.bearer.token-file', join( folder, 'exporter-token' ) ],
	] );
	programs.start( 'blackbox', 'prometheus-blackbox-exporter', [
		`--config.file=${ join( etc, 'blackbox.yml' ) }`,
		`--web.listen-address=${ at( blackbox ) }`,
	] );
	programs.start(
		'alertmanager',
		'prometheus-alertmanager',
		[
			`--config.file=${ join( etc, 'alertmanager.yml' ) }`,
			`--storage.path=${ join( folder, 'alerts' ) }`,
			`--web.listen-address=${ at( alertmanager ) }`,
			'--cluster.listen-address=',
		],
		{ TZ: 'Europe/Berlin' }
	);
	programs.start( 'prometheus', 'prometheus', [
		`--config.file=${ join( etc, 'prometheus.yml' ) }`,
		`--storage.tsdb.path=${ join( folder, 'data' ) }`,
		`--web.listen-address=${ at( prometheus ) }`,
		'--rules.alert.resend-delay=1s',
	] );

	return {
		portals,
		sms,
		heartbeat,
		programs,
		mails: async () => {
			const response = await fetch( `http://${ at( web ) }/email` );
			return ( await response.json() ) as CaughtMail[];
		},
		value: async ( expression ) => {
			const address = `http://${ at( prometheus ) }/api/v1/query?query=${ encodeURIComponent( expression ) }`;
			// Not there yet is an answer as well, in the first seconds.
			const response = await fetch( address ).catch( () => undefined );
			if ( response?.ok !== true ) {
				return undefined;
			}
			const { data } = ( await response.json() ) as {
				readonly data: { readonly result: ReadonlyArray< { readonly value: readonly [ number, string ] } > };
			};
			const text = data.result[ 0 ]?.value[ 1 ];
			return text === undefined ? undefined : Number( text );
		},
		close: async () => {
			await programs.stop();
			await Promise.all( [ closePortals(), closeBridge(), sms.stop(), heartbeat.stop() ] );
		},
	};
}

function check( name: string, ...facts: ReadonlyArray< readonly [ boolean, string ] > ): Check {
	return { name, problems: facts.filter( ( [ holds ] ) => ! holds ).map( ( [ , text ] ) => text ) };
}

async function healthy( { value, programs }: World ): Promise< Check > {
	const wanted = portalList().portals.length;
	const facts: ReadonlyArray< readonly [ string, number ] > = [
		[ 'count(portal:up == 1)', wanted ],
		[ 'count(probe_success{job="portal-ready"} == 1)', wanted ],
		[ 'count(probe_success{job="portal-hsts"} == 1)', wanted ],
		[ 'count(probe_ssl_earliest_cert_expiry{job="portal-ready"} > time())', wanted ],
		[ 'up{job="node",instance="web1"}', 1 ],
		[ 'lernwelt_backup_age_seconds', 60 ],
	];
	const problems: string[] = [];
	for ( const [ expression, number ] of facts ) {
		let last: number | undefined;
		const found = await eventually( PATIENCE, async () => {
			last = await value( expression );
			return last === number ? true : undefined;
		} );
		if ( found === undefined ) {
			problems.push( `${ expression } is ${ last ?? 'nothing' } instead of ${ number }` );
		}
	}
	if ( problems.length > 0 ) {
		problems.push( programs.log( 'prometheus' ), programs.log( 'blackbox' ) );
	}
	return { name: 'five healthy portals, a server and its numbers are seen', problems };
}

async function outage( { portals, sms, mails, programs }: World ): Promise< Check[] > {
	const portal = portals.get( 'lernorte' );
	if ( portal === undefined ) {
		return [ check( 'a portal goes down', [ false, 'There is no portal lernorte' ] ) ];
	}
	portal.broken = true;
	const subject = 'ALARM Klasse 1: lernorte ist nicht erreichbar';
	const to = ( address: string, head: string ): Promise< CaughtMail | undefined > =>
		eventually( PATIENCE, async () =>
			( await mails() ).find(
				( mail ) => mail.subject === head && mail.to.some( ( box ) => box.address === address )
			)
		);
	const mail = await to( 'bereitschaft@example.org', subject );
	const ticket = await to( 'tickets@example.org', subject );
	const text = await eventually( PATIENCE, () =>
		sms.messages().length >= 2 ? sms.messages().map( ( message ) => message.text )[ 0 ] : undefined
	);
	const log = mail === undefined ? [ programs.log( 'alertmanager' ), programs.log( 'prometheus' ) ].join( '\n' ) : '';
	const down: Check[] = [
		check(
			'a portal that is down writes to the people on call, in German',
			[ mail !== undefined, `no mail came\n${ log }` ],
			[
				mail?.text.includes( 'Die Startseite von lernorte antwortet seit mehr als einer Minute nicht' ) ??
					false,
				'no description',
			],
			[
				mail?.text.includes( 'Reaktion innerhalb von 4 Stunden, Lösung innerhalb von 12 Stunden' ) ?? false,
				'no terms of R3.6',
			],
			[ mail?.text.includes( '/docs/handover/monitoring.md#portaldown' ) ?? false, 'no way to the runbook' ],
			[
				mail?.to.some( ( { address } ) => address === 'betrieb@example.org' ) ?? false,
				'the team did not get it',
			]
		),
		check(
			'it opens a ticket in the queue of the ticket system',
			[ ticket !== undefined, 'no mail came' ],
			[ ticket?.headers[ 'x-otrs-queue' ] === 'Lernwelt', 'no queue' ],
			[ ticket?.headers[ 'x-otrs-priority' ] === '5 very high', 'no priority' ]
		),
		check(
			'it reaches two telephones by SMS through the gateway',
			[ text === 'ALARM Klasse 1: lernorte ist nicht erreichbar', `the text is ${ text ?? 'missing' }` ],
			[ new Set( sms.messages().map( ( message ) => message.to ) ).size === 2, 'not both telephones' ],
			[
				sms.messages().every( ( { authorization } ) => authorization === 'Bearer sms-secret' ),
				'without the token',
			]
		),
	];
	portal.broken = false;
	const solved = await to( 'bereitschaft@example.org', 'BEHOBEN Klasse 1: lernorte ist nicht erreichbar' );
	const back = await eventually( PATIENCE, () =>
		sms.messages().find( ( message ) => message.text === 'Behoben: lernorte ist nicht erreichbar' )
	);
	const others = [
		...( await mails() ).map( ( all ) => all.subject ),
		...sms.messages().map( ( message ) => message.text ),
	];
	return [
		...down,
		check(
			'its end is told as well',
			[ solved !== undefined, 'no mail' ],
			[ solved?.text.includes( 'die folgende Störung ist behoben' ) ?? false, 'not in these words' ],
			[ back !== undefined, 'no SMS' ]
		),
		check( 'nothing is told about the other four', [
			! others.some( ( line ) => /eure-lernwelt|lernwelt-lsa|startchancen|kreativpotentiale/.test( line ) ),
			others.join( '\n' ),
		] ),
	];
}

/** A gateway that is out of order gets the message later. */
async function brokenGateway( { portals, sms }: World ): Promise< Check > {
	const portal = portals.get( 'startchancen' );
	sms.status = 503;
	const before = sms.received.length;
	if ( portal !== undefined ) {
		portal.broken = true;
	}
	const tried = await eventually( PATIENCE, () => ( sms.received.length > before ? true : undefined ) );
	sms.status = 200;
	const count = sms.received.length;
	const again = await eventually( PATIENCE, () =>
		sms
			.messages()
			.slice( count )
			.some( ( { text } ) => text.includes( 'startchancen' ) )
			? true
			: undefined
	);
	if ( portal !== undefined ) {
		portal.broken = false;
	}
	return check(
		'a gateway that fails is asked again',
		[ tried === true, 'it was never asked' ],
		[ again === true, 'it was not asked again' ]
	);
}

/** The other end hears a beat while all is well, and nothing once Prometheus is gone. */
async function deadMan( { heartbeat, programs }: World ): Promise< Check > {
	const beats = heartbeat.received.length;
	const more = await eventually( PATIENCE, () => ( heartbeat.received.length >= beats + 2 ? true : undefined ) );
	const watchdog = heartbeat.received.at( -1 )?.body ?? '';
	await programs.stop( 'prometheus' );
	// Alertmanager keeps an alarm for four intervals after Prometheus has fallen silent.
	await sleep( 12_000 );
	const quiet = heartbeat.received.length;
	await sleep( 4_000 );
	return check(
		'the heartbeat comes by itself, and ends with Prometheus',
		[ more === true, `only ${ heartbeat.received.length } beats came` ],
		[ watchdog.includes( '"alertname":"Watchdog"' ), 'it is not the Watchdog' ],
		[
			heartbeat.received.length === quiet,
			`${ heartbeat.received.length - quiet } beats came after Prometheus was gone`,
		]
	);
}

/**
 * An outage from the portal to the telephone, with every program in between.
 *
 * @param folder Scratch folder.
 */
export async function alarmChecks( folder: string ): Promise< Check[] > {
	const all = await world( join( folder, 'alarm' ) );
	try {
		const first = await healthy( all );
		if ( first.problems.length > 0 ) {
			return [ first ];
		}
		return [ first, ...( await outage( all ) ), await brokenGateway( all ), await deadMan( all ) ];
	} finally {
		await all.close();
	}
}

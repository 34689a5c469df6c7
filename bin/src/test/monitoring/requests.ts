import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.ts';
import { run } from '../../lib/run.ts';
import type { Check } from '../part.ts';

interface Fields {
	readonly portal?: string;
	readonly path?: string;
	readonly status?: number;
	readonly seconds?: string;
	readonly php?: string;
	readonly cache?: string;
	readonly agent?: string;
}

/** A line as the log format of deploy/nginx writes it, so that both can't drift apart. */
function line( format: string, fields: Fields ): string {
	const values: Readonly< Record< string, string > > = {
		time_iso8601: '2026-11-22T10:00:00+01:00',
		request_id: 'abc',
		lernwelt_portal: fields.portal ?? 'lernorte',
		lernwelt_client: '10.1.0.0',
		request_method: 'GET',
		uri: fields.path ?? '/',
		status: String( fields.status ?? 200 ),
		body_bytes_sent: '123',
		request_time: fields.seconds ?? '0.000',
		upstream_response_time: fields.php ?? '',
		upstream_cache_status: fields.cache ?? '',
		server_protocol: 'HTTP/2.0',
		http_user_agent: fields.agent ?? 'x',
	};
	return format.replace( /\$\{?(\w+)\}?/g, ( whole, name: string ) => values[ name ] ?? whole );
}

function logFormat(): string {
	const text = readFileSync( inRoot( 'deploy/nginx/nginx.conf.template' ), 'utf8' );
	const block = /log_format lernwelt escape=json\s+((?:'[^']*'\s*)+);/.exec( text )?.[ 1 ] ?? '';
	return [ ...block.matchAll( /'([^']*)'/g ) ].map( ( [ , part = '' ] ) => part ).join( '' );
}

/**
 * What mtail counts of nginx's log.
 *
 * @param folder Scratch folder.
 */
export async function requestChecks( folder: string ): Promise< Check[] > {
	const format = logFormat();
	const log = join( folder, 'access.log' );
	await writeFile(
		log,
		[
			line( format, { php: '0.248', seconds: '0.250', cache: 'MISS', path: '/a\\"status\\":500,\\"bytes\\":1' } ),
			line( format, { cache: 'HIT' } ),
			line( format, { path: '/x.css', agent: '\\"status\\":500,\\"bytes\\":1,\\"seconds\\":9.9' } ),
			line( format, { portal: 'eure-lernwelt', status: 502, php: '1.001, 0.500', seconds: '1.600' } ),
			line( format, { portal: 'eure-lernwelt', status: 504, php: '-' } ),
			'',
		].join( '\n' )
	);
	const { stdout, stderr } = await run( 'mtail', [
		...[ '-one_shot', '-one_shot_format', 'prometheus', '-emit_prog_label=false', '-logtostderr' ],
		...[ '-progs', inRoot( 'deploy/monitoring/mtail' ), '-logs', log ],
	] );
	const wanted = [
		'nginx_requests_total{cache="MISS",portal="lernorte",status="200"} 1',
		'nginx_requests_total{cache="HIT",portal="lernorte",status="200"} 1',
		'nginx_requests_total{cache="",portal="lernorte",status="200"} 1',
		'nginx_requests_total{cache="",portal="eure-lernwelt",status="502"} 1',
		'nginx_requests_total{cache="",portal="eure-lernwelt",status="504"} 1',
		'nginx_ttfb_seconds_count{portal="lernorte",source="php"} 1',
		'nginx_ttfb_seconds_sum{portal="lernorte",source="php"} 0.248',
		'nginx_ttfb_seconds_count{portal="lernorte",source="cache"} 1',
		'nginx_ttfb_seconds_count{portal="eure-lernwelt",source="php"} 1',
	];
	const missing = wanted.filter( ( text ) => ! stdout.split( '\n' ).includes( text ) );
	return [
		{
			name: 'requests of nginx’s log are counted by portal and status, their times by who answered',
			problems: [
				...( format.includes( '$lernwelt_portal' )
					? []
					: [ 'deploy/nginx/nginx.conf.template has no log_format lernwelt' ] ),
				...missing,
				...( stdout.includes( 'status="500"' ) ? [ 'a visitor can put numbers into the log' ] : [] ),
				...( missing.length > 0
					? [
							stdout
								.split( '\n' )
								.filter( ( text ) => text.startsWith( 'nginx_' ) )
								.join( '\n' ),
							stderr.slice( -600 ),
						]
					: [] ),
			],
		},
	];
}

import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../lib/paths.ts';
import { run } from '../../lib/run.ts';
import type { Check } from '../part.ts';
import { alarms, metricsOf, recorded } from './rules.ts';

interface Panel {
	readonly id: number;
	readonly type: string;
	readonly title: string;
	readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
	readonly datasource: { readonly uid: string };
	readonly targets: ReadonlyArray< { readonly refId: string; readonly expr: string } >;
}

interface Dashboard {
	readonly uid: string;
	readonly title: string;
	readonly schemaVersion: number;
	readonly timezone: string;
	readonly templating: { readonly list: ReadonlyArray< { readonly name: string; readonly query: string } > };
	readonly panels: readonly Panel[];
}

const FOLDER = 'deploy/monitoring/dashboards';
const METRICS = 'plugins-src/lernwelt-operations/src/Metrics';
const TYPES = [ 'stat', 'timeseries' ];

function dashboards(): Array< { readonly file: string; readonly board: Dashboard } > {
	return readdirSync( inRoot( FOLDER ) ).map( ( file ) => ( {
		file,
		board: JSON.parse( readFileSync( inRoot( FOLDER, file ), 'utf8' ) ) as Dashboard,
	} ) );
}

function overlap( a: Panel, b: Panel ): boolean {
	const [ p, q ] = [ a.gridPos, b.gridPos ];
	return p.x < q.x + q.w && q.x < p.x + p.w && p.y < q.y + q.h && q.y < p.y + p.h;
}

function shape( file: string, board: Dashboard ): string[] {
	const ids = board.panels.map( ( { id } ) => id );
	return [
		...( file === `${ board.uid }.json` ? [] : [ 'its uid is not its name' ] ),
		...( board.timezone === 'Europe/Berlin' ? [] : [ 'it shows other times than German ones' ] ),
		...( board.schemaVersion >= 36 ? [] : [ 'its schema is too old' ] ),
		...( new Set( ids ).size === ids.length ? [] : [ 'two panels have one id' ] ),
		...board.panels.flatMap( ( panel, index ) => [
			...( TYPES.includes( panel.type ) ? [] : [ `"${ panel.title }" has the type ${ panel.type }` ] ),
			...( panel.title.trim() === '' ? [ `panel ${ panel.id } has no title` ] : [] ),
			...( panel.gridPos.x + panel.gridPos.w <= 24 ? [] : [ `"${ panel.title }" is wider than the grid` ] ),
			...( panel.datasource.uid === '${datasource}'
				? []
				: [ `"${ panel.title }" has a data source of its own` ] ),
			...( panel.targets.length > 0 ? [] : [ `"${ panel.title }" asks nothing` ] ),
			...board.panels
				.slice( index + 1 )
				.filter( ( other ) => overlap( panel, other ) )
				.map( ( other ) => `"${ panel.title }" lies on "${ other.title }"` ),
		] ),
	];
}

/** What Grafana puts in before it asks. */
function filled( expression: string, board: Dashboard ): string {
	return board.templating.list.reduce(
		( text, { name } ) => text.replaceAll( `$${ name }`, '.*' ),
		expression.replaceAll( '$__rate_interval', '5m' )
	);
}

/** Names that exporters have (listed from running ones), that rules record, and that our own programs write. */
export function knownMetrics(): Set< string > {
	const folder = inRoot( 'deploy/monitoring/known-metrics' );
	const exported = readdirSync( folder ).flatMap( ( file ) =>
		readFileSync( join( folder, file ), 'utf8' )
			.split( '\n' )
			.filter( ( line ) => line !== '' && ! line.startsWith( '#' ) )
	);
	const counted = [
		...readFileSync( inRoot( 'deploy/monitoring/mtail/nginx.mtail' ), 'utf8' ).matchAll(
			/^(counter|histogram|gauge) (\w+)/gm
		),
	].flatMap( ( [ , kind, name = '' ] ) =>
		kind === 'histogram' ? [ `${ name }_bucket`, `${ name }_count`, `${ name }_sum` ] : [ name ]
	);
	const application = readdirSync( inRoot( METRICS ) ).flatMap( ( file ) =>
		[ ...readFileSync( inRoot( METRICS, file ), 'utf8' ).matchAll( /'(lernwelt_[a-z_]+)'/g ) ].map(
			( [ , name = '' ] ) => name
		)
	);
	const logs = [ ...readFileSync( inRoot( 'deploy/logs/rotate' ), 'utf8' ).matchAll( /# TYPE (\w+)/g ) ].map(
		( [ , name = '' ] ) => name
	);
	return new Set( [
		'up',
		'ALERTS',
		...exported,
		...counted,
		...logs,
		...application,
		...recorded().map( ( { name } ) => name ),
	] );
}

async function queries( folder: string ): Promise< Check > {
	const expressions = dashboards().flatMap( ( { file, board } ) => [
		...board.panels.flatMap( ( { title, targets } ) =>
			targets.map( ( { expr } ) => ( { where: `${ file }: ${ title }`, expr: filled( expr, board ) } ) )
		),
		...board.templating.list.flatMap( ( { name, query } ) => {
			const asked = /^label_values\((.*), \w+\)$/.exec( query )?.[ 1 ];
			return asked === undefined ? [] : [ { where: `${ file }: $${ name }`, expr: asked } ];
		} ),
	] );
	const rules = expressions.map(
		( { expr }, index ) => `      - record: query:${ index }\n        expr: ${ JSON.stringify( expr ) }`
	);
	const path = join( folder, 'dashboards.yml' );
	await writeFile( path, `groups:\n  - name: dashboards\n    rules:\n${ rules.join( '\n' ) }\n` );
	const { code, stdout, stderr } = await run( 'promtool', [ 'check', 'rules', path ] );
	const known = knownMetrics();
	return {
		name: `all ${ expressions.length } queries of the dashboards parse and ask for metrics that exist`,
		problems: [
			...( code === 0 ? [] : `${ stdout }\n${ stderr }`.split( '\n' ).filter( ( line ) => line.trim() !== '' ) ),
			...expressions.flatMap( ( { where, expr } ) =>
				metricsOf( expr )
					.filter( ( name ) => ! known.has( name ) )
					.map( ( name ) => `${ where }: nobody writes ${ name }` )
			),
		],
	};
}

function askedByRules(): Check {
	const known = knownMetrics();
	const asked = [
		...recorded().map( ( { name, expression } ) => ( { name, expression } ) ),
		...alarms().map( ( { name, text } ) => ( {
			name,
			expression: /^ {8}expr: (?:\|\n((?: {10,}.*\n)+)|(.*)$)/m.exec( text )?.slice( 1 ).join( '' ) ?? '',
		} ) ),
	];
	return {
		name: 'the rules ask for metrics that exist',
		problems: asked.flatMap( ( { name, expression } ) => [
			...( expression === '' ? [ `${ name } asks nothing` ] : [] ),
			...metricsOf( expression )
				.filter( ( metric ) => ! known.has( metric ) )
				.map( ( metric ) => `${ name }: nobody writes ${ metric }` ),
		] ),
	};
}

/**
 * Dashboards without Grafana: their shape, and every query.
 *
 * @param folder Scratch folder.
 */
export async function dashboardChecks( folder: string ): Promise< Check[] > {
	return [
		...dashboards().map( ( { file, board } ) => ( {
			name: `dashboard ${ file }`,
			problems: shape( file, board ),
		} ) ),
		await queries( folder ),
		askedByRules(),
	];
}

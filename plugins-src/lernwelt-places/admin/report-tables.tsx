import { Spinner } from '@wordpress/components';
import { DataViews, type Field, type View } from '@wordpress/dataviews';
import { useCallback, useMemo, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ImportChanges } from '../types/generated/import-changes';
import type { ImportFindings } from '../types/generated/import-findings';
import type { ImportRun } from '../types/generated/import-run';
import { api } from './api';
import { count } from './format';
import { Pages } from './pages';
import { Trouble } from './parts';
import { useLoad } from './use-load';

type Change = ImportChanges[ 'items' ][ number ];
type Finding = ImportFindings[ 'items' ][ number ];

/** So many differences are shown at once; more can be unfolded. */
const FEW = 5;

const PLAIN = { enableSorting: false, enableHiding: false, filterBy: false } as const;

interface ReportProps< Item > {
	readonly id: string;
	readonly title: string;
	readonly empty: string;
	/** What is to be said about the list when it has so many entries, '' for nothing. */
	readonly note?: ( total: number ) => string;
	readonly fields: Field< Item >[];
	readonly columns: string[];
	readonly load: ( page: number, perPage: number ) => Promise< { total: number; items: Item[] } >;
}

/** A report of a run, page by page from the server. */
function Report< Item >( { id, title, empty, note, fields, columns, load }: ReportProps< Item > ) {
	const [ view, setView ] = useState< View >( {
		type: 'table',
		page: 1,
		perPage: 20,
		fields: columns,
		layout: { enableMoving: false },
	} );
	const [ page, perPage ] = [ view.page ?? 1, view.perPage ?? 20 ];
	const ask = useCallback( async () => {
		const found = await load( page, perPage );
		return {
			total: found.total,
			items: found.items.map( ( item, index ) => ( { key: `${ page }-${ index }`, item } ) ),
		};
	}, [ load, page, perPage ] );
	const report = useLoad( ask );
	const wrapped = useMemo( () => fields.map( wrap ), [ fields ] );
	const total = report.data?.total;
	const noted = total === undefined ? '' : ( note?.( total ) ?? '' );
	return (
		<section className="lernwelt-import-table" aria-labelledby={ id }>
			<h2 id={ id }>
				{ title }
				{ total !== undefined && total > 0 && ` (${ count( total ) })` }
			</h2>
			<Trouble message={ report.message } retry={ report.reload } />
			{ report.data === undefined && report.message === '' && <Spinner /> }
			{ total === 0 && <p>{ empty }</p> }
			{ noted !== '' && <p>{ noted }</p> }
			{ report.data !== undefined && total !== undefined && total > 0 && (
				<DataViews
					data={ report.data.items }
					fields={ wrapped }
					view={ view }
					onChangeView={ setView }
					getItemId={ ( { key } ) => key }
					paginationInfo={ { totalItems: total, totalPages: Math.ceil( total / perPage ) } }
					defaultLayouts={ { table: {} } }
					search={ false }
				>
					<DataViews.Layout />
					<Pages
						page={ page }
						pages={ Math.ceil( total / perPage ) }
						of={ id }
						onChange={ ( next ) => setView( { ...view, page: next } ) }
					/>
				</DataViews>
			) }
		</section>
	);
}

interface Keyed< Item > {
	readonly key: string;
	readonly item: Item;
}

/** Findings have no number of their own, so each row carries a key. */
function wrap< Item >( field: Field< Item > ): Field< Keyed< Item > > {
	const { render: Cell } = field;
	return {
		...PLAIN,
		id: field.id,
		label: field.label ?? field.id,
		...( field.header !== undefined && { header: field.header } ),
		getValue: () => '',
		render: ( { item } ) => (
			<>
				<span className="lernwelt-import-column">{ field.label }</span>
				{ Cell !== undefined && <Cell item={ item.item } field={ field as never } /> }
			</>
		),
	};
}

/** What changed, field by field. */
export function ChangesTable( { run }: { readonly run: ImportRun } ) {
	const load = useCallback( ( page: number, perPage: number ) => api.changes( run.id, page, perPage ), [ run.id ] );
	const fields = useMemo(
		(): Field< Change >[] => [
			{
				id: 'title',
				label: __( 'Place', 'lernwelt-places' ),
				render: ( { item } ) => <strong>{ item.title }</strong>,
			},
			{
				id: 'kind',
				label: __( 'What happens', 'lernwelt-places' ),
				render: ( { item } ) => <>{ kindOf( item, run.dry_run ) }</>,
			},
			{
				id: 'fields',
				label: __( 'Before and after', 'lernwelt-places' ),
				render: ( { item } ) => <Differences change={ item } />,
			},
		],
		[ run.dry_run ]
	);
	return (
		<Report
			id="lernwelt-import-changes"
			title={
				run.dry_run ? __( 'What would change', 'lernwelt-places' ) : __( 'What was changed', 'lernwelt-places' )
			}
			empty={ __( 'Nothing: everything is as it is in the data.', 'lernwelt-places' ) }
			note={ ( total ) => firstOnly( run, total ) }
			fields={ fields }
			columns={ [ 'title', 'kind', 'fields' ] }
			load={ load }
		/>
	);
}

/** A run keeps its first 500 changes. */
function firstOnly( { counts }: ImportRun, shown: number ): string {
	const all = counts.created + counts.updated + counts.unpublished;
	/* translators: 1: number of changes that are shown, 2: number of all changes. */
	const words = __( 'The first %1$s of %2$s changes are shown. All of them are counted above.', 'lernwelt-places' );
	return shown > 0 && all > shown ? sprintf( words, count( shown ), count( all ) ) : '';
}

function kindOf( { kind }: Change, dry: boolean ): string {
	switch ( kind ) {
		case 'created':
			return dry ? __( 'would be new', 'lernwelt-places' ) : __( 'new', 'lernwelt-places' );
		case 'updated':
			return dry ? __( 'would change', 'lernwelt-places' ) : __( 'changed', 'lernwelt-places' );
		case 'unpublished':
			return dry ? __( 'would be unpublished', 'lernwelt-places' ) : __( 'unpublished', 'lernwelt-places' );
		case 'published':
			return dry
				? __( 'would be published again', 'lernwelt-places' )
				: __( 'published again', 'lernwelt-places' );
	}
}

function Differences( { change }: { readonly change: Change } ) {
	if ( change.fields.length === 0 ) {
		return <>–</>;
	}
	return change.fields.length > FEW ? (
		<details className="lernwelt-import-more">
			<summary>{ filled( change ) }</summary>
			<FieldList change={ change } />
		</details>
	) : (
		<FieldList change={ change } />
	);
}

function filled( { fields }: Change ): string {
	/* translators: %d: number of fields. */
	return sprintf( _n( '%d field', '%d fields', fields.length, 'lernwelt-places' ), fields.length );
}

function FieldList( { change }: { readonly change: Change } ) {
	return (
		<dl className="lernwelt-import-diff">
			{ change.fields.map( ( { field, label, before, after } ) => (
				<div key={ field }>
					<dt>{ label }</dt>
					<dd>
						{ before !== '' && (
							<del>
								<span className="screen-reader-text">{ __( 'Before:', 'lernwelt-places' ) } </span>
								{ before }
							</del>
						) }
						{ after !== '' && (
							<ins>
								<span className="screen-reader-text">{ __( 'After:', 'lernwelt-places' ) } </span>
								{ after }
							</ins>
						) }
						{ after === '' && <span>{ __( 'becomes empty', 'lernwelt-places' ) }</span> }
					</dd>
				</div>
			) ) }
		</dl>
	);
}

/** Remarks on rows: refused, mended, left out. */
export function FindingsTable( { run }: { readonly run: ImportRun } ) {
	const load = useCallback( ( page: number, perPage: number ) => api.findings( run.id, page, perPage ), [ run.id ] );
	const fields = useMemo(
		(): Field< Finding >[] => [
			{
				id: 'row',
				label: __( 'Row', 'lernwelt-places' ),
				render: ( { item } ) => <>{ item.row === 0 ? '–' : count( item.row ) }</>,
			},
			{
				id: 'message',
				label: __( 'Remark', 'lernwelt-places' ),
				render: ( { item } ) => <Remark finding={ item } />,
			},
			{
				id: 'raw',
				label: __( 'In the data', 'lernwelt-places' ),
				render: ( { item } ) => (
					<span className="lernwelt-import-raw">{ item.raw === '' ? '–' : item.raw }</span>
				),
			},
		],
		[]
	);
	return (
		<Report
			id="lernwelt-import-findings"
			title={ __( 'Remarks on rows', 'lernwelt-places' ) }
			empty={ __( 'None: every row was fine.', 'lernwelt-places' ) }
			fields={ fields }
			columns={ [ 'row', 'message', 'raw' ] }
			load={ load }
		/>
	);
}

function Remark( { finding }: { readonly finding: Finding } ) {
	return (
		<div className="lernwelt-import-remark">
			{ finding.refuses && <span className="lernwelt-import-badge">{ __( 'refused', 'lernwelt-places' ) }</span> }
			<span>
				{ finding.label !== '' && `${ finding.label }: ` }
				{ finding.message }
			</span>
			{ finding.external_id !== '' && (
				<span className="lernwelt-import-help">
					{
						/* translators: %s: id in the source. */ sprintf(
							__( 'Id %s', 'lernwelt-places' ),
							finding.external_id
						)
					}
				</span>
			) }
		</div>
	);
}

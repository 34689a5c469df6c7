import { Button } from '@wordpress/components';
import { DataViews, type Field, type View } from '@wordpress/dataviews';
import { useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ImportRun } from '../types/generated/import-run';
import { count, stateOf, time } from './format';
import { Pages } from './pages';
import type { Place } from './place';

const PER_PAGE = 10;

/** Earlier imports, newest first. */
export function RunsTable( {
	runs,
	go,
}: {
	readonly runs: readonly ImportRun[];
	readonly go: ( place: Place ) => void;
} ) {
	const [ view, setView ] = useState< View >( {
		type: 'table',
		page: 1,
		perPage: PER_PAGE,
		titleField: 'label',
		fields: [ 'state', 'result', 'when' ],
		layout: { enableMoving: false },
	} );
	const fields = useMemo( (): Field< ImportRun >[] => runFields( go ), [ go ] );
	const page = view.page ?? 1;
	return (
		<section className="lernwelt-import-table" aria-labelledby="lernwelt-import-runs">
			<h2 id="lernwelt-import-runs">{ __( 'Earlier imports', 'lernwelt-places' ) }</h2>
			<DataViews
				data={ runs.slice( ( page - 1 ) * PER_PAGE, page * PER_PAGE ) }
				fields={ fields }
				view={ view }
				onChangeView={ setView }
				getItemId={ ( run ) => String( run.id ) }
				paginationInfo={ { totalItems: runs.length, totalPages: Math.ceil( runs.length / PER_PAGE ) } }
				defaultLayouts={ { table: {} } }
				search={ false }
			>
				<DataViews.Layout />
				<Pages
					page={ page }
					pages={ Math.ceil( runs.length / PER_PAGE ) }
					of="lernwelt-import-runs"
					onChange={ ( next ) => setView( { ...view, page: next } ) }
				/>
			</DataViews>
		</section>
	);
}

function runFields( go: ( place: Place ) => void ): Field< ImportRun >[] {
	const plain = { enableSorting: false, enableHiding: false, filterBy: false } as const;
	return [
		{
			...plain,
			id: 'label',
			label: __( 'Source', 'lernwelt-places' ),
			getValue: ( { item } ) => item.label,
			render: ( { item } ) => (
				<Button variant="link" onClick={ () => go( { view: 'run', run: item.id } ) }>
					{ item.label }
					<span className="screen-reader-text">
						{
							/* translators: %s: date and time. */ sprintf(
								__( ', report of %s', 'lernwelt-places' ),
								time( item.started_at )
							)
						}
					</span>
				</Button>
			),
		},
		{
			...plain,
			id: 'state',
			label: __( 'State', 'lernwelt-places' ),
			getValue: ( { item } ) => item.state,
			render: ( { item } ) => (
				<span className={ `lernwelt-import-state is-${ item.state }` }>
					{ item.dry_run
						? /* translators: %s: state, e.g. "finished". */
							sprintf( __( 'Check: %s', 'lernwelt-places' ), stateOf( item ) )
						: stateOf( item ) }
				</span>
			),
		},
		{
			...plain,
			id: 'result',
			label: __( 'Result', 'lernwelt-places' ),
			getValue: ( { item } ) => item.counts.read,
			render: ( { item } ) => <>{ result( item ) }</>,
		},
		{
			...plain,
			id: 'when',
			label: __( 'Started', 'lernwelt-places' ),
			getValue: ( { item } ) => item.started_at ?? '',
			render: ( { item } ) => (
				<>
					{ time( item.started_at ) }
					{ item.person !== '' && ` · ${ item.person }` }
				</>
			),
		},
	];
}

function result( { counts }: ImportRun ): string {
	/* translators: 1: number of new places, 2: changed, 3: unchanged, 4: refused rows. */
	const words = __( '%1$s new, %2$s changed, %3$s unchanged, %4$s refused', 'lernwelt-places' );
	return sprintf(
		words,
		count( counts.created ),
		count( counts.updated ),
		count( counts.unchanged ),
		count( counts.refused )
	);
}

import { Button } from '@wordpress/components';
import { DataViews, type Field, type View } from '@wordpress/dataviews';
import { useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { AuditEvents } from '../../types/generated/audit-events';
import { time } from './filter';

/** A line of the log. */
export type Line = AuditEvents[ 'items' ][ number ];

interface LinesProps {
	readonly items: readonly Line[];
	/** Whether lines of all portals are shown. */
	readonly network: boolean;
	readonly onlyPerson: ( person: string ) => void;
}

/** A page of the log. */
export function Lines( { items, network, onlyPerson }: LinesProps ) {
	const [ view, setView ] = useState< View >( {
		type: 'table',
		page: 1,
		perPage: 100,
		fields: [ 'at', 'event', 'who', 'about', ...( network ? [ 'portal' ] : [] ), 'address' ],
		layout: { enableMoving: false },
	} );
	const fields = useMemo( () => columns( onlyPerson ), [ onlyPerson ] );
	return (
		<div className="lernwelt-audit-table">
			<DataViews
				data={ [ ...items ] }
				fields={ fields }
				view={ view }
				onChangeView={ setView }
				getItemId={ ( { id } ) => String( id ) }
				paginationInfo={ { totalItems: items.length, totalPages: 1 } }
				defaultLayouts={ { table: {} } }
				search={ false }
			>
				<DataViews.Layout />
			</DataViews>
		</div>
	);
}

function columns( onlyPerson: ( person: string ) => void ): Field< Line >[] {
	const column = ( id: string, label: string, content: ( line: Line ) => ReactNode ): Field< Line > => ( {
		id,
		label,
		enableSorting: false,
		enableHiding: false,
		filterBy: false,
		getValue: () => '',
		render: ( { item } ) => (
			<div>
				<span className="lernwelt-audit-column">{ label }</span>
				{ content( item ) }
			</div>
		),
	} );
	const person = ( words: string, name: string ): ReactNode =>
		name === '' ? (
			words
		) : (
			<Button variant="link" onClick={ () => onlyPerson( name ) }>
				{ words }
				<span className="screen-reader-text">{ __( ', show only this person', 'lernwelt-security' ) }</span>
			</Button>
		);
	return [
		column( 'at', __( 'Time', 'lernwelt-security' ), ( line ) => (
			<>
				<time dateTime={ line.at }>{ time( line.at ) }</time>
				<span className="lernwelt-audit-quiet">
					{
						/* translators: %d: number of a line of the log. */
						sprintf( __( 'no. %d', 'lernwelt-security' ), line.id )
					}
				</span>
			</>
		) ),
		column( 'event', __( 'Event', 'lernwelt-security' ), ( line ) => (
			<>
				<strong>{ line.sentence }</strong>
				{ line.details.length > 0 && (
					<span className="lernwelt-audit-quiet">{ line.details.join( ', ' ) }</span>
				) }
			</>
		) ),
		column( 'who', __( 'Who', 'lernwelt-security' ), ( line ) => person( line.who, line.person ) ),
		column( 'about', __( 'About', 'lernwelt-security' ), ( line ) =>
			person( line.about === '' ? '–' : line.about, line.about_person )
		),
		column( 'portal', __( 'Portal', 'lernwelt-security' ), ( line ) =>
			line.portal === '' ? __( 'The network itself', 'lernwelt-security' ) : line.portal
		),
		column( 'address', __( 'Address (shortened)', 'lernwelt-security' ), ( line ) =>
			line.address === '' ? '–' : line.address
		),
	];
}

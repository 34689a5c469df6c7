import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { DateItem } from './form';
import { stateWords, whenWords } from './words';

export type Action = 'edit' | 'copy' | 'cancel' | 'remove';

interface DatesTableProps {
	readonly items: readonly DateItem[];
	readonly onAction: ( action: Action, item: DateItem ) => void;
}

/** What can be done with a date now. */
export function actionsOf( item: DateItem ): readonly Action[] {
	const planned = item.state === 'planned';
	return [
		...( planned ? ( [ 'edit' ] as const ) : [] ),
		'copy',
		...( planned && ! item.over ? ( [ 'cancel' ] as const ) : [] ),
		...( item.booked === 0 ? ( [ 'remove' ] as const ) : [] ),
	];
}

/** All dates of an event with what can be done with each. */
export function DatesTable( { items, onAction }: DatesTableProps ) {
	return (
		<table className="lw-event-form__dates">
			<caption className="screen-reader-text">{ __( 'Dates of this event', 'lernwelt-booking' ) }</caption>
			<thead>
				<tr>
					<th scope="col">{ __( 'When', 'lernwelt-booking' ) }</th>
					<th scope="col">{ __( 'Where', 'lernwelt-booking' ) }</th>
					<th scope="col">{ __( 'Booked', 'lernwelt-booking' ) }</th>
					<th scope="col">{ __( 'State', 'lernwelt-booking' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ items.map( ( item ) => (
					<tr key={ item.id } className={ item.state === 'cancelled' || item.over ? 'is-past' : '' }>
						<th scope="row">
							{ whenWords( item.input ) }
							<Actions item={ item } onAction={ onAction } />
						</th>
						<td data-label={ __( 'Where', 'lernwelt-booking' ) }>
							{ item.input.place === '' ? __( 'online', 'lernwelt-booking' ) : item.input.place }
						</td>
						<td data-label={ __( 'Booked', 'lernwelt-booking' ) }>
							{
								/* translators: 1: number of bookings, 2: number of seats. */ sprintf(
									__( '%1$s of %2$s', 'lernwelt-booking' ),
									String( item.booked ),
									String( item.input.capacity )
								)
							}
						</td>
						<td data-label={ __( 'State', 'lernwelt-booking' ) }>{ stateWords( item ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function Actions( { item, onAction }: { readonly item: DateItem } & Pick< DatesTableProps, 'onAction' > ) {
	const words: Record< Action, string > = {
		edit: __( 'Edit', 'lernwelt-booking' ),
		copy: __( 'Duplicate', 'lernwelt-booking' ),
		cancel: __( 'Call off', 'lernwelt-booking' ),
		remove: __( 'Delete', 'lernwelt-booking' ),
	};
	return (
		<span className="lw-event-form__actions">
			{ actionsOf( item ).map( ( action ) => (
				<Button
					key={ action }
					variant="link"
					isDestructive={ action === 'cancel' || action === 'remove' }
					aria-label={ `${ words[ action ] }: ${ whenWords( item.input ) }` }
					onClick={ () => onAction( action, item ) }
				>
					{ words[ action ] }
				</Button>
			) ) }
		</span>
	);
}

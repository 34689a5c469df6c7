import { Button, Notice, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { EventDates } from '../../../types/generated/event-dates';
import { api, failureOf } from './api';
import { ConfirmModal } from './confirm-modal';
import { DateModal } from './date-modal';
import { type Action, DatesTable } from './dates-table';
import { copyOf, type DateItem, draftOf, EMPTY } from './form';

interface Open {
	readonly action: Action | 'add';
	readonly item?: DateItem;
}

/** The dates of an event; what is done here is stored at once, whatever becomes of the text around it. */
export function Dates( { event }: { readonly event: number } ) {
	const [ list, setList ] = useState< EventDates >();
	const [ trouble, setTrouble ] = useState( '' );
	const [ said, setSaid ] = useState( '' );
	const [ open, setOpen ] = useState< Open >();
	const heading = useRef< HTMLHeadingElement >( null );
	const load = () => {
		setTrouble( '' );
		api.list( event ).then( setList, ( error: unknown ) => setTrouble( failureOf( error ).message ) );
	};
	useEffect( load, [ event ] );

	const close = () => setOpen( undefined );
	const done = ( fresh: EventDates, words: string ) => {
		setList( fresh );
		setSaid( words );
		close();
	};
	useEffect( () => {
		// The button that opened the window may be gone with its date.
		if ( said !== '' && open === undefined ) {
			heading.current?.focus();
		}
	}, [ said, open, list ] );

	const begin = ( action: Open[ 'action' ], item?: DateItem ) => {
		setSaid( '' );
		setOpen( item === undefined ? { action } : { action, item } );
	};
	return (
		<section className="lw-event-form__section" aria-labelledby="lw-event-form-dates">
			<h3 id="lw-event-form-dates" ref={ heading } tabIndex={ -1 } className="lw-event-form__heading">
				{ __( 'Dates', 'lernwelt-booking' ) }
			</h3>
			<p className="lw-event-form__help">
				{ __(
					'Dates are saved at once, independent of the button that saves the event. They can be booked when the event is published.',
					'lernwelt-booking'
				) }
			</p>
			{ trouble !== '' && (
				<Notice
					status="error"
					isDismissible={ false }
					actions={ [ { label: __( 'Try again', 'lernwelt-booking' ), onClick: load } ] }
				>
					{ trouble }
				</Notice>
			) }
			{ said !== '' && (
				<Notice status="success" onRemove={ () => setSaid( '' ) }>
					{ said }
				</Notice>
			) }
			{ list === undefined && trouble === '' && <Spinner /> }
			{ list !== undefined && (
				<>
					{ list.items.length === 0 ? (
						<p>{ __( 'There are no dates yet. Without a date nobody can book.', 'lernwelt-booking' ) }</p>
					) : (
						<DatesTable items={ list.items } onAction={ begin } />
					) }
					<Button variant="primary" __next40pxDefaultSize onClick={ () => begin( 'add' ) }>
						{ __( 'Add date', 'lernwelt-booking' ) }
					</Button>
					{ open !== undefined && <Window { ...{ event, list, open, done, close, setList } } /> }
				</>
			) }
		</section>
	);
}

interface WindowProps {
	readonly event: number;
	readonly list: EventDates;
	readonly open: Open;
	readonly done: ( list: EventDates, said: string ) => void;
	readonly close: () => void;
	readonly setList: ( list: EventDates ) => void;
}

function Window( { event, list, open: { action, item }, done, close, setList }: WindowProps ) {
	if ( item !== undefined && ( action === 'cancel' || action === 'remove' ) ) {
		return <ConfirmModal item={ item } action={ action } onDone={ done } onClose={ close } />;
	}
	const drafts = { add: () => EMPTY, copy: copyOf, edit: draftOf, cancel: draftOf, remove: draftOf };
	return (
		<DateModal
			event={ event }
			list={ list }
			item={ action === 'edit' ? item : undefined }
			initial={ item === undefined ? EMPTY : drafts[ action ]( item.input ) }
			onSaved={ done }
			onReload={ setList }
			onClose={ close }
		/>
	);
}

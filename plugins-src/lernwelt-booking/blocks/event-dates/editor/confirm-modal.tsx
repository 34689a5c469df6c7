import { Button, Modal, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { EventDates } from '../../../types/generated/event-dates';
import { api, failureOf } from './api';
import { Field } from './field';
import type { DateItem } from './form';
import { whenWords } from './words';

interface ConfirmModalProps {
	readonly item: DateItem;
	readonly action: 'cancel' | 'remove';
	readonly onDone: ( list: EventDates, said: string ) => void;
	readonly onClose: () => void;
}

/** Asks once before a date is called off or deleted, and says who hears of it. */
export function ConfirmModal( { item, action, onDone, onClose }: ConfirmModalProps ) {
	const [ message, setMessage ] = useState( '' );
	const [ trouble, setTrouble ] = useState( '' );
	const [ busy, setBusy ] = useState( false );
	const cancelling = action === 'cancel';
	async function confirm(): Promise< void > {
		setBusy( true );
		try {
			onDone(
				cancelling ? await api.cancel( item.id, message ) : await api.remove( item.id ),
				cancelling
					? __( 'The date was called off.', 'lernwelt-booking' )
					: __( 'The date was deleted.', 'lernwelt-booking' )
			);
		} catch ( error ) {
			setTrouble( failureOf( error ).message );
			setBusy( false );
		}
	}
	return (
		<Modal
			title={
				cancelling
					? __( 'Call off this date?', 'lernwelt-booking' )
					: __( 'Delete this date?', 'lernwelt-booking' )
			}
			className="lw-event-form lw-event-form--window"
			size="medium"
			shouldCloseOnClickOutside={ false }
			onRequestClose={ onClose }
		>
			{ trouble !== '' && (
				<Notice status="error" isDismissible={ false } politeness="assertive">
					{ trouble }
				</Notice>
			) }
			<p>
				<strong>{ whenWords( item.input ) }</strong>
				{ item.input.place !== '' && `, ${ item.input.place }` }
			</p>
			{ cancelling ? (
				<>
					<p>{ heardWords( item.booked ) }</p>
					{ item.booked > 0 && (
						<Field
							label={ __( 'Your message to them', 'lernwelt-booking' ) }
							rows={ 4 }
							value={ message }
							onChange={ setMessage }
						/>
					) }
				</>
			) : (
				<p>{ __( 'Nobody has booked this date. It disappears without a trace.', 'lernwelt-booking' ) }</p>
			) }
			<div className="lw-event-form__buttons">
				<Button
					variant="primary"
					isDestructive
					__next40pxDefaultSize
					isBusy={ busy }
					accessibleWhenDisabled
					disabled={ busy }
					onClick={ () => void confirm() }
				>
					{ cancelling ? __( 'Call off date', 'lernwelt-booking' ) : __( 'Delete date', 'lernwelt-booking' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Back', 'lernwelt-booking' ) }
				</Button>
			</div>
		</Modal>
	);
}

function heardWords( booked: number ): string {
	return booked === 0
		? __(
				'Nobody has booked it. It stays in the list as called off and can no longer be booked.',
				'lernwelt-booking'
			)
		: sprintf(
				/* translators: %d: number of people. */
				_n(
					'%d person has booked and will get an e-mail that removes the date from the calendar. This cannot be undone.',
					'%d people have booked and will get an e-mail that removes the date from their calendars. This cannot be undone.',
					booked,
					'lernwelt-booking'
				),
				booked
			);
}

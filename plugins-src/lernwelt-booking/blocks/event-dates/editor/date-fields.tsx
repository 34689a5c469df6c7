import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Sentences } from './api';
import { Field, Group } from './field';
import { type Draft, withAllDay, withStart } from './form';

interface DateFieldsProps {
	readonly draft: Draft;
	readonly set: ( draft: Draft ) => void;
	/** The present moment on the clocks of the portal. */
	readonly now: string;
	readonly errors: Sentences;
}

/** When, where, how many, until when. */
export function DateFields( { draft, set, now, errors }: DateFieldsProps ) {
	const change = ( values: Partial< Draft > ) => set( { ...draft, ...values } );
	const kind = draft.all_day ? 'date' : 'datetime-local';
	return (
		<>
			<Group title={ __( 'When?', 'lernwelt-booking' ) }>
				<div className="lw-event-form__pair">
					<Field
						label={
							draft.all_day ? __( 'First day', 'lernwelt-booking' ) : __( 'Start', 'lernwelt-booking' )
						}
						type={ kind }
						value={ draft.start }
						error={ errors.start }
						onChange={ ( start ) => set( withStart( draft, start, now ) ) }
					/>
					<Field
						label={ draft.all_day ? __( 'Last day', 'lernwelt-booking' ) : __( 'End', 'lernwelt-booking' ) }
						type={ kind }
						value={ draft.end }
						error={ errors.end }
						onChange={ ( end ) => change( { end } ) }
					/>
				</div>
				<CheckboxControl
					label={ __( 'All day', 'lernwelt-booking' ) }
					checked={ draft.all_day }
					onChange={ ( on ) => set( withAllDay( draft, on ) ) }
				/>
			</Group>
			<Group title={ __( 'Where?', 'lernwelt-booking' ) }>
				<Field
					label={ __( 'Room and address', 'lernwelt-booking' ) }
					value={ draft.place }
					error={ errors.place }
					help={ __( 'Leave it empty when it takes place online only.', 'lernwelt-booking' ) }
					onChange={ ( place ) => change( { place } ) }
				/>
				<Field
					label={ __( 'Link of the video conference', 'lernwelt-booking' ) }
					type="url"
					value={ draft.link }
					error={ errors.link }
					help={ __( 'Only people who booked see it.', 'lernwelt-booking' ) }
					onChange={ ( link ) => change( { link } ) }
				/>
			</Group>
			<Group title={ __( 'Seats and deadlines', 'lernwelt-booking' ) }>
				<div className="lw-event-form__pair">
					<Field
						label={ __( 'Seats', 'lernwelt-booking' ) }
						type="number"
						value={ draft.capacity }
						error={ errors.capacity }
						onChange={ ( capacity ) => change( { capacity } ) }
					/>
					<Field
						label={ __( 'Bookings it needs to take place', 'lernwelt-booking' ) }
						type="number"
						value={ draft.minimum }
						error={ errors.minimum }
						help={ __( '0 when it takes place in any case.', 'lernwelt-booking' ) }
						onChange={ ( minimum ) => change( { minimum } ) }
					/>
				</div>
				<div className="lw-event-form__pair">
					<Field
						label={ __( 'Bookings from', 'lernwelt-booking' ) }
						type="datetime-local"
						value={ draft.opens_at }
						error={ errors.opens_at }
						help={ __( 'Empty: at once.', 'lernwelt-booking' ) }
						onChange={ ( opens ) => change( { opens_at: opens } ) }
					/>
					<Field
						label={ __( 'Bookings until', 'lernwelt-booking' ) }
						type="datetime-local"
						value={ draft.closes_at }
						error={ errors.closes_at }
						help={ __( 'Empty: until the start.', 'lernwelt-booking' ) }
						onChange={ ( closes ) => change( { closes_at: closes } ) }
					/>
					<Field
						label={ __( 'Cancelling until', 'lernwelt-booking' ) }
						type="datetime-local"
						value={ draft.cancel_until }
						error={ errors.cancel_until }
						help={ __( 'Empty: as long as one can book.', 'lernwelt-booking' ) }
						onChange={ ( cancel ) => change( { cancel_until: cancel } ) }
					/>
				</div>
			</Group>
		</>
	);
}

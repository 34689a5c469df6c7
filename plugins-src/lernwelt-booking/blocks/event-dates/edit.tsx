import { useBlockProps } from '@wordpress/block-editor';
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Dates } from './editor/dates';
import { Details } from './editor/details';
import { TYPE, useEvent } from './editor/use-event';

interface EditProps {
	readonly context: { readonly postId?: number; readonly postType?: string };
}

/** Everything about an event that isn't its text: details, saved with it, and dates, saved at once. */
export function Edit( { context }: EditProps ) {
	return (
		<div { ...useBlockProps( { className: 'lw-event-form' } ) }>
			{ context.postType === TYPE && context.postId !== undefined ? (
				<Form id={ context.postId } />
			) : (
				<Notice status="info" isDismissible={ false }>
					{ __( 'This block belongs to events.', 'lernwelt-booking' ) }
				</Notice>
			) }
		</div>
	);
}

function Form( { id }: { readonly id: number } ) {
	const event = useEvent( id );
	return (
		<>
			<Details event={ event } />
			{ event.saved ? (
				<Dates event={ id } />
			) : (
				<section className="lw-event-form__section" aria-labelledby="lw-event-form-dates">
					<h3 id="lw-event-form-dates" className="lw-event-form__heading">
						{ __( 'Dates', 'lernwelt-booking' ) }
					</h3>
					<p>{ __( 'Dates can be added as soon as the event is saved as a draft.', 'lernwelt-booking' ) }</p>
					<Button variant="secondary" __next40pxDefaultSize isBusy={ event.saving } onClick={ event.save }>
						{ __( 'Save as draft', 'lernwelt-booking' ) }
					</Button>
				</section>
			) }
		</>
	);
}

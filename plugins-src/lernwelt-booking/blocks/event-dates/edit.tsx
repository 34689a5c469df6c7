import { useBlockProps } from '@wordpress/block-editor';
import { Placeholder } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** Says where the dates will stand. */
export function Edit() {
	return (
		<div { ...useBlockProps() }>
			<Placeholder icon="calendar-alt" label={ __( 'Dates of the event', 'lernwelt-booking' ) } />
		</div>
	);
}

import { useBlockProps } from '@wordpress/block-editor';
import { Disabled, Placeholder } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ServerSideRender } from '@wordpress/server-side-render';

/** Shows the details as visitors see them. */
export function Edit() {
	return (
		<div { ...useBlockProps() }>
			<Disabled>
				<ServerSideRender
					block="lernwelt/contact-details"
					attributes={ {} }
					EmptyResponsePlaceholder={ Empty }
				/>
			</Disabled>
		</div>
	);
}

function Empty() {
	return (
		<Placeholder
			icon="location"
			label={ __( 'Contact details', 'lernwelt-portal' ) }
			instructions={ __(
				'Nothing is entered yet. Fill in address, telephone and e-mail under Settings → Portal.',
				'lernwelt-portal'
			) }
		/>
	);
}

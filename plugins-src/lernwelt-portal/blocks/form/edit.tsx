import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { Disabled, PanelBody, RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ServerSideRender } from '@wordpress/server-side-render';

/** Attributes of the block. */
export interface FormAttributes {
	kind: 'contact' | 'barrier';
	[ name: string ]: unknown;
}

/** Shows the form as visitors see it, without letting the editor type into it. */
export function Edit( { attributes, setAttributes }: BlockEditProps< FormAttributes > ) {
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Form', 'lernwelt-portal' ) }>
					<RadioControl
						label={ __( 'Purpose', 'lernwelt-portal' ) }
						help={ __( 'Addresses are kept under Settings → Portal.', 'lernwelt-portal' ) }
						selected={ attributes.kind }
						options={ [
							{ value: 'contact', label: __( 'Contact form', 'lernwelt-portal' ) },
							{ value: 'barrier', label: __( 'Report a barrier', 'lernwelt-portal' ) },
						] }
						onChange={ ( kind ) => setAttributes( { kind: kind === 'barrier' ? 'barrier' : 'contact' } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<Disabled>
				<ServerSideRender block="lernwelt/form" attributes={ attributes } skipBlockSupportAttributes />
			</Disabled>
		</div>
	);
}

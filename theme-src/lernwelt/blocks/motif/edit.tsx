import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, SelectControl, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';

/** Attributes of block.json. */
export interface Attributes extends Record< string, unknown > {
	seed: string;
	shape: 'hero' | 'card' | 'band' | 'square';
}

const shapes = (): { value: Attributes[ 'shape' ]; label: string }[] => [
	{ value: 'hero', label: __( 'Large, beside a hero', 'lernwelt' ) },
	{ value: 'card', label: __( 'Picture of a card', 'lernwelt' ) },
	{ value: 'band', label: __( 'Narrow band', 'lernwelt' ) },
	{ value: 'square', label: __( 'Square', 'lernwelt' ) },
];

export default function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Learning path', 'lernwelt' ) }>
					<TextControl
						label={ __( 'Word', 'lernwelt' ) }
						help={ __( 'Every word draws its own path; try some.', 'lernwelt' ) }
						value={ attributes.seed }
						onChange={ ( seed ) => setAttributes( { seed } ) }
					/>
					<SelectControl
						label={ __( 'Format', 'lernwelt' ) }
						value={ attributes.shape }
						options={ shapes() }
						onChange={ ( shape ) => setAttributes( { shape } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<div { ...useBlockProps( { className: `lw-motif-box lw-motif-box--${ attributes.shape }` } ) }>
				<ServerSideRender block="lernwelt/motif" attributes={ attributes } />
			</div>
		</>
	);
}

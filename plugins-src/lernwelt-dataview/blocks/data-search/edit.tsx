import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { Disabled, PanelBody, SelectControl, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ServerSideRender } from '@wordpress/server-side-render';
import { SourceSelect } from '../data-view/source-select';
import { useSources } from '../data-view/use-sources';

/** Attributes of the block, as in block.json. */
export interface Attributes {
	source: string;
	/** Field id of the filter, "" for none. */
	filter: string;
	/** Path of the page with the data view. */
	page: string;
	/** First choice of the filter, "" for the usual word. */
	everything: string;
	[ name: string ]: unknown;
}

/** Chooses what is searched and where the results stand. */
export function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	const sources = useSources();
	const offered = sources.state === 'ready' ? sources.sources : [];
	const fields = offered.find( ( { id } ) => id === attributes.source )?.fields ?? [];
	const filters = fields.filter( ( { filter, type } ) => filter && type === 'terms' );
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Search', 'lernwelt-dataview' ) }>
					<SourceSelect
						sources={ offered }
						chosen={ attributes.source }
						onChange={ ( source ) => setAttributes( { source, filter: '' } ) }
					/>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Filter beside the search', 'lernwelt-dataview' ) }
						value={ attributes.filter }
						options={ [
							{ value: '', label: __( 'None', 'lernwelt-dataview' ) },
							...filters.map( ( { id, label } ) => ( { value: id, label } ) ),
						] }
						onChange={ ( filter ) => setAttributes( { filter } ) }
					/>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'First choice of the filter', 'lernwelt-dataview' ) }
						placeholder={ __( 'Everything', 'lernwelt-dataview' ) }
						value={ attributes.everything }
						onChange={ ( everything ) => setAttributes( { everything } ) }
					/>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Page with the results', 'lernwelt-dataview' ) }
						help={ __(
							'Its address on this portal, e.g. /orte/. A data view stands there.',
							'lernwelt-dataview'
						) }
						value={ attributes.page }
						onChange={ ( page ) => setAttributes( { page } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<Disabled>
				<ServerSideRender block="lernwelt/data-search" attributes={ attributes } skipBlockSupportAttributes />
			</Disabled>
		</div>
	);
}

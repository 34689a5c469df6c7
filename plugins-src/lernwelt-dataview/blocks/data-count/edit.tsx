import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { Disabled, FormTokenField, PanelBody, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { ServerSideRender } from '@wordpress/server-side-render';
import type { DataField } from '../../types/generated/data-sources';
import { scopeFields, withScope } from '../data-view/attributes';
import { nameOf } from '../data-view/field-list';
import { SourceSelect } from '../data-view/source-select';
import { useSources } from '../data-view/use-sources';

/** Attributes of the block, as in block.json. */
export interface Attributes {
	source: string;
	/** Field id to values that count. */
	scope: Record< string, string[] >;
	/** What stands behind the number, "" for the source's own words. */
	text: string;
	[ name: string ]: unknown;
}

/** Chooses what is counted. */
export function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	const sources = useSources();
	const offered = sources.state === 'ready' ? sources.sources : [];
	const source = offered.find( ( { id } ) => id === attributes.source );
	const fields = source === undefined ? [] : scopeFields( source, attributes.scope );
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Number', 'lernwelt-dataview' ) }>
					<SourceSelect
						sources={ offered }
						chosen={ attributes.source }
						onChange={ ( id ) => setAttributes( { source: id, scope: {} } ) }
					/>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Text behind the number', 'lernwelt-dataview' ) }
						value={ attributes.text }
						onChange={ ( text ) => setAttributes( { text } ) }
					/>
					{ fields.map( ( field ) => (
						<Only
							key={ field.id }
							field={ field }
							chosen={ attributes.scope[ field.id ] ?? [] }
							onChange={ ( values ) =>
								setAttributes( { scope: withScope( attributes.scope, field.id, values ) } )
							}
						/>
					) ) }
				</PanelBody>
			</InspectorControls>
			<Disabled>
				<ServerSideRender
					block="lernwelt/data-count"
					attributes={ attributes }
					httpMethod="POST"
					skipBlockSupportAttributes
				/>
			</Disabled>
		</div>
	);
}

interface OnlyProps {
	readonly field: DataField;
	readonly chosen: readonly string[];
	readonly onChange: ( values: string[] ) => void;
}

/** Counts only some values of a field; the person sees words, the block keeps values. */
function Only( { field, chosen, onChange }: OnlyProps ) {
	const { choices } = field;
	return (
		<FormTokenField
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			__experimentalExpandOnFocus
			__experimentalShowHowTo={ false }
			__experimentalValidateInput={ ( word ) => choices.some( ( { label } ) => label === word ) }
			/* translators: %s: name of a field. */
			label={ sprintf( __( 'Only with %s', 'lernwelt-dataview' ), nameOf( field ) ) }
			value={ chosen.map( ( value ) => choices.find( ( choice ) => choice.value === value )?.label ?? value ) }
			suggestions={ choices.map( ( { label } ) => label ) }
			onChange={ ( tokens ) =>
				onChange(
					tokens.flatMap( ( token ) => {
						const word = typeof token === 'string' ? token : token.value;
						return choices.filter( ( { label } ) => label === word ).map( ( { value } ) => value );
					} )
				)
			}
		/>
	);
}

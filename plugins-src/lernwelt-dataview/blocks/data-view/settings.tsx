import { InspectorControls } from '@wordpress/block-editor';
import {
	CheckboxControl,
	Flex,
	FormTokenField,
	PanelBody,
	RangeControl,
	SelectControl,
	ToggleControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { DataField, DataSource } from '../../types/generated/data-sources';
import {
	type Attributes,
	chosenColumns,
	chosenFilters,
	filterFields,
	type Layout,
	offeredLayouts,
	scopeFields,
	withLayout,
	withScope,
	withSource,
} from './attributes';
import { FieldList, nameOf } from './field-list';
import { SourceSelect } from './source-select';

interface SettingsProps {
	readonly source: DataSource;
	readonly sources: readonly DataSource[];
	readonly attributes: Attributes;
	readonly set: ( attributes: Partial< Attributes > ) => void;
}

/** Settings of the block: only what the source offers. */
export function Settings( props: SettingsProps ) {
	const { source, attributes, set } = props;
	const filters = filterFields( source );
	return (
		<InspectorControls>
			<DataPanel { ...props } />
			<LayoutPanel { ...props } />
			<PanelBody title={ __( 'Fields', 'lernwelt-dataview' ) } initialOpen={ false }>
				<Flex direction="column" gap={ 4 } align="stretch">
					<FieldList
						label={ __( 'Shown with every title', 'lernwelt-dataview' ) }
						help={ __(
							'What stands before the description comes below the title, what stands after it becomes a label.',
							'lernwelt-dataview'
						) }
						fields={ source.fields }
						chosen={ chosenColumns( source, attributes ) }
						onChange={ ( columns ) => set( { columns } ) }
					/>
				</Flex>
			</PanelBody>
			<PanelBody title={ __( 'Search and filters', 'lernwelt-dataview' ) } initialOpen={ false }>
				<Flex direction="column" gap={ 4 } align="stretch">
					<ToggleControl
						__nextHasNoMarginBottom
						label={ __( 'Text search', 'lernwelt-dataview' ) }
						checked={ attributes.search }
						onChange={ ( search ) => set( { search } ) }
					/>
					{ filters.length > 0 && (
						<FieldList
							label={ __( 'Filters', 'lernwelt-dataview' ) }
							fields={ filters }
							chosen={ chosenFilters( source, attributes ) }
							onChange={ ( chosen ) => set( { filters: chosen } ) }
						/>
					) }
				</Flex>
			</PanelBody>
		</InspectorControls>
	);
}

function DataPanel( { source, sources, attributes, set }: SettingsProps ) {
	return (
		<PanelBody title={ __( 'Data', 'lernwelt-dataview' ) }>
			<Flex direction="column" gap={ 4 } align="stretch">
				<SourceSelect
					sources={ sources }
					chosen={ source.id }
					onChange={ ( id ) => {
						const next = sources.find( ( other ) => other.id === id );
						if ( next !== undefined ) {
							set( withSource( next, attributes ) );
						}
					} }
				/>
				{ scopeFields( source, attributes.scope ).map( ( field ) => (
					<ScopeControl key={ field.id } field={ field } attributes={ attributes } set={ set } />
				) ) }
			</Flex>
		</PanelBody>
	);
}

/** Fixes values of one field; the person sees words, the block keeps values. */
function ScopeControl( {
	field,
	attributes,
	set,
}: Pick< SettingsProps, 'attributes' | 'set' > & { field: DataField } ) {
	const chosen = attributes.scope[ field.id ] ?? [];
	const words = chosen.map( ( value ) => field.choices.find( ( choice ) => choice.value === value )?.label ?? value );
	return (
		<FormTokenField
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			__experimentalExpandOnFocus
			help=""
			__experimentalValidateInput={ ( word ) => field.choices.some( ( { label } ) => label === word ) }
			/* translators: %s: name of a field. */
			label={ sprintf( __( 'Only with %s', 'lernwelt-dataview' ), nameOf( field ) ) }
			placeholder={ words.length === 0 ? __( 'everything', 'lernwelt-dataview' ) : '' }
			value={ words }
			suggestions={ field.choices.map( ( { label } ) => label ) }
			onChange={ ( tokens ) => {
				const values = tokens.flatMap( ( token ) => {
					const word = typeof token === 'string' ? token : token.value;
					return field.choices.filter( ( { label } ) => label === word ).map( ( { value } ) => value );
				} );
				set( { scope: withScope( attributes.scope, field.id, values ) } );
			} }
		/>
	);
}

function LayoutPanel( { source, attributes, set }: SettingsProps ) {
	const { layouts, sort } = attributes;
	const offered = offeredLayouts( source );
	const filters = filterFields( source );
	const filter = filters.some( ( { id } ) => id === attributes.chart ) ? attributes.chart : '';
	const sortable = source.fields.filter( ( field ) => field.sort );
	return (
		<PanelBody title={ __( 'Appearance', 'lernwelt-dataview' ) }>
			<Flex direction="column" gap={ 4 } align="stretch">
				{ offered.map( ( layout ) => (
					<CheckboxControl
						__nextHasNoMarginBottom
						key={ layout }
						label={ layoutName( layout ) }
						checked={ layouts.includes( layout ) }
						onChange={ ( on ) => set( { layouts: withLayout( layouts, layout, on ) } ) }
					/>
				) ) }
				{ layouts.length > 1 && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Shown at first', 'lernwelt-dataview' ) }
						value={ layouts[ 0 ] ?? 'list' }
						options={ layouts.map( ( layout ) => ( { value: layout, label: layoutName( layout ) } ) ) }
						onChange={ ( first ) =>
							set( { layouts: [ first, ...layouts.filter( ( layout ) => layout !== first ) ] } )
						}
					/>
				) }
				{ layouts.includes( 'chart' ) && filters.length > 0 && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'The chart counts by', 'lernwelt-dataview' ) }
						value={ filter }
						options={ [
							{ value: '', label: __( 'First filter', 'lernwelt-dataview' ) },
							...filters.map( ( field ) => ( { value: field.id, label: nameOf( field ) } ) ),
						] }
						onChange={ ( chart ) => set( { chart } ) }
					/>
				) }
				{ source.map && (
					<ToggleControl
						__nextHasNoMarginBottom
						label={ __( 'Map above list and cards', 'lernwelt-dataview' ) }
						checked={ attributes.map }
						onChange={ ( map ) => set( { map } ) }
					/>
				) }
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Order', 'lernwelt-dataview' ) }
					value={ sort }
					options={ [
						{ value: '', label: __( 'As the source has it', 'lernwelt-dataview' ) },
						{ value: 'title', label: __( 'Title', 'lernwelt-dataview' ) },
						...sortable.map( ( { id, label } ) => ( { value: id, label } ) ),
					] }
					onChange={ ( next ) => set( { sort: next, descending: next !== '' && attributes.descending } ) }
				/>
				{ sort !== '' && (
					<ToggleControl
						__nextHasNoMarginBottom
						label={ __( 'Reversed: newest or last first', 'lernwelt-dataview' ) }
						checked={ attributes.descending }
						onChange={ ( descending ) => set( { descending } ) }
					/>
				) }
				<RangeControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Entries on a page', 'lernwelt-dataview' ) }
					value={ attributes.perPage }
					min={ 1 }
					max={ 100 }
					onChange={ ( perPage ) => set( { perPage: perPage ?? 20 } ) }
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Visitors can turn pages', 'lernwelt-dataview' ) }
					help={
						attributes.paged
							? undefined
							: __(
									'Only the first entries are shown. Please set a link to all of them.',
									'lernwelt-dataview'
								)
					}
					checked={ attributes.paged }
					onChange={ ( paged ) => set( { paged } ) }
				/>
			</Flex>
		</PanelBody>
	);
}

function layoutName( layout: Layout ): string {
	const names: Record< Layout, string > = {
		list: __( 'List', 'lernwelt-dataview' ),
		cards: __( 'Cards', 'lernwelt-dataview' ),
		table: __( 'Table', 'lernwelt-dataview' ),
		map: __( 'Map', 'lernwelt-dataview' ),
		calendar: __( 'Calendar', 'lernwelt-dataview' ),
		chart: __( 'Chart', 'lernwelt-dataview' ),
	};
	return names[ layout ];
}

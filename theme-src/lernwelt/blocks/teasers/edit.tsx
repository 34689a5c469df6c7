import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { FormTokenField, PanelBody, RangeControl, SelectControl } from '@wordpress/components';
import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';
import { chosenTitles, idsOf, type Choice } from '../choices';

/** Attributes of block.json. */
export interface Attributes extends Record< string, unknown > {
	source: 'latest' | 'children' | 'ids';
	parent: number;
	ids: number[];
	count: number;
	layout: 'cards' | 'rows';
	level: 2 | 3 | 4;
}

/** More than any portal has pages; the REST interface gives no more at once. */
const MOST = 100;

interface Entity {
	id: number;
	title: { rendered: string };
}

/** Pages and articles by title, for the fields that choose some of them. */
function useChoices(): Choice[] {
	return useSelect( ( select ) => {
		const query = { per_page: MOST, _fields: 'id,title', orderby: 'title', order: 'asc' };
		const { getEntityRecords } = select( coreStore );
		const found = [ 'page', 'post' ].flatMap(
			( type ) => ( getEntityRecords( 'postType', type, query ) ?? [] ) as unknown as Entity[]
		);
		return found.map( ( { id, title } ) => ( { id, title: title.rendered } ) );
	}, [] );
}

export default function Edit( {
	attributes,
	setAttributes,
	context,
}: BlockEditProps< Attributes > & { context: { postId?: number } } ) {
	const { source, ids, count, layout, level, parent } = attributes;
	const choices = useChoices();
	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Teasers', 'lernwelt' ) }>
					<SelectControl
						label={ __( 'What to show', 'lernwelt' ) }
						value={ source }
						options={ [
							{ value: 'latest', label: __( 'Latest articles', 'lernwelt' ) },
							{ value: 'children', label: __( 'Pages below a page', 'lernwelt' ) },
							{ value: 'ids', label: __( 'Chosen pages and articles', 'lernwelt' ) },
						] }
						onChange={ ( value ) => setAttributes( { source: value } ) }
					/>
					{ source === 'children' && (
						<SelectControl
							label={ __( 'Below which page', 'lernwelt' ) }
							value={ String( parent ) }
							options={ [
								{ value: '0', label: __( 'This page', 'lernwelt' ) },
								...choices.map( ( { id, title } ) => ( { value: String( id ), label: title } ) ),
							] }
							onChange={ ( value ) => setAttributes( { parent: Number( value ) } ) }
						/>
					) }
					{ source === 'ids' && (
						<FormTokenField
							label={ __( 'Pages and articles', 'lernwelt' ) }
							value={ chosenTitles( ids, choices ) }
							suggestions={ choices.map( ( { title } ) => title ) }
							onChange={ ( titles ) => setAttributes( { ids: idsOf( titles, choices ) } ) }
							__experimentalExpandOnFocus
						/>
					) }
					{ source !== 'ids' && (
						<RangeControl
							label={ __( 'How many', 'lernwelt' ) }
							value={ count }
							min={ 1 }
							max={ 12 }
							onChange={ ( value ) => setAttributes( { count: value ?? 3 } ) }
						/>
					) }
					<SelectControl
						label={ __( 'Look', 'lernwelt' ) }
						value={ layout }
						options={ [
							{ value: 'cards', label: __( 'Cards', 'lernwelt' ) },
							{ value: 'rows', label: __( 'List', 'lernwelt' ) },
						] }
						onChange={ ( value ) => setAttributes( { layout: value } ) }
					/>
					<SelectControl
						label={ __( 'Level of the titles', 'lernwelt' ) }
						help={ __( 'One deeper than the heading above.', 'lernwelt' ) }
						value={ String( level ) }
						options={ [ '2', '3', '4' ].map( ( value ) => ( { value, label: `H${ value }` } ) ) }
						onChange={ ( value ) => setAttributes( { level: Number( value ) as Attributes[ 'level' ] } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<div { ...useBlockProps() }>
				<ServerSideRender
					block="lernwelt/teasers"
					attributes={ attributes }
					urlQueryArgs={ context.postId === undefined ? {} : { post_id: context.postId } }
				/>
			</div>
		</>
	);
}
